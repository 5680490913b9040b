"""Pages for the browser to open, and what is asked of them there."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import argmap
from argmap.render.draw import draw_page
from bench.maps import write_map
from tests.conftest import ROOT
from tests.render.drawing import MARKET, Case, read_case

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

NATO = ROOT / "maps" / "nato_asia.yaml"
WHOLE = 12_000
"""A window so high that all of a map of a hundred statements is in sight."""

SHOWN = """() => [...new Set(
  [...document.querySelectorAll('.box [data-node]')].map((node) => node.dataset.node),
)].length"""
"""Counts the statements that are drawn."""


@cache
def file_page(path: Path) -> str:
    """Draw the page of a map file, as `argmap render` does."""
    return argmap.render(argmap.load(path), "html").decode()


@cache
def made_page(nodes: int) -> str:
    """Draw the page of a made-up map of so many statements."""
    return page_of(read_case(write_map(nodes)))


def page_of(case: Case) -> str:
    """Draw the page of a map that was read."""
    return draw_page(case.graph, case.evaluation)


def unfold(page: Page) -> None:
    """Open all that the page opened folded."""
    page.get_by_role("button", name="Unfold all").first.click()


SAMPLES = {"nato": NATO, "market": MARKET}

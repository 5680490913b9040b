"""Pages whose outline is read and whose tools are used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.render.draw import draw_page
from bench.maps import write_map
from tests.render.drawing import read_case

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.watching import OpenPage

SMALL = """
argmap: 1
title: Small
thesis:
  claim: Top.
  id: top
  because:
    - claim: Alpha.
      id: alpha
      because:
        - claim: Deep alpha.
          because: [{evidence: Ground., id: ground}]
      unless: [{counterpoint: Umbra., by: the moon}]
    - premises:
        - claim: Beta.
          id: beta
          because: [{claim: Deep beta.}]
        - assumption: Nu.
      warrant: A rule.
    - claim: Gamma.
      because: [{ref: beta}]
  but:
    - counterpoint: Zeta.
      conceded: True but small.
"""
SHOWN = "() => document.querySelectorAll('.box [data-node]').length"
"""Counts the statements that are drawn."""


def small(open_page: OpenPage, content: str = SMALL, **options: Any) -> Page:
    """Open the page of a small map with every relation."""
    case = read_case(content)
    return open_page(draw_page(case.graph, case.evaluation), **options).page


def large(open_page: OpenPage, statements: int = 500) -> Page:
    """Open the page of a made-up map."""
    case = read_case(write_map(statements))
    return open_page(draw_page(case.graph, case.evaluation)).page


def rows(page: Page) -> list[str]:
    """Give the texts of the rows that are shown."""
    return page.locator("[role=treeitem] .ui-text").all_inner_texts()


def active(page: Page) -> str:
    """Give the text of the row that has the focus."""
    text: str = page.evaluate("document.activeElement.querySelector('.ui-text').textContent")
    return text


def row(page: Page, text: str) -> Locator:
    """Find a row by its own text."""
    return page.locator("[role=treeitem]", has=page.get_by_text(text, exact=True))


def press(page: Page, *keys: str) -> str:
    """Press keys, and give the text of the row that then has the focus."""
    for key in keys:
        page.keyboard.press(key)
    return active(page)

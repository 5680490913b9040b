"""Large maps stay usable; bounds are generous, `python -m bench.page` has the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bench.page import NOTE_READY, STEPS
from tests.browser.modules import MODEL, call
from tests.browser.samples import made_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

    from tests.browser.watching import OpenPage

NODES = 2_000
LARGE, SMALL = 4_000, 1_000

PLACING = f"""() => {{
  const model = {MODEL};
  const store = storeModule.createStore(model);
  const times = [];
  for (let run = 0; run < 7; run += 1) {{
    const from = performance.now();
    placeModule.placeMap(store);
    times.push(performance.now() - from);
  }}
  return Math.min(...times);
}}"""
"""Lays all boxes of the page's map out; gives the milliseconds of the fastest run."""


@pytest.fixture
def large(browser_page: OpenPage) -> Iterator[Page]:
    """Open the page of a map of thousands of statements."""
    watched = browser_page(made_page(NODES), width=1600, height=1000)
    yield watched.page
    watched.assert_quiet()


def test_a_large_page_answers_at_once_and_stays_light(large: Page) -> None:
    steps: dict[str, float] = large.evaluate(STEPS)
    assert set(steps) == {"unfold", "fold", "reopen", "scroll", "outline", "search", "zoom"}
    assert {step: time for step, time in steps.items() if time > 5_000} == {}
    # only what is in sight is built
    assert large.locator(".box").count() < 450
    assert large.evaluate("document.querySelectorAll('*').length") < 40_000


def test_a_large_page_is_shown_soon(browser_page: OpenPage) -> None:
    page = browser_page(made_page(NODES)).page
    address = page.url
    page.add_init_script(NOTE_READY)
    page.goto(address)
    page.wait_for_function("window.shownAt !== undefined")
    assert 0 < page.evaluate("window.shownAt") < 10_000


def test_boxes_are_placed_in_linear_time(browser_page: OpenPage) -> None:
    times = [call(browser_page(made_page(size)).page, PLACING) for size in (SMALL, LARGE)]
    assert times[1] < 5 * (LARGE / SMALL) * times[0] + 50

"""The page as a whole: its policy, its keys, every size of window, and what axe-core says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.pages import write_page
from tests.browser.river import write_river
from tests.browser.samples import NATO, file_page
from tests.browser.watching import axe

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.watching import OpenPage, Scheme, Watched

SIZES = {"desk": (1600, 1000), "laptop": (1280, 720), "zoomed": (640, 360), "phone": (390, 844)}
"""Windows: `zoomed` is what 200 % leave of 1280 × 720."""

INJECTED = """async () => {
  const script = document.createElement('script');
  script.textContent = 'window.injected = true';
  document.body.append(script);
  document.body.insertAdjacentHTML('beforeend', '<img src="x:" onerror="window.injected = true">');
  document.body.insertAdjacentHTML('beforeend', '<p id="styled" style="color: rgb(1, 2, 3)">a</p>');
  const fetched = await fetch('https://example.org/').then(() => true, () => false);
  const styled = getComputedStyle(document.getElementById('styled')).color === 'rgb(1, 2, 3)';
  await new Promise((done) => setTimeout(done, 50));
  return [window.injected === true, styled, fetched];
}"""
"""Tries what a hostile map might; tells whether script, style and network were had."""

OUTSIDE = """() => {
  const { left, top, right, bottom } = document.activeElement.getBoundingClientRect();
  return left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1;
}"""
"""Tells whether what has the focus is not wholly in the window."""

STOP = """() => {
  const at = document.activeElement;
  window.stops ??= [];
  if (!window.stops.includes(at)) window.stops.push(at);
  return [window.stops.indexOf(at), at === document.body];
}"""
"""Numbers the element that has the focus."""


@pytest.fixture
def river(tmp_path: Path) -> Path:
    """Write the page of a map with its article."""
    return write_page(write_river(tmp_path))


def open_all(page: Page) -> None:
    """Open filters, outline, article and details; on a phone these are sheets."""
    for name in ("Filter", "Outline", "Article"):
        button = page.get_by_role("button", name=name, exact=True)
        if button.get_attribute("aria-expanded") == "false":
            button.click()
    page.locator(".box [data-node]").first.dispatch_event("click")
    page.locator("#details").wait_for()


def test_the_policy_is_in_force(browser_page: OpenPage, river: Path) -> None:
    watched = browser_page(river)
    watched.assert_quiet()
    assert watched.page.evaluate(INJECTED) == [False, False, False]
    assert len([said for said in watched.console if "Content Security Policy" in said]) >= 3


def test_a_page_in_use_asks_for_nothing_and_says_nothing(
    browser_page: OpenPage, river: Path
) -> None:
    watched = browser_page(river)
    page = watched.page
    open_all(page)
    page.get_by_role("searchbox").fill("dyke")
    page.keyboard.press("Enter")
    page.get_by_role("combobox", name="Theme").select_option("dark")
    page.get_by_role("button", name="Fold all", exact=True).click()
    page.get_by_role("button", name="Unfold all", exact=True).click()
    page.get_by_role("button", name="Help").click()
    page.keyboard.press("Escape")
    page.pdf()
    watched.assert_quiet()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_everything_open(
    browser_page: OpenPage, river: Path, scheme: Scheme, size: str
) -> None:
    width, height = SIZES[size]
    page = browser_page(river, width=width, height=height, scheme=scheme).page
    assert axe(page) == []
    open_all(page)
    assert axe(page) == []
    page.get_by_role("button", name="Help").dispatch_event("click")
    assert axe(page) == []


def walk(page: Page, presses: int) -> list[int]:
    """Press Tab so often; list where the focus came to, none of it out of the window."""
    found = []
    for _ in range(presses):
        page.keyboard.press("Tab")
        number, is_body = page.evaluate(STOP)
        assert is_body or not page.evaluate(OUTSIDE), page.evaluate(
            "document.activeElement.outerHTML.slice(0, 200)"
        )
        found.append(number)
    return found


@pytest.mark.parametrize("size", ["laptop", "zoomed", "phone"])
def test_tab_goes_round_and_is_caught_nowhere(
    browser_page: OpenPage, river: Path, size: str
) -> None:
    width, height = SIZES[size]
    page = browser_page(river, width=width, height=height).page
    open_all(page)
    first = walk(page, 70)
    assert first.count(first[-1]) < 8
    stops = max(first) + 1
    assert stops > 25
    assert max(walk(page, 70)) + 1 == stops
    parts = page.evaluate(
        """() => ['#tools', '#outline', '#view', '#details', '#article'].filter(
          (part) => window.stops.some((stop) => stop.closest?.(part)))"""
    )
    sheets = ["#details", "#article"]
    covered = [] if size == "laptop" else ["#outline", "#view"]
    assert parts == [
        part for part in ("#tools", "#outline", "#view", *sheets) if part not in covered
    ]


def test_every_statement_is_reached_by_the_arrow_keys(browser_page: OpenPage) -> None:
    page = browser_page(file_page(NATO)).page
    page.locator("[role=treeitem][tabindex='0']").focus()
    page.keyboard.press("Home")
    reached = {page.evaluate("document.activeElement.dataset.item")}
    while True:
        page.keyboard.press("ArrowDown")
        item = page.evaluate("document.activeElement.dataset.item")
        if item in reached:
            break
        reached.add(item)
    data = "JSON.parse(document.getElementById('data').textContent).items.length"
    assert len(reached) == page.evaluate(data)


def rectangles(page: Page, *parts: str) -> dict[str, Any]:
    """Give where parts of the page stand."""
    return {part: page.locator(part).bounding_box() for part in parts}


@pytest.mark.parametrize("size", SIZES)
def test_the_picture_has_room_in_every_window(browser_page: OpenPage, size: str) -> None:
    width, height = SIZES[size]
    watched = browser_page(file_page(NATO), width=width, height=height)
    page = watched.page
    seen = rectangles(page, "header", "#view")
    assert seen["#view"]["height"] >= 0.6 * height
    assert seen["#view"]["width"] >= 0.4 * width
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.documentElement.scrollHeight") <= height
    letters = page.locator(".box .tx").first.bounding_box()
    assert letters is not None
    assert letters["height"] >= 9
    watched.assert_quiet()


def test_on_a_phone_outline_and_picture_share_the_height(browser_page: OpenPage) -> None:
    page = browser_page(file_page(NATO), width=390, height=844).page
    assert page.locator("#outline").is_hidden()
    page.get_by_role("button", name="Outline").click()
    seen = rectangles(page, "#outline", "#view")
    assert seen["#outline"]["width"] == seen["#view"]["width"] == 390
    assert seen["#outline"]["height"] > 300
    assert seen["#view"]["height"] > 250
    assert seen["#outline"]["y"] + seen["#outline"]["height"] == seen["#view"]["y"]


def centre_of(watched: Watched) -> float:
    """Go to a statement far down and give how far the picture is scrolled at once."""
    page = watched.page
    page.evaluate("document.querySelectorAll('[role=treeitem]')[30].click()")
    scrolled: float = page.evaluate("view.scrollTop")
    return scrolled


def test_little_motion_is_shown_to_those_who_ask_for_it(browser_page: OpenPage) -> None:
    html = file_page(NATO)
    still = browser_page(html, reduced_motion=True)
    at_once = centre_of(still)
    still.page.wait_for_timeout(600)
    assert still.page.evaluate("view.scrollTop") == at_once > 100
    moving = browser_page(html)
    begun = centre_of(moving)
    moving.page.wait_for_function("(at) => view.scrollTop === at", arg=at_once)
    assert begun < at_once

"""Addresses of single statements within the page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings

from argmap.render.draw import draw_page
from tests.browser.modules import MODEL, call
from tests.render.drawing import market, read_case
from tests.strategies import maps, write

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.watching import OpenPage

ROUND = f"""() => {{
  const model = {MODEL};
  const find = linksModule.createAddresses(model);
  return model.items.map((item) => [find(linksModule.hashOf(item)), item.index]);
}}"""
NAMED = """
argmap: 1
title: Names
thesis:
  claim: The quay is better.
  id: 码头
  because:
    - claim: It is wider.
      id: A2
    - claim: It is nearer.
    - premises:
        - claim: It is new.
          id: Größe
        - assumption: New is good.
"""
SEEN = """() => {
  // cards are built as they come into sight
  const card = document.querySelector('#map .selected')?.getBoundingClientRect();
  const view = document.getElementById('view').getBoundingClientRect();
  return card && card.left >= view.left && card.right <= view.right
    && card.top >= view.top && card.bottom <= view.bottom;
}"""


def names(open_page: OpenPage, fragment: str = "") -> Page:
    """Open the page of a map with ids in several scripts, one of them another's label."""
    case = read_case(NAMED)
    return open_page(draw_page(case.graph, case.evaluation), fragment=fragment).page


def selected(page: Page) -> str:
    """Give the text of the row that is selected."""
    return page.locator("[role=treeitem][aria-selected=true] .ui-text").inner_text()


def test_every_item_is_found_by_its_own_address(browser_page: OpenPage) -> None:
    page = names(browser_page)

    @given(maps())
    @settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
    def find(data: dict[str, object]) -> None:
        case = read_case(write(data))
        drawn = json.dumps(draw_page(case.graph, case.evaluation))
        page.evaluate(f"() => {{ document.open(); document.write({drawn}); document.close(); }}")
        pairs: list[list[Any]] = call(page, ROUND)
        assert [found for found, _ in pairs] == [index for _, index in pairs]

    find()


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("#码头", "The quay is better."),
        ("#%E7%A0%81%E5%A4%B4", "The quay is better."),
        ("#A2", "It is wider."),
        ("#Gr%C3%B6%C3%9Fe", "It is new."),
        ("#Gro%CC%88%C3%9Fe", "It is new."),
        ("#thesis.because[1]", "It is nearer."),
        ("#thesis.because%5B1%5D", "It is nearer."),
        ("#thesis.because[2]", "2 statements that count only together"),
    ],
)
def test_an_address_opens_its_statement(browser_page: OpenPage, fragment: str, text: str) -> None:
    page = names(browser_page, fragment)
    assert selected(page) == text


def test_an_address_unfolds_and_centres(browser_page: OpenPage) -> None:
    page = browser_page(draw_page(market().graph, market().evaluation), fragment="#this-year").page
    page.wait_for_function(SEEN)
    page.get_by_role("button", name="Fold all", exact=True).click()
    page.evaluate("location.hash = '#gave-up'")
    page.wait_for_function(SEEN)
    assert selected(page) == "The ferry company has given up the quay."


def test_the_address_follows_the_selection(browser_page: OpenPage) -> None:
    page = names(browser_page)
    before = page.evaluate("history.length")
    for text, fragment in (
        ("It is wider.", "#A2"),
        ("It is new.", "#Gr%C3%B6%C3%9Fe"),
    ):
        page.locator(".ui-text", has_text=text).click()
        assert page.evaluate("location.hash") == fragment
    page.keyboard.press("Escape")
    assert page.evaluate("location.href").endswith(".html")
    assert page.evaluate("history.length") == before


@pytest.mark.parametrize(
    ("fragment", "name"), [("#nothing", "nothing"), ("#%E7%A0", "%E7%A0"), ("#<b>", "<b>")]
)
def test_an_unknown_address_is_told_of(browser_page: OpenPage, fragment: str, name: str) -> None:
    page = names(browser_page, fragment)
    assert page.get_by_role("status").inner_text() == f"This map has no statement «{name}»."
    assert page.locator("[aria-selected=true]").count() == 0

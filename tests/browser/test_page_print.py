"""The page on paper: every card whole, every statement in words, nothing of the tools."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.modules import call
from tests.browser.samples import SAMPLES, file_page, made_page, page_of
from tests.render.drawing import broad, chain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.watching import OpenPage

PAPER = (297 / 25.4 * 96 - 2 * 11 / 25.4 * 96, 210 / 25.4 * 96 - 2 * 11 / 25.4 * 96)
"""What the margins leave of A4, lying, in pixels."""

SHEETS = """() => [...document.querySelectorAll('.ui-sheet svg')].map((svg) => {
  const window = svg.viewBox.baseVal;
  return {
    width: Number(svg.getAttribute('width')),
    height: svg.parentNode.getBoundingClientRect().height,
    scale: Number(svg.getAttribute('width')) / window.width,
    boxes: [...svg.querySelectorAll('.ui-printed-box')].map((box) => {
      const [x, y] = /\\(([-\\d.]+) ([-\\d.]+)\\)/.exec(box.getAttribute('transform'))
        .slice(1).map(Number);
      const drawn = box.querySelector('.grp') ?? box.querySelector('.card');
      const { width, height } = drawn.getBBox();
      return [x, y, x + width, y + height];
    }),
    nodes: [...svg.querySelectorAll('[data-node]')].map((node) => node.dataset.node),
    window: [window.x, window.y, window.x + window.width, window.y + window.height],
  };
})"""
"""Gives size, cards and statements of each sheet, and the stretch of the picture it shows."""


def prepare(open_page: OpenPage, html: str) -> Page:
    """Open a page as it stands just before it is printed."""
    page = open_page(html, width=1280, height=800).page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    return page


def pages(name: str) -> str:
    """Draw the page of a sample, or of a map made to be awkward on paper."""
    made = {"made": lambda: made_page(300), "deep": lambda: page_of(chain(40))}
    return made[name]() if name in made else file_page(SAMPLES[name])


@pytest.mark.parametrize("name", [*SAMPLES, "made", "deep"])
def test_no_card_is_cut_and_none_is_missing(browser_page: OpenPage, name: str) -> None:
    page = prepare(browser_page, pages(name))
    shown = page.evaluate("JSON.parse(document.getElementById('data').textContent).boxes.length")
    sheets: list[dict[str, Any]] = page.evaluate(SHEETS)
    for sheet in sheets:
        assert sheet["width"] <= PAPER[0]
        assert sheet["height"] <= PAPER[1]
        assert sheet["scale"] > 0.5
        left, top, right, bottom = sheet["window"]
        for x, y, end, foot in sheet["boxes"]:
            assert (left <= x, top <= y, end <= right, foot <= bottom) == (True,) * 4
    nodes = [node for sheet in sheets for node in sheet["nodes"]]
    assert len(nodes) == len(set(nodes))
    assert sum(len(sheet["boxes"]) for sheet in sheets) == shown


def test_what_is_folded_stays_folded_and_is_counted(browser_page: OpenPage) -> None:
    page = browser_page(file_page(SAMPLES["nato"])).page
    page.get_by_role("button", name="Fold all", exact=True).click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    words = page.locator(".ui-printed").inner_text()
    folded = re.findall(r"Folded away below: (\d+) statements?", words.replace("\xa0", " "))
    shown = page.locator(".ui-printed-item:not(.ui-printed-premises, .ui-printed-ref)").count()
    assert 1 <= shown < 30
    assert shown + sum(map(int, folded)) == 131


def test_the_tools_are_gone_and_come_back(browser_page: OpenPage) -> None:
    watched = browser_page(file_page(SAMPLES["market"]))
    page = watched.page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert not page.locator("#tools").is_visible()
    assert page.locator(".ui-printed-item").count() > 20
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert page.locator("#tools").is_visible()
    assert page.locator(".ui-print").count() == 0
    watched.assert_quiet()


@pytest.fixture
def printed(browser_page: OpenPage, tmp_path: Path) -> Iterator[Any]:
    """Print the sample map into a PDF and open that."""
    pdfium = pytest.importorskip("pypdfium2")
    page = browser_page(file_page(SAMPLES["nato"])).page
    path = tmp_path / "page.pdf"
    page.pdf(path=path, prefer_css_page_size=True)
    with pdfium.PdfDocument(path) as document:
        yield document


def text_of(document: Any, number: int) -> str:
    """Give the words of a page of a PDF."""
    page = document[number]
    words = page.get_textpage()
    text: str = words.get_text_range()
    words.close()
    page.close()
    return text


def test_the_paper_has_text_and_its_pages_are_full_size(printed: Any) -> None:
    texts = [text_of(printed, number) for number in range(len(printed))]
    assert "The further NATO moves into Asian security" in " ".join(texts[0].split())
    assert any("NATO turns toward Asia (1 of" in text for text in texts)
    assert all(text.strip() for text in texts)
    whole = " ".join(" ".join(texts).split())
    assert whole.count("Over several years NATO has taken up Asian security more and more") >= 1
    assert "The map in words" in whole
    assert printed.get_page_size(0) == pytest.approx((842, 595), abs=2)


def test_a_box_larger_than_paper_has_a_sheet_of_its_own(browser_page: OpenPage) -> None:
    page = browser_page(page_of(broad(3))).page
    room = {"width": 900, "height": 600}
    boxes = [
        {"index": at, "x": 0, "y": at * 1_000, "width": 300, "height": 900 if at == 1 else 90}
        for at in range(4)
    ]
    sheets = call(page, "sheetsModule.cutPanel", boxes, room)
    assert [sheet["boxes"] for sheet in sheets] == [[0], [1], [2], [3]]
    assert [sheet["scale"] < 0.65 for sheet in sheets] == [False, True, False, False]
    assert all(sheet["height"] * sheet["scale"] <= 600.5 for sheet in sheets)


def test_cutting_is_by_columns_where_a_map_is_wide(browser_page: OpenPage) -> None:
    page = browser_page(page_of(broad(3))).page
    boxes = [{"index": at, "x": at * 356, "y": 0, "width": 308, "height": 90} for at in range(9)]
    sheets = call(page, "sheetsModule.cutPanel", boxes, {"width": 900, "height": 600})
    assert [index for sheet in sheets for index in sheet["boxes"]] == list(range(9))
    assert all(sheet["scale"] >= 0.65 for sheet in sheets)
    assert len(sheets) == 3

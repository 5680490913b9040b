"""The functions behind details and article, called one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.modules import call

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.watching import OpenPage

READING = {"source": "s", "passages": [{"nodes": [0]}, {}, {"nodes": [0, 1]}]}
CITED = "(item, reading) => [...readingModule.citedIn(reading, item)]"


@pytest.fixture
def blank(browser_page: OpenPage) -> Page:
    """Open a page that holds nothing."""
    return browser_page("<!doctype html><title>Blank</title>").page


@pytest.mark.parametrize(
    ("cite", "expected"),
    [
        pytest.param({"at": "2"}, [[2, []]], id="one paragraph"),
        pytest.param({"at": "2-3"}, [[2, []], [3, []]], id="several"),
        pytest.param({"at": "3-999999999"}, [[3, []]], id="past the end"),
        pytest.param({"at": "4"}, [], id="no such paragraph"),
        pytest.param({}, [], id="the whole"),
        pytest.param({"found": [1, 3]}, [[1, []], [3, []]], id="where the words stand"),
        pytest.param(
            {"at": "3", "spots": [[3, 7, 9], [1, 4, 6], [3, 2, 5]]},
            [[1, [[4, 6]]], [3, [[2, 5], [7, 9]]]],
            id="spots in order",
        ),
        pytest.param({"at": "1", "source": "other"}, [], id="another source"),
    ],
)
def test_citations_lead_to_paragraphs(blank: Page, cite: dict[str, Any], expected: Any) -> None:
    item = {"cites": [{"source": "s", **cite}]}
    assert call(blank, CITED, item, READING) == expected


def test_the_source_that_is_shown_stays_where_it_is_cited(blank: Page) -> None:
    other = {"source": "t", "passages": [{}]}
    item = {"cites": [{"source": "s", "at": "1"}, {"source": "t", "at": "1"}]}
    find = (
        "(item, readings, shown) =>"
        " readingModule.readingOf({ readings }, item, readings[shown] ?? null)?.source ?? null"
    )
    assert call(blank, find, item, [READING, other], 1) == "t"
    assert call(blank, find, item, [READING, other], None) == "s"
    assert call(blank, find, {"cites": [{"source": "s"}]}, [READING, other], 1) is None
    assert call(blank, find, {}, [READING, other], 0) is None


def test_paragraphs_that_are_used_are_counted(blank: Page) -> None:
    assert call(blank, "readingModule.countUsed", READING) == 2
    assert call(blank, "readingModule.hasText", READING) is False


def test_what_was_taken_from_a_paragraph_is_told_once(blank: Page) -> None:
    quoted = {"source": "s", "at": "3", "quote": "q"}
    items = [
        {"node": 0, "cites": [quoted, {"source": "s", "at": "1", "quote": "elsewhere"}]},
        {"node": 1, "cites": [quoted, {"source": "s", "found": [3], "note": "n"}]},
    ]
    take = (
        "(items, reading) => readingModule.takenFrom("
        "{ items, itemOfNode: new Map([[0, 0], [1, 1]]) }, reading, 3)"
    )
    assert call(blank, take, items, READING) == [
        {"quote": "q", "note": None},
        {"quote": None, "note": "n"},
    ]


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        pytest.param({}, "", id="the whole"),
        pytest.param({"at": "4"}, "paragraph 4", id="one"),
        pytest.param({"at": "4-6", "page": "xii"}, "paragraphs 4–6, page xii", id="several"),
        pytest.param({"page": "3"}, "page 3", id="page"),
    ],
)
def test_places_are_told_in_words(blank: Page, cited: dict[str, Any], expected: str) -> None:
    assert call(blank, "relationsModule.placeWords", cited) == expected


@pytest.mark.parametrize(
    ("cited", "state"),
    [
        pytest.param({"verified": True, "quote": "q"}, "held", id="held"),
        pytest.param({"verified": True, "at": "1"}, None, id="no quotation"),
        pytest.param({"quote": "q"}, "open", id="not compared"),
        pytest.param({"at": "1"}, None, id="nothing to compare"),
        pytest.param({"verified": False, "at": "9"}, "lacking", id="no such paragraph"),
        pytest.param({"verified": False, "quote": "q"}, "lacking", id="not there"),
        pytest.param({"verified": False, "quote": "q", "found": [2, 4]}, "lacking", id="moved"),
    ],
)
def test_verdicts_claim_no_more_than_is_known(
    blank: Page, cited: dict[str, Any], state: str | None
) -> None:
    verdict = call(blank, "relationsModule.verdictOf", cited)
    assert (verdict and verdict["state"]) == state
    if cited.get("found"):
        assert verdict["words"].endswith("paragraphs 2, 4.")


def test_a_long_list_waits_with_its_rest(blank: Page) -> None:
    show = """() => {
      const make = (_, index) => ({ index, kind: 'claim', text: 'A' });
      const items = Array.from({ length: 100 }, make);
      const entries = items.map((item) => ({ item, sign: null }));
      document.body.append(entriesModule.listEntries({ model: { items } }, entries, 'test'));
    }"""
    call(blank, show)
    assert blank.locator("li .ui-entry").count() == 60
    blank.get_by_role("button", name="Show 40 more").click()
    assert blank.locator("li .ui-entry").count() == 100
    assert blank.locator("li").count() == 100
    assert blank.locator("li").nth(60).evaluate("one => one.contains(document.activeElement)")

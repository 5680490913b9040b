"""Search and filters of the page: what is found, what is told of it, and where one goes."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, Any

import pytest

import argmap
from argmap.render.draw import draw_page
from tests.browser.modules import MODEL, call
from tests.conftest import ROOT
from tests.render.drawing import MARKET, read_case

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.watching import OpenPage

NATO = ROOT / "maps" / "nato_asia.yaml"
BLANK = "<!doctype html><title>Blank</title>"
FIELDS = ("title", "text", "id", "label", "by", "note", "qualifier", "conceded", "section")

FIND_ALL = f"""(queries) => {{
  const search = searchModule.createSearch({MODEL});
  return queries.map((query) => search.find(query));
}}"""
FILTER = f"""(wanted) => {{
  const without = new Set(wanted.without);
  const all = {{ ...finderModule.nothingWanted(), ...wanted, without }};
  return finderModule.createFinder({MODEL})(all);
}}"""
DIMMED = "() => document.querySelectorAll('.ui-row.ui-dim').length"


def open_map(open_page: OpenPage, path: Path, **options: Any) -> Page:
    """Open the page of a map, as `argmap render` writes it."""
    return open_page(argmap.render(argmap.load(path), "html").decode(), **options).page


def items_of(page: Page) -> list[dict[str, Any]]:
    """Give the items of the page's map."""
    data: dict[str, Any] = json.loads(page.locator("#data").inner_text())
    items: list[dict[str, Any]] = data["items"]
    return items


def words_of(item: dict[str, Any]) -> list[str]:
    """List all words of a statement, those of its quotations and tags included."""
    said = [str(item[field]) for field in FIELDS if field in item]
    said += item.get("tags", ())
    for cite in item.get("cites", ()):
        said += [cite.get("quote", ""), cite.get("note", "")]
    return " ".join(said).split()


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("NATO", "nato"),
        ("Été à Zürich", "ete a zurich"),
        ("ＮＡＴＯ　２０２３", "nato 2023"),
        ("ﾊﾞﾝｺｸ", "ハ\u3099ンコク"),
        ("バンコク", "ハ\u3099ンコク"),
        ("Straße", "strasse"),
        ("ΟΔΟΣ ὁδός", "οδοσ οδοσ"),
        ("NATO’s «goal» — now", 'nato\'s "goal" - now'),
        ("co\u00adoperation", "cooperation"),
        ("İzmir", "izmir"),
        ("Ёлка", "елка"),
        ("مُحَمَّد", "محمد"),
    ],
)
def test_what_readers_do_not_tell_apart_is_folded(
    browser_page: OpenPage, text: str, folded: str
) -> None:
    page = browser_page(BLANK).page
    assert call(page, "searchModule.foldText", text) == folded
    assert call(page, "searchModule.foldText", folded) == folded


@pytest.mark.parametrize("path", [NATO, MARKET], ids=["nato", "market"])
def test_every_statement_is_found_by_any_three_of_its_words(
    browser_page: OpenPage, path: Path
) -> None:
    page = open_map(browser_page, path)
    chooser = random.Random(5)
    asked = []
    for index, item in enumerate(items_of(page)):
        words = words_of(item) if "node" in item else []
        picked = [chooser.sample(words, min(3, len(words))) for _ in range(4)]
        asked += [(index, " ".join(three).upper()) for three in picked if three]
    found = call(page, FIND_ALL, [query for _, query in asked])
    assert len(asked) > 200
    missed = [query for (index, query), hits in zip(asked, found, strict=True) if index not in hits]
    assert missed == []


def test_sources_are_found_by_their_titles_and_cjk_by_any_part(browser_page: OpenPage) -> None:
    page = open_map(browser_page, MARKET)
    items = items_of(page)
    titles, part, nothing = call(page, FIND_ALL, ["okoye LOAD", "場の移転", "okoye 市場"])
    assert titles
    assert all(any(cite["source"] == "engineers" for cite in items[at]["cites"]) for at in titles)
    assert [cite["source"] for at in part for cite in items[at]["cites"]] == ["tokyo"] * len(part)
    assert part
    assert nothing == []


def test_references_are_found_at_what_they_refer_to(browser_page: OpenPage) -> None:
    page = open_map(browser_page, MARKET)
    items = items_of(page)
    (hits,) = call(page, FIND_ALL, ["gave-up"])
    assert [items[at]["kind"] for at in hits] == ["counterpoint"]


def test_filters_narrow_what_is_found(browser_page: OpenPage) -> None:
    page = open_map(browser_page, MARKET)
    items = items_of(page)
    statements = [at for at, item in enumerate(items) if "node" in item]

    def found(**wanted: Any) -> list[int]:
        hits: list[int] = call(page, FILTER, {"without": [], **wanted})
        return hits

    def such(key: str, *values: str) -> list[int]:
        return [at for at in statements if items[at].get(key) in values]

    assert call(page, FILTER, {"without": []}) is None
    assert found(without=["evidence"]) == such("kind", "claim", "counterpoint", "assumption")
    assert found(status="defeated") == such("status", "defeated")
    assert found(status="weak") == such("status", "unsupported", "defeated", "undecided")
    told = [at for at, item in enumerate(items) if "findings" in item]
    assert found(finding="any") == told
    assert any(items[at]["kind"] == "ref" for at in told)
    assert found(finding="AM401") == [
        at for at in told if any(one["code"] == "AM401" for one in items[at]["findings"])
    ]
    both = found(words="pier", status="defeated", without=["assumption"])
    assert both
    assert set(both) < set(found(words="pier"))


def test_search_tells_of_hits_and_opens_them_only_when_asked(browser_page: OpenPage) -> None:
    page = open_map(browser_page, NATO)
    hits = page.get_by_role("status")
    page.get_by_role("button", name="Fold all", exact=True).click()
    rows = page.locator("[role=treeitem]").count()
    page.keyboard.press("/")
    page.keyboard.type("partnership rules-based")
    assert hits.inner_text() == "1 hit, 1 folded away"
    assert page.locator("[role=treeitem]").count() == rows
    assert page.evaluate(DIMMED) == rows
    page.keyboard.press("Enter")
    assert hits.inner_text() == "Hit 1 of 1"
    selected = page.locator("[role=treeitem][aria-selected=true]")
    assert "Beijing with Moscow" in selected.inner_text()
    assert page.locator("#map .selected").count() >= 1
    assert page.evaluate("document.activeElement.type") == "search"


def test_hits_are_plain_and_all_else_is_dimmed_in_the_picture(browser_page: OpenPage) -> None:
    page = open_map(browser_page, MARKET, height=4000)
    page.get_by_role("searchbox").fill("pier inspected passed")
    ways = """(name) => [...document.querySelectorAll(`#map [data-${name}]`)].map((made) => [
      made.dataset[name], made.classList.contains('dim'),
    ])"""
    items = items_of(page)
    (hit,) = call(page, FIND_ALL, ["pier inspected passed"])[0]
    node = str(items[hit]["node"])
    for name in ("node", "ref"):
        plain = [number for number, dimmed in page.evaluate(ways, name) if not dimmed]
        assert plain == [node]


def test_a_finding_at_a_reference_is_gone_to(browser_page: OpenPage) -> None:
    page = open_map(browser_page, MARKET)
    page.get_by_role("button", name="Filter").click()
    page.get_by_label("Finding").select_option("AM405")
    page.get_by_role("button", name="Next hit").click()
    selected = page.locator("[role=treeitem][aria-selected=true]")
    assert selected.locator(".ui-jump").inner_text() == "→ see E9"
    page.wait_for_function(
        """() => {
          const view = document.getElementById('view').getBoundingClientRect();
          const drawn = document.querySelector('#map [data-id="this-year"]');
          const card = drawn?.getBoundingClientRect();
          return card && card.top > view.top && card.bottom < view.bottom;
        }"""
    )


def test_next_and_previous_hit_go_round_in_reading_order(browser_page: OpenPage) -> None:
    page = open_map(browser_page, NATO)
    page.keyboard.press("n")
    assert page.get_by_role("status").inner_text() == "Nothing is searched for"
    search = page.get_by_role("searchbox")
    search.fill("Vilnius")
    page.locator("#view").focus()
    count = int(page.get_by_role("status").inner_text().split()[0])
    assert count > 2
    told = []
    for key in ["n"] * (count + 1) + ["p", "p"]:
        page.keyboard.press(key)
        told.append(page.get_by_role("status").inner_text())
    places = [*range(1, count + 1), 1, count, count - 1]
    assert told == [f"Hit {place} of {count}" for place in places]
    search.fill("Vilnius xyzzy")
    search.press("Enter")
    assert page.get_by_role("status").inner_text() == "No hits"


def test_escape_clears_what_is_asked_for_and_then_the_selection(browser_page: OpenPage) -> None:
    page = open_map(browser_page, MARKET)
    page.get_by_role("button", name="Filter").click()
    page.get_by_label("Evidence (").uncheck()
    page.get_by_label("Status").select_option("weak")
    page.get_by_label("Finding").select_option("any")
    page.get_by_role("searchbox").fill("pier")
    page.get_by_role("searchbox").press("Enter")
    assert page.evaluate(DIMMED) > 0
    page.keyboard.press("Escape")
    assert page.get_by_role("searchbox").input_value() == ""
    assert page.get_by_label("Evidence (").is_checked()
    assert page.get_by_label("Status").input_value() == ""
    assert page.get_by_label("Finding").input_value() == ""
    assert page.evaluate(DIMMED) == 0
    assert page.locator("[aria-selected=true]").count() == 1
    page.keyboard.press("Escape")
    assert page.locator("[aria-selected=true]").count() == 0


def test_filters_offer_what_occurs_with_its_count(browser_page: OpenPage) -> None:
    case = read_case(
        "argmap: 1\ntitle: T\nthesis: {claim: One., because: [{evidence: Two.}, {claim: Three.}]}\n"
    )
    page = browser_page(draw_page(case.graph, case.evaluation)).page
    page.get_by_role("button", name="Filter").click()
    assert page.locator("#filters label").all_inner_texts()[:2] == ["Claim (2)", "Evidence (1)"]
    assert page.get_by_label("Status").locator("option").all_inner_texts() == [
        "any",
        "all weak points (3)",
        "no support (3)",
    ]
    assert page.get_by_label("Finding").locator("option").all_inner_texts() == [
        "with and without",
        "any finding (0)",
    ]
    assert page.locator("#filters input").count() == 2
    page.get_by_label("Claim (2)").uncheck()
    assert page.get_by_role("status").inner_text() == "1 hit"
    assert page.get_by_role("button", name="Filter: on").get_attribute("aria-expanded") == "true"
    page.get_by_role("button", name="Show everything").click()
    assert page.get_by_role("button", name="Filter", exact=True).is_visible()
    assert page.evaluate(DIMMED) == 0

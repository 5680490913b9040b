"""The outline and the tools of the page, by mouse and by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import argmap
from argmap.render.draw import draw_page
from bench.maps import write_map
from tests.browser.modules import MODEL, call
from tests.render.drawing import MARKET, market, read_case

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
FACTS = """() => [...document.querySelectorAll('[role=treeitem]')].map((row) => [
  row.querySelector('.ui-text').textContent,
  ...['aria-level', 'aria-posinset', 'aria-setsize', 'aria-expanded']
    .map((name) => row.getAttribute(name)),
])"""
SHOWN = "() => document.querySelectorAll('.box [data-node]').length"
IN_SIGHT = """() => {
  const row = document.activeElement.getBoundingClientRect();
  const tree = document.getElementById('tree').getBoundingClientRect();
  return row.top >= tree.top && row.bottom <= tree.bottom;
}"""


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


def test_the_tree_tells_levels_places_and_what_is_unfolded(browser_page: OpenPage) -> None:
    page = small(browser_page)
    assert page.evaluate(FACTS) == [
        ["Top.", "1", "1", "1", "true"],
        ["Alpha.", "2", "1", "4", "true"],
        ["Deep alpha.", "3", "1", "2", "true"],
        ["Ground.", "4", "1", "1", None],
        ["Umbra.", "3", "2", "2", None],
        ["2 statements that count only together", "2", "2", "4", "true"],
        ["Beta.", "3", "1", "2", "true"],
        ["Deep beta.", "4", "1", "1", None],
        ["Nu.", "3", "2", "2", None],
        ["Gamma.", "2", "3", "4", "true"],
        ["Beta.", "3", "1", "1", None],
        ["Zeta.", "2", "4", "4", None],
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Top.", ["Thesis:", "Top.", "Claim", "No support"]),
        ("Deep alpha.", ["Supports:", "Claim"]),
        ("Ground.", ["Supports:", "Evidence", "No source"]),
        ("Umbra.", ["Speaks against the step:", "Says: the moon"]),
        ("2 statements that count only together", ["Supports:", "Why this follows: A rule."]),
        ("Nu.", ["Counts together with", "Assumption", "together with"]),
        ("Zeta.", ["Speaks against:", "Counterpoint", "Granted: True but small."]),
    ],
)
def test_rows_say_what_they_are_in_words(
    browser_page: OpenPage, text: str, words: list[str]
) -> None:
    page = small(browser_page)
    said = row(page, text).first.text_content() or ""
    assert [word for word in words if word not in said] == []


def test_findings_and_sections_are_told_of(browser_page: OpenPage) -> None:
    page = browser_page(argmap.render(argmap.load(MARKET), "html").decode()).page
    unsafe = row(page, "The old pier can no longer carry the market safely.")
    assert unsafe.locator(".ui-section").inner_text() == "Safety"
    orders = row(page, "Online orders took a tenth of the trade last year.")
    assert orders.locator(".ui-pill-warning").inner_text() == "AM401"


def test_what_leads_nowhere_is_said(browser_page: OpenPage) -> None:
    page = small(
        browser_page,
        "argmap: 1\ntitle: T\nthesis: {claim: One., because: [{ref: lost}, {premises: []}]}\n",
    )
    assert row(page, "lost").locator(".ui-jump").inner_text() == "→ leads nowhere"
    assert row(page, "lost").locator(".sign.idle").count() == 1
    row(page, "lost").click()
    assert row(page, "lost").get_attribute("aria-selected") == "true"
    assert rows(page)[-1] == "An empty reason"


def test_keys_go_through_the_tree(browser_page: OpenPage) -> None:
    page = small(browser_page)
    page.locator("[role=treeitem][tabindex='0']").focus()
    assert press(page, "ArrowDown", "ArrowDown") == "Deep alpha."
    assert press(page, "ArrowUp") == "Alpha."
    assert press(page, "End") == "Zeta."
    assert press(page, "ArrowDown") == "Zeta."
    assert press(page, "Home") == "Top."
    assert press(page, "ArrowUp") == "Top."
    assert press(page, "ArrowRight") == "Alpha."
    assert press(page, "ArrowLeft") == "Alpha."
    assert row(page, "Alpha.").get_attribute("aria-expanded") == "false"
    assert "Deep alpha." not in rows(page)
    assert press(page, "ArrowRight") == "Alpha."
    assert press(page, "ArrowRight", "ArrowRight", "ArrowRight") == "Ground."
    assert press(page, "ArrowLeft") == "Deep alpha."
    assert press(page, "ArrowLeft", "ArrowLeft", "ArrowLeft") == "Alpha."
    assert page.locator("[role=treeitem][tabindex='0']").count() == 1


def test_a_star_unfolds_all_beside(browser_page: OpenPage) -> None:
    page = small(browser_page)
    page.get_by_role("button", name="Fold all", exact=True).click()
    assert rows(page) == [
        "Top.",
        "Alpha.",
        "2 statements that count only together",
        "Beta.",
        "Nu.",
        "Gamma.",
        "Zeta.",
    ]
    page.locator("[role=treeitem][tabindex='0']").focus()
    assert press(page, "ArrowDown", "*") == "Alpha."
    assert "Deep alpha." in rows(page)
    assert "Deep beta." not in rows(page)
    assert row(page, "Gamma.").get_attribute("aria-expanded") == "true"


def test_letters_go_to_what_begins_so(browser_page: OpenPage) -> None:
    page = small(browser_page)
    page.locator("[role=treeitem][tabindex='0']").focus()
    assert press(page, "g") == "Ground."
    page.wait_for_timeout(750)
    assert press(page, "g") == "Gamma."
    page.wait_for_timeout(750)
    assert press(page, "d", "e", "e", "p", " ", "b") == "Deep beta."
    page.wait_for_timeout(750)
    assert press(page, "N") == "Nu."
    page.wait_for_timeout(750)
    assert press(page, "y") == "Nu."


def test_enter_selects_and_follows_references(browser_page: OpenPage) -> None:
    page = small(browser_page)
    page.locator("[role=treeitem][tabindex='0']").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator("#map .selected text.tx").first.text_content() == "Alpha."
    assert press(page, "Escape") == "Alpha."
    press(page, "End", "ArrowUp")
    page.keyboard.press("Space")
    assert row(page, "Beta.").first.get_attribute("aria-selected") == "true"
    row(page, "Zeta.").click()
    assert active(page) == "Zeta."
    row(page, "Beta.").last.click()
    assert active(page) == "Beta."
    assert row(page, "Beta.").first.get_attribute("aria-selected") == "true"
    assert page.evaluate(IN_SIGHT)


def test_folding_and_selecting_go_both_ways(browser_page: OpenPage) -> None:
    page = small(browser_page)
    all_drawn = page.evaluate(SHOWN)
    alpha = row(page, "Alpha.")
    alpha.locator(".ui-twist").click()
    assert "Umbra." not in rows(page)
    assert page.evaluate(SHOWN) < all_drawn
    assert alpha.locator(".ui-count").inner_text() == "3 below"
    page.locator(".toggle.folded").click()
    assert "Umbra." in rows(page)
    assert page.evaluate(SHOWN) == all_drawn
    assert not alpha.locator(".ui-count").is_visible()
    page.locator("#map text", has_text="Deep beta.").click()
    assert row(page, "Deep beta.").get_attribute("aria-selected") == "true"
    assert row(page, "Deep beta.").get_attribute("tabindex") == "0"


def test_a_folded_step_can_be_unfolded_in_the_picture(browser_page: OpenPage) -> None:
    page = small(browser_page)
    step = row(page, "2 statements that count only together")
    step.locator(".ui-twist").click()
    assert "Nu." not in rows(page)
    folded = page.locator(".toggle.folded")
    assert folded.locator("text").text_content() == "1"
    folded.click()
    assert "Nu." in rows(page)


def test_rows_are_built_as_they_come_into_sight(browser_page: OpenPage) -> None:
    page = large(browser_page, 1500)
    page.get_by_role("button", name="Unfold all", exact=True).first.click()
    total = call(page, f"() => {MODEL}.items.length")
    assert total > 1500
    assert page.locator("[role=treeitem]").count() < 300
    page.locator("[role=treeitem][tabindex='0']").focus()
    page.keyboard.press("End")
    assert page.evaluate(IN_SIGHT)
    page.keyboard.press("Home")
    for _ in range(120):
        page.keyboard.press("ArrowDown")
        assert page.evaluate(IN_SIGHT)
    page.evaluate("document.getElementById('tree').scrollTop = 40000")
    page.wait_for_function(
        """() => {
          const { left, top } = document.getElementById('tree').getBoundingClientRect();
          return document.elementFromPoint(left + 60, top + 200).closest('[role=treeitem]');
        }"""
    )


def test_what_is_looked_at_stays_where_it_is_when_something_is_folded(
    browser_page: OpenPage,
) -> None:
    page = large(browser_page, 300)
    page.locator("[role=treeitem][tabindex='0']").focus()
    page.keyboard.press("End")
    top = "document.activeElement.getBoundingClientRect().top"
    before = page.evaluate(top)
    page.locator("#map .toggle").first.dispatch_event("click")
    assert abs(page.evaluate(top) - before) < 2


def test_large_maps_open_folded_and_say_so(browser_page: OpenPage) -> None:
    page = large(browser_page)
    note = page.locator(".ui-start", has_text="opens folded")
    assert "This map has 500 statements" in note.inner_text()
    assert page.get_by_label("Depth").input_value() == "2"
    few = page.evaluate(SHOWN)
    note.get_by_role("button", name="Unfold all").click()
    assert page.evaluate(SHOWN) > few
    assert note.count() == 0
    assert page.get_by_label("Depth").input_value() == "all"


def test_depth_shows_so_many_levels(browser_page: OpenPage) -> None:
    page = small(browser_page)
    depth = page.get_by_label("Depth")
    assert depth.locator("option").all_inner_texts() == ["1", "2", "3", "all"]
    depth.select_option("2")
    assert "Deep alpha." in rows(page)
    assert "Ground." not in rows(page)
    row(page, "Alpha.").locator(".ui-twist").click()
    assert depth.input_value() == ""
    depth.select_option("all")
    assert "Ground." in rows(page)


def test_weak_points_come_one_after_the_other(browser_page: OpenPage) -> None:
    page = browser_page(draw_page(market().graph, market().evaluation)).page
    status = page.get_by_role("status")
    page.get_by_role("button", name="Fold all", exact=True).click()
    order = call(
        page,
        f"""() => {{
          const model = {MODEL};
          return finderModule.weakPoints(model).map((at) => model.items[at]);
        }}""",
    )
    kinds = [item["status"] for item in order]
    assert kinds == sorted(kinds, key=["unsupported", "defeated", "undecided"].index)
    for item in order:
        page.keyboard.press("u")
        text = page.locator("[aria-selected=true] .ui-text").inner_text()
        assert text == item["text"]
    assert status.inner_text() == f"Weak point {len(order)} of {len(order)}"
    page.get_by_role("button", name="Next weak point").click()
    assert status.inner_text() == f"Weak point 1 of {len(order)}"


def test_a_reader_is_told_where_to_start(browser_page: OpenPage) -> None:
    page = browser_page(draw_page(market().graph, market().evaluation)).page
    start = page.locator(".ui-start")
    assert start.locator(".ui-start-words").inner_text().startswith("The thesis stands: evidence")
    start.get_by_role("button", name="Start here").click()
    assert page.locator("[aria-level='1']").get_attribute("aria-selected") == "true"
    start.get_by_role("button", name="See 18 weak points").click()
    assert page.locator("#filters select").first.input_value() == "weak"
    assert page.get_by_role("status").inner_text() == "Weak point 1 of 18"


def test_a_map_without_weak_points_says_so(browser_page: OpenPage) -> None:
    page = small(
        browser_page, "argmap: 1\ntitle: Fine\nthesis: [{assumption: One.}, {assumption: Two.}]\n"
    )
    words = page.locator(".ui-start").inner_text()
    assert "The first of 2 theses stands" in words
    assert "Every statement stands." in words
    page.keyboard.press("u")
    assert page.get_by_role("status").inner_text() == "Every statement stands"


def test_zoom_by_buttons_and_keys(browser_page: OpenPage) -> None:
    page = small(browser_page)
    shown = page.locator(".ui-percentage")
    first = shown.inner_text()
    page.get_by_role("button", name="Zoom in").click()
    larger = shown.inner_text()
    assert int(larger.split()[0]) > int(first.split()[0])
    page.keyboard.press("-")
    assert shown.inner_text() == first
    page.keyboard.press("+")
    assert shown.inner_text() == larger
    page.keyboard.press("0")
    assert shown.inner_text() == first


def test_theme_outline_and_help(browser_page: OpenPage) -> None:
    page = small(browser_page)
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.get_by_label("Theme").select_option("dark")
    assert page.evaluate(ground) != light
    page.get_by_label("Theme").select_option("")
    assert page.evaluate(ground) == light
    button = page.get_by_role("button", name="Outline")
    button.click()
    assert not page.locator("#tree").is_visible()
    assert button.get_attribute("aria-expanded") == "false"
    button.click()
    assert page.locator("#tree").is_visible()
    page.locator("#view").focus()
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog")
    assert "speaks against the step" in dialog.inner_text()
    page.keyboard.press("Escape")
    assert not dialog.is_visible()
    assert page.evaluate("document.activeElement.id") == "view"


def test_keys_of_one_letter_can_be_left_out(browser_page: OpenPage) -> None:
    page = small(browser_page)
    page.get_by_role("button", name="Help").click()
    page.get_by_label("Keys of one letter or mark work").uncheck()
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("u")
    assert page.locator("[aria-selected=true]").count() == 0


def test_keys_are_words_where_one_types(browser_page: OpenPage) -> None:
    page = small(browser_page)
    page.keyboard.press("/")
    page.keyboard.type("n?u+0/")
    assert page.get_by_role("searchbox").input_value() == "n?u+0/"
    assert page.locator("[aria-selected=true]").count() == 0
    assert not page.get_by_role("dialog").is_visible()


def test_the_outline_is_made_wider_by_mouse_and_keys(browser_page: OpenPage) -> None:
    page = small(browser_page)
    edge = page.get_by_role("separator", name="Width of the outline")
    width = "document.getElementById('outline').getBoundingClientRect().width"
    before = page.evaluate(width)
    edge.focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate(width) == before + 24
    assert edge.get_attribute("aria-valuenow") == str(before + 24)
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(width) == before
    edge.hover()
    page.mouse.down()
    page.mouse.move(500, 300)
    page.mouse.up()
    page.mouse.move(100, 300)
    assert page.evaluate(width) == 500

"""The outline of the page, by mouse and by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import argmap
from tests.browser.modules import MODEL, call
from tests.browser.outlined import SHOWN, active, large, press, row, rows, small
from tests.render.drawing import MARKET

if TYPE_CHECKING:
    from tests.browser.watching import OpenPage

FACTS = """() => [...document.querySelectorAll('[role=treeitem]')].map((row) => [
  row.querySelector('.ui-text').textContent,
  ...['aria-level', 'aria-posinset', 'aria-setsize', 'aria-expanded']
    .map((name) => row.getAttribute(name)),
])"""
IN_SIGHT = """() => {
  const row = document.activeElement.getBoundingClientRect();
  const tree = document.getElementById('tree').getBoundingClientRect();
  return row.top >= tree.top && row.bottom <= tree.bottom;
}"""


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


def test_a_hidden_outline_is_not_built_and_comes_back_at_the_selection(
    browser_page: OpenPage,
) -> None:
    page = large(browser_page, 390)
    button = page.get_by_role("button", name="Outline")
    button.click()
    built = page.locator("[role=treeitem]").count()
    page.keyboard.press("u")
    page.get_by_role("button", name="Fold all", exact=True).click()
    page.get_by_role("button", name="Unfold all", exact=True).click()
    page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    assert page.locator("[role=treeitem]").count() <= max(built, 80)
    page.keyboard.press("u")
    button.click()
    page.wait_for_function(
        """() => {
          const row = document.querySelector('[aria-selected=true]').getBoundingClientRect();
          const tree = document.getElementById('tree').getBoundingClientRect();
          return row.top >= tree.top && row.bottom <= tree.bottom;
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


def test_of_many_premises_the_first_are_named(browser_page: OpenPage) -> None:
    premises = ", ".join(f"{{assumption: Number {number}.}}" for number in range(1, 10))
    page = small(
        browser_page,
        f"argmap: 1\ntitle: T\nthesis: {{claim: One., because: [{{premises: [{premises}]}}]}}\n",
    )
    said = row(page, "Number 1.").text_content() or ""
    assert "Counts together with A2, A3, A4, A5, A6 and 3 more: " in said
    assert "together with A2, A3, A4, A5, A6 and 3 more" in row(page, "Number 1.").inner_text()


@pytest.mark.parametrize(
    "text", ["A long thesis of many words. " * 8, "أطروحة طويلة من كلمات كثيرة. " * 8]
)
def test_a_thesis_keeps_its_words_within_its_banner(browser_page: OpenPage, text: str) -> None:
    page = small(
        browser_page,
        f"argmap: 1\ntitle: T\nthesis: {{claim: {text}, because: [{{evidence: One.}}]}}\n",
    )
    outside = page.evaluate(
        """() => {
          const ground = document.querySelector('#map .tb').getBoundingClientRect();
          return [...document.querySelectorAll('#map .thesis text')]
            .map((words) => words.getBoundingClientRect())
            .filter(({ left, right }) => left < ground.left || right > ground.right).length;
        }"""
    )
    assert outside == 0

"""The tools of the page: depth, weak points, zoom, themes, help, and the keys for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.render.draw import draw_page
from tests.browser.modules import MODEL, call
from tests.browser.outlined import SHOWN, large, row, rows, small
from tests.browser.watching import axe
from tests.render.drawing import market

if TYPE_CHECKING:
    from tests.browser.watching import OpenPage, Scheme


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_tools_are_accessible_in_every_state(browser_page: OpenPage, scheme: Scheme) -> None:
    watched = browser_page(draw_page(market().graph, market().evaluation), scheme=scheme)
    page = watched.page
    assert axe(page) == []
    page.get_by_role("button", name="Filter").click()
    page.keyboard.press("u")
    page.get_by_role("searchbox").fill("pier")
    assert axe(page) == []
    page.locator("#view").focus()
    page.keyboard.press("?")
    assert axe(page) == []
    watched.assert_quiet()


def test_every_tool_is_reached_by_the_tab_key(browser_page: OpenPage) -> None:
    page = browser_page(draw_page(market().graph, market().evaluation)).page
    page.get_by_role("button", name="Filter").click()
    page.get_by_role("searchbox").focus()
    controls = "header :is(button, input, select):not(:disabled)"
    waiting = page.locator(f"{controls}:visible").count()
    reached = {0}
    for _ in range(waiting - 1):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate(
                "(all) => [...document.querySelectorAll(all)].indexOf(document.activeElement)",
                controls,
            )
        )
    assert -1 not in reached
    assert len(reached) == waiting
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.role") == "treeitem"

"""The details panel: what it tells of a statement, where it leads, and where the focus goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.render.draw import draw_page
from tests.browser.pages import write_page
from tests.browser.river import write_river
from tests.browser.watching import axe
from tests.render.drawing import chain

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from tests.browser.watching import OpenPage, Scheme


@pytest.fixture
def river(tmp_path: Path) -> Path:
    """Write the page of the river."""
    return write_page(write_river(tmp_path))


def panel(page: Page) -> Locator:
    """Find the panel."""
    return page.locator("#details")


def choose(page: Page, words: str) -> Locator:
    """Click a statement in the outline, and give the panel."""
    page.locator("#outline .ui-text", has_text=words).first.click()
    return panel(page)


def entries(details: Locator, heading: str) -> list[str]:
    """Give the labels of what is listed under a heading."""
    section = details.get_by_role("region", name=heading, exact=True)
    return section.locator(".ui-label").all_inner_texts()


def test_it_is_closed_until_something_is_chosen(browser_page: OpenPage, river: Path) -> None:
    watched = browser_page(river)
    assert not panel(watched.page).is_visible()
    assert choose(watched.page, "It rose four metres.").is_visible()
    watched.assert_quiet()


def test_it_tells_all_that_was_written(browser_page: OpenPage, river: Path) -> None:
    details = choose(browser_page(river).page, "It rose four metres.")
    told = details.inner_text()
    for words in (
        *("Evidence", "rose", "It rose four metres.", "the miller", "certainly", "0.9"),
        *("It stands because it is evidence with a source.", "weather", "Seen by many."),
        *("four metres in March - higher", "A house by the river", "paragraph 1, page 2"),
    ):
        assert words in told
    assert details.locator("h2").inner_text() == "It rose four metres."


def test_it_says_why_a_statement_stands_and_leads_there(
    browser_page: OpenPage, river: Path
) -> None:
    page = browser_page(river).page
    details = choose(page, "The dyke should be repaired.")
    why = details.locator(".ui-why")
    assert "speaks against it, but is conceded" in why.inner_text()
    why.locator(".ui-link").first.click()
    assert details.locator("h2").inner_text() == "It rose four metres."


def test_it_says_whether_quotations_stand_in_the_source(
    browser_page: OpenPage, river: Path
) -> None:
    page = browser_page(river).page
    verdicts = choose(page, "It rose four metres.").locator(".ui-verdict")
    assert verdicts.all_inner_texts() == ["These words stand in the source."] * 2
    choose(page, "It costs two million.")
    elsewhere = "These words stand elsewhere in the source: paragraph 5."
    assert verdicts.all_inner_texts() == [elsewhere]
    choose(page, "The dyke fell.")
    assert verdicts.all_inner_texts() == [
        "These words do not stand in the source.",
        "The source has no paragraph 9.",
    ]
    choose(page, "All of it says so.")
    unknown = "Not compared with the source, whose text is not at hand."
    assert verdicts.all_inner_texts() == [unknown]


def test_it_links_to_the_web_only_where_that_is_safe(browser_page: OpenPage, river: Path) -> None:
    page = browser_page(river).page
    links = choose(page, "All of it says so.").locator("a")
    assert links.count() == 1
    assert links.get_attribute("href") == "https://example.org/river"
    assert links.get_attribute("rel") == "noreferrer noopener"
    assert "Known only through: A house by the river" in panel(page).inner_text()


def test_it_tells_findings_with_their_mend(browser_page: OpenPage, river: Path) -> None:
    details = choose(browser_page(river).page, "It costs two million.")
    told = details.locator(".ui-item").first.inner_text()
    assert "AM306" in told
    assert "To mend it: " in told
    assert "`" not in told


def test_it_tells_what_is_granted(browser_page: OpenPage, river: Path) -> None:
    details = choose(browser_page(river).page, "السد آمن")
    assert "It held once." in details.inner_text()
    assert details.locator("h2").get_attribute("dir") == "auto"


def test_premises_tell_what_they_count_with_and_how(browser_page: OpenPage, river: Path) -> None:
    details = choose(browser_page(river).page, "A higher river needs a better dyke.")
    assert entries(details, "Supports") == ["T"]
    assert len(entries(details, "Counts only together with")) == 2
    assert len(entries(details, "Speaks against this step")) == 1
    told = details.inner_text()
    for words in (
        *("What is needed and cheap should be done.", "Practical reasoning"),
        *("Does the agent have other goals", "Needs no answer: the town"),
        *("Can the agent really carry the act out?", "Are there other ways", "Soon."),
    ):
        assert words in told


def test_linked_premises_are_told_as_one_reason(browser_page: OpenPage, river: Path) -> None:
    details = choose(browser_page(river).page, "3 statements that count only together")
    assert "Reason of several parts" in details.inner_text()
    assert "It carries, for " in details.locator(".ui-why").inner_text()
    assert len(entries(details, "Its parts, which count only together")) == 3
    assert len(entries(details, "What speaks against the step to it")) == 1


def test_what_is_aimed_at_a_step_tells_which(browser_page: OpenPage, river: Path) -> None:
    details = choose(browser_page(river).page, "It may never rise again.")
    assert entries(details, "Speaks against the step to") == ["T"]
    assert len(entries(details, "The step is taken from")) == 3


def test_it_tells_where_a_statement_is_used_again(browser_page: OpenPage, river: Path) -> None:
    details = choose(browser_page(river).page, "It rose four metres.")
    assert entries(details, "Used again: supports") == ["T"]


def test_the_way_from_the_thesis_leads_back(browser_page: OpenPage, river: Path) -> None:
    page = browser_page(river).page
    details = choose(page, "It rose four metres.")
    way = details.get_by_role("navigation", name="Way from the thesis").get_by_role("button")
    assert way.count() == 2
    way.nth(1).click()
    assert details.locator("h2").inner_text() == "Higher and higher"
    assert details.locator(".ui-full").inner_text() == "The river rises higher than before."


def test_of_a_very_long_way_the_ends_are_told(browser_page: OpenPage) -> None:
    case = chain(40)
    page = browser_page(draw_page(case.graph, case.evaluation), fragment="#A39").page
    way = panel(page).get_by_role("navigation", name="Way from the thesis").locator("li")
    steps = way.all_inner_texts()
    assert (steps[0], steps[1], steps[-1], len(steps)) == ("T", "27 more", "A38", 13)


def test_neighbours_are_one_press_away(browser_page: OpenPage, river: Path) -> None:
    page = browser_page(river).page
    details = choose(page, "The river rises higher")
    before = details.get_by_role("button", name="Previous beside it")
    after = details.get_by_role("button", name="Next beside it")
    assert before.is_disabled()
    after.click()
    assert details.locator("h2").inner_text() == "A higher river needs a better dyke."
    before.click()
    assert details.locator("h2").inner_text() == "Higher and higher"


def test_the_focus_goes_in_by_key_and_comes_back(browser_page: OpenPage, river: Path) -> None:
    watched = browser_page(river)
    page = watched.page
    row = page.locator('#outline [role="treeitem"]').first
    row.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('#details h2')")
    page.keyboard.press("Escape")
    assert not panel(page).is_visible()
    assert row.evaluate("element => element === document.activeElement")
    watched.assert_quiet()


def test_the_focus_stays_where_the_mouse_chose(browser_page: OpenPage, river: Path) -> None:
    page = browser_page(river).page
    details = choose(page, "It rose four metres.")
    assert not page.evaluate("document.querySelector('#details').matches(':focus-within')")
    details.get_by_role("button", name="Close the details").click()
    assert not details.is_visible()
    assert page.evaluate("location.hash") == ""


def test_the_link_is_copied_or_shown(browser_page: OpenPage, river: Path) -> None:
    watched = browser_page(river)
    page = watched.page
    page.evaluate(
        "navigator.clipboard.writeText = async (words) => {"
        " if (window.refuses) throw new Error('no'); window.copied = words; }"
    )
    details = choose(page, "It rose four metres.")
    copy = details.get_by_role("button", name="Copy link")
    copy.click()
    assert page.evaluate("window.copied") == f"{watched.address}#rose"
    page.evaluate("window.refuses = true")
    copy.click()
    copy.click()
    assert details.get_by_role("textbox", name="Link").input_value() == f"{watched.address}#rose"
    watched.assert_quiet()


def test_a_link_opens_it(browser_page: OpenPage, river: Path) -> None:
    details = panel(browser_page(river, fragment="#million").page)
    assert details.locator("h2").inner_text() == "It costs two million."


def test_the_card_that_is_chosen_stays_in_sight(browser_page: OpenPage, river: Path) -> None:
    page = browser_page(river).page
    choose(page, "It may never rise again.")
    page.wait_for_timeout(600)
    card = page.locator("#map .selected").bounding_box()
    view = page.locator("#view").bounding_box()
    assert card is not None
    assert view is not None
    assert card["x"] >= view["x"]
    assert card["x"] + card["width"] <= view["x"] + view["width"]


def test_a_card_that_is_clicked_is_not_covered(browser_page: OpenPage, river: Path) -> None:
    page = browser_page(river, width=1000).page
    page.locator("#map text", has_text="never rise again").click()
    page.wait_for_function("!document.querySelector('#details').hidden")
    card = page.locator("#map .selected").bounding_box()
    view = page.locator("#view").bounding_box()
    assert card is not None
    assert view is not None
    assert card["x"] + card["width"] <= view["x"] + view["width"]


def test_a_reason_of_several_parts_is_listed_with_the_words_of_each(
    browser_page: OpenPage, river: Path
) -> None:
    details = choose(browser_page(river).page, "The dyke should be repaired.")
    group = details.get_by_role("region", name="Supported by").locator(".ui-entry").first
    for words in ("Higher and higher", "A higher river needs a better dyke.", "only together"):
        assert words in group.inner_text()


def test_it_is_made_wider_by_keys(browser_page: OpenPage, river: Path) -> None:
    page = browser_page(river).page
    details = choose(page, "It rose four metres.")
    before = details.evaluate("element => element.clientWidth")
    details.get_by_role("separator").focus()
    page.keyboard.press("ArrowLeft")
    assert details.evaluate("element => element.clientWidth") > before


def test_on_a_phone_it_is_a_sheet_at_the_foot(browser_page: OpenPage, river: Path) -> None:
    page = browser_page(river, width=390, height=844, fragment="#rose").page
    box = panel(page).bounding_box()
    assert box is not None
    assert (box["x"], box["width"]) == (0, 390)
    assert box["y"] >= 400
    assert box["y"] + box["height"] == 844


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_may_be_read_by_all(browser_page: OpenPage, river: Path, scheme: Scheme) -> None:
    page = browser_page(river, scheme=scheme).page
    for words in ("It costs two million.", "3 statements that count only together", "السد آمن"):
        choose(page, words)
        assert axe(page, "#details") == []

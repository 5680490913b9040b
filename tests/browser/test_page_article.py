"""The article beside the map: what is cited, what is quoted, what is not used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.pages import write_page
from tests.browser.river import write_river
from tests.browser.test_page_details import choose
from tests.browser.watching import axe

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from tests.browser.watching import OpenPage, Scheme
    from tests.conftest import Invoke


@pytest.fixture
def river(tmp_path: Path) -> Path:
    """Write the page of the river."""
    return write_page(write_river(tmp_path))


def open_article(page: Page) -> Locator:
    """Show the article, and give its pane."""
    page.locator("#tools").get_by_role("button", name="Article").click()
    return page.locator("#article")


def passage(page: Page, number: int) -> Locator:
    """Find a paragraph."""
    return page.locator(f'#article .ui-passage[data-number="{number}"]')


def kept(page: Page) -> set[str]:
    """Give the statements that are not dimmed in the picture, by label."""
    lit = page.locator("#map [data-node]:not(.dim) > .id")
    return set(lit.all_text_contents())


def test_it_is_shown_by_its_button_and_closed(browser_page: OpenPage, river: Path) -> None:
    watched = browser_page(river)
    page = watched.page
    pane = page.locator("#article")
    button = page.locator("#tools").get_by_role("button", name="Article")
    assert not pane.is_visible()
    assert button.get_attribute("aria-expanded") == "false"
    open_article(page)
    assert pane.is_visible()
    assert button.get_attribute("aria-expanded") == "true"
    pane.get_by_role("button", name="Close the article").click()
    assert not pane.is_visible()
    assert button.evaluate("element => element === document.activeElement")
    watched.assert_quiet()


def test_paragraphs_stand_under_their_headings(browser_page: OpenPage, river: Path) -> None:
    page = browser_page(river).page
    pane = open_article(page)
    assert pane.locator("h3, h4").all_text_contents() == [
        "A house by the river",
        "What the town says",
    ]
    words = pane.locator(".ui-words").all_text_contents()
    assert words[0].startswith("The river rose four metres in March")
    assert len(words) == 6
    directions = pane.locator(".ui-words").evaluate_all(
        "found => found.map((one) => getComputedStyle(one).direction)"
    )
    assert directions == ["ltr", "ltr", "rtl", "ltr", "ltr", "ltr"]


def test_what_is_not_used_is_counted_and_shown(browser_page: OpenPage, river: Path) -> None:
    page = browser_page(river).page
    pane = open_article(page)
    assert "5 of 6 paragraphs are used in the map" in pane.inner_text()
    unused = pane.locator(".ui-unused")
    assert unused.count() == 1
    assert "not used in the map" in unused.all_text_contents()[0]
    pane.get_by_role("button", name="Next unused").click()
    assert unused.is_visible()


def test_a_statement_marks_its_paragraph_and_the_very_words(
    browser_page: OpenPage, river: Path
) -> None:
    page = browser_page(river).page
    pane = open_article(page)
    choose(page, "It rose four metres.")
    marks = pane.locator("mark")
    assert marks.all_text_contents() == ["four metres in March — higher", "“Nobody saw the like,”"]
    assert pane.locator(".ui-cited").count() == 1
    choose(page, "专家们不同意。")
    assert marks.all_text_contents() == ["专家们不同意这一看法"]
    cited = pane.locator(".ui-cited").evaluate_all(
        "found => found.map((one) => one.dataset.number)"
    )
    assert cited == ["4", "5"]
    choose(page, "A higher river needs a better dyke.")
    assert marks.count() == pane.locator(".ui-cited").count() == 0
    words = passage(page, 1).locator(".ui-words").all_text_contents()[0]
    assert words.endswith("“Nobody saw the like,” they said.")


def test_words_that_stand_elsewhere_are_marked_there(browser_page: OpenPage, river: Path) -> None:
    page = browser_page(river).page
    pane = open_article(page)
    choose(page, "It costs two million.")
    assert passage(page, 5).locator("mark").all_text_contents()[0] == "A repair costs two million."
    assert pane.locator(".ui-cited").count() == 2


def test_the_mark_is_scrolled_to(browser_page: OpenPage, tmp_path: Path) -> None:
    path = write_river(tmp_path)
    article = path.with_name("river.md")
    filling = "\n\n".join(f"Paragraph of filling, number {number}." for number in range(2000))
    article.write_text(article.read_text(encoding="utf-8") + "\n" + filling, encoding="utf-8")
    content = path.read_text(encoding="utf-8")
    quoted = "{source: river, at: 4-5, quote: 专家们不同意这一看法}"
    path.write_text(content.replace(quoted, "river:1700"), encoding="utf-8")
    page = browser_page(write_page(path)).page
    open_article(page)
    choose(page, "专家们不同意。")
    page.wait_for_timeout(200)
    box = passage(page, 1700).bounding_box()
    pane = page.locator(".ui-passages").bounding_box()
    assert box is not None
    assert pane is not None
    assert pane["y"] <= box["y"] <= pane["y"] + pane["height"] - box["height"]
    assert page.evaluate("scrollY") == 0


def test_a_paragraph_marks_the_statements_that_cite_it(browser_page: OpenPage, river: Path) -> None:
    watched = browser_page(river)
    page = watched.page
    open_article(page)
    number = passage(page, 3).get_by_role("button", name="Paragraph 3, used by 2 statements")
    number.click()
    assert number.get_attribute("aria-expanded") == "true"
    citing = passage(page, 3).locator(".ui-citing")
    labels = set(citing.locator(".ui-label").all_text_contents())
    assert len(labels) == 2
    assert kept(page) == labels
    dimmed = page.locator("#outline .ui-row:not(.ui-dim) .ui-label").all_text_contents()
    assert set(dimmed) == labels
    number.click()
    assert citing.all_text_contents()[0] == ""
    assert len(kept(page)) > len(labels)
    watched.assert_quiet()


def test_its_statements_lead_into_the_map(browser_page: OpenPage, river: Path) -> None:
    page = browser_page(river).page
    open_article(page)
    passage(page, 1).locator(".ui-words").click()
    passage(page, 1).locator(".ui-citing button").click()
    assert page.locator("#details h2").inner_text() == "It rose four metres."
    assert passage(page, 1).locator("mark").count() == 2
    assert passage(page, 1).locator(".ui-citing button").count() == 1


def test_on_small_screens_the_details_stand_below_it(browser_page: OpenPage, river: Path) -> None:
    page = browser_page(river, width=1280, height=720).page
    open_article(page)
    before = page.locator("#article").bounding_box()
    choose(page, "The dyke should be repaired.")
    article = page.locator("#article").bounding_box()
    details = page.locator("#details").bounding_box()
    assert before is not None
    assert article is not None
    assert details is not None
    assert (article["x"], article["width"]) == (before["x"], before["width"])
    assert (details["x"], details["width"]) == (article["x"], article["width"])
    assert details["y"] == article["y"] + article["height"]
    assert details["y"] + details["height"] == 720


def test_selecting_words_opens_nothing(browser_page: OpenPage, river: Path) -> None:
    page = browser_page(river).page
    open_article(page)
    words = passage(page, 2).locator(".ui-words")
    words.dblclick()
    assert page.evaluate("getSelection().toString()") != ""
    before = passage(page, 2).locator(".ui-citing button").count()
    words.evaluate("element => element.click()")
    assert passage(page, 2).locator(".ui-citing button").count() == before
    passage(page, 3).locator(".ui-number").evaluate("element => element.click()")
    assert passage(page, 3).locator(".ui-citing button").count() == 2


def test_an_unused_paragraph_says_so_and_dims_nothing(browser_page: OpenPage, river: Path) -> None:
    page = browser_page(river).page
    open_article(page)
    everything = kept(page)
    passage(page, 1).locator(".ui-number").click()
    passage(page, 6).locator(".ui-number").click()
    assert kept(page) == everything
    assert page.get_by_text("No statement cites paragraph 6").count() == 1


def test_a_search_takes_over_and_comes_back(browser_page: OpenPage, river: Path) -> None:
    page = browser_page(river).page
    open_article(page)
    number = passage(page, 1).locator(".ui-number")
    number.click()
    page.get_by_role("searchbox").fill("dyke fell")
    page.wait_for_function(
        "document.querySelector('[data-number=\"1\"] .ui-number').ariaExpanded === 'false'"
    )
    found = kept(page)
    number.click()
    assert kept(page) != found
    number.click()
    assert kept(page) == found


def test_escape_closes_the_paragraph_then_the_pane(browser_page: OpenPage, river: Path) -> None:
    page = browser_page(river).page
    pane = open_article(page)
    number = passage(page, 1).locator(".ui-number")
    number.focus()
    page.keyboard.press("Enter")
    assert number.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert number.get_attribute("aria-expanded") == "false"
    page.keyboard.press("Escape")
    assert not pane.is_visible()


def test_the_details_lead_to_the_paragraph(browser_page: OpenPage, river: Path) -> None:
    page = browser_page(river).page
    details = choose(page, "It costs two million.")
    details.get_by_role("button", name="Show beside the map").click()
    number = passage(page, 5).locator(".ui-number")
    assert number.get_attribute("aria-expanded") == "true"
    assert number.is_visible()


def test_a_citation_of_the_whole_opens_no_paragraph(browser_page: OpenPage, river: Path) -> None:
    page = browser_page(river).page
    open_article(page)
    everything = kept(page)
    passage(page, 1).locator(".ui-number").click()
    details = choose(page, "All of it says so.")
    details.get_by_role("button", name="Show beside the map").click()
    assert page.locator('#article [aria-expanded="true"]').count() == 0
    assert kept(page) == everything


def test_who_cites_all_of_it_is_told(browser_page: OpenPage, river: Path) -> None:
    page = browser_page(river).page
    pane = open_article(page)
    pane.get_by_text("1 statement cites it as a whole").click()
    assert "All of it says so." in pane.locator("details").inner_text()


def test_of_several_sources_one_is_chosen(browser_page: OpenPage, tmp_path: Path) -> None:
    path = write_river(tmp_path)
    path.with_name("letter.txt").write_text("Please repair it soon.\n", encoding="utf-8")
    content = path.read_text(encoding="utf-8").replace("via: river", "text: letter.txt")
    path.write_text(content, encoding="utf-8")
    page = browser_page(write_page(path)).page
    pane = open_article(page)
    chosen = pane.get_by_role("combobox", name="Source that is shown")
    assert pane.locator(".ui-passage").count() == 6
    chosen.select_option(label="A letter")
    assert pane.locator(".ui-words").all_text_contents() == ["Please repair it soon."]
    choose(page, "It rose four metres.")
    assert chosen.locator("option:checked").inner_text() == "A house by the river"
    passage(page, 1).locator(".ui-number").click()
    assert len(kept(page)) == 1
    choose(page, "All of it says so.")
    assert pane.locator("mark").all_text_contents() == ["repair it"]
    assert len(kept(page)) > 1


def test_a_fingerprint_shows_numbers_and_what_was_quoted(
    browser_page: OpenPage, tmp_path: Path, argmap: Invoke
) -> None:
    path = write_river(tmp_path)
    assert argmap("source", "lock", str(path)).code == 0
    content = path.read_text(encoding="utf-8")
    content = content.replace("text: river.md", "fingerprint: river.fingerprint.json")
    path.write_text(content, encoding="utf-8")
    page = browser_page(write_page(path)).page
    pane = open_article(page)
    assert "The text of this source is not in this file." in pane.inner_text()
    assert pane.locator(".ui-passage").count() == 6
    first = passage(page, 1).locator(".ui-taken").all_text_contents()
    assert [words.strip("“”") for words in first] == [
        "four metres in March - higher",
        "Nobody saw the like,",
    ]
    choose(page, "It rose four metres.")
    assert pane.locator(".ui-cited").count() == 1
    assert pane.locator("mark").count() == 0


def test_texts_that_are_left_out_are_shown_like_a_fingerprint(
    browser_page: OpenPage, tmp_path: Path
) -> None:
    page = browser_page(write_page(write_river(tmp_path), article=False)).page
    pane = open_article(page)
    assert pane.locator(".ui-words").count() == 0
    assert "A repair costs two million." in passage(page, 3).all_text_contents()[0]
    assert "as of 2021" in passage(page, 3).all_text_contents()[0]
    assert "The town has a new mayor." not in page.content()


def test_without_a_source_at_hand_there_is_no_button(browser_page: OpenPage, tablet: Path) -> None:
    watched = browser_page(write_page(tablet))
    assert watched.page.get_by_role("button", name="Article").count() == 0
    watched.assert_quiet()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_may_be_read_by_all(browser_page: OpenPage, river: Path, scheme: Scheme) -> None:
    page = browser_page(river, scheme=scheme).page
    open_article(page)
    choose(page, "It rose four metres.")
    passage(page, 3).locator(".ui-number").click()
    assert axe(page, "#article") == []

"""What web pages, PDFs and texts say of themselves."""

from __future__ import annotations

import json

import pytest

from argmap.source.facts import choose_facts, read_date
from argmap.source.paragraphs import SourceText
from argmap.source.reading import read_source
from tests.html_files import read_page


def facts(head: str, body: str = "") -> dict[str, str]:
    """Give what a page says of itself."""
    page = f"<html><head>{head}</head><body>{body}<p>The ferry waits for high water.</p></body>"
    return dict(read_page(page).metadata)


def linked(value: object) -> str:
    """Write a value as JSON-LD."""
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def test_a_page_that_says_nothing() -> None:
    assert facts("") == {}


def test_plain_html() -> None:
    head = """<title> Dredge
        it?</title><link rel="canonical" href="https://courier.example/a">"""
    body = '<main><h1>Dredge the harbour?</h1><time datetime="2024-03">March</time></main>'
    assert facts(head, body) == {
        "title": "Dredge it?",
        "date": "2024-03",
        "url": "https://courier.example/a",
    }
    assert facts("", "<h1>Dredge the harbour?</h1>") == {"title": "Dredge the harbour?"}
    page = "<html lang='en-GB'><p>The ferry waits.</p></html>"
    assert dict(read_page(page).metadata) == {"language": "en-GB"}


def test_meta_elements_go_before_plain_html() -> None:
    head = """<title>Dredge it? | Courier</title>
        <meta property="og:title" content="Dredge it?"><meta name="AUTHOR" content="Ines Dahl">
        <meta property="article:published_time" content="2024-03-05T08:00:00+01:00">
        <meta property="og:site_name" content="The Courier"><meta name="date" content="2020">
        <meta content="no name">"""
    assert facts(head) == {
        "title": "Dredge it?",
        "author": "Ines Dahl",
        "date": "2024-03-05",
        "publisher": "The Courier",
    }


def test_several_authors_are_joined() -> None:
    head = """<meta name="citation_author" content="Ines Dahl">
        <meta name="citation_author" content="Per Ek">"""
    assert facts(head) == {"author": "Ines Dahl, Per Ek"}


def test_linked_data_goes_first() -> None:
    article = {
        "@type": ["Thing", "NewsArticle"],
        "headline": "Dredge it?",
        "author": [{"@type": "Person", "name": "Ines Dahl"}, "Per Ek", {"url": "/x"}, 3],
        "datePublished": "2024-03-05T08:00:00Z",
        "publisher": {"name": "The Courier"},
        "url": "https://courier.example/a",
        "inLanguage": "en",
    }
    site = {"@type": "WebPage", "name": "Home", "author": None}
    wanted = {
        "title": "Dredge it?",
        "author": "Ines Dahl, Per Ek",
        "date": "2024-03-05",
        "publisher": "The Courier",
        "url": "https://courier.example/a",
        "language": "en",
    }
    title = "<title>Home</title>"
    assert facts(title + linked([site, article])) == wanted
    assert facts(title + linked({"@graph": [site, article, "x"]})) == wanted


@pytest.mark.parametrize(
    "text",
    ["{", "3", '["x"]', "[" * 100_000, '{"@graph": 3}', '{"@type": {"a": 1}}', "1" * 5_000],
    ids=lambda text: text[:12],
)
def test_linked_data_that_is_none_is_passed_over(text: str) -> None:
    script = f'<script type="application/ld+json">{text}</script>'
    assert facts(f"{script}<title>Dredge it?</title>") == {"title": "Dredge it?"}


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("2024", "2024"),
        ("2024-03", "2024-03"),
        ("2024-02-29", "2024-02-29"),
        ("2024/03/05", "2024-03-05"),
        ("2024-03-05T08:00:00+01:00", "2024-03-05"),
        ("2024-03-05 08:00", "2024-03-05"),
        ("2023-02-29", None),
        ("2024-13", None),
        ("0000", None),
        ("20240305", None),
        ("5 March 2024", None),
        ("٢٠٢٤", None),
        ("", None),
    ],
)
def test_dates(said: str, date: str | None) -> None:
    assert read_date(said) == date


def test_what_is_told_is_in_order_short_and_known() -> None:
    found = choose_facts(
        [
            ("price", "3"),
            ("lang", "en"),
            ("authors", "Ines Dahl"),
            ("title", " \n"),
            ("title", None),
            ("title", "mud " * 1_000),
            ("title", "Second"),
        ]
    )
    assert [name for name, _ in found] == ["title", "author", "language"]
    assert len(dict(found)["title"]) == 1_000


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        ("# Dredge it?\n\nThe ferry waits.\n", {"title": "Dredge it?"}),
        (
            "---\ntitle: Mud\nlang: sv\ndate: 2024-03-05\nlayout: post\n---\n# Lera\n\nDet var.\n",
            {"title": "Mud", "date": "2024-03-05", "language": "sv"},
        ),
        ("The ferry waits.\n", {}),
    ],
    ids=["a heading", "front matter", "neither"],
)
def test_what_markdown_says_of_itself(content: str, wanted: dict[str, str]) -> None:
    text = read_source(content.encode(), "essay.md")
    assert isinstance(text, SourceText)
    assert dict(text.metadata) == wanted

"""Web pages: which part is the text, and how it falls into paragraphs."""

from __future__ import annotations

import pytest

from tests.html_files import paragraphs, read_page

HARBOUR = "The council will vote on dredging the harbour on Monday."
FERRY = "Ferries wait for high water on a hundred and twelve days."
MUD = "The mud holds lead and tin, as the university found out."

ARTICLE = f"""\
<!DOCTYPE html>
<html lang="en"><head><title>Dredge it?</title><style>p {{color: red}}</style></head>
<body class="page related-posts-on">
<header class="site"><a href="/">The Norby Courier, your paper since 1871</a>
<nav><ul><li><a href="/news">News</a><li><a href="/sea">Sea</a></ul></nav></header>
<div class="cookie-banner"><p>We value your privacy, and we store what we want.</p></div>
<main><div class="wrap"><article>
<header><h1>Should the harbour
be <em>dredged</em>?</h1><p class="byline">By Ines Dahl</p></header>
<figure><img src="x.jpg" alt="a ferry"><figcaption>The ferry waits.</figcaption></figure>
<p>{HARBOUR}<sup><a href="#n1">1</a></sup><a href="#n2"><sup>2</sup></a></p>
<div class="shareButtons"><a href="/x">Share this</a></div>
<p class="sr-only">You are reading an article.</p>
<h2>The ferry</h2>
<p hidden>Not shown.</p><p aria-hidden="true">Not read out.</p><p style="display: none">Gone.</p>
<p>{FERRY} CO<sub>2</sub> is <q>no matter</q>, see <a href="/co2">the study</a>.</p>
<blockquote><p>We shall leave.</p><footer>The company</footer></blockquote>
<ul><li>The boats<ul><li>of guests</li></ul></li><li>The fish</li></ul>
<div class="ad-slot"><p>Buy a boat today and pay for it next year.</p></div>
<section id="related"><h2>Related work</h2><p>{MUD}</p></section>
<footer><p>Ines Dahl writes about the sea.</p></footer>
</article></div></main>
<aside><p>Most read this week: the mud of Norby and what it holds.</p></aside>
<footer><p>© 2024 The Norby Courier, all rights reserved.</p></footer>
</body></html>
"""


def test_an_article_is_read_without_what_stands_beside_it() -> None:
    text = read_page(ARTICLE)
    assert [(heading.text, heading.level) for heading in text.headings] == [
        ("Should the harbour be dredged?", 1),
        ("The ferry", 2),
        ("Related work", 2),
    ]
    found = [(one.heading, text.text(one.number)) for one in text.paragraphs]
    assert found == [
        (0, "By Ines Dahl"),
        (0, "The ferry waits."),
        (0, HARBOUR),
        (1, f"{FERRY} CO2 is “no matter”, see the study."),
        (1, "We shall leave."),
        (1, "The company"),
        (1, "The boats"),
        (1, "of guests"),
        (1, "The fish"),
        (2, MUD),
    ]
    assert text.content.startswith("Should the harbour be dredged?\n\nBy Ines Dahl\n\n")


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(f"<p>{HARBOUR}<p>{FERRY}", id="tags left out"),
        pytest.param(f"<div><div><div>{HARBOUR}</div></div>{FERRY}</div>", id="nested blocks"),
        pytest.param(f"{HARBOUR}<br>\n<br/>{FERRY}", id="two line breaks"),
        pytest.param(f"<p> {HARBOUR} </p>&nbsp;\n<p>\u200b</p><p>{FERRY}</p>", id="empty ones"),
        pytest.param(f"<!-- <p>No.</p> --><p>{HARBOUR}</p><p>{FERRY}</p>", id="a comment"),
        pytest.param(f"<body hidden><p>{HARBOUR}</p><p>{FERRY}</p>", id="a hidden body"),
        pytest.param(f"<dl><dt>{HARBOUR}<dd>{FERRY}</dl>", id="a list of terms"),
        pytest.param(
            f"<table><tr><td><p>{HARBOUR}</p></td><td>{FERRY}</td></tr></table>",
            id="a table that lays out the page",
        ),
        pytest.param(
            f"<table><tr><td>{HARBOUR}<br><br>{FERRY}</td></tr></table>",
            id="a table with line breaks",
        ),
        pytest.param(
            f"<p>{HARBOUR}</p><div role=complementary>Advice.</div><p>{FERRY}</p>", id="a role"
        ),
        pytest.param(
            f"<p>{HARBOUR}</p><svg><text>Axis</text></svg><script>a()</script><p>{FERRY}</p>",
            id="a drawing and a script",
        ),
        pytest.param(
            f"<div>Imprint<article><div><p>{HARBOUR}</p><p>{FERRY}</p></div></article></div>",
            id="an article",
        ),
        pytest.param(
            f"<main><div><p>{HARBOUR}</p><p>{FERRY}</p></div></main><div>Imprint</div>", id="main"
        ),
        pytest.param(
            f"<div><p>{HARBOUR}</p><p>{FERRY}</p></div><div>Imprint</div>", id="the fullest block"
        ),
    ],
)
def test_blocks_are_paragraphs(page: str) -> None:
    assert paragraphs(page) == [HARBOUR, FERRY]


def test_links_outside_the_text_do_not_count_as_text() -> None:
    links = "".join(f'<li><a href="/{at}">{MUD}</a></li>' for at in range(9))
    assert paragraphs(f"<ul>{links}</ul><div><p>{HARBOUR}</p></div>") == [HARBOUR]


def test_a_short_page_is_read_whole() -> None:
    assert paragraphs("<h1>Note</h1><p>The ferry</p><p>waits.</p>") == ["The ferry", "waits."]


def test_lines_of_a_paragraph_are_kept() -> None:
    assert paragraphs("<p>Grey is the mud,<br> grey  the\nsea.</p>") == [
        "Grey is the mud,\ngrey the sea."
    ]


def test_preformatted_text_keeps_its_spaces_and_is_one_paragraph() -> None:
    page = "<p>It begins:</p><pre>if mud:\n    wait()\n\nelse:\r\n    land()<br>end\n</pre>"
    assert paragraphs(page) == ["It begins:", "if mud:\n    wait()\nelse:\n    land()\nend"]


def test_a_heading_over_two_lines_is_one() -> None:
    text = read_page(f"<h3>The mud:<br>a study</h3><p>{MUD}</p>")
    assert [(heading.text, heading.level) for heading in text.headings] == [("The mud: a study", 3)]


def test_a_row_of_a_table_is_a_paragraph() -> None:
    page = """
        <table><caption>Days lost</caption>
        <tr><th></th><th>Year</th><th>Days</th></tr>
        <tr><td>a</td><td> </td><td>98</td></tr>
        <tr><td>b</td><td>2023</td><td>&nbsp;</td></tr></table>"""
    assert paragraphs(page) == ["Days lost", "Year | Days", "a | | 98", "b | 2023"]


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        pytest.param(f"<td>{HARBOUR}</td>", [HARBOUR], id="one cell"),
        pytest.param(f"<td>{HARBOUR}</td><td>a</td>", [f"{HARBOUR} | a"], id="two cells"),
    ],
)
def test_a_table_may_be_all_of_a_page(cell: str, found: list[str]) -> None:
    assert paragraphs(f"<table><tr>{cell}</tr></table>") == found


def test_what_looks_like_the_mark_of_a_note_is_kept() -> None:
    page = (
        "<p>E = mc<sup>2</sup>, as is <sup><a href='/notes'>known</a></sup>, is "
        "<a href='#x'>below</a><sup></sup> and <sup><a href='#y'>a</a>b</sup>.</p>"
    )
    assert paragraphs(page) == ["E = mc2, as is known, is below and ab."]


def test_most_of_a_page_is_not_left_out_for_its_class() -> None:
    page = f"<div class='comments'><p>{HARBOUR}</p><p>{FERRY}</p></div><p>{MUD}</p>"
    assert paragraphs(page) == [HARBOUR, FERRY, MUD]


def test_in_xhtml_any_element_may_be_closed_as_it_is_opened() -> None:
    page = f"<html><body><p>{HARBOUR}</p><script src='a.js'/><p>{FERRY}<br/></p></body></html>"
    assert paragraphs(page, "page.xhtml") == [HARBOUR, FERRY]
    assert paragraphs(f'<?xml version="1.0"?>\n{page}', "page.htm") == [HARBOUR, FERRY]
    assert paragraphs(page, "page.html") == [HARBOUR]

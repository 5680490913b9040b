"""Quotations are found word for word in texts of every kind, where they are, or not at all."""

from __future__ import annotations

import random
import re
import unicodedata

import pytest

from argmap.source.folding import fold
from argmap.source.material import Unreadable
from argmap.source.paragraphs import SourceText, read_paragraphs
from argmap.source.quotes import QuoteStatus, find_quote
from argmap.source.reading import decode_source, read_source
from tests.conftest import ROOT

TEXT = """\
The council did not close the ferry in 2019. It is un\xadlikely that anybody will.

A non-profit operator can't pay 1.5 million; the loss is -5 per cent, 13,000 in all. Ce n'est
pas vrai. The council’s own report—the long one—calls it ofﬁcial.

渡船每天运送四十人。没有人数过他们。 나토는 북쪽. It is sofar-\nreaching.
"""
MARKDOWN = """\
---
title: "On ferries"
---
<!-- a note

over lines -->

Ferries
=======

The *whole* landing is **not** safe, says the [report](https://example.org "Report")[^1].
> Quoted &amp; `coded` words, and 3 > 2 here.
<b>Bold</b> it is \\*not\\*, ![a picture](a.png) seen_by_all.

## Costs ##
It costs little.
***

```
code

  with a gap
```

[1]: https://example.org

Last
lines
----

The end <!-- hidden --> is near.
"""


def plain(content: str) -> SourceText:
    return read_paragraphs(content, is_markdown=False)


def status(quote: str, at: int | None = None, content: str = TEXT) -> QuoteStatus:
    return find_quote(plain(content), quote, at).status


@pytest.mark.parametrize(
    ("quote", "at", "expected"),
    [
        ("did not close the ferry", 1, QuoteStatus.EXACT),
        ("did  not\nclose", 1, QuoteStatus.FOLDED),
        ("is unlikely that", 1, QuoteStatus.FOLDED),
        ("is likely that", 1, QuoteStatus.CHANGED),
        ("likely that anybody", 1, QuoteStatus.CHANGED),
        ("profit operator", 2, QuoteStatus.CHANGED),
        ("operator can", 2, QuoteStatus.CHANGED),
        ("5 million", 2, QuoteStatus.CHANGED),
        ("pay 1", 2, QuoteStatus.CHANGED),
        ("pay 1.", 2, QuoteStatus.CHANGED),
        ("5 per cent", 2, QuoteStatus.CHANGED),
        ("-5 per cent", 2, QuoteStatus.EXACT),
        ("3,000 in all", 2, QuoteStatus.CHANGED),
        ("est pas vrai", 2, QuoteStatus.CHANGED),
        ("The council", 2, QuoteStatus.EXACT),
        ("report - the long one - calls", 2, QuoteStatus.FOLDED),
        ("calls it official", 2, QuoteStatus.FOLDED),
        ("A non", 2, QuoteStatus.CHANGED),
        ("运送四十人", 3, QuoteStatus.EXACT),
        ("운", 3, QuoteStatus.MISSING),
        ("나토", 3, QuoteStatus.EXACT),
        ("did not … in 2019", 1, QuoteStatus.FOLDED),
        ("did [indeed] not close", 1, QuoteStatus.FOLDED),
        ("did not close", 2, QuoteStatus.MOVED),
        ("did not close", 9, QuoteStatus.MOVED),
        ("the ferry … the ferry", 1, QuoteStatus.MISSING),
        ("nothing of the kind was said", 1, QuoteStatus.MISSING),
        ("", 1, QuoteStatus.MISSING),
        ("...", None, QuoteStatus.MISSING),
        ("council", None, QuoteStatus.AMBIGUOUS),
        ("四十", None, QuoteStatus.EXACT),
        ("ferri", 1, QuoteStatus.CHANGED),
    ],
)
def test_a_quotation_is_what_it_is(quote: str, at: int | None, expected: QuoteStatus) -> None:
    assert status(quote, at) is expected


@pytest.mark.parametrize(
    "quote",
    [
        "The whole landing is not safe, says the report.",
        "Quoted & coded words, and 3 > 2 here.",
        "Bold it is *not*,",
        "seen_by_all",
        "It costs little.",
        "The end is near.",
    ],
)
def test_marks_of_markdown_are_not_read(quote: str) -> None:
    assert find_quote(read_paragraphs(MARKDOWN, is_markdown=True), quote).status.is_verified


def test_markdown_is_cut_into_paragraphs_under_headings() -> None:
    text = read_paragraphs(MARKDOWN, is_markdown=True)
    assert [heading.text for heading in text.headings] == ["Ferries", "Costs", "Last lines"]
    assert [heading.level for heading in text.headings] == [1, 2, 2]
    assert text.metadata == (("title", "On ferries"),)
    first, second, code, last = text.paragraphs
    assert text.text(1).startswith("The *whole*")
    assert text.text(2).startswith("It costs")
    assert "with a gap" in text.text(code.number)
    assert (text.heading_of(first), text.heading_of(second)) == text.headings[:2]
    assert text.text(last.number).startswith("The end")
    landing = text.paragraphs[0]
    assert text.read(landing.start, landing.end).startswith("The whole landing is not safe")


def test_a_text_may_begin_without_a_heading_and_end_in_a_fence() -> None:
    text = read_paragraphs("Before.\n\n~~~\nopen\n\nstill open\n", is_markdown=True)
    assert [paragraph.number for paragraph in text.paragraphs] == [1, 2]
    assert text.heading_of(text.paragraphs[0]) is None
    assert "still open" in text.text(2)
    assert read_paragraphs("<!-- never closed", is_markdown=True).paragraphs[0].start == 0


def test_plain_text_has_headings_behind_hashes_only() -> None:
    text = plain("# A heading\n\n#no heading\n\n=====\n")
    assert [heading.text for heading in text.headings] == ["A heading"]
    assert len(text.paragraphs) == 2


def test_every_exact_quotation_is_found_at_its_offsets() -> None:
    rng = random.Random(5)  # noqa: S311 - repeatable, not secret
    text = read_source((ROOT / "tests/cases/texts/ferry.md").read_bytes(), "ferry.md")
    assert isinstance(text, SourceText)
    for _ in range(2_000):
        number = rng.randint(1, len(text.paragraphs))
        words = list(re.finditer(r"\S+", text.text(number)))
        first = rng.randrange(len(words))
        last = rng.randrange(first, len(words))
        quote = text.text(number)[words[first].start() : words[last].end()]
        if not any(sign.isalnum() for sign in quote) or "*" in quote or "[" in quote:
            continue
        changed = unicodedata.normalize("NFD", quote.replace(" ", "\n ").replace("’", "'"))
        for one in (quote, changed):
            verdict = find_quote(text, one, number)
            assert verdict.status.is_verified, one
            assert quote in {text.content[match.start : match.end] for match in verdict.matches}


def _mutants(rng: random.Random, words: list[str]) -> list[str]:
    at = rng.randrange(len(words))
    dropped = [*words[:at], *words[at + 1 :]]
    swapped = list(words)
    swapped[at], swapped[at - 1] = swapped[at - 1], swapped[at]
    changed = [*words[:at], f"{words[at]}s", *words[at + 1 :]]
    return [" ".join(one) for one in (dropped, swapped, changed) if one]


def test_no_mutant_is_accepted_unless_the_text_holds_it() -> None:
    rng = random.Random(11)  # noqa: S311 - repeatable, not secret
    content = (ROOT / "tests/cases/texts/ferry_zh.txt").read_text(encoding="utf-8") + "\n" + TEXT
    text = plain(content)
    even = [" ".join(text.text(one.number).split()) for one in text.paragraphs]
    seen = accepted = 0
    while seen < 10_000:
        number = rng.randint(1, len(even))
        words = even[number - 1].split()
        first = rng.randrange(len(words))
        part = words[first : first + rng.randint(2, 9)]
        for mutant in _mutants(rng, part):
            seen += 1
            if find_quote(text, mutant).status.is_verified:
                accepted += 1
                pattern = rf"(?<!\S){re.escape(mutant)}(?!\S)"
                assert any(re.search(pattern, one) for one in even), mutant
    assert accepted < seen


@pytest.mark.parametrize(
    "quote",
    ["did not close the ferry", "can't pay", "渡船每天", "the loss is -5 per cent"],
)
def test_windows_line_ends_and_other_paragraphs_change_no_verdict(quote: str) -> None:
    before = status(quote)
    assert status(quote, content=TEXT.replace("\n", "\r\n")) is before
    assert status(quote, content=f"A new one.\n\n{TEXT}") is before
    number = find_quote(plain(TEXT), quote).matches[0].paragraph
    assert status(quote, number, f"A new one.\n\n{TEXT}") is QuoteStatus.MOVED


def test_folding_leads_back_to_the_original() -> None:
    folded = fold(TEXT)
    for match in re.finditer(r"\w+", folded.text):
        start, end = folded.start(match.start()), folded.end(match.end())
        assert fold(TEXT[start:end]).text == match[0]
        assert folded.find_start(start) == match.start()


def test_letters_in_pieces_are_letters() -> None:
    name = "Žižka u Ångström, 한국"
    content = f"Zde je {unicodedata.normalize('NFD', name)} dnes."
    assert find_quote(plain(content), name).status is QuoteStatus.FOLDED
    assert find_quote(plain(content), "Z").status is not QuoteStatus.FOLDED


def test_feet_are_not_inches() -> None:
    assert status('a 5" pipe', content="It is a 5' pipe.") is QuoteStatus.CHANGED
    assert status("a 5' pipe", content="It is a 5’ pipe.") is QuoteStatus.FOLDED


def test_no_more_places_are_told_than_are_read() -> None:
    many = plain("\n\n".join(["the ferry runs"] * 90))
    assert len(find_quote(many, "the ferry").matches) == 50
    assert len(find_quote(plain("so it is " * 90), "so it", 1).matches) == 50


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xff\xfeh\x00i\x00", "hi"),
        (b"\xfe\xff\x00h\x00i", "hi"),
        (b"\xef\xbb\xbfhi", "hi"),
        ("hi".encode("utf-32"), "hi"),
    ],
)
def test_a_mark_says_how_a_text_is_encoded(data: bytes, said: str) -> None:
    assert decode_source(data) == said


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"caf\xe9\n", "is not UTF-8: byte 0xe9 in line 1"),
        (b"a\x00b", "holds a NUL character"),
        (b"h\x00i\x00", "holds a NUL character"),
    ],
)
def test_what_is_no_text_is_told(data: bytes, said: str) -> None:
    found = read_source(data, "a.txt")
    assert isinstance(found, Unreadable)
    assert said in found.message


@pytest.mark.parametrize("sign", [" ", "[", "<!--", "*", "> ", "a ", "\u0301", "x", "`", "&", "_"])
def test_hostile_texts_are_read_to_their_end(sign: str) -> None:
    content = sign * (200_000 // len(sign))
    text = read_paragraphs(content, is_markdown=True)
    assert find_quote(text, "a … b … c").status is not QuoteStatus.EXACT
    assert len(text.folded.text) <= len(content)


def test_a_slip_in_one_word_is_looked_for_in_what_is_cited() -> None:
    text = plain("The ferry runs.\n\nThe ferry waits, and so does the boat.")
    verdict = find_quote(text, "fery", 2)
    assert verdict.near is not None
    assert verdict.near.paragraph == 2
    assert find_quote(text, "boatt", 1).near is None
    assert find_quote(text, "fery").near is not None


def test_long_words_and_empty_headings_are_no_obstacle() -> None:
    long = "x" * 5_000
    text = read_paragraphs(f"#\n\nIt says {long} and no more.\n", is_markdown=True)
    assert text.headings == ()
    assert find_quote(text, long).status is QuoteStatus.EXACT
    assert find_quote(text, f"says {long} and").status is QuoteStatus.EXACT
    assert find_quote(text, f"{long[:-1]}").status is not QuoteStatus.EXACT


def test_a_gap_is_as_narrow_as_it_can_be() -> None:
    text = plain("It unbinds and binds, then binds and unbinds, and is unbound.")
    (match,) = find_quote(text, "binds … is").matches
    assert text.content[match.start : match.end] == "binds and unbinds, and is"

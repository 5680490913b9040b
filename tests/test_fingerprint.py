"""Fingerprints: what they prove without the text, what they do not, and how they are kept."""

from __future__ import annotations

import json
import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.source.edition import Edit, compare_paragraphs
from argmap.source.fingerprint import (
    WINDOW,
    Fingerprint,
    build_fingerprint,
    split_words,
)
from argmap.source.fingerprint_file import read_fingerprint, write_fingerprint
from argmap.source.material import Unreadable
from argmap.source.nearness import Change
from argmap.source.paragraphs import SourceText, read_paragraphs
from argmap.source.proof import can_prove, prove_quote
from argmap.source.quotes import find_quote
from argmap.source.verdicts import QuoteStatus

ARTICLE = """\
# The ferry

The council did not close the ferry in 2019, although its own report called the landing unsafe.
Two piles out of twelve had lost 1.5 cm of steel. The harbour master's men can't mend them alone.

It is unlikely that a non-profit operator will step in — not at these prices. “We carry forty
people a day…and nobody counts them”, the skipper says.

## What it costs

The ferry costs -3 per cent less than the bus, and the ferry is loved. The ferry is loved by those
who use it. 渡船每天运送四十人，没有人数过他们。
"""
SHORT = ["unsafe", "the skipper", "The ferry", "a dragon"]


def source(content: str = ARTICLE) -> SourceText:
    return read_paragraphs(content, is_markdown=True)


def fingerprint(content: str = ARTICLE) -> Fingerprint:
    return build_fingerprint(source(content), SHORT)


@pytest.mark.parametrize(
    ("quote", "at", "status", "paragraphs"),
    [
        ("called the landing unsafe", 1, QuoteStatus.FOLDED, [1]),
        ("called the\nlanding  unsafe", 1, QuoteStatus.FOLDED, [1]),
        ("unsafe", 1, QuoteStatus.FOLDED, [1]),
        ("the skipper", 2, QuoteStatus.FOLDED, [2]),
        ("The ferry", 3, QuoteStatus.AMBIGUOUS, [3, 3]),
        ("The ferry", None, QuoteStatus.AMBIGUOUS, [3, 3]),
        ("called the landing unsafe", None, QuoteStatus.FOLDED, [1]),
        ("called the landing unsafe", 3, QuoteStatus.MOVED, [1]),
        ("called the landing unsafe", 9, QuoteStatus.MOVED, [1]),
        ("forty people a day...and nobody counts them", 2, QuoteStatus.FOLDED, [2]),
        ("We carry forty people a day…and nobody counts", 2, QuoteStatus.FOLDED, [2]),
        ("The council did not … called the landing unsafe", 1, QuoteStatus.FOLDED, [1]),
        ("called the landing unsafe … The council did not", 1, QuoteStatus.CHANGED, []),
        ("the ferry is [much] loved", 3, QuoteStatus.FOLDED, [3]),
        ("渡船每天运送", 3, QuoteStatus.FOLDED, [3]),
        ("运送四十人，没有人", 3, QuoteStatus.FOLDED, [3]),
        ("a non-profit operator will step in", 2, QuoteStatus.FOLDED, [2]),
        ("the harbour master called it a day", 1, QuoteStatus.MISSING, []),
        ("", 1, QuoteStatus.MISSING, []),
        ("…", 1, QuoteStatus.MISSING, []),
    ],
)
def test_a_quotation_is_proved_without_the_text(
    quote: str, at: int | None, status: QuoteStatus, paragraphs: list[int]
) -> None:
    verdict = prove_quote(fingerprint(), quote, at)
    assert verdict.status is status
    assert [match.paragraph for match in verdict.matches] == paragraphs


@pytest.mark.parametrize(
    ("quote", "at", "change"),
    [
        pytest.param(
            "did not close the ferry in 2019, its own report called the landing",
            1,
            Change("…", "", ","),
            id="a word is left out",
        ),
        pytest.param(
            "2019, although its own report never called the landing unsafe",
            1,
            Change("…", "never", "report"),
            id="a word is put in",
        ),
        pytest.param(
            "although its own report called the landing safe",
            1,
            Change("…", "safe", "landing"),
            id="the last word differs",
        ),
        pytest.param(
            "While its own report called the landing unsafe",
            1,
            Change("…", "While", ""),
            id="the first word differs",
        ),
        pytest.param(
            "profit operator will step in",
            2,
            None,
            id="it begins inside a word",
        ),
        pytest.param("3 per cent less than", 3, None, id="the sign is cut off"),
        pytest.param("5 cm of steel", 1, None, id="it begins inside a number"),
        pytest.param("harbour master's men can", 1, None, id="it ends inside a word"),
    ],
)
def test_what_is_near_is_told_and_not_accepted(quote: str, at: int, change: Change | None) -> None:
    verdict = prove_quote(fingerprint(), quote, at)
    assert verdict.status is QuoteStatus.CHANGED
    assert verdict.near is not None
    assert verdict.near.paragraph == at
    assert verdict.near.changes == (() if change is None else (change,))


def test_a_short_quotation_that_was_not_in_the_map_cannot_be_proved() -> None:
    known = fingerprint()
    assert can_prove(known, "unsafe")
    assert can_prove(known, "called the landing unsafe")
    assert can_prove(known, "nothing of this is there")
    assert not can_prove(known, "the landing")
    assert can_prove(known, "a dragon")
    assert prove_quote(known, "a dragon").status is QuoteStatus.MISSING
    assert not can_prove(known, "called the landing unsafe … steel")
    assert not can_prove(known, "…")


def test_a_quotation_may_stand_in_any_of_the_paragraphs_cited() -> None:
    assert prove_quote(fingerprint(), "called the landing unsafe", 1, 2).status.is_verified
    assert prove_quote(
        fingerprint(), "unlikely that a non-profit operator", 1, 2
    ).status.is_verified
    assert prove_quote(fingerprint(), "The ferry", 1, 2).status is QuoteStatus.MOVED


def test_no_more_places_are_told_than_are_read() -> None:
    many = build_fingerprint(source("\n\n".join(["it is said again and again"] * 80)))
    assert len(prove_quote(many, "said again and again").matches) == 50


def _random_quote(rng: random.Random, text: SourceText) -> tuple[str, int]:
    number = rng.randint(1, len(text.paragraphs))
    words = list(re.finditer(r"\S+", text.text(number)))
    first = rng.randrange(len(words))
    last = rng.randrange(first, len(words))
    return text.text(number)[words[first].start() : words[last].end()], number


def test_the_fingerprint_says_of_every_quotation_what_the_text_says() -> None:
    rng, text = random.Random(7), source()
    for _ in range(1_500):
        quote, number = _random_quote(rng, text)
        at = rng.choice([number, None, rng.randint(1, 3)])
        words = quote.split()
        if rng.random() < 0.5 and len(words) > 1:
            del words[rng.randrange(len(words))]
            quote = " ".join(words)
        kept = build_fingerprint(text, [quote])
        by_text, by_print = find_quote(text, quote, at), prove_quote(kept, quote, at)
        assert by_print.status.is_verified == by_text.status.is_verified, quote
        if by_text.status.is_verified:
            told = [match.paragraph for match in by_text.matches]
            assert [match.paragraph for match in by_print.matches] == told


def test_a_file_holds_the_fingerprint_and_no_word_of_the_text() -> None:
    kept = fingerprint()
    written = write_fingerprint(kept)
    assert read_fingerprint(written.encode()) == kept
    assert json.loads(written)["argmap-fingerprint"] == 1
    assert len(written.splitlines()) == len(kept.paragraphs) + 5
    for word in {word for word in re.findall(r"\w{5,}", ARTICLE) if word.isalpha()}:
        assert word not in written


def test_the_same_text_gives_the_same_file_whatever_its_line_ends() -> None:
    again = build_fingerprint(source(ARTICLE.replace("\n", "\r\n")), SHORT)
    assert write_fingerprint(again) == write_fingerprint(fingerprint())


def test_hashes_of_two_texts_have_nothing_in_common() -> None:
    one, two = fingerprint(), fingerprint(ARTICLE + "\nOne more.\n")
    runs = set(one.paragraphs[0].places) & set(two.paragraphs[0].places)
    assert one.paragraphs[0].words == two.paragraphs[0].words
    assert not runs


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "it is no JSON"),
        (b"\xff\xfe", "it is no JSON"),
        (b"[1]", "damaged or of another version"),
        (b'{"argmap-fingerprint": 2, "key": "", "paragraphs": []}', "another version"),
        (b'{"argmap-fingerprint": 1, "key": "00", "paragraphs": []}', "damaged"),
    ],
)
def test_a_file_that_is_no_fingerprint_is_told(data: bytes, said: str) -> None:
    found = read_fingerprint(data)
    assert isinstance(found, Unreadable)
    assert said in found.message
    assert "argmap source lock" in found.help


@pytest.mark.parametrize("runs", ["AAAA", "not base64!"])
def test_a_file_whose_runs_are_damaged_is_told(runs: str) -> None:
    document = json.loads(write_fingerprint(fingerprint()))
    document["paragraphs"][0]["runs"] = runs
    found = read_fingerprint(json.dumps(document).encode())
    assert isinstance(found, Unreadable)
    assert "damaged" in found.message


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        pytest.param(ARTICLE, [], id="nothing"),
        pytest.param(ARTICLE.replace("unlikely", "likely"), [(1, 2, 1, 2)], id="a word"),
        pytest.param(ARTICLE.replace("’", "'").replace("“", '"'), [], id="only what is folded"),
        pytest.param(ARTICLE.replace("The ferry\n", "The boat\n"), [], id="a heading"),
        pytest.param("New.\n\n" + ARTICLE, [(0, 0, 0, 1)], id="a paragraph before all"),
        pytest.param(ARTICLE + "\nNew.\n", [(3, 3, 3, 4)], id="a paragraph at the end"),
        pytest.param(
            ARTICLE.replace("It is", "It’s", 1).replace("## What", "New.\n\n## What"),
            [(1, 2, 1, 3)],
            id="a paragraph changed and one put in",
        ),
        pytest.param("", [(0, 3, 0, 0)], id="all is gone"),
        pytest.param(ARTICLE.partition("\n\n## ")[0], [(2, 3, 2, 2)], id="one is gone"),
    ],
)
def test_what_changed_since_is_told_by_paragraph(
    changed: str, told: list[tuple[int, int, int, int]]
) -> None:
    assert compare_paragraphs(fingerprint(), source(changed)) == told


def test_repeated_and_moved_paragraphs_are_told_by_as_few_as_can_be() -> None:
    def edits(before: str, now: str) -> list[Edit]:
        kept = build_fingerprint(source("\n\n".join(before)))
        return compare_paragraphs(kept, source("\n\n".join(now)))

    assert edits("aaa", "aaaa") == [(3, 3, 3, 4)]
    assert edits("abab", "aba") == [(3, 4, 3, 3)]
    assert edits("abcd", "dabc") == [(0, 0, 0, 1), (3, 4, 4, 4)]
    assert edits("abcde", "axcye") == [(1, 2, 1, 2), (3, 4, 3, 4)]
    assert edits("cab", "abc") == [(0, 1, 0, 0), (3, 3, 2, 3)]


@given(st.text(max_size=200), st.text(max_size=30))
@settings(max_examples=200, deadline=None)
def test_no_text_and_no_quotation_is_too_odd(content: str, quote: str) -> None:
    text = read_paragraphs(content, is_markdown=True)
    kept = build_fingerprint(text, [quote])
    assert read_fingerprint(write_fingerprint(kept).encode()) == kept
    verdict = prove_quote(kept, quote)
    assert verdict.status.is_verified <= find_quote(text, quote).status.is_verified
    assert isinstance(can_prove(kept, quote), bool)


def test_words_and_signs_are_counted_alike_in_texts_and_quotations() -> None:
    assert WINDOW == 4
    text = "can't stop 中国, he said"
    words = [text[start:end] for start, end in split_words(text)]
    assert words == ["can", "'", "t", "stop", "中", "国", ",", "he", "said"]

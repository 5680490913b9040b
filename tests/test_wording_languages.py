"""What the rules AM6 know of each language, and that no text is slow to read."""

from __future__ import annotations

import time
from dataclasses import fields
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.check.likeness import fold
from argmap.check.wording import language as language_module
from argmap.check.wording.compound import find_compound, may_be_compound
from argmap.check.wording.heading import is_heading
from argmap.check.wording.hedge import find_hedge, may_hedge
from argmap.check.wording.language import find_language, parse
from argmap.check.wording.question import is_question
from argmap.check.wording.words import count_words
from tests.test_wording import clauses, headings, hedged, known

LANGUAGES = sorted(
    path.name.removesuffix(".toml")
    for path in files(language_module.__package__).iterdir()
    if path.name.endswith(".toml")
)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_language_is_whole(tag: str) -> None:
    language = known(tag)
    assert language.name.istitle()
    assert language.question_marks
    tables = (language.clauses, language.hedges, language.headings)
    for table in tables:
        if table is None:
            continue
        for field in fields(table):
            name, words = field.name, getattr(table, field.name)
            if isinstance(words, frozenset | tuple | dict):
                assert words or name in {"adjectives", "perfects", "phrases", "verb_endings"} | {
                    *("articles", "links", "breaks", "abbreviations", "heads")
                }
                assert all(
                    word == word.lower() == word.strip() and "’" not in word for word in words
                )
    assert language.hedges is None or language.clauses is not None
    assert language.headings is None or language.clauses is not None


@pytest.mark.parametrize("tag", [tag for tag in LANGUAGES if known(tag).hedges])
def test_each_hedge_of_a_language_can_be_found(tag: str) -> None:
    hedges = known(tag).hedges
    assert hedges is not None
    for hedge in (*hedges.adverbs, *hedges.heads, *hedges.phrases):
        start = hedge.replace(" ,", ",")
        text = f"{start}x yzx" if start.endswith("'") else f"{start} xyz yzx"
        assert hedged(tag, text) == start
    for hedge in hedges.perfects:
        assert hedged(tag, f"It {hedge} walked home.") == hedge
    assert not hedges.adverbs.keys() & hedges.heads.keys()


def _words(tag: str) -> list[str]:
    """Give the words of a language that decide whether a text hedges or says two things."""
    language = known(tag)
    said = language.clauses, language.hedges
    assert said[0] is not None
    assert said[1] is not None
    clause_words = [*said[0].joiners, *said[0].verbs, *said[0].starters, *said[0].openers]
    tables = said[1].adverbs, said[1].heads, said[1].phrases, said[1].perfects
    return sorted({*clause_words, *(word for table in tables for word in table)})


MARKS = (",", ";", ".", "!", "(so)", "«is»", "'", "’s", "x", "Y", "_", "7")


@pytest.mark.parametrize("tag", [tag for tag in LANGUAGES if known(tag).hedges])
@given(st.data())
@settings(max_examples=60)
def test_what_is_not_looked_into_holds_nothing(tag: str, data: st.DataObject) -> None:
    language = known(tag)
    assert language.clauses is not None
    some = st.sampled_from(_words(tag)) | st.sampled_from(MARKS)
    pieces = data.draw(st.lists(some | st.sampled_from(_words(tag)).map(str.title), max_size=12))
    text = data.draw(st.sampled_from([" ", " ", "  ", ""])).join(pieces).strip()
    if find_hedge(text, language) is not None:
        assert may_hedge(fold(text), language)
    if find_compound(text, language.clauses) is not None:
        assert may_be_compound(text, fold(text), language)


def test_languages_are_those_the_rules_name() -> None:
    with_clauses = ["de", "en", "es", "fr", "it", "nl", "pt"]
    assert sorted([*with_clauses, "ar", "el", "ja", "ru", "zh"]) == LANGUAGES
    assert [tag for tag in LANGUAGES if known(tag).clauses] == with_clauses
    assert {tag for tag in LANGUAGES if known(tag).headings} == {"en"}


@pytest.mark.parametrize("tag", ["de", "DE-ch", "de-Latn-AT-1996"])
def test_only_the_primary_subtag_counts(tag: str) -> None:
    assert known(tag) is known("de")


@pytest.mark.parametrize("tag", [None, "sv", "x-klingon", "words"])
def test_language_is_not_known(tag: str | None) -> None:
    assert find_language(tag) is None


@pytest.mark.parametrize(
    "content",
    [
        "question-marks = '?'",
        "name = 'X'\nquestion-sign = '?'",
        "name = 'X'\n[clauses]\njoiners = 'and'",
        "name = 'X'\n[hedges]\nadverbs = {}\nadverb = 'y'",
        "name = 'X'\n[idioms]\nknown = 'y'",
    ],
)
def test_file_with_a_key_too_many_or_too_few_is_refused(content: str) -> None:
    with pytest.raises(TypeError):
        parse(content)


def test_a_language_may_know_only_its_question_mark() -> None:
    language = parse("name = 'X'\nquestion-marks = '¿'")
    assert language.question_marks == "¿"
    assert find_hedge("Perhaps it is so.", language) is None


HOSTILE = {
    "quotation marks": '"«“„‹»',
    "single quotes": " 'a ‘b",
    "brackets": "([（",
    "closed brackets": "(a) [b] ",
    "apostrophes": "a'b’",
    "numbers": "1,1.",
    "hyphens": "a-",
    "hyphens alone": "-",
    "underscores": "_",
    "hedges": "it is probably ",
    "almost hedges": "it seems ",
    "perfects": "it may have ",
    "participles": "tale allegedly forged ",
    "joiners": "it is and ",
    "semicolons": "is;",
    "sentences": "It is. ",
    "plurals": "costs of the war ",
    "blanks": " ",
    "marks": "?!",
    "colons": "a: ",
    "combined": "́é",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_no_text_is_read_in_more_than_linear_time(piece: str) -> None:
    short, long = (_seconds(piece * (size // len(piece))) for size in (10_000, 80_000))
    # eight times as long; sixty-four times as slow would be quadratic
    assert long < max(24 * short, 0.5)


def _seconds(text: str) -> float:
    english = known("en")
    best = 60.0
    for _ in range(2):
        start = time.perf_counter()
        is_question(text + "?", "?")
        find_compound(text, clauses("en"))
        find_hedge(f"{text} probably", english)
        find_hedge(f"The {text} is so.", english)
        is_heading(text, headings(), clauses("en"))
        count_words(text)
        count_words(text, 1.6)
        best = min(best, time.perf_counter() - start)
    return best


PIECES = (
    *("probably", "may have", "it seems that", "il semble qu'", "es scheint, dass", "perhaps"),
    *("the mill", "is", "was", "and", "but", "und", "et", "of", "costs", "burned", "a", "hundred"),
    *(" ", ",", ";", ".", "?", ":", "«", "»", "(", ")", "'", '"', "—", "May", "1912", "3.5", "’s"),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=12), st.booleans())
def test_no_text_is_too_odd(pieces: list[str], is_spaced: bool) -> None:
    text = (" " if is_spaced else "").join(pieces)
    is_heading(text, headings(), clauses("en"))
    for tag in LANGUAGES:
        language = known(tag)
        is_question(text, language.question_marks)
        assert count_words(text, language.characters_per_word) >= 0
        hedge = find_hedge(text, language)
        joint = None if language.clauses is None else find_compound(text, language.clauses)
        for found in (hedge, joint):
            if found is not None:
                assert 0 <= found.start < found.end <= len(text)
                assert text[found.start : found.end].strip()

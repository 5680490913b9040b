"""What the rules AM6 take for two things, a question, a hedge, a heading."""

from __future__ import annotations

import json

import pytest

from argmap import check
from argmap.check.wording.compound import find_compound
from argmap.check.wording.heading import is_heading
from argmap.check.wording.hedge import find_hedge
from argmap.check.wording.language import Clauses, Headings, Language, find_language
from argmap.check.wording.question import is_question
from argmap.check.wording.words import count_words, without_asides, words_of


def known(tag: str) -> Language:
    """Give a language that must be known."""
    found = find_language(tag)
    assert found is not None
    return found


def clauses(tag: str) -> Clauses:
    """Give what is known of a language's clauses."""
    found = known(tag).clauses
    assert found is not None
    return found


def headings() -> Headings:
    """Give what is known of English headings."""
    found = known("en").headings
    assert found is not None
    return found


def hedged(tag: str, text: str) -> str | None:
    """Give the hedge of a text."""
    found = find_hedge(text, known(tag))
    return None if found is None else text[found.start : found.end]


def joined(tag: str, text: str) -> str | None:
    """Give what joins the two things that a text says."""
    found = find_compound(text, clauses(tag))
    return None if found is None else found.word


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("de", "Die Brücke ist alt, und der Damm ist gerissen.", "und"),
        ("de", "Die Stadt hat die Straße und die Brücke gebaut.", None),
        ("de", "Er sagt, dass die Brücke alt ist und der Damm alt war.", None),
        ("de", "Am 3. Mai war der Damm fertig.", None),
        ("fr", "Le pont est vieux et la digue est fissurée.", "et"),
        ("fr", "Le pont et la digue sont vieux.", None),
        ("es", "El puente es viejo, pero la presa no está rota.", "pero"),
        ("it", "Il ponte è vecchio e la diga è rotta.", "e"),
        ("pt", "A ponte é velha e a barragem está rachada.", "e"),
        ("nl", "De brug is oud en de dam is gescheurd.", "en"),
        ("nl", "De brug en de dam zijn oud.", None),
        ("en", "The dam was full in 1912. It was emptied later.", "."),
        ("en", "The mill is old. «Old» is a word of praise.", "."),
        ("en", "The mill is at St. Paul and is old.", "and"),
        ("en", "The mill is old and so therefore still is", None),
        ("en", "The mill is old and very much older than any is.", None),
        ("en", "The mill is old and the owner of the mill by the lake here is rich.", None),
        ("en", "The mill is old and rusty iron of the yard is cold.", None),
        ("en", "The mill is old and the road to town was closed.", None),
        ("en", "The mill is old and", None),
        ("en", "and", None),
    ],
)
def test_what_joins_two_things(tag: str, text: str, expected: str | None) -> None:
    assert joined(tag, text) == expected


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("de", "Die Brücke ist wahrscheinlich sicher.", "wahrscheinlich"),
        ("de", "Es ist möglich, dass der Damm hält.", "Es ist möglich, dass"),
        ("de", "Ein Sieg ist wahrscheinlich.", None),
        ("de", "Die Brücke hat vielleicht hundert Pfeiler.", None),
        ("de", "Laut Bericht ist die Brücke wahrscheinlich sicher.", None),
        ("fr", "Le roi a peut-être signé.", "peut-être"),
        ("fr", "Il semble qu’il a signé.", "Il semble qu’"),
        ("es", "Tal vez el puente es viejo.", "Tal vez"),
        ("es", "El puente probablemente es viejo.", "probablemente"),
        ("es", "El probablemente viejo puente es alto.", None),
        ("it", "Sembra che il ponte sia vecchio.", "Sembra che"),
        ("pt", "A ponte é provavelmente velha.", "provavelmente"),
        ("nl", "De brug is waarschijnlijk veilig.", "waarschijnlijk"),
        ("nl", "De brug, waarschijnlijk de oudste, valt.", None),
        ("en", "(perhaps)", None),
        ("en", ", perhaps, the mill", None),
        ("en", "Perhaps", None),
        ("en", "Probably.", "Probably"),
        ("en", "The mill may have", None),
        ("en", "The mill and probably burned barns were sold.", None),
        ("en", "He bought perhaps tools.", None),
        ("en", "The mill, perhaps, burned.", None),
    ],
)
def test_what_hedges(tag: str, text: str, expected: str | None) -> None:
    assert hedged(tag, text) == expected


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        ("Is it safe ?", "?", True),
        ("Is it safe?!", "?", True),
        ("«Is it safe?»", "?", True),
        ("«Is it safe?» was asked.", "?", False),
        ("安全吗？", "？?", True),
        ("问题是：安全吗？", "？?", False),
        ("هل الجسر آمن؟", "؟?", True),
        ("Είναι ασφαλές;", ";\u037e", True),
        ("Safe;", "?", False),
        ("!", "?", False),
        ("", "?", False),
    ],
)
def test_what_asks(text: str, marks: str, expected: bool) -> None:
    assert is_question(text, marks) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cost of the war.", True),
        ("The cost", True),
        ("Floods", False),
        ("Built of stone", False),
        ("Стоимость войны", False),
        ("The «cost» of the war", False),
        ("The high cost of transport", True),
        ("The sailors dream of home", False),
        ("The house on the hill over the river near the old mill", False),
        (".", False),
        ("", False),
    ],
)
def test_what_is_a_heading(text: str, expected: bool) -> None:
    assert is_heading(text, headings(), clauses("en")) is expected


@pytest.mark.parametrize(
    ("text", "per_word", "expected"),
    [
        ("two words", None, 2),
        ("a well-known bridge – of 3.5 km", None, 6),
        ("…", None, 0),
        ("这座桥可以继续通车", 1.6, 6),
        ("这座桥 NATO 2019 通车", 1.6, 5),
        ("橋はGPSで測られた。", 2.0, 5),
    ],
)
def test_words_are_counted(text: str, per_word: float | None, expected: int) -> None:
    assert count_words(text, per_word) == expected


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("say «yes» now", "say _____ now"),
        ('say "yes" (or no) now', "say _____         now"),
        ("say 'it's so' now", "say _________ now"),
        ("the dogs' bones' end", "the dogs' bones' end"),
        ("sag „ja“ nun", "sag ____ nun"),
        ("say ‘it’s so’ now", "say _________ now"),
        ("say “yes", "say “yes"),
    ],
)
def test_asides_are_blanked_out_in_their_place(text: str, bare: str) -> None:
    assert without_asides(text) == bare


def test_words_know_where_they_stand() -> None:
    text = "It’s May. In May, 3.5 «b c» (d)…"
    words = words_of(without_asides(text))
    assert [text[word.start : word.end] for word in words] == [
        *("It’s", "May", ".", "In", "May", ",", "3.5", "«b c»", "…")
    ]
    assert words[0].text == "it's"
    assert [word.is_capital for word in words[:5]] == [False, True, False, False, True]


def test_a_hedge_is_pointed_at_where_it_stands() -> None:
    content = (
        "argmap: 1\ntitle: T\nlang: en\nthesis:\n  claim: >-\n    «It seems\n    that»"
        " is what he says.\n  because:\n  - claim: 'It seems\n      that he said so.'\n"
    )
    (found,) = check(content, select=["AM604"]).findings
    span = found.problem.span
    assert (span.line, span.column, span.end_line, span.end_column) == (9, 13, 10, 11)
    assert found.problem.help == "write `qualifier: apparently`, and the text without the hedge"


def test_the_whole_text_is_pointed_at_where_escapes_hide_the_hedge() -> None:
    content = 'argmap: 1\ntitle: T\nlang: en\nthesis: {claim: "It is prob\\u0061bly so."}\n'
    (found,) = check(content, select=["AM604"]).findings
    span = found.problem.span
    assert (span.line, span.column, span.end_column) == (4, 17, 42)


def test_what_an_error_has_broken_is_not_judged() -> None:
    content = "argmap: 1\ntitle: T\nlang: en\nthesis: {claim: Is it so?, wieght: 1}\n"
    assert check(content, select=["AM6"]).findings == ()


def test_a_text_that_breaks_the_yaml_is_not_judged() -> None:
    content = (
        "argmap: 1\ntitle: T\nlang: en\nthesis:\n  claim: Is it so?\n  because:\n"
        "  - claim: It is so: it is not.\n"
    )
    found = check(content, select=["AM6", "AM001"]).findings
    assert [one.problem.code for one in found] == ["AM602", "AM001"]


def test_a_placeholder_is_not_judged() -> None:
    content = "argmap: 1\ntitle: T\nlang: en\nthesis: {claim: 'TODO cost of the war?'}\n"
    found = check(content, select=["AM6", "AM110"]).findings
    assert [one.problem.code for one in found] == ["AM110"]


def test_nothing_is_told_without_a_language() -> None:
    texts = "Is it so?", "Cost of the war", "It is probably so.", "It is so; it is not."
    for lang in ("", "lang: sv\n"):
        for text in texts:
            content = f"argmap: 1\ntitle: T\n{lang}thesis: {{claim: {json.dumps(text)}}}\n"
            assert check(content, select=["AM6"]).findings == ()


def test_the_most_words_are_an_option() -> None:
    from argmap.check.rules import am603_overlong_text as module

    assert module.Options().most_words == 40
    assert module.check.described_options[0].name == "most-words"

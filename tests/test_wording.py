"""What the rules AM6 know of languages, and how often they are right about English."""

from __future__ import annotations

import json
import time
from collections import Counter
from dataclasses import fields
from functools import cache
from importlib.resources import files

import pytest
import yaml

from argmap import check
from argmap.check.wording import language as language_module
from argmap.check.wording.compound import find_compound
from argmap.check.wording.heading import is_heading
from argmap.check.wording.hedge import find_hedge
from argmap.check.wording.language import Clauses, Headings, Language, find_language, parse
from argmap.check.wording.question import is_question
from argmap.check.wording.words import count_words, without_asides, words_of
from tests.conftest import ROOT

LANGUAGES = sorted(
    path.name.removesuffix(".toml")
    for path in files(language_module.__package__).iterdir()
    if path.name.endswith(".toml")
)
GROUPS = yaml.safe_load((ROOT / "tests" / "data" / "wording_en.yaml").read_text(encoding="utf-8"))
SENTENCES = [
    (kind, text, frozenset(group["ought"]), frozenset(group.get("missed", ())))
    for group in GROUPS
    for sentence in group["sentences"]
    for kind, text in sentence.items()
]


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


@cache
def told(kind: str, text: str) -> frozenset[str]:
    """Give the AM6 codes that an English text brings."""
    node = f"{{{kind}: {json.dumps(text, ensure_ascii=False)}}}"
    thesis = f"{{claim: It is so., but: [{node}]}}" if kind == "counterpoint" else node
    content = f"argmap: 1\ntitle: T\nlang: en\nthesis: {thesis}\n"
    return frozenset(found.problem.code for found in check(content, select=["AM6"]).findings)


def hedged(tag: str, text: str) -> str | None:
    """Give the hedge of a text."""
    found = find_hedge(text, known(tag))
    return None if found is None else text[found.start : found.end]


def joined(tag: str, text: str) -> str | None:
    """Give what joins the two things that a text says."""
    found = find_compound(text, clauses(tag))
    return None if found is None else found.word


def test_there_are_enough_sentences_for_the_figures() -> None:
    ought = Counter(code for *_, codes, _ in SENTENCES for code in codes)
    assert len(SENTENCES) >= 390
    assert sum(not codes for *_, codes, _ in SENTENCES) >= 200
    assert all(ought[code] >= 30 for code in ("AM601", "AM604", "AM605"))


@pytest.mark.parametrize(
    ("kind", "text", "ought", "missed"), SENTENCES, ids=[text for _, text, *_ in SENTENCES]
)
def test_sentence_brings_what_it_ought_to(
    kind: str, text: str, ought: frozenset[str], missed: frozenset[str]
) -> None:
    assert missed <= ought
    assert told(kind, text) == ought - missed


@pytest.mark.parametrize(
    ("code", "found", "missed"),
    [
        ("AM601", 32, 16),
        ("AM602", 16, 0),
        ("AM603", 3, 0),
        ("AM604", 43, 9),
        ("AM605", 27, 10),
    ],
)
def test_so_many_are_found_and_none_is_told_wrongly(code: str, found: int, missed: int) -> None:
    brought = [(told(kind, text), ought) for kind, text, ought, _ in SENTENCES]
    assert sum(code in codes and code in ought for codes, ought in brought) == found
    assert sum(code in ought and code not in codes for codes, ought in brought) == missed
    assert not any(code in codes and code not in ought for codes, ought in brought)


def test_the_map_of_an_article_has_no_such_weakness() -> None:
    content = (ROOT / "maps" / "nato_asia.yaml").read_text(encoding="utf-8")
    assert "\nlang: en\n" in content
    assert check(content, select=["AM6"]).findings == ()


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

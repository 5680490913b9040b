"""Quotations that were changed are not accepted, unless what they became stands there as well."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest

from argmap.source.fingerprint import build_fingerprint
from argmap.source.proof import can_prove, prove_quote
from argmap.source.quotes import find_quote
from argmap.source.verdicts import QuoteStatus
from tests.quoting import ARTICLES, article, occurs, random_span, source, strip_marks

if TYPE_CHECKING:
    from collections.abc import Callable

NEGATIONS = r"\b(?:not|no|never|nobody|hardly|nicht|kein\w*|niemand|niemals|noch)\b ?|不|没有|没|未"
PREFIXES = r"\b(?:un|non-|in|im|dis|ir)(?=\w{3})"
COUNTS = [(ARTICLES[0], 5_000, 14), (ARTICLES[1], 2_500, 10), (ARTICLES[2], 2_500, 11)]
"""So many changed quotations of an article, and the kinds of changes that it has room for."""
REFUSED = 10
"""Of those that are refused one in so many is looked for by expressions, which takes time."""
ACCEPTED = {QuoteStatus.EXACT, QuoteStatus.FOLDED, QuoteStatus.AMBIGUOUS, QuoteStatus.MOVED}
_WORD = re.compile(r"[\u4e00-\u9fff]|[^\s\u4e00-\u9fff]+")


def _drop_word(rng: random.Random, quote: str) -> str:
    word = rng.choice(list(_WORD.finditer(quote)))
    return f"{quote[: word.start()].rstrip()} {quote[word.end() :].lstrip()}".strip()


def _swap(rng: random.Random, quote: str) -> str:
    words = list(_WORD.finditer(quote))
    if len(words) == 1:
        return quote
    at = rng.randrange(len(words) - 1)
    one, two = words[at : at + 2]
    between = quote[one.end() : two.start()]
    return quote[: one.start()] + two[0] + between + one[0] + quote[two.end() :]


def _change_word(rng: random.Random, quote: str) -> str:
    word = rng.choice(list(_WORD.finditer(quote)))
    other: str = rng.choice(_WORD.findall(article(rng.choice(ARTICLES))))
    return quote[: word.start()] + other.strip("[]*>#_`") + quote[word.end() :]


def _change_letter(rng: random.Random, quote: str) -> str:
    at = rng.randrange(len(quote))
    return quote[:at] + rng.choice("aeinst不五7") + quote[at + 1 :]


def _cut(rng: random.Random, quote: str) -> str:
    count = rng.randint(1, 3)
    return rng.choice([quote[count:], quote[:-count]]).strip()


def _dropper(expression: str, put_in: str = "") -> Callable[[random.Random, str], str]:
    def mutate(rng: random.Random, quote: str) -> str:
        found = list(re.finditer(expression, quote))
        if not found:
            return quote
        one = rng.choice(found)
        return (quote[: one.start()] + put_in + quote[one.end() :]).strip()

    return mutate


def _change_number(rng: random.Random, quote: str) -> str:
    found = list(re.finditer(r"\d", quote))
    if not found:
        return quote
    digit = rng.choice(found)
    return quote[: digit.start()] + str(rng.randrange(10)) + quote[digit.end() :]


MUTATIONS: dict[str, Callable[[random.Random, str], str]] = {
    "word dropped": _drop_word,
    "neighbours swapped": _swap,
    "word changed": _change_word,
    "letter changed": _change_letter,
    "ends cut off": _cut,
    "negation dropped": _dropper(NEGATIONS),
    "prefix dropped": _dropper(PREFIXES),
    "n't dropped": _dropper(r"n['’]t\b"),
    "not of n't dropped": _dropper(r"n['’]t\b", "n"),
    "sign dropped": _dropper(r"(?<!\S)[-–−](?=\d)"),
    "decimals dropped": _dropper(r"(?<=\d)[.,]\d+"),
    "point dropped": _dropper(r"(?<=\d)[.,](?=\d)"),
    "integer dropped": _dropper(r"\d+[.,](?=\d)"),
    "number changed": _change_number,
}
"""What is done to a quotation; one that does not have it is drawn again."""


def _mutant(rng: random.Random, paragraphs: list[str], kind: str) -> str | None:
    """Give a changed quotation; None where the one drawn has nothing of that kind."""
    quote = random_span(rng, rng.choice(paragraphs))
    mutant = MUTATIONS[kind](rng, quote)
    is_plain = re.search(r"\w", mutant) and not re.search(r"\.\.\.|…|\[", mutant)
    return mutant if is_plain and mutant != quote else None


def draw_mutants(rng: random.Random, paragraphs: list[str], count: int) -> list[tuple[str, str]]:
    """Draw so many changed quotations, of every kind that the paragraphs have as many."""
    kinds = [kind for kind in MUTATIONS if any(_mutant(rng, paragraphs, kind) for _ in range(400))]
    found: list[tuple[str, str]] = []
    while len(found) < count:
        kind = kinds[len(found) % len(kinds)]
        mutant = _mutant(rng, paragraphs, kind)
        if mutant is not None:
            found.append((kind, mutant))
    return found


def draw_from(name: str, count: int) -> list[tuple[str, str]]:
    rng = random.Random(11)
    return draw_mutants(rng, strip_marks(article(name)), count)


def is_in(mutant: str, name: str) -> bool:
    return occurs(mutant, strip_marks(article(name)))


@pytest.mark.parametrize(("name", "count", "kinds"), COUNTS)
def test_a_changed_quotation_is_accepted_only_where_it_stands(
    name: str, count: int, kinds: int
) -> None:
    mutants = draw_from(name, count)
    refused = 0
    for kind, mutant in mutants:
        is_accepted = find_quote(source(name), mutant).status in ACCEPTED
        refused += not is_accepted
        if is_accepted or refused % REFUSED == 0:
            assert is_accepted == is_in(mutant, name), (kind, mutant)
    assert len({kind for kind, _ in mutants}) == kinds
    assert 0.7 * count < refused < count


@pytest.mark.parametrize(("name", "count", "kinds"), COUNTS)
def test_a_fingerprint_accepts_a_changed_quotation_only_where_it_stands(
    name: str, count: int, kinds: int
) -> None:
    kept = build_fingerprint(source(name))
    accepted = refused = 0
    for kind, mutant in draw_from(name, count):
        if prove_quote(kept, mutant).status in ACCEPTED:
            accepted += 1
            assert is_in(mutant, name), (kind, mutant)
        elif can_prove(kept, mutant):
            refused += 1
            if refused % REFUSED == 0:
                assert not is_in(mutant, name), (kind, mutant)
    assert accepted > kinds
    assert refused > count / 2

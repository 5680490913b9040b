"""Which texts say the same in nearly the same words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import chain, combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_SIGNS = "぀-ヿ㐀-鿿가-힯"
_SIGN = f"[{_SIGNS}]"
_APART = "\0"
_ASCII_SIGNS = "<>=+%#&$"
_ASCII_WORDS = bytes(
    ord(chr(code).lower()) if chr(code).isalnum() or chr(code) in {_APART, *_ASCII_SIGNS} else 32
    for code in range(128)
).ljust(256)
"""Takes a text in ASCII apart into words; other texts need `_any_word`, which is slower."""
_CLOSE = 92.0
"""Likeness in percent (rapidfuzz's normalised indel ratio) from which two texts say the same."""
_SHARED = 0.7
"""Two texts that are this alike share at least so much of their words."""
_MOST_TEXTS_PER_WORD = 100
"""A word in more texts than this tells none of them from the others."""
_FEWEST_WORDS = 3
_OTHER_WORD = 0.6
"""Two words that are at most this alike (letters changed, put in, left out or swapped, counted by
the letters of the longer word) are two words and no two spellings."""
_FEWEST_LETTERS = 4
"""Shorter words (`a` for `the`) may stand for each other."""
_NEGATIONS = frozenset(
    {
        *("no", "not", "never", "none", "neither", "nor", "without", "cannot"),
        "t",  # of `isn't`, which is folded to `isn t`
        *("nicht", "kein", "keine", "keinen", "keiner", "nie", "ohne", "ne", "pas", "sans"),
        *("не", "нет", "ни", "никогда", "без"),
        *"不没沒无無未非勿莫否",
    }
)
_NUMBERS = frozenset(
    {
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
        *("eleven", "twelve", "hundred", "thousand", "million", "half", "third", "quarter"),
        *"零〇一二两三四五六七八九十百千万萬亿億",
    }
)


@dataclass(frozen=True, slots=True)
class Likeness:
    """Pairs of texts that say the same."""

    pairs: tuple[tuple[int, int], ...]
    """Numbers of the texts, the earlier first."""


def fold(text: str) -> str:
    """Write a text as its words only, without case and punctuation.

    >>> fold("The «tablet», again!")
    'the tablet again'
    """
    if text.isascii():
        return " ".join(_ascii_words(text).replace(_APART, " ").split())
    return " ".join(_any_word().findall(text.casefold()))


def fold_all(texts: Sequence[str]) -> list[str]:
    """Write each of some texts as its words only; all those in ASCII are folded at once."""
    plain = [text for text in texts if text.isascii()]
    joined = _APART.join(plain)
    if joined.count(_APART) >= max(len(plain), 1):  # it stands in a text
        return [fold(text) for text in texts]
    parts = iter(_ascii_words(joined).split(_APART))
    return [" ".join(next(parts).split()) if text.isascii() else fold(text) for text in texts]


def _ascii_words(text: str) -> str:
    """Write a text with blanks in place of all that parts words, and around each sign."""
    folded = text.encode("ascii").translate(_ASCII_WORDS).decode("ascii")
    for sign in _ASCII_SIGNS:
        folded = folded.replace(sign, f" {sign} ")
    return folded


@cache
def _any_word() -> re.Pattern[str]:
    return re.compile(rf"{_SIGN}|[^\W_{_SIGNS}]+|[<>=≠≤≥±+%#&$€£]")


@cache
def _gap() -> re.Pattern[str]:
    """Find what `fold` puts between signs that each count as a word: it makes no texts alike."""
    return re.compile(rf"(?<={_SIGN}) (?={_SIGN})")


def find_likeness(folded: Sequence[str]) -> Likeness:
    """Find the texts that say the same as an earlier one.

    Candidates share a rare word (prefix filtering: Chaudhuri, Ganti & Kaushik 2006), so the cost
    stays near linear. Texts that differ in a number or in a negation never say the same, nor do
    those where a quite different word stands for another.

    Args:
        folded: the texts, as `fold` writes them.
    """
    first: dict[str, int] = {}
    pairs: list[tuple[int, int]] = []
    for number, text in enumerate(folded):
        if text.count(" ") + 1 < _FEWEST_WORDS:
            continue
        if text in first:
            pairs.append((first[text], number))
        else:
            first[text] = number
    pairs += _near(first)
    return Likeness(tuple(sorted(pairs)))


def _near(first: dict[str, int]) -> list[tuple[int, int]]:
    candidates = _candidates(list(first))
    if not candidates:
        return []
    from rapidfuzz import fuzz

    tight = {text: _gap().sub("", text) for pair in candidates for text in pair}
    close = [
        (first[a], first[b])
        for a, b in sorted(candidates)
        if fuzz.ratio(tight[a], tight[b], score_cutoff=_CLOSE) and not _differ_in_a_word(a, b)
    ]
    return [(min(pair), max(pair)) for pair in close]


def _differ_in_a_word(one: str, other: str) -> bool:
    """Tell whether a word of one text stands for a quite different one of the other."""
    from rapidfuzz.distance.OSA import normalized_similarity

    words, others = set(one.split()), set(other.split())
    own = [word for word in words - others if len(word) >= _FEWEST_LETTERS]
    theirs = [word for word in others - words if len(word) >= _FEWEST_LETTERS]
    return bool(theirs) and any(
        all(normalized_similarity(word, their) <= _OTHER_WORD for their in theirs) for word in own
    )


def _candidates(texts: list[str]) -> set[tuple[str, str]]:
    words = [set(text.split()) for text in texts]
    frequency = Counter(chain.from_iterable(words))
    telling = {word for word, count in frequency.items() if 1 < count <= _MOST_TEXTS_PER_WORD}
    buckets: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for text, bag in zip(texts, words, strict=True):
        if telling.isdisjoint(bag):
            continue
        fixed = _fixed_words(bag)
        for word in telling.intersection(_rarest(bag, frequency)):
            buckets[(word, *fixed)].append(text)
    found: set[tuple[str, str]] = set()
    bags = dict(zip(texts, words, strict=True))
    for bucket in buckets.values():
        if 1 < len(bucket) <= _MOST_TEXTS_PER_WORD:
            found.update(
                pair
                for pair in combinations(bucket, 2)
                if _share_words(bags[pair[0]], bags[pair[1]])
            )
    return found


def _share_words(one: set[str], other: set[str]) -> bool:
    return len(one & other) >= _SHARED * max(len(one), len(other))


def _fixed_words(words: Iterable[str]) -> list[str]:
    """Give the words in which texts that say the same must agree: numbers and negations."""
    return sorted(
        word for word in words if word in _NEGATIONS or word in _NUMBERS or not word.isalpha()
    )


def _rarest(words: set[str], frequency: Mapping[str, int]) -> list[str]:
    ordered = sorted([(frequency[word], word) for word in words])
    return [word for _, word in ordered[: len(words) - int(_SHARED * len(words)) + 1]]

"""Which texts say the same in nearly the same words."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[぀-ヿ㐀-鿿가-힯]|[^\W_]+")
_CLOSE = 92.0
"""Likeness in percent (rapidfuzz's normalised indel ratio) from which two texts say the same."""
_SHARED = 0.7
"""Two texts that are this alike share at least so much of their words."""
_MOST_TEXTS_PER_WORD = 100
"""A word in more texts than this tells none of them from the others."""
_FEWEST_WORDS = 3
_NEGATIONS = frozenset({"no", "not", "never", "none", "neither", "nor", "without", "cannot"})


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
    return " ".join(_WORD.findall(text.casefold()))


def find_likeness(texts: Sequence[str]) -> Likeness:
    """Find the texts that say the same as an earlier one.

    Candidates share a rare word (prefix filtering: Chaudhuri, Ganti & Kaushik 2006), so the cost
    stays near linear. Texts that differ in a number or in a negation never say the same.
    """
    first: dict[str, int] = {}
    pairs: list[tuple[int, int]] = []
    for number, text in enumerate(texts):
        folded = fold(text)
        if folded.count(" ") + 1 < _FEWEST_WORDS:
            continue
        if folded in first:
            pairs.append((first[folded], number))
        else:
            first[folded] = number
    pairs += _near(first)
    return Likeness(tuple(sorted(pairs)))


def _near(first: dict[str, int]) -> list[tuple[int, int]]:
    candidates = _candidates(list(first))
    if not candidates:
        return []
    from rapidfuzz import fuzz

    close = [
        (first[a], first[b]) for a, b in sorted(candidates) if fuzz.ratio(a, b, score_cutoff=_CLOSE)
    ]
    return [(min(pair), max(pair)) for pair in close]


def _candidates(texts: list[str]) -> set[tuple[str, str]]:
    words = [set(text.split()) for text in texts]
    frequency: dict[str, int] = defaultdict(int)
    for bag in words:
        for word in bag:
            frequency[word] += 1
    buckets: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for text, bag in zip(texts, words, strict=True):
        fixed = _fixed_words(bag)
        for word in _rarest(bag, frequency):
            buckets[(word, *fixed)].append(text)
    found: set[tuple[str, str]] = set()
    for bucket in buckets.values():
        if 1 < len(bucket) <= _MOST_TEXTS_PER_WORD:
            found.update(combinations(bucket, 2))
    return found


def _fixed_words(words: Iterable[str]) -> list[str]:
    """Give the words in which texts that say the same must agree: numbers and negations."""
    return sorted(word for word in words if word in _NEGATIONS or not word.isalpha())


def _rarest(words: set[str], frequency: dict[str, int]) -> list[str]:
    ordered = sorted(words, key=lambda word: (frequency[word], word))
    return ordered[: len(words) - int(_SHARED * len(words)) + 1]

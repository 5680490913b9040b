"""Which texts say the same in nearly the same words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, reduce
from itertools import chain
from operator import or_
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

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
_BITS = 120
"""Bits of a number that stands for the words of a text. Two texts that share most of their words
have numbers that differ in few bits, which is told five times as fast as by the words."""
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


class Likeness(NamedTuple):
    """Pairs of texts that say the same."""

    folded: list[str]
    """Each text as its words only."""
    pairs: tuple[tuple[int, int], ...]
    """Numbers of the texts, the earlier first."""


def fold(text: str) -> str:
    """Write a text as its words only, without case and punctuation.

    >>> fold("The «tablet», again!")
    'the tablet again'
    """
    return " ".join(_words(text))


def _words(text: str) -> list[str]:
    if text.isascii():
        return _ascii_words(text).replace(_APART, " ").split()
    return _any_word().findall(text.casefold())


def _words_of_all(texts: Sequence[str]) -> list[list[str]]:
    """Give the words of each of some texts; all those in ASCII are taken apart at once."""
    plain = [text for text in texts if text.isascii()]
    joined = _APART.join(plain)
    if joined.count(_APART) >= max(len(plain), 1):  # it stands in a text
        return list(map(_words, texts))
    words = map(str.split, _ascii_words(joined).split(_APART))
    if len(plain) == len(texts):
        return list(words) if texts else []
    return [next(words) if text.isascii() else _words(text) for text in texts]


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


def find_likeness(texts: Sequence[str]) -> Likeness:
    """Find the texts that say the same as an earlier one.

    Candidates share a rare word (prefix filtering: Chaudhuri, Ganti & Kaushik 2006), so the cost
    stays near linear. Texts that differ in a number or in a negation never say the same, nor do
    those where a quite different word stands for another.
    """
    words = _words_of_all(texts)
    folded = list(map(" ".join, words))
    first: dict[str, int] = {}
    pairs: list[tuple[int, int]] = []
    for number, text in enumerate(folded):
        if len(words[number]) < _FEWEST_WORDS:
            continue
        if first.setdefault(text, number) != number:
            pairs.append((first[text], number))
    numbers = list(first.values())
    bags = [set(words[number]) for number in numbers]
    near = [(numbers[one], numbers[other]) for one, other in _candidates(bags)]
    return Likeness(folded, tuple(sorted(pairs + (_close(folded, near) if near else []))))


def _close(folded: Sequence[str], pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give those of some pairs that are alike letter by letter."""
    from rapidfuzz import fuzz

    tight = {number: _gap().sub("", folded[number]) for pair in pairs for number in pair}
    return [
        (one, other)
        for one, other in pairs
        if fuzz.ratio(tight[one], tight[other], score_cutoff=_CLOSE)
        and not _differ_in_a_word(folded[one], folded[other])
    ]


def _differ_in_a_word(one: str, other: str) -> bool:
    """Tell whether a word of one text stands for a quite different one of the other."""
    from rapidfuzz.distance.OSA import normalized_similarity

    words, others = set(one.split()), set(other.split())
    own = [word for word in words - others if len(word) >= _FEWEST_LETTERS]
    theirs = [word for word in others - words if len(word) >= _FEWEST_LETTERS]
    return bool(theirs) and any(
        all(normalized_similarity(word, their) <= _OTHER_WORD for their in theirs) for word in own
    )


_Key: TypeAlias = "tuple[int | str, ...]"
"""A telling word by its number, and the words in which texts that say the same must agree."""


def _candidates(bags: Sequence[set[str]]) -> set[tuple[int, int]]:
    """Give the pairs of texts that share a telling word among their rarest, and most words.

    Args:
        bags: the words of each text.
    """
    frequency = Counter(chain.from_iterable(bags))
    keys = _keys(bags, frequency)
    sizes = Counter(chain.from_iterable(keys.values()))
    met: dict[_Key, list[int]] = {
        key: [] for key, size in sizes.items() if 1 < size <= _MOST_TEXTS_PER_WORD
    }
    bits = {word: 1 << number % _BITS for number, word in enumerate(frequency)}
    signs: dict[int, int] = {}
    found: set[tuple[int, int]] = set()
    for number, own in keys.items():
        beside = [met[key] for key in own if key in met]
        sign = signs[number] = reduce(or_, map(bits.__getitem__, bags[number]))
        most = (2 - 2 * _SHARED) * len(bags[number])
        near = [n for n in set().union(*beside) if (sign ^ signs[n]).bit_count() <= most]
        found.update((n, number) for n in near if _share_words(bags[n], bags[number]))
        for one in beside:
            one.append(number)
    return found


def _keys(bags: Sequence[set[str]], frequency: Mapping[str, int]) -> dict[int, list[_Key]]:
    """Give the telling words among the rarest of each text that has any."""
    counts = [(count, word) for word, count in frequency.items() if count > 1]
    telling = sorted(pair for pair in counts if pair[0] <= _MOST_TEXTS_PER_WORD)
    if not telling:
        return {}
    rank = {word: number for number, (_, word) in enumerate(telling)}
    single = {word for word, count in frequency.items() if count == 1}
    fixed = {word for word in frequency if _is_fixed(word)}
    found: dict[int, list[_Key]] = {}
    for number, bag in enumerate(bags):
        own = sorted(map(rank.__getitem__, rank.keys() & bag))
        rarest = len(bag) - int(_SHARED * len(bag)) + 1 - len(single & bag)
        if own and rarest > 0:
            agreed = sorted(fixed & bag)
            found[number] = [(word, *agreed) for word in own[:rarest]]
    return found


def _share_words(one: set[str], other: set[str]) -> bool:
    least = _SHARED * max(len(one), len(other))
    return min(len(one), len(other)) >= least and len(one & other) >= least


def _is_fixed(word: str) -> bool:
    """Tell whether texts that say the same must agree in a word: a number or a negation."""
    return word in _NEGATIONS or word in _NUMBERS or not word.isalpha()

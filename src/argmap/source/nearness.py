"""What stands in a source in place of a quotation that does not: word by word.

This never accepts anything. It only says where the author probably read what was quoted, and in
which words the two differ.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq

from argmap.source.edges import begins_whole, ends_whole
from argmap.source.words import TOKEN, WORD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from difflib import Match

    from argmap.source.paragraphs import SourceText

    Words = Sequence[re.Match[str]]

LEAST_SHARE = 0.6
"""So much of a quotation stands in what is called near."""
_REACH = 4
"""So many times their own length words may stand off from the others."""
_LEAST_LIKENESS = 75.0
"""So alike, in percent, are two single words, one of which may be a slip for the other."""
_LONGEST_WORD = 50
"""A longer word is no slip for another."""
_COMMON = 400
"""A word that stands so often tells nothing of the place."""
_MOST_PLACES = 6
"""So many places are compared."""
_MOST_WORDS = 400
"""So many words of a quotation are compared."""
_MOST_LETTERS = 4_000
"""So much of it, at the most."""
_WIDTH = 40
"""Places that are no further apart are one."""
_SLACK = 60
"""So far around a place is looked, and a quarter of the quotation's length further."""
_SPOKEN = re.compile(rf"{WORD.pattern}(?:'{WORD.pattern})*|{TOKEN.pattern}")
"""A word with all that apostrophes join to it, or what else is a word."""
_BEFORE = re.compile(rf"(?:{WORD.pattern}')+\Z")
_BEHIND = re.compile(rf"(?:'{WORD.pattern})+")


class Change(NamedTuple):
    """Words of the source, and what the quotation has in their place; either may be none."""

    source: str
    quote: str
    before: str
    """The last word that both have before it."""


@dataclass(frozen=True, slots=True)
class Near:
    """The stretch of a source that is nearest to a quotation."""

    paragraph: int
    """From 1."""
    start: int
    """Offset into the source's text."""
    end: int
    changes: tuple[Change, ...]


def find_near(
    source: SourceText, pieces: tuple[str, ...], first: int | None = None, last: int | None = None
) -> Near | None:
    """Find what is nearest to a quotation.

    Args:
        source: the text.
        pieces: the folded quotation.
        first: the first paragraph cited, which is preferred, from 1.
        last: the last one.

    Returns:
        The nearest stretch; None where less than three fifths of the words stand anywhere.
    """
    words = list(islice(TOKEN.finditer(" ".join(pieces)[:_MOST_LETTERS]), _MOST_WORDS))
    cited = range(first, (last or first) + 1) if first else range(0)
    letters = [word[0] for word in words if word[0].isalnum()]
    if len(letters) == 1:
        return _near_word(source, letters[0], cited)
    windows = [_window(source, words, *place) for place in _candidates(source, words)]
    if not windows:
        return None
    ours = _texts(words)
    number, theirs = max(
        windows,
        key=lambda pair: (
            LCSseq.similarity(_texts(pair[1]), ours) + 0.1 * len(ours) * (pair[0] in cited)
        ),
    )
    return _align(source, number, theirs, words)


def _candidates(source: SourceText, words: Words) -> Iterator[tuple[int, int]]:
    """Give where the quotation may begin, each with a place behind where one of its words stands.

    Each word votes for the places it would put the beginning at, the more the rarer it is.
    """
    votes: Counter[int] = Counter()
    voters: dict[int, int] = {}
    for behind, places in _places(source, words):
        weight = 1 + 24 // len(places)
        for at in places:
            first = (at - behind) // _WIDTH
            for bucket in (first, first + 1):
                votes[bucket] += weight
                voters.setdefault(bucket, at)
    for bucket, _ in votes.most_common(_MOST_PLACES):
        yield max(0, bucket * _WIDTH), voters[bucket]


def _places(source: SourceText, words: Words) -> Iterator[tuple[int, Sequence[int]]]:
    """Give how far into a quotation a word stands, and where it does in the source.

    In scripts without spaces two letters are taken for a word.
    """
    index = source.words
    known = [(word, index.starts.get(word[0])) for word in words]
    known += [(one, index.pairs.get(one[0] + two[0])) for one, two in pairwise(words)]
    for word, places in known:
        if places and len(places) <= _COMMON:
            yield word.start(), places


def _window(source: SourceText, words: Words, at: int, voter: int) -> tuple[int, Words]:
    """Give the words around a place in the folded text, and the paragraph that holds them."""
    number = source.number_at(voter)
    start, end = source.folded_span(number)
    length = words[-1].end()
    slack = _SLACK + length // 4
    left, right = max(start, at - slack), min(end, at + length + slack)
    return number, list(TOKEN.finditer(source.folded.text, left, right))


def _align(source: SourceText, number: int, theirs: Words, ours: Words) -> Near | None:
    """Align a quotation with the words around it; None where too little of it stands there."""
    is_word = [word[0].isalnum() for word in ours]
    blocks = [
        block
        for block in _matcher(theirs, ours).get_matching_blocks()
        if any(is_word[block.b : block.b + block.size])
    ]
    blocks = _together(blocks)
    shared = sum(sum(is_word[block.b : block.b + block.size]) for block in blocks)
    if shared < LEAST_SHARE * sum(is_word) or not blocks:
        return None
    last = blocks[-1]
    before, behind = sum(is_word[: blocks[0].b]), sum(is_word[last.b + last.size :])
    theirs = theirs[max(0, blocks[0].a - before) : last.a + last.size + behind]
    text = source.folded.text
    start, end = _with_contractions(text, theirs[0].start(), theirs[-1].end())
    spoken = list(_SPOKEN.finditer(text, start, end))
    quoted = list(_SPOKEN.finditer(ours[0].string, 0, ours[-1].end()))
    return _near(source, number, start, end, tuple(_changes(spoken, quoted)))


def _with_contractions(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a stretch to all of a word that an apostrophe parts: `isn't`."""
    before = _BEFORE.search(text, max(0, start - _LONGEST_WORD), start)
    behind = _BEHIND.match(text, end)
    return before.start() if before else start, behind.end() if behind else end


def _together(blocks: list[Match]) -> list[Match]:
    """Give the longest block with those around it that are not too far off for their length."""
    most = max(range(len(blocks)), key=lambda at: blocks[at].size, default=0)
    first, last = most, most + 1
    while first and _apart(*blocks[first - 1 : first + 1]) <= _REACH * blocks[first - 1].size:
        first -= 1
    while last < len(blocks) and _apart(*blocks[last - 1 : last + 1]) <= _REACH * blocks[last].size:
        last += 1
    return blocks[first:last]


def _apart(one: Match, two: Match) -> int:
    """Count the words between two blocks that the source has more than the quotation."""
    return (two.a - one.a) - (two.b - one.b)


def _near(
    source: SourceText, number: int, start: int, end: int, changes: tuple[Change, ...]
) -> Near:
    """Give a stretch of the folded text; one that is cut inside words with the rest of them."""
    folded, (first, last) = source.folded, source.folded_span(number)
    if not begins_whole(folded, start):
        start = folded.text.rfind(" ", first, start) + 1 or first
    if not ends_whole(folded, end):
        space = folded.text.find(" ", end, last)
        end = last if space < 0 else space
    return Near(number, folded.start(start), folded.end(end), changes)


def _matcher(theirs: Words, ours: Words) -> SequenceMatcher[str]:
    return SequenceMatcher(None, _texts(theirs), _texts(ours), autojunk=False)


def _texts(words: Words) -> list[str]:
    return [word[0] for word in words]


def _changes(theirs: Words, ours: Words) -> Iterator[Change]:
    for kind, a, b, c, d in _matcher(theirs, ours).get_opcodes():
        if kind != "equal":
            before = theirs[a - 1][0] if a else ""
            yield Change(_text(theirs[a:b]), _text(ours[c:d]), before)


def _text(words: Words) -> str:
    """Give the text that words were read from, from the first to the last of them."""
    return words[0].string[words[0].start() : words[-1].end()] if words else ""


def _near_word(source: SourceText, word: str, cited: range) -> Near | None:
    """Find a word that may have been meant by another, in the paragraphs cited if any are."""
    known = [one for one in source.words.starts if len(one) <= _LONGEST_WORD]
    close = process.extract(word, known, scorer=fuzz.ratio, limit=5, score_cutoff=_LEAST_LIKENESS)
    for other, *_ in close if len(word) <= _LONGEST_WORD else ():
        for at in source.words.starts[other]:
            number = source.number_at(at)
            if not cited or number in cited:
                changes = () if other == word else (Change(other, word, ""),)
                return _near(source, number, at, at + len(other), changes)
    return None

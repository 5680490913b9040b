"""What stands in a source in place of a quotation that does not: word by word.

This never accepts anything. It only says where the author probably read what was quoted, and in
which words the two differ.
"""

from __future__ import annotations

import difflib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from argmap.source.words import WORD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.source.paragraphs import SourceText

LEAST_SHARE = 0.6
"""So much of a quotation stands in what is called near."""
_LEAST_LIKENESS = 0.75
"""So alike are two single words, one of which may be a slip for the other."""
_COMMON = 400
"""A word that stands so often tells nothing of the place."""
_MOST_PLACES = 6
"""So many places are compared."""
_MOST_WORDS = 400
"""So many words of a quotation are compared."""


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
    words = [match[0] for piece in pieces for match in WORD.finditer(piece)][:_MOST_WORDS]
    if not words:
        return None
    cited = range(first or 0, (last or first or 0) + 1) if first else range(0)
    if sum(word.isalnum() for word in words) == 1:
        return _near_word(source, next(word for word in words if word.isalnum()), cited)
    found = [_compare(source, words, at) for at in _candidates(source, words)]
    near = [(share, one) for share, one in found if one is not None and share >= LEAST_SHARE]
    if not near:
        return None
    return max(
        near, key=lambda pair: (pair[0] + 0.1 * (pair[1].paragraph in cited), -pair[1].start)
    )[1]


def _candidates(source: SourceText, words: Sequence[str]) -> list[int]:
    """Give where the quotation may begin: where most of its words stand one behind the other.

    Each word votes for the places it would put the beginning at, the more the rarer it is.
    """
    votes: Counter[int] = Counter()
    width = 40
    behind = 0
    for word in words:
        places = source.words.starts.get(word, ())
        if 0 < len(places) <= _COMMON:
            for at in places:
                bucket = (at - behind) // width
                weight = 1 + 24 // len(places)
                votes[bucket] += weight
                votes[bucket + 1] += weight
        behind += len(word) + 1
    return [max(0, bucket * width) for bucket, _ in votes.most_common(_MOST_PLACES)]


def _compare(source: SourceText, words: list[str], at: int) -> tuple[float, Near | None]:
    """Align a quotation with what stands around a place in the folded text."""
    folded = source.folded
    length = sum(map(len, words)) + len(words)
    slack = 60 + length // 4
    left = max(0, at - slack)
    around = list(WORD.finditer(folded.text, left, at + length + slack))
    theirs = [match[0] for match in around]
    matcher = difflib.SequenceMatcher(None, theirs, words, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return 0.0, None
    begin, end = blocks[0].a, blocks[-1].a + blocks[-1].size
    begin = max(0, begin - blocks[0].b)
    end = min(len(around), end + len(words) - blocks[-1].b - blocks[-1].size)
    start, stop = folded.start(around[begin].start()), folded.end(around[end - 1].end())
    paragraph = source.paragraph_at(folded.start(around[blocks[0].a].start()))
    if paragraph is None:
        return 0.0, None
    start, stop = max(start, paragraph.start), min(stop, paragraph.end)
    inside = [
        match[0]
        for match in around[begin:end]
        if start <= folded.start(match.start()) and folded.end(match.end()) <= stop
    ]
    share = sum(block.size for block in blocks) / max(len(words), 1)
    return share, Near(paragraph.number, start, stop, _changes(inside, words))


def _changes(theirs: list[str], ours: list[str]) -> tuple[Change, ...]:
    matcher = difflib.SequenceMatcher(None, theirs, ours, autojunk=False)
    return tuple(
        Change(" ".join(theirs[a:b]), " ".join(ours[c:d]), theirs[a - 1] if a else "")
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
    )


def _near_word(source: SourceText, word: str, cited: range) -> Near | None:
    known = source.words.starts
    close = difflib.get_close_matches(word, known, n=5, cutoff=_LEAST_LIKENESS)
    for other in close:
        for at in known[other]:
            start, end = source.folded.start(at), source.folded.end(at + len(other))
            paragraph = source.paragraph_at(start)
            if paragraph is not None and (not cited or paragraph.number in cited):
                return Near(paragraph.number, start, end, (Change(other, word, ""),))
    return None

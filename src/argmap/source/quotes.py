"""Where a quotation stands in a source: word for word, or not at all.

What may differ is what `argmap.source.folding` folds. A gap (`…`, `...`, `[...]`) stands for any
words of the same paragraph, `[word]` for words that an editor put in. A quotation is made of whole
words: «legal» does not stand in «illegal», «can» not in «can't», «5» not in «1.5». Nothing is
accepted because it is near.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from argmap.source.edges import is_whole
from argmap.source.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.source.nearness import Near
    from argmap.source.paragraphs import SourceText

MOST_MATCHES = 50
"""So many places are told of one quotation."""
GAP = re.compile(r"\[\s*(?:…|\.\.\.)\s*\]|…|\.{3}(?!\.)")
INSERTION = re.compile(r"\[[^\[\]]*\]")


class QuoteStatus(StrEnum):
    """What looking a quotation up came to."""

    EXACT = "exact"
    """It stands where it is cited, letter by letter."""
    FOLDED = "folded"
    """It stands there, but for white space, quotation marks, dashes, a gap or an insertion."""
    AMBIGUOUS = "ambiguous"
    """It stands there more than once."""
    MOVED = "moved"
    """It stands in another paragraph than the one cited."""
    CHANGED = "changed"
    """It does not stand in the source; something near does."""
    MISSING = "missing"
    """It does not stand in the source, nor does anything near."""

    @property
    def is_verified(self) -> bool:
        """Tell whether the source holds the quotation where it is cited."""
        return self in {QuoteStatus.EXACT, QuoteStatus.FOLDED, QuoteStatus.AMBIGUOUS}


class Match(NamedTuple):
    """One place where a quotation stands."""

    paragraph: int
    """From 1."""
    start: int
    """Offset into the source's text."""
    end: int


@dataclass(frozen=True, slots=True)
class QuoteVerdict:
    """What looking a quotation up came to, and where it stands."""

    status: QuoteStatus
    matches: tuple[Match, ...] = ()
    """Where it stands: in the paragraphs cited or, where it was moved, elsewhere."""
    near: Near | None = None
    """What stands there in its place, where it was changed."""


def read_quote(quote: str) -> list[tuple[str, ...]]:
    """Give the ways to read a quotation, each as folded pieces with gaps between them.

    Brackets are taken for what they say first, and for an editor's insertion then.

    >>> read_quote("He [the king]  “did not” … agree")
    [("He [the king] 'did not'", 'agree'), ("He 'did not'", 'agree')]
    """
    ways = [_pieces(quote)]
    if INSERTION.search(GAP.sub("", quote)):
        ways.append(_pieces(GAP.sub("…", quote), is_edited=True))
    return [way for way in dict.fromkeys(ways) if way]


def _pieces(quote: str, *, is_edited: bool = False) -> tuple[str, ...]:
    if is_edited:
        quote = INSERTION.sub("", quote)
    parts = GAP.split(quote) if "." in quote or "…" in quote else [quote]
    folded = (fold(part).text.strip() for part in parts)
    return tuple(part for part in folded if part)


def find_quote(
    source: SourceText, quote: str, first: int | None = None, last: int | None = None
) -> QuoteVerdict:
    """Look a quotation up.

    Args:
        source: the text.
        quote: what is quoted, as it was written.
        first: the first paragraph that is cited, from 1; None for the source as a whole.
        last: the last one; None for the first alone.

    Returns:
        Where it stands; where it does not, what stands near.
    """
    ways = read_quote(quote)
    if first is not None:
        for way in ways:
            matches = _find_in(source, way, first, first if last is None else last)
            if matches:
                return QuoteVerdict(_status(source, quote, matches), matches)
    for way in ways:
        matches = _find_anywhere(source, way)
        if matches:
            moved = first is not None
            status = QuoteStatus.MOVED if moved else _status(source, quote, matches)
            return QuoteVerdict(status, matches)
    from argmap.source.nearness import find_near

    near = find_near(source, ways[-1] if ways else (), first, last)
    return QuoteVerdict(QuoteStatus.CHANGED if near else QuoteStatus.MISSING, near=near)


def _status(source: SourceText, quote: str, matches: Sequence[Match]) -> QuoteStatus:
    if len(matches) > 1:
        return QuoteStatus.AMBIGUOUS
    (match,) = matches
    is_exact = source.content[match.start : match.end] == quote
    return QuoteStatus.EXACT if is_exact else QuoteStatus.FOLDED


def _find_in(
    source: SourceText, pieces: tuple[str, ...], first: int, last: int
) -> tuple[Match, ...]:
    """Give where pieces stand in some paragraphs, each time within one of them."""
    folded = source.folded
    found: list[Match] = []
    for paragraph in source.paragraphs[first - 1 : last]:
        start, end = folded.find_start(paragraph.start), folded.find_start(paragraph.end)
        for left, right in _spread(source, pieces, start, end):
            found.append(Match(paragraph.number, folded.start(left), folded.end(right)))
            if len(found) == MOST_MATCHES:
                return tuple(found)
    return tuple(found)


def _find_anywhere(source: SourceText, pieces: tuple[str, ...]) -> tuple[Match, ...]:
    """Give where pieces stand in the source: the paragraphs that hold the longest are searched."""
    longest = max(pieces, key=len, default="")
    if not longest:
        return ()
    numbers: dict[int, None] = {}
    for at in source.words.places(longest):
        paragraph = source.paragraph_at(source.folded.start(at))
        if paragraph is not None:
            numbers[paragraph.number] = None
        if len(numbers) > MOST_MATCHES:
            break
    found = (match for number in numbers for match in _find_in(source, pieces, number, number))
    return tuple(match for _, match in zip(range(MOST_MATCHES), found, strict=False))


def _spread(
    source: SourceText, pieces: tuple[str, ...], start: int, end: int
) -> Iterator[tuple[int, int]]:
    """Give where pieces stand one after the other, each time as close together as they do.

    No place is looked at twice: a piece that was found behind one start is kept for the next.
    """
    text = source.folded.text
    firsts = (at for at in _occurrences(source, pieces[0], start, end))
    if len(pieces) == 1:
        yield from ((at, at + len(pieces[0])) for at in firsts)
        return
    nexts = [-1] * len(pieces)
    pending: tuple[int, int] | None = None
    for first in firsts:
        behind = first + len(pieces[0])
        for number, piece in enumerate(pieces[1:], 1):
            if nexts[number] < behind:
                nexts[number] = next(_occurrences(source, piece, behind, end), len(text) + 1)
            behind = nexts[number] + len(piece)
        if behind > end:
            break
        if pending is not None and pending[1] != behind:
            yield pending
        pending = (first, behind)
    if pending is not None:
        yield pending


def _occurrences(source: SourceText, piece: str, start: int, end: int) -> Iterator[int]:
    text = source.folded.text
    at = text.find(piece, start, end)
    while at >= 0:
        if is_whole(source.folded, at, at + len(piece)):
            yield at
        at = text.find(piece, at + 1, end)

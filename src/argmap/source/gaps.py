"""What a quotation leaves out where it has a gap."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from argmap.source.edges import is_whole
from argmap.source.quotes import read_quote

if TYPE_CHECKING:
    from argmap.source.folding import Folded
    from argmap.source.paragraphs import SourceText
    from argmap.source.quotes import Match


def find_gaps(source: SourceText, quote: str, match: Match) -> list[tuple[int, int]]:
    """Give the offsets between which a quotation leaves words out.

    Args:
        source: the text.
        quote: the quotation as it was written.
        match: where it stands.
    """
    folded = source.folded
    start, end = folded.find_start(match.start), folded.find_start(match.end)
    ways = (_place(folded, way, start, end) for way in read_quote(quote))
    pieces = next((spans for spans in ways if spans), [])
    return [
        (folded.end(before), folded.start(behind)) for (_, before), (behind, _) in pairwise(pieces)
    ]


def _place(folded: Folded, pieces: tuple[str, ...], start: int, end: int) -> list[tuple[int, int]]:
    """Give where each piece stands; nothing where one does not."""
    spans: list[tuple[int, int]] = []
    for piece in pieces:
        at = folded.text.find(piece, start, end)
        while at >= 0 and not is_whole(folded, at, at + len(piece)):
            at = folded.text.find(piece, at + 1, end)
        if at < 0:
            return []
        start = at + len(piece)
        spans.append((at, start))
    return spans

"""What a quotation leaves out where it has a gap."""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING

from argmap.source.quotes import pieces_of, read_quote
from argmap.source.spreading import place

if TYPE_CHECKING:
    from argmap.source.paragraphs import SourceText
    from argmap.source.verdicts import Match


def find_gaps(source: SourceText, quote: str, match: Match) -> list[tuple[int, int]]:
    """Give the offsets between which a quotation leaves words out.

    Args:
        source: the text.
        quote: the quotation as it was written.
        match: where it stands.
    """
    texts = (source, source.as_written) if source.is_markdown else (source,)
    for way, text in product(read_quote(quote), texts):
        folded = text.folded
        start, end = folded.find_start(match.start), folded.find_start(match.end)
        pieces = place(pieces_of(folded, way), start, end)
        if pieces:
            return [
                (folded.end(before), folded.start(behind))
                for (_, before), (behind, _) in pairwise(pieces)
            ]
    return []

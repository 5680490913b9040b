"""Where a quotation stands in a source: word for word, or not at all.

What may differ is what `argmap.source.folding` folds. A gap (`…`, `...`, `[...]`) stands for any
words of the same paragraph, `[word]` for words that an editor put in. A quotation is made of whole
words: «legal» does not stand in «illegal», «can» not in «can't», «5» not in «1.5». Nothing is
accepted because it is near.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice, product
from typing import TYPE_CHECKING

from argmap.source.edges import is_whole
from argmap.source.folding import fold
from argmap.source.spreading import spread
from argmap.source.verdicts import Match, QuoteStatus, QuoteVerdict
from argmap.source.words import HEAD, WORD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.source.folding import Folded
    from argmap.source.paragraphs import SourceText

MOST_MATCHES = 50
"""So many places are told of one quotation."""
_MANY = 100
"""Of one with more gaps two places are told: it is enough to see that there is not one."""
GAP = re.compile(r"\[\s*(?:…|\.\.\.)\s*\]|…|\.{3}(?!\.)")
INSERTION = re.compile(rf"\[[^\[\]]*\](?!{WORD.pattern})")
"""An editor's word; `[il]legal` is another word and none put in."""


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
    texts = (source, source.as_written) if source.is_markdown else (source,)
    if first is not None:
        for way, text in product(ways, texts):
            matches = _find_in(text, way, first, first if last is None else last)
            if matches:
                return QuoteVerdict(_status(source, quote, matches), matches)
    for way, text in product(ways, texts):
        matches = _find_anywhere(text, way)
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
    looked_for = pieces_of(folded, pieces)
    found = (
        Match(number, folded.start(begin), folded.end(behind))
        for number in range(first, min(last, len(source.paragraphs)) + 1)
        for begin, behind in spread(looked_for, *source.folded_span(number))
    )
    return tuple(islice(found, most_matches(pieces)))


def most_matches(pieces: Sequence[str]) -> int:
    """Give how many places of a quotation are looked for."""
    return MOST_MATCHES if len(pieces) <= _MANY else 2


def _find_anywhere(source: SourceText, pieces: tuple[str, ...]) -> tuple[Match, ...]:
    """Give where pieces stand in the source: the paragraphs that hold the longest are searched."""
    numbers = _paragraphs_with(source, max(pieces, key=len))
    found = (match for number in numbers for match in _find_in(source, pieces, number, number))
    return tuple(islice(found, most_matches(pieces)))


def _paragraphs_with(source: SourceText, piece: str) -> Iterator[int]:
    behind = 0
    for at in source.words.places(piece):
        if at >= behind:
            number = source.number_at(at)
            yield number
            behind = source.folded_span(number)[1]


@dataclass(frozen=True, slots=True)
class _TextPiece:
    """A piece of a quotation in a folded text; it stands only where it is made of whole words."""

    folded: Folded
    text: str

    @property
    def size(self) -> int:
        return len(self.text)

    def find(self, start: int, end: int) -> int:
        text, head = self.folded.text, self.text[:HEAD]
        at = text.find(head, start, end)
        while at >= 0 and not self._stands(at, end):
            word = WORD.match(text, at)  # nothing begins inside it
            at = text.find(head, word.end() if word else at + 1, end)
        return at

    def rfind(self, start: int, end: int) -> int:
        text, head = self.folded.text, self.text[:HEAD]
        at = text.rfind(head, start, end)
        while at >= 0 and not self._stands(at, end):
            at = text.rfind(head, start, at + len(head) - 1)
        return at

    def _stands(self, at: int, end: int) -> bool:
        behind = at + self.size
        is_here = behind <= end and self.folded.text.startswith(self.text, at)
        return is_here and is_whole(self.folded, at, behind)


def pieces_of(folded: Folded, pieces: Sequence[str]) -> list[_TextPiece]:
    """Give the pieces of a quotation as what can be looked for in a folded text."""
    return [_TextPiece(folded, piece) for piece in pieces]

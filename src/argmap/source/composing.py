"""Blocks that were taken out of a document, put together as a text with numbered paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.source.paragraphs import Heading, Paragraph, SourceText

if TYPE_CHECKING:
    from collections.abc import Iterable

_BETWEEN = "\n\n"


class Block(NamedTuple):
    """A paragraph or a heading of a document; its text holds no blank line."""

    text: str
    level: int | None = None
    """Of a heading, from 1; None for a paragraph."""
    page: int | None = None
    """Page that it begins on, from 1, where the document has pages."""


def compose(blocks: Iterable[Block], metadata: Iterable[tuple[str, str]] = ()) -> SourceText:
    r"""Put blocks together, a blank line between them.

    Args:
        blocks: in the order of reading.
        metadata: what the document says of itself.

    >>> compose([Block("Trees", 1), Block("They grow."), Block("They fall.")]).content
    'Trees\n\nThey grow.\n\nThey fall.'
    """
    pieces: list[str] = []
    paragraphs: list[Paragraph] = []
    headings: list[Heading] = []
    start = 0
    for text, level, page in blocks:
        end = start + len(text)
        if level is None:
            under = len(headings) - 1 if headings else None
            paragraphs.append(Paragraph(len(paragraphs) + 1, start, end, under, page))
        else:
            headings.append(Heading(text, level, start, end))
        pieces.append(text)
        start = end + len(_BETWEEN)
    return SourceText(_BETWEEN.join(pieces), tuple(paragraphs), tuple(headings), tuple(metadata))

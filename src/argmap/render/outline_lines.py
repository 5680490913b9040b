"""Lines of styled words, filled to the width of a terminal."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from argmap.render.measure.clusters import iter_clusters
from argmap.render.measure.scripts import columns, is_wide

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Style(StrEnum):
    """What a stretch of text is; the command line chooses its colour."""

    TITLE = "title"
    TEXT = "text"
    STRONG = "strong"
    ID = "id"
    SOURCE = "source"
    MUTED = "muted"
    FOR = "for"
    AGAINST = "against"
    UNDERCUT = "undercut"
    STANDS = "stands"
    UNSUPPORTED = "unsupported"
    DEFEATED = "defeated"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text in one style."""

    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Notes:
    """What an outline says besides what the map holds."""

    head: tuple[str, ...] = ()
    """Lines below the title."""
    nodes: Mapping[int, Segment] = field(default_factory=dict)
    """Words behind the status of a node; strong ones say that it is another than it was."""
    has_statuses: bool = True
    """Whether statuses are told at all."""


NO_NOTES = Notes()
"""Nothing besides."""


def text_columns(text: str) -> int:
    """Give the columns that a text takes in a terminal.

    >>> text_columns("a中")
    3
    """
    return len(text) if text.isascii() else sum(map(columns, text))


def fill(
    segments: list[Segment], width: int, indent: int, *, first: int = 0
) -> Iterator[list[Segment]]:
    """Break segments into lines of at most `width` columns.

    Args:
        segments: styled text; a space is set between two of them.
        width: columns of a line.
        indent: columns left empty at the beginning of every line but the first.
        first: columns left empty at the beginning of the first line.
    """
    line: list[Segment] = []
    used = first
    margin = first
    for segment in segments:
        is_new = True
        for word, is_spaced in _words(segment.text, width - indent):
            gap = 1 if line and (is_new or is_spaced) else 0
            size = text_columns(word)
            if line and used + gap + size > width:
                yield _finished(line, margin)
                line, used, margin, gap = [], indent, indent, 0
            line.append(Segment(" " * gap + word, segment.style))
            used += gap + size
            is_new = False
    if line:
        yield _finished(line, margin)


def _words(text: str, room: int) -> Iterator[tuple[str, bool]]:
    """Yield pieces that stay together, and whether a space stood before each."""
    for word in text.split(" "):
        is_spaced = True
        piece: list[str] = []
        used = 0
        for cluster in iter_clusters(word):
            size = text_columns(cluster)
            if piece and (used + size > room or is_wide(cluster[0])):
                yield "".join(piece), is_spaced
                piece, used, is_spaced = [], 0, False
            piece.append(cluster)
            used += size
        if piece:
            yield "".join(piece), is_spaced


def _finished(line: list[Segment], margin: int) -> list[Segment]:
    """Put the margin before a line and join neighbours of one style."""
    joined = [Segment(" " * margin, Style.TEXT)] if margin else []
    for segment in line:
        if joined and joined[-1].style is segment.style:
            joined[-1] = Segment(joined[-1].text + segment.text, segment.style)
        else:
            joined.append(segment)
    return joined

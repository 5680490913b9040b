"""Lines: where a text may break, and how much of it fits into a width."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from argmap.render.measure.clean import clean
from argmap.render.measure.clusters import iter_clusters
from argmap.render.measure.scripts import is_right_to_left, is_wide

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.render.measure.widths import Face

_CLOSING = frozenset(
    "、。，．・：；？！）］｝」』】〉》〕”’…ーぁぃぅぇぉっゃゅょァィゥェォッャュョ%,.;:?!)]}»›"
)
_OPENING = frozenset("（［｛「『【〈《〔“‘([{«‹¿¡")
_DASHES = frozenset("-‐–—")
_URL_BREAKS = frozenset("/?&=_.-")
_LONG_WORD = 24
_SHORT_LINE = 0.3
"""Part of the width that a last line should fill."""
_SHARES = (0.94, 0.88, 0.82, 0.76, 0.7)
"""Narrower widths tried, so that it does."""
_BALANCED_LINES = 6
"""Paragraphs of more lines do not profit."""
_MOST_WORDS = 50_000
"""Words whose pieces are remembered."""
_Piece: TypeAlias = tuple[str, int, int]
"""What no line breaks inside, the space at its end included; its width with that and without."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text as it is painted."""

    text: str
    width: float
    """Width in pixels."""
    exact: bool
    """Whether the font has every character, so that the width is no estimate."""
    right_to_left: bool


def break_lines(text: str, width: float, size: float, face: Face) -> tuple[Line, ...]:
    """Break a text into lines.

    A line is wider than `width` only where a single grapheme cluster is. White space at a break
    is dropped; nothing else is.

    Args:
        text: any text; control characters are removed.
        width: pixels.
        size: font size in pixels.
        face: the weight of the font.
    """
    cleaned = clean(text)
    right_to_left = is_right_to_left(cleaned)
    limit = int(width * face.units_per_em / size)
    return tuple(
        Line(line, face.width(line, size), face.knows(line), right_to_left)
        for line in _balanced(cleaned, limit, face)
    )


def _balanced(text: str, limit: int, face: Face) -> list[str]:
    """Fill lines; where a lone word would be left for the last one, make the others shorter."""
    pieces = _measure(text, face)
    lines = list(_fill(pieces, limit, face))
    if not 1 < len(lines) <= _BALANCED_LINES:
        return lines
    for share in _SHARES:
        if face.units(lines[-1]) >= limit * _SHORT_LINE:
            break
        narrower = list(_fill(pieces, int(limit * share), face))
        if len(narrower) > len(lines):
            break
        lines = narrower
    return lines


def _measure(text: str, face: Face) -> list[_Piece]:
    """Split a text at every place where a line may end."""
    start = 0
    pieces: list[_Piece] = []
    for word_end in _word_ends(text):
        pieces += _measure_word(text[start:word_end], face)
        start = word_end
    return pieces


@lru_cache(maxsize=_MOST_WORDS)
def _measure_word(word: str, face: Face) -> tuple[_Piece, ...]:
    """Split a word, with the space at its end; the words of a map come again and again."""
    return tuple(
        (piece, face.units(piece), face.units(piece.rstrip(" "))) for piece in _word_pieces(word)
    )


def _fill(pieces: list[_Piece], limit: int, face: Face) -> Iterator[str]:
    """Fill lines greedily, in font units."""
    line: list[str] = []
    used = 0
    for piece, width, visible in pieces:
        if line and used + visible > limit:
            yield "".join(line).rstrip(" ")
            line, used = [], 0
        if visible > limit:
            for part in _split(piece, limit, face):
                if line:
                    yield "".join(line)
                line = [part]
            used = face.units(line[0])
        else:
            line.append(piece)
            used += width
    if line:
        yield "".join(line).rstrip(" ")


def _split(piece: str, limit: int, face: Face) -> Iterator[str]:
    """Cut a piece that no line holds between its clusters."""
    part: list[str] = []
    estimated = boxes = 0
    for cluster in iter_clusters(piece):
        widths = (0, 0) if cluster == " " else face.bounds(cluster)
        if part and max(estimated + widths[0], boxes + widths[1]) > limit:
            yield "".join(part)
            part, estimated, boxes = [], 0, 0
        part.append(cluster)
        estimated += widths[0]
        boxes += widths[1]
    yield "".join(part)


def _word_ends(text: str) -> Iterator[int]:
    at = text.find(" ")
    while at >= 0:
        yield at + 1
        at = text.find(" ", at + 1)
    if not text.endswith(" ") and text:
        yield len(text)


def _word_pieces(word: str) -> Iterator[str]:
    if word.isascii() and len(word) <= _LONG_WORD and "-" not in word:
        yield word
        return
    is_long = len(word) > _LONG_WORD or "://" in word
    piece: list[str] = []
    for cluster in iter_clusters(word):
        if piece and _may_break(piece[-1], cluster, is_long=is_long):
            yield "".join(piece)
            piece = []
        piece.append(cluster)
    yield "".join(piece)


def _may_break(before: str, after: str, *, is_long: bool) -> bool:
    last, first = before[-1], after[0]
    if first in _CLOSING or first == " " or before in _OPENING:
        return False
    if is_wide(before[0]) or is_wide(first):
        return True
    if last in _DASHES:
        return first.isalnum() and (last != "-" or first.isalpha())
    return last == "\u200b" or (is_long and last in _URL_BREAKS and first.isalnum())

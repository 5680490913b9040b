"""Running heads and page numbers of a PDF, left out where they can be told for certain."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.source.pdf_lines import Line

_DEPTH = 3
"""Rows at the top and at the bottom of a page that may be no part of its text."""
_APART = 3.0
"""Points that a running head may move from page to page."""
_SPACE = 1.6
"""Distance of the base lines of a head and of the text, in sizes of the font, at least."""
_FIGURES = re.compile(r"\d{1,5}")
_LONE = re.compile(r"\W*(?:page |p\. ?)?\d{1,5}\W*", re.IGNORECASE)

Key = tuple[bool, str]
"""Whether it is at the top, and what stays the same from page to page."""


class _Row(NamedTuple):
    page: int
    is_top: bool
    lines: list[Line]

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


def drop_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Leave out the rows at the edge of a page that stand at one height of several.

    Words and figures must be the same, but for one that counts with the pages. A row that
    begins or ends with such a figure may have other words, if there are three of them. A figure
    alone need not stand on other pages where it is the page's own number. What is left out is
    always parted from the text by more than the space between two lines.
    """
    edges = [_edges(lines) for lines in pages]
    places: dict[Key, list[tuple[float, int]]] = defaultdict(list)
    for edge in chain.from_iterable(edges):
        for row in edge:
            for key, _ in _keys(row):
                places[key].append((row.lines[0].base, row.page))
    kept: list[list[Line]] = []
    for lines, pair in zip(pages, edges, strict=True):
        gone = {id(line) for edge in pair for row in _heads(edge, places) for line in row.lines}
        kept.append([line for line in lines if id(line) not in gone])
    return kept


def _edges(lines: Sequence[Line]) -> tuple[list[_Row], list[_Row]]:
    """Give the rows at the top and at the bottom of a page, the outermost first."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (-line.base, line.left)):
        if rows and rows[-1][0].base - line.base < 1:
            rows[-1].append(line)
        else:
            rows.append([line])
    upper = [_Row(row[0].page, True, row) for row in rows[: _DEPTH + 1]]
    lower = [_Row(row[0].page, False, row) for row in rows[: -_DEPTH - 2 : -1]]
    return upper, lower


def _heads(edge: Sequence[_Row], places: dict[Key, list[tuple[float, int]]]) -> Sequence[_Row]:
    heads = 0
    for number, row in enumerate(edge[:_DEPTH], start=1):
        if not _is_head(row, places):
            break
        if number == len(edge) or _are_apart(row.lines[0], edge[number].lines[0]):
            heads = number
    return edge[:heads]


def _are_apart(row: Line, inner: Line) -> bool:
    return abs(row.base - inner.base) > _SPACE * max(row.size, inner.size)


def _keys(row: _Row) -> Iterator[tuple[Key, int]]:
    """Give what may stay the same on other pages, and on how many it must."""
    text = row.text
    yield (row.is_top, text), 2
    for figures in _FIGURES.finditer(text):
        counted = f"\0{int(figures[0]) - row.page}\0"
        yield (row.is_top, f"{text[: figures.start()]}{counted}{text[figures.end() :]}"), 2
        if figures.start() == 0:
            yield (row.is_top, counted + "…"), 3
        if figures.end() == len(text):
            yield (row.is_top, "…" + counted), 3


def _is_head(row: _Row, places: dict[Key, list[tuple[float, int]]]) -> bool:
    base = row.lines[0].base
    for key, least in _keys(row):
        near = {page for other, page in places[key] if abs(other - base) <= _APART}
        if len(near) >= least:
            return True
    number = _FIGURES.search(row.text) if _LONE.fullmatch(row.text) else None
    return number is not None and int(number[0]) == row.page

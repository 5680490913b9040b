"""The jumps of pictures as links of a PDF, which the library that writes it does not make."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TARGET = re.compile(r'<g [^>]*\bid="(n\d+)"[^>]*>|<rect [^>]*?\bx="([\d.]+)" y="([\d.]+)"')
_JUMP = re.compile(r'<(?:a href="#|g class="jump" data-to=")(n\d+)"[^>]*>(.*?)</[ag]>', re.DOTALL)
_WORDS = re.compile(r'<text [^>]*?\bx="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)"')
_ASCENT, _DESCENT = 11.0, 4.0
"""How far a line of a jump reaches above its baseline and below it, about."""
_MARGIN = 16.0
"""What is seen at the left of the place that a jump leads to; above it, readers are shown some."""


class Place(NamedTuple):
    """Where a node is; pixels of its picture."""

    page: int
    """From 0."""
    x: float
    y: float


class Link(NamedTuple):
    """A mark that leads to a node; pixels of its picture."""

    x: float
    y: float
    width: float
    height: float
    target: Place


def find_links(pages: Sequence[str]) -> list[list[Link]]:
    """Find the jumps of each page.

    They lead to their node on the same page, else on the first that has it; one whose node is on
    no page is left out.

    Args:
        pages: SVGs of ours.
    """
    own = [dict(_nodes(page, number)) for number, page in enumerate(pages)]
    first: dict[str, Place] = {}
    for places in reversed(own):
        first.update(places)
    return [list(_links(page, places, first)) for page, places in zip(pages, own, strict=True)]


def _nodes(page: str, number: int) -> Iterator[tuple[str, Place]]:
    """Find the upper left corner of each node, which is that of the first rectangle in it."""
    waiting = None
    for match in _TARGET.finditer(page):
        if match[1]:
            waiting = match[1]
        elif waiting:
            yield waiting, Place(number, max(0.0, float(match[2]) - _MARGIN), float(match[3]))
            waiting = None


def _links(page: str, own: dict[str, Place], first: dict[str, Place]) -> Iterator[Link]:
    for name, body in _JUMP.findall(page):
        lines = [tuple(map(float, line)) for line in _WORDS.findall(body)]
        target = own.get(name) or first.get(name)
        if not lines or target is None:
            continue
        left = min(x for x, _, _ in lines)
        right = max(x + length for x, _, length in lines)
        top = min(y for _, y, _ in lines) - _ASCENT
        bottom = max(y for _, y, _ in lines) + _DESCENT
        yield Link(left, top, right - left, bottom - top, target)

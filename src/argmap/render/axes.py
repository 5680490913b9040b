"""The way from a conclusion to its reasons on the page, and the way across it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argmap.render.options import Direction

_RIGHT_TO_LEFT = frozenset(
    {
        "ar",
        "arc",
        "arz",
        "ckb",
        "dv",
        "fa",
        "glk",
        "he",
        "iw",
        "ks",
        "lrc",
        "mzn",
        "nqo",
        "pnb",
        "prs",
        "ps",
        "sd",
        "sdh",
        "syr",
        "ug",
        "ur",
        "yi",
    }
)
"""Languages written from right to left; scripts are told by their own subtags."""
_RIGHT_TO_LEFT_SCRIPTS = frozenset(
    {"adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"}
)
_SCRIPT = 4


class Point(NamedTuple):
    """A place, on the page or within a box, in pixels."""

    x: float
    y: float

    def moved(self, down: float) -> Point:
        """Give the point so far below."""
        return Point(self.x, self.y + down)


@dataclass(frozen=True, slots=True)
class Axes:
    """Depth grows from a conclusion to its reasons, breadth from one reason to the next."""

    is_vertical: bool
    """Whether depth runs up or down the page; breadth then runs from left to right."""
    is_reversed: bool
    """Whether depth grows to the left, or up."""

    def depth(self, point: Point) -> float:
        """Give how deep a point lies."""
        along = point.y if self.is_vertical else point.x
        return -along if self.is_reversed else along

    def breadth(self, point: Point) -> float:
        """Give how far across a point lies."""
        return point.x if self.is_vertical else point.y

    def point(self, depth: float, breadth: float) -> Point:
        """Give the point that lies so deep and so far across."""
        along = -depth if self.is_reversed else depth
        return Point(breadth, along) if self.is_vertical else Point(along, breadth)


RIGHT = Axes(is_vertical=False, is_reversed=False)
LEFT = Axes(is_vertical=False, is_reversed=True)
DOWN = Axes(is_vertical=True, is_reversed=False)
UP = Axes(is_vertical=True, is_reversed=True)
_AXES: dict[Direction, Axes] = {"right": RIGHT, "left": LEFT, "down": DOWN, "up": UP}


def choose_axes(direction: Direction | None, language: str | None) -> Axes:
    """Choose the axes of a picture.

    Args:
        direction: the one asked for; None for what suits the language.
        language: tag of the map's language, where it names one.
    """
    if direction is not None:
        return _AXES[direction]
    return LEFT if language is not None and is_right_to_left(language) else RIGHT


def is_right_to_left(language: str) -> bool:
    """Tell whether a language is written from right to left, by its tag.

    >>> is_right_to_left("ar-EG"), is_right_to_left("az-Arab"), is_right_to_left("ur-Latn")
    (True, True, False)
    """
    primary, *others = language.lower().replace("_", "-").split("-")
    script = next((tag for tag in others if len(tag) == _SCRIPT and tag.isalpha()), None)
    return primary in _RIGHT_TO_LEFT if script is None else script in _RIGHT_TO_LEFT_SCRIPTS

"""What a picture is made of: shapes with a place and a class, and no colour yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from argmap.render.measure.breaking import Line
    from argmap.render.measure.styles import TextStyle


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; `x` is its left edge, its middle or its right edge, as `anchor` says."""

    x: float
    y: float
    """Baseline."""
    line: Line
    style: TextStyle
    ink: str = ""
    """Class that colours it, where it is not the style's own colour."""
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A rectangle, with rounded corners where `radius` says so."""

    x: float
    y: float
    width: float
    height: float
    radius: float
    ink: str


@dataclass(frozen=True, slots=True)
class Path:
    """A path in its own coordinates, moved to `x`, `y`."""

    x: float
    y: float
    data: str
    ink: str


@dataclass(frozen=True, slots=True)
class Start:
    """Opens a group: one node, a panel, a link."""

    ink: str
    title: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    href: str = ""
    """Where the group leads, for a link."""


@dataclass(frozen=True, slots=True)
class End:
    """Closes the group opened last."""

    is_link: bool = False


Shape: TypeAlias = Words | Rectangle | Path | Start | End


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes from 0, 0 with the size they take."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    support: float | None = None
    """Middle of the rows that support it, where it has any."""


def moved(shapes: tuple[Shape, ...], x: float, y: float) -> list[Shape]:
    """Give shapes moved to a new origin."""
    return [_moved(shape, x, y) for shape in shapes]


def _moved(shape: Shape, x: float, y: float) -> Shape:
    """Move a shape; `dataclasses.replace` takes twice as long, and a large map has a million."""
    if isinstance(shape, Words):
        words = shape.line, shape.style, shape.ink, shape.anchor
        return Words(shape.x + x, shape.y + y, *words)
    if isinstance(shape, Path):
        return Path(shape.x + x, shape.y + y, shape.data, shape.ink)
    if isinstance(shape, Rectangle):
        size = shape.width, shape.height, shape.radius, shape.ink
        return Rectangle(shape.x + x, shape.y + y, *size)
    return shape

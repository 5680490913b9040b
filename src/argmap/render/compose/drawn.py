"""A drawn box: its size, and where lines may end on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.render.axes import Point
from argmap.render.compose.card import CARD_WIDTH

if TYPE_CHECKING:
    from argmap.render.axes import Axes
    from argmap.render.shapes import Drawing, Rectangle

GROUP_PADDING = 8.0
BOX_WIDTH = CARD_WIDTH + 2 * GROUP_PADDING
"""Every box is as wide as a group, so that columns align; a lone card stands inside its box."""
COLUMN_GAP = 48.0
PITCH = BOX_WIDTH + COLUMN_GAP
"""From one column to the next."""


@dataclass(frozen=True, slots=True)
class DrawnBox:
    """A box with its size and the places where lines may end."""

    drawing: Drawing
    ports: tuple[Point, ...]
    """Where lines to the reasons of each card begin."""
    supports: tuple[Point | None, ...]
    """The same at the rows of each card, where it has any."""
    step_port: Point
    """Where lines end that are aimed at the step, not at a card."""
    entry: Point
    """Where the line to the parent begins."""


def middle_of(axes: Axes, body: Rectangle) -> float:
    """Give how far across the middle of a body lies."""
    return axes.breadth(Point(body.x + body.width / 2, body.y + body.height / 2))


def near_point(axes: Axes, body: Rectangle) -> Point:
    """Give the middle of the edge that faces what a body hangs on."""
    return axes.point(min(_depths(axes, body)), middle_of(axes, body))


def far_point(axes: Axes, body: Rectangle, breadth: float) -> Point:
    """Give the point, so far across, of the edge that faces a body's reasons."""
    return axes.point(max(_depths(axes, body)), breadth)


def _depths(axes: Axes, body: Rectangle) -> tuple[float, float]:
    upper = axes.depth(Point(body.x, body.y))
    return upper, axes.depth(Point(body.x + body.width, body.y + body.height))

"""Boxes, lanes, panels and theses with their places on the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.render.axes import Point

if TYPE_CHECKING:
    from argmap.render.axes import Axes
    from argmap.render.compose.drawn import DrawnBox
    from argmap.render.plan.types import Box, Panel, Part
    from argmap.render.shapes import Drawing


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """A box on the page."""

    box: Box
    drawn: DrawnBox
    x: float
    y: float

    @property
    def entry(self) -> Point:
        """Where the line to the parent begins."""
        return self.at(self.drawn.entry)

    def at(self, point: Point) -> Point:
        """Give a point of the drawing as a point of the page."""
        return Point(self.x + point.x, self.y + point.y)

    def near(self, axes: Axes) -> float:
        """Give how deep the edge lies that faces the parent."""
        size = Point(self.drawn.drawing.width, self.drawn.drawing.height)
        return min(axes.depth(Point(self.x, self.y)), axes.depth(self.at(size)))

    def far(self, axes: Axes) -> float:
        """Give how deep the edge lies that faces the reasons."""
        size = Point(self.drawn.drawing.width, self.drawn.drawing.height)
        return max(axes.depth(Point(self.x, self.y)), axes.depth(self.at(size)))


@dataclass(frozen=True, slots=True)
class PlacedLane:
    """Trees that hang on one trunk."""

    start: Point
    """Where the trunk begins, which runs across."""
    boxes: tuple[PlacedBox, ...]


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block on the page."""

    head: PlacedBox | None
    lanes: tuple[PlacedLane, ...]

    @property
    def boxes(self) -> list[PlacedBox]:
        """All boxes, the head first."""
        below = [placed for lane in self.lanes for placed in lane.boxes]
        return below if self.head is None else [self.head, *below]


@dataclass(frozen=True, slots=True)
class PlacedPanel:
    """A panel on the page."""

    panel: Panel
    x: float
    y: float
    width: float
    height: float
    blocks: tuple[PlacedBlock, ...]

    @property
    def boxes(self) -> list[PlacedBox]:
        """All boxes."""
        return [placed for block in self.blocks for placed in block.boxes]


@dataclass(frozen=True, slots=True)
class PlacedPart:
    """A thesis on the page, with its panels."""

    part: Part
    banner: Drawing | None
    x: float
    y: float
    """Upper edge of the banner."""
    panels: tuple[PlacedPanel, ...]

    @property
    def upper(self) -> float:
        """Upper edge of all."""
        return min([self.y, *(panel.y for panel in self.panels)])

    @property
    def lower(self) -> float:
        """Lower edge of all."""
        banner = self.y + (self.banner.height if self.banner is not None else 0.0)
        return max([banner, *(panel.y + panel.height for panel in self.panels)])


@dataclass(frozen=True, slots=True)
class Page:
    """Everything between the title and the legend."""

    width: float
    """Of the page, margins included."""
    height: float
    """Lower edge of the last panel."""
    parts: tuple[PlacedPart, ...]

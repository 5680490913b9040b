"""Paths written by depth and breadth, whichever way these run on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.render.paint.svg import number
from argmap.render.shapes import Path

if TYPE_CHECKING:
    from argmap.render.axes import Axes


class Pen:
    """Draws one line."""

    def __init__(self, axes: Axes, depth: float, breadth: float) -> None:
        """Set the pen down."""
        self.axes = axes
        self.data = f"M{self._pair(depth, breadth)}"

    def along(self, depth: float) -> Pen:
        """Draw straight to a depth."""
        place = self.axes.point(depth, 0)
        self.data += f"V{number(place.y)}" if self.axes.is_vertical else f"H{number(place.x)}"
        return self

    def across(self, breadth: float) -> Pen:
        """Draw straight across, to a breadth."""
        self.data += f"{'H' if self.axes.is_vertical else 'V'}{number(breadth)}"
        return self

    def line(self, depth: float, breadth: float) -> Pen:
        """Draw straight to a point."""
        self.data += f"L{self._pair(depth, breadth)}"
        return self

    def curve(self, *points: tuple[float, float]) -> Pen:
        """Draw a curve: two points that it bends to, and its end."""
        self.data += "C" + " ".join(self._pair(*point) for point in points)
        return self

    def bend(self, *points: tuple[float, float]) -> Pen:
        """Draw round a corner: the corner, and the end."""
        self.data += "Q" + " ".join(self._pair(*point) for point in points)
        return self

    def turn(self, *points: tuple[float, float]) -> Pen:
        """Draw round a corner: the corner, and the end, both seen from where the pen is."""
        self.data += "q" + " ".join(self._pair(*point) for point in points)
        return self

    def path(self, ink: str) -> Path:
        """Lift the pen."""
        return Path(0, 0, self.data, ink)

    def _pair(self, depth: float, breadth: float) -> str:
        x, y = self.axes.point(depth, breadth)
        return f"{number(x)} {number(y)}"

"""Turn a page about its middle: places change, drawings stay as they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.render.axes import Point

if TYPE_CHECKING:
    from argmap.render.layout.placed import PlacedBlock, PlacedBox, PlacedPanel, PlacedPart


@dataclass(frozen=True, slots=True)
class Mirror:
    """Two edges that change places; None leaves a coordinate alone."""

    across: float | None = None
    """Left edge and right edge, added up."""
    down: float | None = None
    """Upper edge and lower edge, added up."""

    def turn(self, part: PlacedPart) -> PlacedPart:
        """Turn a thesis with all that is below it."""
        width, height = (part.banner.width, part.banner.height) if part.banner else (0.0, 0.0)
        x, y = self._point(part.x, part.y, width, height)
        return replace(part, x=x, y=y, panels=tuple(map(self._panel, part.panels)))

    def _point(self, x: float, y: float, width: float = 0.0, height: float = 0.0) -> Point:
        return Point(
            x if self.across is None else self.across - x - width,
            y if self.down is None else self.down - y - height,
        )

    def _panel(self, panel: PlacedPanel) -> PlacedPanel:
        x, y = self._point(panel.x, panel.y, panel.width, panel.height)
        return replace(panel, x=x, y=y, blocks=tuple(map(self._block, panel.blocks)))

    def _block(self, block: PlacedBlock) -> PlacedBlock:
        lanes = tuple(
            replace(lane, start=self._point(*lane.start), boxes=tuple(map(self._box, lane.boxes)))
            for lane in block.lanes
        )
        return replace(block, head=self._box(block.head) if block.head else None, lanes=lanes)

    def _box(self, placed: PlacedBox) -> PlacedBox:
        drawing = placed.drawn.drawing
        x, y = self._point(placed.x, placed.y, drawing.width, drawing.height)
        return replace(placed, x=x, y=y)

"""The whole page: banners, panels below them, blocks in the panels, boxes in the blocks."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.diagnostics import ArgmapError
from argmap.render.compose.banner import draw_banner
from argmap.render.compose.box import (
    BOX_WIDTH,
    COLUMN_GAP,
    GROUP_PADDING,
    PITCH,
    DrawnBox,
    draw_box,
)
from argmap.render.compose.heading import draw_heading
from argmap.render.layout.blocks import (
    LANE_GAP,
    LANE_INDENT,
    Block,
    Lane,
    arrange,
    build_blocks,
)
from argmap.render.plan.types import MAX_COLUMNS

if TYPE_CHECKING:
    from argmap.render.plan.types import Box, Panel, Part, Plan
    from argmap.render.shapes import Drawing

MARGIN = 28.0
PANEL_INDENT = 40.0
"""From the banner's edge to the panels'; the trunk runs in it."""
PANEL_PADDING = 18.0
PANEL_GAP = 18.0
_BLOCK_GAP = 22.0
_HEAD_GAP = 24.0
_TRUNK = 6.0
"""From a head's left edge to the trunk of its first lane."""
_AROUND = 2 * MARGIN + PANEL_INDENT + 2 * PANEL_PADDING
"""Width of a page without what is inside its panels."""
_LEAST_COLUMNS = 3
_ASPECT = 1.1
"""Height to width that a page may have before it is made wider than it must be."""
_WIDE_ASPECT = 4.0
"""The same for a page that is already as wide as a large screen."""
MOST_COLUMNS = 24
WIDENING = 6
"""Columns by which a page too large for any screen is made wider at a time."""


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """A box on the page."""

    box: Box
    drawn: DrawnBox
    x: float
    y: float

    @property
    def left(self) -> float:
        """Left edge of the card or frame in the box."""
        return self.x + self.drawn.inset

    @property
    def entry(self) -> float:
        """Height at which the line to the parent begins."""
        return self.y + self.drawn.entry


@dataclass(frozen=True, slots=True)
class PlacedLane:
    """Trees that hang on one trunk."""

    trunk: float
    """Where the trunk runs, from left to right."""
    boxes: tuple[PlacedBox, ...]


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block on the page."""

    head: PlacedBox | None
    y: float
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
    panels: tuple[PlacedPanel, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Everything between the title and the legend."""

    width: float
    """Of the page, margins included."""
    height: float
    """Lower edge of the last panel."""
    parts: tuple[PlacedPart, ...]


def columns_within(width: float) -> int:
    """Give the columns of boxes that a page of a width has room for.

    Args:
        width: of the page, in pixels.

    Raises:
        ArgmapError: where there is no room for one.
    """
    lane = LANE_INDENT + BOX_WIDTH + LANE_GAP
    columns = int((width - _AROUND + LANE_GAP) // lane)
    if columns < 1:
        least = math.ceil(_AROUND + lane - LANE_GAP)
        message = f"a page of {width:g} pixels has no room for a column of cards"
        raise ArgmapError(message, f"give {least} pixels or more")
    return columns


def lay_out(plan: Plan, top: float, width: float | None = None) -> Page:
    """Place everything of a plan.

    Args:
        plan: what is drawn.
        top: where the first banner begins, in pixels.
        width: of the page, in pixels; None for one as narrow as its height allows.
    """
    blocks = [[build_blocks(plan, panel) for panel in part.panels] for part in plan.parts]
    deepest = max(
        (
            tree.columns
            for part in blocks
            for panel in part
            for block in panel
            for tree in block.trees
        ),
        default=1,
    )
    if width is not None:
        return _lay_out(plan, blocks, columns_within(width), top, width - _AROUND)
    columns = max(_LEAST_COLUMNS, deepest)
    page = _lay_out(plan, blocks, columns, top)
    while columns < MOST_COLUMNS and page.height > page.width * _aspect(columns):
        columns += 1 if columns < MAX_COLUMNS else WIDENING
        page = _lay_out(plan, blocks, columns, top)
    return page


def _aspect(columns: int) -> float:
    """Give the height to width that a page of so many columns may have."""
    return _ASPECT if columns < MAX_COLUMNS else _WIDE_ASPECT


def _lay_out(
    plan: Plan,
    blocks: list[list[list[Block]]],
    columns: int,
    top: float,
    least: float = _LEAST_COLUMNS * PITCH - COLUMN_GAP,
) -> Page:
    """Lay out a page of so many columns, inside at least so wide."""
    arranged = [
        [[(block, arrange(block, columns)) for block in panel] for panel in part] for part in blocks
    ]
    lanes = [found for part in arranged for panel in part for _, found in panel]
    inner = max([least, *(_width(found) for found in lanes)])
    width = PANEL_INDENT + inner + 2 * PANEL_PADDING
    parts, y = [], top
    for part, panels in zip(plan.parts, arranged, strict=True):
        placed = _place_part(plan, part, panels, y, width)
        parts.append(placed)
        y = _lower_edge(placed) + PANEL_GAP * 1.5
    height = _lower_edge(parts[-1]) if parts else top
    return Page(width + 2 * MARGIN, height, tuple(parts))


def _width(lanes: list[Lane]) -> float:
    if not lanes:
        return 0.0
    last = lanes[-1]
    deepest = max(tree.columns for tree in last.trees)
    return last.x + LANE_INDENT + deepest * PITCH - COLUMN_GAP


def _place_part(
    plan: Plan,
    part: Part,
    panels: list[list[tuple[Block, list[Lane]]]],
    y: float,
    width: float,
) -> PlacedPart:
    banner = draw_banner(plan, part.thesis, width) if part.thesis is not None else None
    below = y + (banner.height + PANEL_GAP if banner is not None else 0.0)
    placed = []
    for panel, blocks in zip(part.panels, panels, strict=True):
        done = _place_panel(plan, panel, blocks, below, width - PANEL_INDENT)
        placed.append(done)
        below += done.height + PANEL_GAP
    return PlacedPart(part, banner, MARGIN, y, tuple(placed))


def _place_panel(
    plan: Plan, panel: Panel, blocks: list[tuple[Block, list[Lane]]], top: float, width: float
) -> PlacedPanel:
    x = MARGIN + PANEL_INDENT
    y = top + (draw_heading(plan, panel, width).height or PANEL_PADDING)
    placed = []
    for block, lanes in blocks:
        done, y = _place_block(plan, block, lanes, x + PANEL_PADDING, y, width)
        placed.append(done)
        y += _BLOCK_GAP
    return PlacedPanel(panel, x, top, width, y - _BLOCK_GAP + PANEL_PADDING - top, tuple(placed))


def _place_block(
    plan: Plan, block: Block, lanes: list[Lane], x: float, y: float, width: float
) -> tuple[PlacedBlock, float]:
    start, head = y, None
    if block.head is not None:
        drawn = draw_box(plan, block.head, width - 2 * PANEL_PADDING)
        head = PlacedBox(block.head, drawn, x, y)
        y += drawn.drawing.height + _HEAD_GAP
    placed = tuple(_place_lane(lane, x, y) for lane in lanes)
    height = max((lane.height for lane in lanes), default=0.0)
    return PlacedBlock(head, start, placed), y + height


def _place_lane(lane: Lane, x: float, y: float) -> PlacedLane:
    left, top = x + lane.x, lane.top
    boxes = tuple(
        PlacedBox(
            sized.box,
            sized.drawn,
            left + LANE_INDENT - GROUP_PADDING + sized.column * PITCH,
            y + sized.top - top,
        )
        for tree in lane.trees
        for sized in tree.boxes
    )
    return PlacedLane(left + GROUP_PADDING + _TRUNK, boxes)


def _lower_edge(part: PlacedPart) -> float:
    if part.panels:
        return part.panels[-1].y + part.panels[-1].height
    return part.y + (part.banner.height if part.banner is not None else 0.0)

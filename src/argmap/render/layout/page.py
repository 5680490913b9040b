"""The whole page: banners, panels below them, blocks in the panels, boxes in the blocks."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from argmap.diagnostics import ArgmapError
from argmap.render.axes import LEFT, UP, Point
from argmap.render.compose.banner import draw_banner
from argmap.render.compose.box import draw_head
from argmap.render.compose.drawn import BOX_WIDTH, COLUMN_GAP, GROUP_PADDING, PITCH
from argmap.render.compose.heading import draw_heading
from argmap.render.layout.blocks import build_blocks
from argmap.render.layout.lanes import LANE_GAP, LANE_INDENT, arrange
from argmap.render.layout.mirror import Mirror
from argmap.render.layout.placed import (
    Page,
    PlacedBlock,
    PlacedBox,
    PlacedLane,
    PlacedPanel,
    PlacedPart,
)
from argmap.render.plan.types import MAX_COLUMNS

if TYPE_CHECKING:
    from argmap.render.axes import Axes
    from argmap.render.layout.blocks import Block
    from argmap.render.layout.lanes import Lane
    from argmap.render.options import LayoutChoice
    from argmap.render.plan.types import Panel, Part, Plan

MARGIN = 28.0
PANEL_INDENT = 40.0
"""From the banner's edge to the panels'; the trunk runs in it."""
PANEL_PADDING = 18.0
PANEL_GAP = 18.0
_BLOCK_GAP = 22.0
_HEAD_GAP = 24.0
_TRUNK = 14.0
"""From the edge of a lane to its trunk."""
_SIDE = LANE_INDENT - GROUP_PADDING
"""From the edge of a lane to its first box, whose card has room around it."""
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


def lay_out(
    plan: Plan, top: float, width: float | None = None, layout: LayoutChoice = "auto"
) -> Page:
    """Place everything of a plan.

    Args:
        plan: what is drawn.
        top: where the first banner begins, in pixels.
        width: of the page, in pixels; None for one as narrow as its height allows.
        layout: who places the boxes of a block.

    Raises:
        ArgmapError: where Graphviz was asked for and does not manage.
    """
    blocks = [[build_blocks(plan, panel, layout) for panel in part.panels] for part in plan.parts]
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
        columns += 1 if columns < MAX_COLUMNS else _widening(plan.axes)
        page = _lay_out(plan, blocks, columns, top)
    return page


def _widening(axes: Axes) -> int:
    """Give the columns that may be added at a time: lanes below one another need no whole tree."""
    return 2 if axes.is_vertical else WIDENING


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
    axes = plan.axes
    arranged = [
        [[(block, arrange(block, columns, axes)) for block in panel] for panel in part]
        for part in blocks
    ]
    lanes = [found for part in arranged for panel in part for _, found in panel]
    inner = max([least, *(_width(found, axes) for found in lanes)])
    width = PANEL_INDENT + inner + 2 * PANEL_PADDING
    parts, y = [], top
    for part, panels in zip(plan.parts, arranged, strict=True):
        placed = _place_part(plan, part, panels, y, width)
        if axes is UP:
            placed = Mirror(down=placed.upper + placed.lower).turn(placed)
        elif axes is LEFT:
            placed = Mirror(across=width + 2 * MARGIN).turn(placed)
        parts.append(placed)
        y = placed.lower + PANEL_GAP * 1.5
    height = parts[-1].lower if parts else top
    return Page(width + 2 * MARGIN, height, tuple(parts))


def _width(lanes: list[Lane], axes: Axes) -> float:
    if not lanes:
        return 0.0
    if axes.is_vertical:
        return _SIDE + max(lane.breadth for lane in lanes)
    return lanes[-1].far


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
    above = draw_heading(plan, panel, width).height or PANEL_PADDING
    below = PANEL_PADDING
    if plan.axes is UP:
        above, below = below, above
    y = top + above
    placed = []
    for block, lanes in blocks:
        done, y = _place_block(plan, block, lanes, Point(x + PANEL_PADDING, y), width)
        placed.append(done)
        y += _BLOCK_GAP
    return PlacedPanel(panel, x, top, width, y - _BLOCK_GAP + below - top, tuple(placed))


def _place_block(
    plan: Plan, block: Block, lanes: list[Lane], corner: Point, width: float
) -> tuple[PlacedBlock, float]:
    """Place a block, and give its lower edge."""
    (x, y), head = corner, None
    axes = plan.axes
    if block.head is not None:
        drawn = draw_head(plan, block.head, width - 2 * PANEL_PADDING)
        head = PlacedBox(block.head, drawn, x, y)
        y += drawn.drawing.height + (0 if axes.is_vertical else _HEAD_GAP)
    placed = tuple(_place_lane(lane, Point(x, y), axes) for lane in lanes)
    if axes.is_vertical:
        height = lanes[-1].far if lanes else 0.0
    else:
        height = max((lane.breadth for lane in lanes), default=0.0)
    return PlacedBlock(head, placed), y + height


def _place_lane(lane: Lane, corner: Point, axes: Axes) -> PlacedLane:
    near = (corner.y if axes.is_vertical else corner.x) + lane.depth
    if axes.is_vertical:
        start, first = Point(corner.x + _TRUNK, near + _TRUNK), near + lane.indent
        across = corner.x + _SIDE - lane.start
    else:
        start, first = Point(near + _TRUNK, corner.y), near + _SIDE
        across = corner.y - lane.start
    boxes = []
    for sized in (sized for tree in lane.trees for sized in tree.boxes):
        depth, breadth = first + sized.depth, across + sized.breadth
        x, y = (breadth, depth) if axes.is_vertical else (depth, breadth)
        boxes.append(PlacedBox(sized.box, sized.drawn, x, y))
    return PlacedLane(start, tuple(boxes))

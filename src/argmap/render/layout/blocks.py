"""Blocks of a panel: trees of boxes, under a head where they share one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate
from math import ceil
from typing import TYPE_CHECKING

from argmap.render.compose.box import draw_box
from argmap.render.compose.drawn import BOX_WIDTH, COLUMN_GAP, PITCH, DrawnBox
from argmap.render.compose.group import has_row
from argmap.render.layout.place import GAP, GRAPHVIZ_BOXES, place, place_by_graphviz_alone
from argmap.render.layout.tree import Forest
from argmap.render.plan.breadth import is_head
from argmap.render.plan.build import iter_below

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.render.options import LayoutChoice
    from argmap.render.plan.types import Box, Panel, Plan

LEVEL_GAP = 44.0
"""Between two levels, where reasons stand above or below."""


@dataclass(frozen=True, slots=True)
class SizedBox:
    """A box with its drawing and its place within the block: near edge, and how far across."""

    box: Box
    drawn: DrawnBox
    level: int
    depth: float
    breadth: float


@dataclass(frozen=True, slots=True)
class Tree:
    """One tree of a block, from `start` to `end` across."""

    boxes: tuple[SizedBox, ...]
    start: float
    end: float
    depth: float
    """From the near edge of its root to the far edge of its deepest box."""
    columns: int
    """Columns of boxes that it takes along the page's width."""


@dataclass(frozen=True, slots=True)
class Block:
    """Trees that hang on one head, or on the thesis."""

    head: Box | None
    trees: tuple[Tree, ...]


def build_blocks(plan: Plan, panel: Panel, layout: LayoutChoice = "auto") -> list[Block]:
    """Cut a panel into blocks and place each block's boxes.

    A root with much below it becomes a head across the panel; the others stand together, save
    that wide groups, which take several columns, stand with their like.
    """
    blocks: list[tuple[Box | None, list[int]]] = []
    total = 0
    last: Box | None = None
    for number in (*panel.roots, *panel.moved):
        root = plan.boxes[number]
        below = sum(1 for _ in iter_below([number], plan.boxes))
        total += below
        if is_head(root, below):
            blocks.append((root, root.children))
        elif blocks and blocks[-1][0] is None and last and _are_alike(plan, root, last):
            blocks[-1][1].append(number)
        else:
            blocks.append((None, [number]))
        last = root
    # In rows of boxes of one width the tidy tree is the better picture: each above its reasons.
    is_small = total <= GRAPHVIZ_BOXES and not plan.axes.is_vertical
    if layout == "auto" and not is_small:
        layout = "tree"
    return [Block(head, _place_trees(plan, roots, layout)) for head, roots in blocks]


def _are_alike(plan: Plan, root: Box, last: Box) -> bool:
    return plan.axes.is_vertical or has_row(plan, root) == has_row(plan, last)


def _place_trees(plan: Plan, roots: list[int], layout: LayoutChoice) -> tuple[Tree, ...]:
    boxes = list(iter_below(roots, plan.boxes))
    drawn = [draw_box(plan, box) for box in boxes]
    number = {box.number: at for at, box in enumerate(boxes)}
    top = set(roots)
    vertical = plan.axes.is_vertical
    forest = Forest(
        tuple(item.drawing.width if vertical else item.drawing.height for item in drawn),
        tuple(None if box.number in top else number[box.parent or 0] for box in boxes),
    )
    starts = _place(forest, layout)
    rows = zip(boxes, drawn, forest.columns(), starts, strict=True)
    sized = [SizedBox(box, item, level, level * PITCH, start) for box, item, level, start in rows]
    if vertical:
        return tuple(_part(_stack_levels(members) for members in _cut(sized)))
    return tuple(_tree(plan, members) for members in _cut(sized))


def _place(forest: Forest, layout: LayoutChoice) -> list[float]:
    if layout == "graphviz" and len(forest.heights) > 1:
        return place_by_graphviz_alone(forest, BOX_WIDTH, COLUMN_GAP)
    boxes = GRAPHVIZ_BOXES if layout == "auto" else 0
    return place(forest, BOX_WIDTH, COLUMN_GAP, boxes=boxes)


def _cut(boxes: list[SizedBox]) -> Iterator[list[SizedBox]]:
    """Cut a list of boxes before each root."""
    members: list[SizedBox] = []
    for sized in boxes:
        if sized.level == 0 and members:
            yield members
            members = []
        members.append(sized)
    if members:
        yield members


def _tree(plan: Plan, members: list[SizedBox]) -> Tree:
    columns = max(sized.level + _span(plan, sized.box) for sized in members)
    return Tree(
        tuple(members),
        min(sized.breadth for sized in members),
        max(sized.breadth + sized.drawn.drawing.height for sized in members),
        columns * PITCH - COLUMN_GAP,
        columns,
    )


def _span(plan: Plan, box: Box) -> int:
    """Give the columns that a box takes."""
    return len(box.cards) if has_row(plan, box) else 1


def _stack_levels(members: list[SizedBox]) -> Tree:
    """Give each level of a tree the room that its tallest box needs."""
    heights: list[float] = []
    for sized in members:
        if sized.level == len(heights):
            heights.append(0.0)
        heights[sized.level] = max(heights[sized.level], sized.drawn.drawing.height)
    depths = [0.0, *accumulate(height + LEVEL_GAP for height in heights)]
    start = min(sized.breadth for sized in members)
    end = max(sized.breadth + sized.drawn.drawing.width for sized in members)
    return Tree(
        tuple(replace(sized, depth=depths[sized.level]) for sized in members),
        start,
        end,
        depths[-1] - LEVEL_GAP,
        ceil((end - start + COLUMN_GAP) / PITCH),
    )


def _part(trees: Iterable[Tree]) -> Iterator[Tree]:
    """Move trees apart: no level of one matches that of another, so that none may reach over."""
    least = 0.0
    for tree in trees:
        move = least - tree.start
        boxes = tuple(replace(sized, breadth=sized.breadth + move) for sized in tree.boxes)
        yield replace(tree, boxes=boxes, start=least, end=tree.end + move)
        least = tree.end + move + GAP

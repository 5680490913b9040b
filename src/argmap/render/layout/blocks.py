"""Blocks of a panel: trees of boxes, side by side in lanes, under a head where they share one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.render.compose.box import BOX_WIDTH, COLUMN_GAP, PITCH, DrawnBox, draw_box, is_wide
from argmap.render.layout.place import GAP, GRAPHVIZ_BOXES, place
from argmap.render.layout.tree import Forest
from argmap.render.plan.build import iter_below

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.render.plan.types import Box, Panel, Plan

LANE_INDENT = 34.0
"""Room at a lane's left for the line its trees hang on."""
LANE_GAP = 20.0
_HEAD_CHILDREN = 2
_HEAD_BOXES = 5


@dataclass(frozen=True, slots=True)
class SizedBox:
    """A box with its drawing, its column and its top edge within the block."""

    box: Box
    drawn: DrawnBox
    column: int
    top: float


@dataclass(frozen=True, slots=True)
class Tree:
    """One tree of a block."""

    boxes: tuple[SizedBox, ...]
    top: float
    end: float
    columns: int


@dataclass(frozen=True, slots=True)
class Block:
    """Trees that hang on one head, or on the thesis."""

    head: Box | None
    trees: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """Trees placed one below the other."""

    trees: tuple[Tree, ...]
    x: float
    """Left edge, where its trunk runs, from the block's left edge."""

    @property
    def top(self) -> float:
        """Upper edge of its trees, as the block counts."""
        return min(tree.top for tree in self.trees)

    @property
    def height(self) -> float:
        """From its upper to its lower edge."""
        return max(tree.end for tree in self.trees) - self.top


def build_blocks(plan: Plan, panel: Panel) -> list[Block]:
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
        elif blocks and blocks[-1][0] is None and last and is_wide(root) == is_wide(last):
            blocks[-1][1].append(number)
        else:
            blocks.append((None, [number]))
        last = root
    limit = GRAPHVIZ_BOXES if total <= GRAPHVIZ_BOXES else 0
    return [Block(head, _place_trees(plan, roots, limit)) for head, roots in blocks]


def is_head(root: Box, boxes: int) -> bool:
    """Tell whether a root has so much below it that it stands across the panel."""
    is_card = not root.is_group and len(root.cards) == 1 and not root.cards[0].is_reference
    return is_card and len(root.children) >= _HEAD_CHILDREN and boxes > _HEAD_BOXES


def _place_trees(plan: Plan, roots: list[int], limit: int) -> tuple[Tree, ...]:
    boxes = list(iter_below(roots, plan.boxes))
    drawn = [draw_box(plan, box) for box in boxes]
    number = {box.number: at for at, box in enumerate(boxes)}
    top = set(roots)
    forest = Forest(
        tuple(item.drawing.height for item in drawn),
        tuple(None if box.number in top else number[box.parent or 0] for box in boxes),
    )
    tops = place(forest, BOX_WIDTH, COLUMN_GAP, boxes=limit)
    sized = [SizedBox(*item) for item in zip(boxes, drawn, forest.columns(), tops, strict=True)]
    return tuple(_tree(members) for members in _cut(sized))


def _cut(boxes: list[SizedBox]) -> Iterator[list[SizedBox]]:
    """Cut a list of boxes before each root."""
    members: list[SizedBox] = []
    for sized in boxes:
        if sized.column == 0 and members:
            yield members
            members = []
        members.append(sized)
    if members:
        yield members


def _tree(members: list[SizedBox]) -> Tree:
    return Tree(
        tuple(members),
        min(sized.top for sized in members),
        max(sized.top + sized.drawn.drawing.height for sized in members),
        max(sized.column + _span(sized.box) for sized in members),
    )


def _span(box: Box) -> int:
    """Give the columns that a box takes."""
    return len(box.cards) if is_wide(box) else 1


def arrange(block: Block, columns: int) -> list[Lane]:
    """Put a block's trees side by side, as many lanes as the columns hold.

    Args:
        block: the trees, in order; a lane takes the next few of them.
        columns: columns of boxes that all lanes together may have.
    """
    narrowest = min((tree.columns for tree in block.trees), default=1)
    for lanes in range(min(columns // narrowest, len(block.trees)), 1, -1):
        parts = _balance(block.trees, lanes)
        if sum(max(tree.columns for tree in part) for part in parts) <= columns:
            return _lanes(parts)
    return _lanes([block.trees]) if block.trees else []


def _lanes(parts: list[tuple[Tree, ...]]) -> list[Lane]:
    lanes, x = [], 0.0
    for part in parts:
        lanes.append(Lane(part, x))
        deepest = max(tree.columns for tree in part)
        x += LANE_INDENT + deepest * PITCH - COLUMN_GAP + LANE_GAP
    return lanes


def _balance(trees: tuple[Tree, ...], lanes: int) -> list[tuple[Tree, ...]]:
    """Cut the trees into at most so many runs that the highest run is as low as can be."""
    low, high = 0.0, sum(tree.end - tree.top + GAP for tree in trees)
    best = [trees]
    for _ in range(24):
        middle = (low + high) / 2
        parts = _fill(trees, middle)
        if len(parts) <= lanes:
            best, high = parts, middle
        else:
            low = middle
    return best


def _fill(trees: tuple[Tree, ...], height: float) -> list[tuple[Tree, ...]]:
    parts: list[list[Tree]] = []
    top = end = 0.0
    for tree in trees:
        if parts and max(end, tree.end) - min(top, tree.top) <= height:
            parts[-1].append(tree)
            top, end = min(top, tree.top), max(end, tree.end)
        else:
            parts.append([tree])
            top, end = tree.top, tree.end
    return [tuple(part) for part in parts]

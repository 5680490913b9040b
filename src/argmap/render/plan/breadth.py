"""Trees too broad for a page, where reasons stand above or below: cut, without recursion."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.render.plan.types import Box, Panel, Part

_HEAD_CHILDREN = 2
_HEAD_BOXES = 5


def is_head(root: Box, boxes: int) -> bool:
    """Tell whether a root has so many boxes with it that it stands across the panel."""
    is_card = not root.is_group and len(root.cards) == 1 and not root.cards[0].is_reference
    return is_card and len(root.children) >= _HEAD_CHILDREN and boxes > _HEAD_BOXES


def move_box(box: Box, panel: Panel, parent: Box) -> None:
    """Let a box begin a tree of its own, and say so at the card that it belongs under."""
    card = parent.cards[max(box.port, 0)] if parent.cards else None
    if card is not None:
        card.continued.append(box.number)
        box.continues = card.node
    panel.moved.append(box.number)


def limit_breadth(boxes: Sequence[Box], parts: Sequence[Part], columns: int) -> None:
    """Let what is too much for one row of a page go on in trees of its own.

    Args:
        boxes: all, each before those that hang on it.
        parts: where they stand.
        columns: boxes that a row may have; one that alone is more stays as it is.
    """
    breadths = [0] * len(boxes)
    sizes = [1] * len(boxes)
    moved: list[Box] = []
    for box in reversed(boxes):
        box.room = columns
        size = 1 + sum(sizes[child] for child in box.children)
        # What hangs on a head is set in lanes, as many as it takes.
        if box.parent is None and is_head(box, size):
            continue
        kept = _fill(box.children, breadths, columns)
        moved.extend(boxes[child] for child in box.children[len(kept) :])
        box.children = kept
        sizes[box.number] += sum(sizes[child] for child in kept)
        breadths[box.number] = max(_own(box), sum(breadths[child] for child in kept))
    panels = _find_panels(boxes, parts)
    for box in sorted(moved, key=lambda one: one.number):
        assert box.parent is not None  # noqa: S101 - it was among the children of one
        move_box(box, panels[box.number], boxes[box.parent])
        box.parent = None
    for box in boxes:
        box.column = 0 if box.parent is None else boxes[box.parent].column + 1


def _own(box: Box) -> int:
    """Give the columns that a box takes itself: linked premises stand side by side if they can."""
    return len(box.cards) if 1 < len(box.cards) <= box.room else 1


def _fill(children: list[int], breadths: list[int], columns: int) -> list[int]:
    """Give the first few children that fit into a row, or the first alone."""
    total = 0
    for at, child in enumerate(children):
        total += breadths[child]
        if at and total > columns:
            return children[:at]
    return children


def _find_panels(boxes: Sequence[Box], parts: Sequence[Part]) -> list[Panel]:
    """Give the panel of each box."""
    roots = {
        number: panel
        for part in parts
        for panel in part.panels
        for number in (*panel.roots, *panel.moved)
    }
    panels: list[Panel] = []
    for box in boxes:
        panels.append(roots[box.number] if box.parent is None else panels[box.parent])
    return panels

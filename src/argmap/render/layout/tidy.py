"""A tidy tree in linear time, for when Graphviz is too slow or fails.

Reingold & Tilford 1981, «Tidier drawings of trees», IEEE Transactions on Software Engineering 7:
subtrees are drawn apart, pushed together until they nearly touch, and parents stand in the middle.
Without recursion, and with contours as lists from the deepest column up, of which only the
shorter one is walked: each box is walked once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.render.layout.tree import Forest


@dataclass(slots=True)
class _Outline:
    """Upper and lower edges of a subtree, deepest column first, all less `shift`."""

    tops: list[float]
    ends: list[float]
    shift: float = 0.0


def place_tidily(forest: Forest, gap: float) -> list[float]:
    """Place the boxes of a forest.

    Args:
        forest: the boxes.
        gap: least room between two boxes of one column, in pixels.

    Returns:
        The top edge of each box; the least is 0.
    """
    roots, below = forest.children()
    offsets = [0.0] * len(forest.heights)
    outlines: dict[int, _Outline] = {}
    for node in reversed(range(len(forest.heights))):
        outline = _join(below[node], outlines, offsets, gap)
        height = forest.heights[node]
        middle = _middle(below[node], offsets, forest.heights) if outline else height / 2
        outline = outline or _Outline([], [])
        top = middle - height / 2
        outline.shift -= top
        for child in below[node]:
            offsets[child] -= top
        outline.tops.append(-outline.shift)
        outline.ends.append(height - outline.shift)
        outlines[node] = outline
    _join(roots, outlines, offsets, gap)
    tops: list[float] = []
    for node, parent in enumerate(forest.parents):
        tops.append(offsets[node] + (tops[parent] if parent is not None else 0.0))
    least = min(tops, default=0.0)
    return [top - least for top in tops]


def _middle(children: list[int], offsets: list[float], heights: tuple[float, ...]) -> float:
    first, last = children[0], children[-1]
    return (offsets[first] + heights[first] / 2 + offsets[last] + heights[last] / 2) / 2


def _join(
    children: list[int], outlines: dict[int, _Outline], offsets: list[float], gap: float
) -> _Outline | None:
    """Push subtrees together, one below the other; note each one's offset."""
    whole: _Outline | None = None
    for child in children:
        below = outlines.pop(child)
        if whole is None:
            whole = below
            continue
        room = _distance(whole, below) + gap
        offsets[child] = room
        below.shift += room
        whole = _merge(whole, below)
    return whole


def _distance(upper: _Outline, lower: _Outline) -> float:
    """Give how far the lower outline must go down not to touch the upper one."""
    common = min(len(upper.ends), len(lower.tops))
    difference = upper.shift - lower.shift
    return max(upper.ends[-at] - lower.tops[-at] + difference for at in range(1, common + 1))


def _merge(upper: _Outline, lower: _Outline) -> _Outline:
    """Make one outline of two, walking the shorter."""
    common = min(len(upper.ends), len(lower.tops))
    if len(upper.ends) >= len(lower.ends):
        difference = lower.shift - upper.shift
        for at in range(1, common + 1):
            upper.ends[-at] = lower.ends[-at] + difference
        return upper
    difference = upper.shift - lower.shift
    for at in range(1, common + 1):
        lower.tops[-at] = upper.tops[-at] + difference
    return lower

"""Place boxes: Graphviz where it can, the tidy tree where it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import ArgmapError
from argmap.render.engine import LayoutError, Limits, place_nodes
from argmap.render.layout.tidy import place_tidily
from argmap.render.layout.tree import Forest, overlaps

if TYPE_CHECKING:
    from collections.abc import Iterator

GAP = 16.0
"""Least room between two boxes of one column, in pixels."""
GRAPHVIZ_BOXES = 1000
"""Boxes up to which Graphviz is asked; its time grows faster than their number."""
DEFAULT_LIMITS = Limits(seconds=10.0)
PATIENT_LIMITS = Limits(seconds=60.0)
"""Where Graphviz was asked for, and nothing else will do."""

_POINTS = 72.0


def place(
    forest: Forest,
    width: float,
    column_gap: float,
    *,
    limits: Limits = DEFAULT_LIMITS,
    boxes: int = GRAPHVIZ_BOXES,
) -> list[float]:
    """Give the top edge of each box, in pixels; the least is 0.

    Args:
        forest: boxes and who hangs on whom.
        width: of every box, in pixels.
        column_gap: room between two columns, in pixels.
        limits: what Graphviz may use.
        boxes: how many boxes Graphviz is asked to place at most.
    """
    if 1 < len(forest.heights) <= boxes:
        try:
            tops = _place_by_graphviz(forest, width, column_gap, limits)
        except LayoutError:
            tops = []
        if tops and not overlaps(forest, tops, GAP):
            return tops
    return place_tidily(forest, GAP)


def place_by_graphviz_alone(forest: Forest, width: float, column_gap: float) -> list[float]:
    """Give what `place` does, where Graphviz was asked for.

    Raises:
        ArgmapError: Graphviz does not manage.
    """
    mend = "leave out `--layout`, or give `--layout tree`"
    try:
        tops = _place_by_graphviz(forest, width, column_gap, PATIENT_LIMITS)
    except LayoutError as error:
        raise ArgmapError(str(error), mend) from error
    if overlaps(forest, tops, GAP):
        raise ArgmapError("Graphviz lays boxes over one another", mend)
    return tops


def _place_by_graphviz(
    forest: Forest, width: float, column_gap: float, limits: Limits
) -> list[float]:
    places = place_nodes("\n".join(_write_dot(forest, width, column_gap)), limits)
    tops = [places[f"n{number}"][1] - height / 2 for number, height in enumerate(forest.heights)]
    least = min(tops)
    return [round(top - least, 2) for top in tops]


def _write_dot(forest: Forest, width: float, column_gap: float) -> Iterator[str]:
    """Write the boxes as DOT: numbers and sizes alone, none of the author's words."""
    yield "digraph {"
    yield f"graph [rankdir=LR ordering=out nodesep={GAP / _POINTS:.4f}"
    yield f"ranksep={column_gap / _POINTS:.4f} splines=false];"
    yield 'node [shape=box fixedsize=true label=""];'
    yield "root [width=0.1 height=0.1];"
    for number, height in enumerate(forest.heights):
        yield f"n{number} [width={width / _POINTS:.4f} height={height / _POINTS:.4f}];"
    for number, parent in enumerate(forest.parents):
        yield f"{'root' if parent is None else f'n{parent}'} -> n{number};"
    yield "}"

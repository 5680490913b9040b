"""Marks: the form tells the status; the weak points are solid, what stands is a mere ring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.evaluate.types import Status
from argmap.render.paint.svg import number
from argmap.render.shapes import Path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.render.plan.types import Plan

UNJUDGED = "unjudged"
"""Class of a node whose own writing has an error, so that to judge it is idle."""
STATES = (*(status.value for status in Status), UNJUDGED)

_FORMS: dict[str, tuple[tuple[str, float, float], ...]] = {
    "unsupported": (("M", 0, -0.5), ("L", 0.56, 0.5), ("L", -0.56, 0.5)),
    "defeated": (("M", -0.48, -0.48), ("L", 0.48, -0.48), ("L", 0.48, 0.48), ("L", -0.48, 0.48)),
    "undecided": (("M", 0, -0.62), ("L", 0.62, 0), ("L", 0, 0.62), ("L", -0.62, 0)),
    UNJUDGED: (("M", -0.5, -0.2), ("L", 0.5, -0.2), ("L", 0.5, 0.2), ("L", -0.5, 0.2)),
}
"""Corners around 0, 0 of forms as wide as 1."""
_RING = 0.4
_DOT = 0.2
_ARM = 0.24
_HALO = 0.62


def state_of(plan: Plan, node: int) -> str:
    """Give the class of a node's mark: its status, or that it is not judged."""
    return UNJUDGED if node in plan.graph.unsound else plan.evaluation.status(node).value


def draw_mark(state: str, x: float, y: float, size: float) -> Iterator[Path]:
    """Draw a mark.

    Args:
        state: one of `STATES`.
        x: its middle.
        y: its middle.
        size: its height and width, in pixels.
    """
    yield Path(x, y, _outline(state, size), f"m m-{state}")
    if state == Status.DEFEATED.value:
        arm, across = number(size * _ARM), number(2 * size * _ARM)
        cross = f"M-{arm} -{arm}l{across} {across}M{arm} -{arm}l-{across} {across}"
        yield Path(x, y, cross, "m-cross")
    elif state == Status.UNDECIDED.value:
        yield Path(x, y, _circle(size * _DOT), "m-dot")


def _outline(state: str, size: float) -> str:
    corners = _FORMS.get(state)
    if corners is None:
        return _circle(size * _RING)
    return "".join(f"{move}{number(x * size)} {number(y * size)}" for move, x, y in corners) + "z"


def _circle(radius: float) -> str:
    reach, across = number(radius), number(2 * radius)
    return f"M-{reach} 0a{reach} {reach} 0 1 0 {across} 0a{reach} {reach} 0 1 0 -{across} 0z"


def draw_halo(x: float, y: float, size: float) -> Path:
    """Draw the ring around the mark of a thesis."""
    return Path(x, y, _circle(size * _HALO), "m-halo")

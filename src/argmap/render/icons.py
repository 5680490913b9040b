"""Icons as paths in a square of 12 pixels, and the signs on lines around 0, 0."""

from __future__ import annotations

from argmap.model.nodes import Kind
from argmap.render.plan.types import Sign


def _circle(x: float, y: float, radius: float) -> str:
    across = 2 * radius
    return (
        f"M{x - radius:g} {y:g}a{radius:g} {radius:g} 0 1 0 {across:g} 0"
        f"a{radius:g} {radius:g} 0 1 0 {-across:g} 0z"
    )


KINDS: dict[Kind, str] = {
    Kind.CLAIM: _circle(6, 6, 3.8),
    Kind.EVIDENCE: "M3 1.2h4L9.6 4v6.8H3zM7 1.2V4h2.6M4.6 6.2h3.4M4.6 8.3h3.4",
    Kind.COUNTERPOINT: (
        "M4.1 1.4h3.8l2.7 2.7v3.8l-2.7 2.7H4.1L1.4 7.9V4.1zM4.2 4.2l3.6 3.6M7.8 4.2L4.2 7.8"
    ),
    Kind.ASSUMPTION: "M6 1.4a4.6 4.6 0 0 1 2.6 .8M10.2 4.2a4.6 4.6 0 0 1 0 3.6M8.6 9.8"
    "a4.6 4.6 0 0 1-5.2 0M1.8 7.8a4.6 4.6 0 0 1 0-3.6M3.4 2.2A4.6 4.6 0 0 1 6 1.4",
}
THESIS = "M2.5 11V1.5h7l-2 2.5 2 2.5h-7"
JUMP = "M1.5 6h8M6.5 2.8L9.7 6 6.5 9.2"
ALSO = "M2 2v4.5h7.5M6.7 3.7l2.8 2.8-2.8 2.8"
VOICE = "M1.8 2.2h8.4v5.6H6.2L3.8 10V7.8h-2z"
CHECK = "M2.2 6.4l2.6 2.6 5-5.6"
WARNING = "M1.5 10.2h9L6 1.8zM6 4.8v2.6M6 8.8v.2"
CROSS = "M2.8 2.8l6.4 6.4M9.2 2.8L2.8 9.2"
QUESTION = "M4.2 4.4a1.9 1.9 0 1 1 2.7 1.7c-.6.3-.9.7-.9 1.3M6 9.3v.2"
CONCEDED = (
    "M1.6 6.2c1.5-2 3-2 4.4-.6s3 1.400 4.4-.6M1.6 9.200c1.500-2 3-2 4.400-.6s3 1.400 4.400-.6"
)

SIGN_SHAPES: dict[Sign, str] = {
    Sign.FOR: _circle(0, 0, 8),
    Sign.AGAINST: "M-6 -7.5h12a1.5 1.5 0 0 1 1.5 1.5v12a1.5 1.5 0 0 1 -1.5 1.5h-12"
    "a1.5 1.5 0 0 1 -1.5 -1.5v-12a1.5 1.5 0 0 1 1.5 -1.5z",
    Sign.UNDERCUT: "M0 -9.5L9.5 0 0 9.5 -9.5 0z",
}
SIGN_MARKS: dict[Sign, str] = {
    Sign.FOR: "M-4 0h8M0 -4v8",
    Sign.AGAINST: "M-4 0h8",
    Sign.UNDERCUT: "M-2.8 -2.8l5.6 5.6M2.8 -2.8l-5.6 5.6",
}

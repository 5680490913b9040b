"""A column of text and marks, filled from the top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.render import icons
from argmap.render.measure.styles import PILL, TextStyle
from argmap.render.shapes import Path, Rectangle, Shape, Words, moved

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.render.measure.breaking import Line

_ASCENT = 0.75
"""Height of a line's box above its baseline, as a part of the leading."""
PILL_HEIGHT = 17.0
LONGEST_LINE = 980.0
"""Text of a card across the page is no wider: longer lines are hard to read."""
_PILL_GAP = 5.0

PILL_ICONS = {
    "unsupported": icons.WARNING,
    "defeated": icons.CROSS,
    "undecided": icons.QUESTION,
    "stands": icons.CHECK,
}


class Stack:
    """Shapes placed one below the other; `y` is where the next one begins."""

    def __init__(self, x: float, y: float, width: float) -> None:
        """Begin at a place, with the room there is from edge to edge."""
        self.x = x
        self.y = y
        self.width = width
        self.room = min(width, LONGEST_LINE)
        self.shapes: list[Shape] = []

    def text(self, text: str, style: TextStyle, ink: str = "", indent: float = 0.0) -> None:
        """Add a paragraph, broken into lines."""
        for line in style.lines(text, self.room - indent):
            self._line(line, style, ink, indent)

    def _line(self, line: Line, style: TextStyle, ink: str, indent: float) -> None:
        baseline = self.y + style.leading * _ASCENT
        if line.right_to_left:
            self.shapes.append(Words(self.x + self.room, baseline, line, style, ink, "start"))
        else:
            self.shapes.append(Words(self.x + indent, baseline, line, style, ink))
        self.y += style.leading

    def marked(self, icon: str, text: str, style: TextStyle, ink: str) -> None:
        """Add a paragraph behind a small icon."""
        indent = 15.0
        self.shapes.append(Path(self.x, self.y + style.leading / 2 - 5.5, icon, f"ic {ink}"))
        self.text(text, style, ink, indent)

    def pills(self, pills: list[tuple[str, str]]) -> None:
        """Add a line of pills, and more lines where one does not hold them.

        Args:
            pills: words and the class of each.
        """
        if not pills:
            return
        x = 0.0
        for words, ink in pills:
            width = pill_width(words, ink)
            if x and x + width > self.room:
                x, self.y = 0.0, self.y + PILL_HEIGHT + 3
            self.shapes.extend(draw_pill(self.x + x - 2, self.y, words, ink))
            x += width + _PILL_GAP
        self.y += PILL_HEIGHT

    def space(self, height: float) -> None:
        """Leave room."""
        self.y += height


def pill_width(words: str, ink: str) -> float:
    """Give the width of a pill with its icon."""
    return PILL.width(words) + (27.0 if ink in PILL_ICONS else 14.0)


def draw_pill(x: float, y: float, words: str, ink: str) -> list[Shape]:
    """Draw words in a rounded box, with the icon that goes with the class."""
    width = pill_width(words, ink)
    shapes: list[Shape] = [Rectangle(x, y, width, PILL_HEIGHT, PILL_HEIGHT / 2, f"pill p-{ink}")]
    left = x + 7
    if ink in PILL_ICONS:
        shapes.append(Path(x + 6, y + 2.5, PILL_ICONS[ink], f"ic i-{ink}"))
        left = x + 20
    line = PILL.line(words)
    left += line.width if line.right_to_left else 0
    shapes.append(Words(left, y + 12.1, line, PILL, f"f-{ink}"))
    return shapes


def set_right(shapes: Sequence[Shape], edge: float) -> list[Shape]:
    """Move shapes to the right as far as the edge, where their longest line ends."""
    ends = [_end(shape) for shape in shapes if isinstance(shape, Words | Rectangle)]
    return moved(tuple(shapes), edge - max(ends, default=edge), 0)


def _end(shape: Words | Rectangle) -> float:
    if isinstance(shape, Rectangle):
        return shape.x + shape.width
    return shape.x if shape.line.right_to_left else shape.x + shape.line.width

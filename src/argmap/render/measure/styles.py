"""The sizes of type in a picture: one table for measuring and for the style sheet."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.render.measure.breaking import Line, break_lines
from argmap.render.measure.clean import clean
from argmap.render.measure.scripts import is_right_to_left
from argmap.render.measure.widths import Face, load_face

REGULAR = 400
SEMIBOLD = 600
"""The two weights there are."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a kind of text is set; all lengths in pixels."""

    name: str
    """Class in the style sheet."""
    size: float
    leading: float
    """From one baseline to the next."""
    weight: int = REGULAR
    spacing: float = 0.0
    """Letter spacing."""

    @property
    def face(self) -> Face:
        """Widths of the weight, letter spacing included."""
        return load_face(self.weight, self.spacing / self.size)

    def width(self, text: str) -> float:
        """Give the width of one line."""
        return self.face.width(text, self.size)

    def line(self, text: str) -> Line:
        """Set a text as one line, however long."""
        text = clean(text)
        return Line(text, self.width(text), self.face.knows(text), is_right_to_left(text))

    def lines(self, text: str, width: float) -> tuple[Line, ...]:
        """Break a text into lines of at most `width` pixels."""
        return break_lines(text, width, self.size, self.face)


BODY = TextStyle("tx", 12.5, 17)
TITLE = TextStyle("ti", 12.5, 17, SEMIBOLD)
ROW = TextStyle("te", 11.5, 15)
SMALL = TextStyle("so", 10.5, 14)
SMALL_BOLD = TextStyle("sb", 10.5, 14, SEMIBOLD)
KIND = TextStyle("kd", 9, 12, SEMIBOLD, 0.55)
LABEL = TextStyle("id", 9.5, 12, SEMIBOLD)
PILL = TextStyle("pl", 10, 13, SEMIBOLD)
JOIN = TextStyle("jn", 8.5, 11, SEMIBOLD, 0.5)
HEADING = TextStyle("st", 14, 19, SEMIBOLD)
COUNT = TextStyle("sn", 11, 15)
BANNER_KIND = TextStyle("tk", 10, 14, SEMIBOLD, 0.7)
BANNER = TextStyle("tt", 17, 24, SEMIBOLD)
BANNER_SMALL = TextStyle("ts", 11.5, 16)
MAP_TITLE = TextStyle("mt", 22, 29, SEMIBOLD)
LEGEND = TextStyle("lg", 11, 15)

STYLES = (
    BODY,
    TITLE,
    ROW,
    SMALL,
    SMALL_BOLD,
    KIND,
    LABEL,
    PILL,
    JOIN,
    HEADING,
    COUNT,
    BANNER_KIND,
    BANNER,
    BANNER_SMALL,
    MAP_TITLE,
    LEGEND,
)
"""Every style, for the style sheet."""

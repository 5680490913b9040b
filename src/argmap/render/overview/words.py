"""The words of an overview: headings, counts, and the theses."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.evaluate.types import Status
from argmap.render.compose.card import node_identity
from argmap.render.compose.wording import describe_node
from argmap.render.measure.styles import BANNER, BANNER_KIND, COUNT, HEADING
from argmap.render.overview.marks import draw_mark, state_of
from argmap.render.paint.document import count_statements, describe_statuses
from argmap.render.paint.svg import number
from argmap.render.shapes import Drawing, End, Rectangle, Start, Words, moved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.render.measure.breaking import Line
    from argmap.render.measure.styles import TextStyle
    from argmap.render.overview.tree import Section
    from argmap.render.plan.types import Plan
    from argmap.render.shapes import Shape

LEAST_HEADING = 150.0
"""Width that a heading has at least."""
_SYMBOL = 9.0
_BADGE = 30.0
_BADGE_LEFT = 14.0
_CELL_GAP = 10.0
_MOST_IN_A_COLUMN = 4
_WEAK = (Status.UNSUPPORTED, Status.DEFEATED, Status.UNDECIDED)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many statements a section has, and what became of them."""

    total: str
    words: str
    """In full."""
    numbers: tuple[tuple[str, str], ...]
    """Status and number, for panels too narrow for words."""

    @property
    def width(self) -> float:
        """Width that the numbers need."""
        symbols = sum(_SYMBOL + 15 + COUNT.width(text) for _, text in self.numbers)
        return COUNT.width(self.total) + symbols


def count(plan: Plan, section: Section) -> Counts:
    """Count the statements of a section."""
    found = Counter(state_of(plan, node) for node in section.nodes)
    total = count_statements(len(section.nodes))
    return Counts(
        total=total,
        words=" · ".join([total, *describe_statuses(plan, section.nodes)]),
        numbers=tuple(
            (status.value, str(found[status.value])) for status in _WEAK if found[status.value]
        ),
    )


def cut(style: TextStyle, text: str, width: float, most: int) -> tuple[Line, ...]:
    """Break a text into a few lines at most, with `…` where it was cut."""
    lines = style.lines(text, width)
    if len(lines) <= most:
        return lines
    kept = style.lines(text, width - style.width("…"))[:most]
    return (*kept[:-1], style.line(kept[-1].text + "…"))


def enlarged(shapes: tuple[Shape, ...], at: tuple[float, float], words: float) -> tuple[Shape, ...]:
    """Give shapes drawn from a new origin, and so many times larger."""
    if words == 1:
        return tuple(moved(shapes, *at))
    x, y = map(number, at)
    place = (("transform", f"translate({x} {y}) scale({number(words)})"),)
    return (Start("enlarged", attributes=place), *shapes, End())


def draw_heading(plan: Plan, section: Section, counts: Counts, width: float) -> list[Shape]:
    """Set a section's heading and, below it, its counts, from 0, 0."""
    label = plan.labels.get(section.thesis, "") if section.thesis is not None else ""
    heading = " · ".join(part for part in (label, section.heading or "") if part)
    shapes = set_lines(cut(HEADING, heading, width, 1), HEADING, (0.0, 22.0), width)
    shapes.extend(_set_counts(counts, 39.0 if heading else 28.0, width))
    return shapes


def _set_counts(counts: Counts, y: float, width: float) -> Iterator[Shape]:
    if COUNT.width(counts.words) <= width:
        yield Words(0, y, COUNT.line(counts.words), COUNT)
        return
    total = COUNT.line(counts.total)
    yield Words(0, y, total, COUNT)
    x = total.width + 11
    for state, text in counts.numbers:
        line = COUNT.line(text)
        yield from draw_mark(state, x + _SYMBOL / 2, y - 4, _SYMBOL)
        yield Words(x + _SYMBOL + 4, y, line, COUNT)
        x += _SYMBOL + 15 + line.width


def set_lines(
    lines: tuple[Line, ...], style: TextStyle, at: tuple[float, float], width: float
) -> list[Shape]:
    """Set lines from a first baseline on, at the right edge where they are read from there."""
    x, y = at
    return [
        Words(
            x + width if line.right_to_left else x,
            y + place * style.leading,
            line,
            style,
        )
        for place, line in enumerate(lines)
    ]


@dataclass(frozen=True, slots=True)
class Theses:
    """The theses with their words, from 0, 0."""

    drawing: Drawing
    middles: dict[int, tuple[float, float]]
    """Middle of each one's mark."""


def draw_theses(plan: Plan, theses: tuple[int, ...], width: float) -> Theses:
    """Draw the theses with their words, one below the other or in two columns."""
    columns = 1 if len(theses) <= _MOST_IN_A_COLUMN else 2
    across = (width - _CELL_GAP * (columns - 1)) / columns
    shapes: list[Shape] = []
    middles: dict[int, tuple[float, float]] = {}
    y = height = 0.0
    for at, node in enumerate(theses):
        drawing = _draw_thesis(plan, node, across, 3 if len(theses) == 1 else 1)
        x = at % columns * (across + _CELL_GAP)
        shapes.extend(moved(drawing.shapes, x, y))
        middles[node] = (x + _BADGE_LEFT + _BADGE / 2, y + drawing.height / 2)
        height = y + drawing.height
        if at % columns == columns - 1:
            y = height + _CELL_GAP
    return Theses(Drawing(width, height, tuple(shapes)), middles)


def _draw_thesis(plan: Plan, node: int, width: float, most: int) -> Drawing:
    model, state = plan.graph.nodes[node].model, state_of(plan, node)
    left, room = _BADGE + 26, width - _BADGE - 42
    lines = cut(BANNER, model.text, room, most)
    height = 44 + len(lines) * BANNER.leading
    word = "THESIS" if plan.view.focus is None else model.kind.value.upper()
    label = plan.labels.get(node, "T")
    words = [word, *([] if label == "T" else [label]), "·", state.upper()]
    kind = BANNER_KIND.line(" ".join(words))
    middle = height / 2
    shapes = [
        Start(
            f"node k-{model.kind.value} thesis",
            describe_node(plan, node),
            node_identity(plan, node),
        ),
        Rectangle(0, 0, width, height, 10, "tb"),
        Rectangle(_BADGE_LEFT, middle - _BADGE / 2, _BADGE, _BADGE, 7, "badge"),
        *draw_mark(state, _BADGE_LEFT + _BADGE / 2, middle, _BADGE * 0.6),
        Words(left, 24, kind, BANNER_KIND),
        *set_lines(lines, BANNER, (left, 48.0), room),
        End(),
    ]
    return Drawing(width, height, tuple(shapes))

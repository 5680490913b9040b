"""A whole picture as one SVG file."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from argmap.diagnostics import ArgmapError
from argmap.render.axes import LEFT, RIGHT
from argmap.render.compose.heading import draw_heading
from argmap.render.fonts import is_latin
from argmap.render.layout.page import MARGIN, PANEL_INDENT, lay_out
from argmap.render.measure.styles import COUNT, LEGEND, MAP_TITLE, SMALL
from argmap.render.paint.dimming import dim_shapes
from argmap.render.paint.edges import TreeLines, draw_sign
from argmap.render.paint.legend import draw_legend
from argmap.render.paint.style import write_style
from argmap.render.paint.svg import escape, number, write_shapes
from argmap.render.paint.trunks import Trunks
from argmap.render.shapes import End, Path, Rectangle, Shape, Start, Words, moved
from argmap.render.themes import ThemeName

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from argmap.model.header import Source
    from argmap.render.axes import Axes
    from argmap.render.layout.placed import Page, PlacedPanel, PlacedPart
    from argmap.render.measure.breaking import Line
    from argmap.render.measure.styles import TextStyle
    from argmap.render.options import PictureOptions
    from argmap.render.plan.types import Plan

_HEAD_WIDTH = 1000.0
_SOURCE_WIDTH = 480.0


class SizeError(ArgmapError):
    """A picture is higher or wider than it may be."""

    def __init__(self, width: float, height: float) -> None:
        """Keep the size it would have, in pixels."""
        self.size = width, height
        message = f"the picture of {width:,.0f} × {height:,.0f} pixels is too large"
        super().__init__(message, "draw the map in parts")


def write_svg(plan: Plan, options: PictureOptions, largest: float | None = None) -> str:
    """Draw a plan.

    Args:
        plan: what is drawn.
        options: how it is shown.
        largest: width and height it may have at most, in pixels; None for any.

    Raises:
        SizeError: for a larger one, before it is painted.
    """
    theme = None if options.theme == "auto" else ThemeName(options.theme or "light")
    title = options.title if options.title is not None else plan.graph.map.header.title
    head, top = draw_head(plan, title, options.width, plan.axes)
    page = lay_out(plan, top, options.width, options.layout)
    foot, height = _foot(plan, page, has_legend=options.legend)
    if largest is not None and max(page.width, height) > largest:
        raise SizeError(page.width, height)
    aside = max(0.0, page.width - 2 * MARGIN - _HEAD_WIDTH) if plan.axes is LEFT else 0.0
    shapes: list[Shape] = moved(tuple(head), aside, 0)
    for part in page.parts:
        shapes.extend(_part(plan, part))
    shapes.extend(foot)
    return write_document(plan, title, shapes, (page.width, height), partial(write_style, theme))


def write_document(
    plan: Plan,
    title: str,
    shapes: Iterable[Shape],
    size: tuple[float, float],
    style: Callable[..., str],
) -> str:
    """Write shapes as an SVG file.

    Args:
        plan: what is drawn.
        title: its heading.
        shapes: all that is on it.
        size: width and height, in pixels.
        style: writes the style sheet; told as `latin` whether the small font is enough.
    """
    body = "".join(write_shapes(shapes))
    latin = all(map(is_latin, set(body) - {"\n"}))
    width, height = map(number, size)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="graphics-document" '
        f'aria-labelledby="argmap-title argmap-desc"{_language(plan)}>\n'
        f'<title id="argmap-title">{escape(_name(plan, title))}</title>\n'
        f'<desc id="argmap-desc">{escape(describe(plan))}</desc>\n'
        f"<style>{style(latin=latin)}</style>\n"
        f'<rect class="bg" width="100%" height="100%"/>\n{body}\n</svg>\n'
    )


def _name(plan: Plan, title: str) -> str:
    """Name a picture for tabs, bookmarks and who has it read out."""
    return f"{plan.view.section} – {title}" if plan.view.section else title


def _language(plan: Plan) -> str:
    language = plan.graph.map.header.lang
    return f' lang="{escape(language)}"' if language else ""


def describe(plan: Plan) -> str:
    """Say in a sentence what a picture shows: how many statements, and what became of them."""
    total, shown = len(plan.graph.nodes), len(plan.nodes)
    some = "" if shown == total else f"{shown} of "
    said = [f"{some}{count_statements(total)}"]
    if plan.view.section is not None:
        said.insert(0, f"Section “{plan.view.section}”" if plan.view.section else "No section")
    said.extend(describe_statuses(plan, [node.index for node in plan.nodes]))
    if plan.highlight is not None:
        said.append(f"stands out: {plan.highlight.words}")
    return " · ".join(said)


def count_statements(count: int) -> str:
    """Say how many statements there are."""
    return f"{count} statement{'' if count == 1 else 's'}"


def describe_statuses(plan: Plan, nodes: Sequence[int]) -> list[str]:
    """Say how many of some nodes have which status: `3 without support`."""
    counts = Counter(
        plan.evaluation.status(node).value for node in nodes if node not in plan.graph.unsound
    )
    words = {
        "stands": "stand",
        "unsupported": "without support",
        "defeated": "defeated",
        "undecided": "undecided",
    }
    return [f"{counts[status]} {word}" for status, word in words.items() if counts[status]]


def draw_head(
    plan: Plan, title: str, width: float | None, axes: Axes = RIGHT
) -> tuple[list[Shape], float]:
    """Set the title, what the map is a reading of, and the count of statements.

    Args:
        plan: what is drawn.
        title: heading of the page.
        width: of the page, in pixels; None where it is wide enough for any line.
        axes: where reasons stand; the head stands on the other side.

    Returns:
        The shapes, and where what is below them begins.
    """
    shapes: list[Shape] = []
    y = MARGIN
    room = _HEAD_WIDTH if width is None else min(_HEAD_WIDTH, width - 2 * MARGIN)
    edges = (MARGIN, MARGIN + room)
    for line in MAP_TITLE.lines(title, room):
        shapes.append(_flush(axes, edges, y + 21, line, MAP_TITLE))
        y += MAP_TITLE.leading
    article = plan.graph.map.header.article
    source = plan.graph.sources.get(article) if article else None
    lines = [f"A reading of: {describe_source(source)}"] if source is not None else []
    for text in (*lines, describe(plan)):
        for line in COUNT.lines(text, room):
            shapes.append(_flush(axes, edges, y + 13, line, COUNT))
            y += COUNT.leading + 1
    return shapes, y + 12


def _flush(axes: Axes, edges: tuple[float, float], y: float, line: Line, style: TextStyle) -> Words:
    """Set a line at one of two edges: the one where it begins, or the one where cards do."""
    left, right = edges
    if line.right_to_left:
        return Words(right, y, line, style)
    return (
        Words(right, y, line, style, anchor="end") if axes is LEFT else Words(left, y, line, style)
    )


def describe_source(source: Source) -> str:
    """Write a source in full: `R. Okafor: Lending the tablet, Heritage Review, 2024-03`."""
    parts = [part for part in (source.title, source.publisher, source.date) if part]
    text = ", ".join(parts)
    return f"{source.author}: {text}" if source.author and text else source.author or text


def _part(plan: Plan, part: PlacedPart) -> Iterator[Shape]:
    """Paint a thesis and its panels, in the order in which they are read."""
    trunks = Trunks(plan.axes)
    trunks.draw_part(part)
    for panel in part.panels:
        yield Rectangle(panel.x, panel.y, panel.width, panel.height, 10, "sec")
    yield from trunks.lines
    if part.banner is not None:
        yield from moved(part.banner.shapes, part.x, part.y)
    for panel in part.panels:
        yield from _panel(plan, panel)
    yield from trunks.gates


def _panel(plan: Plan, panel: PlacedPanel) -> Iterator[Shape]:
    edges, signs = _lines(panel, plan.axes)
    yield Start("panel", panel.panel.heading or "")
    heading = draw_heading(plan, panel.panel, panel.width)
    yield from moved(heading.shapes, panel.x, panel.y)
    yield from edges
    for placed in panel.boxes:
        shapes = moved(placed.drawn.drawing.shapes, placed.x, placed.y)
        yield from dim_shapes(plan, placed.box, shapes)
    yield from signs
    yield End()


def _lines(panel: PlacedPanel, axes: Axes) -> tuple[list[Path], list[Path]]:
    """Draw the lines inside a panel, to be painted under the boxes, and the signs, over them."""
    inner, trunks = TreeLines(axes), Trunks(axes)
    inner.draw(panel)
    for block in panel.blocks:
        if block.head is not None:
            trunks.draw_head(block, block.head)
    signs = [path for placed in panel.boxes for path in draw_sign(placed)]
    return [*inner.lines, *trunks.lines], [*inner.gates, *trunks.gates, *signs]


def _foot(plan: Plan, page: Page, *, has_legend: bool) -> tuple[list[Shape], float]:
    """Set the legend and the list of sources."""
    x, y = MARGIN + (0 if plan.axes is LEFT else PANEL_INDENT), page.height + 18
    room = page.width - x - MARGIN
    shapes: list[Shape] = []
    if has_legend:
        legend = draw_legend(plan, room)
        shapes = moved(legend.shapes, x, y)
        y += legend.height + 8
    cited = {citation.source for node in plan.nodes for citation in node.model.cite}
    sources = [item for item in plan.graph.sources.items() if item[0] in cited]
    if sources:
        shapes.append(Words(x, y + 13, LEGEND.line("Sources"), LEGEND, "f-strong"))
        listed, height = _sources(sources, x, y + 20, room)
        shapes.extend(listed)
        y += 20 + height
    return shapes, y + MARGIN - 8


def _sources(
    sources: list[tuple[str, Source]], x: float, y: float, room: float
) -> tuple[list[Shape], float]:
    """List sources in full, in as many columns as are wide enough to read."""
    columns = max(1, int(room // _SOURCE_WIDTH))
    width = room / columns - 20
    paragraphs = []
    for key, source in sources:
        words = describe_source(source) or key
        paragraphs.append(SMALL.lines(f"{words} — {source.url}" if source.url else words, width))
    total = sum(map(len, paragraphs))
    shapes: list[Shape] = []
    column, line, deepest = 0, 0, 0
    for paragraph in paragraphs:
        if line >= total / columns and column < columns - 1:
            column, line = column + 1, 0
        for words_line in paragraph:
            baseline = y + 10.5 + line * (SMALL.leading + 1)
            left = x + column * (width + 20)
            start = left + width if words_line.right_to_left else left
            shapes.append(Words(start, baseline, words_line, SMALL))
            line += 1
        deepest = max(deepest, line)
    return shapes, deepest * (SMALL.leading + 1)

"""Draw a map: the entry points of this package."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.render.options import DEFAULT, PictureOptions

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic
    from argmap.evaluate.types import Evaluation
    from argmap.graph.types import Graph
    from argmap.render.outline_lines import Notes, Segment
    from argmap.render.page.sources import PageSources


def draw_svg(
    graph: Graph,
    evaluation: Evaluation,
    *,
    diagnostics: tuple[Diagnostic, ...] = (),
    options: PictureOptions = DEFAULT,
    largest: float | None = None,
) -> str:
    """Draw a map as one SVG file that needs nothing beside it.

    Args:
        graph: the argument.
        evaluation: what its nodes amount to.
        diagnostics: findings to show at the nodes they name.
        options: what is shown, and how.
        largest: width and height it may have at most, in pixels; None for any.

    Raises:
        SizeError: for a larger one, unless it is an overview.
        ArgmapError: where the options name what is not in the map, a width that is too small, or
            Graphviz, which does not manage.
    """
    from argmap.render.layout.page import columns_within
    from argmap.render.paint.document import write_svg
    from argmap.render.plan.build import build_plan
    from argmap.render.plan.types import MAX_COLUMNS

    if options.overview:
        from argmap.render.overview.document import write_overview

        return write_overview(build_plan(graph, evaluation, diagnostics, options), options)
    columns = MAX_COLUMNS
    if options.width is not None:
        columns = min(columns, columns_within(options.width))
    plan = build_plan(graph, evaluation, diagnostics, options, columns)
    return write_svg(plan, options, largest)


def draw_page(
    graph: Graph,
    evaluation: Evaluation,
    *,
    diagnostics: tuple[Diagnostic, ...] = (),
    options: PictureOptions = DEFAULT,
    sources: PageSources | None = None,
) -> str:
    """Draw a map as one page of HTML, to fold, search and follow, that needs nothing beside it.

    Args:
        graph: the argument.
        evaluation: what its nodes amount to.
        diagnostics: findings to show at the nodes they name.
        options: what is shown, and how.
        sources: what is at hand of the map's sources; None for nothing.
    """
    from argmap.render.page.document import write_page
    from argmap.render.page.sources import NO_SOURCES
    from argmap.render.plan.build import build_plan

    rightward = PictureOptions(direction="right", strength=options.strength)
    plan = build_plan(graph, evaluation, diagnostics, rightward, columns=None)
    return write_page(plan, options, diagnostics, sources or NO_SOURCES)


def draw_png(
    graph: Graph,
    evaluation: Evaluation,
    *,
    diagnostics: tuple[Diagnostic, ...] = (),
    options: PictureOptions = DEFAULT,
) -> bytes:
    """Draw a map as PNG.

    Args:
        graph: the argument.
        evaluation: what its nodes amount to.
        diagnostics: findings to show at the nodes they name.
        options: what is shown, and how; `auto` is `light`, for a PNG knows no viewer.

    Raises:
        ArgmapError: the picture is too large for a PNG.
    """
    from argmap.render.png import write_png

    if options.theme == "auto":
        options = replace(options, theme="light")
    svg = draw_svg(graph, evaluation, diagnostics=diagnostics, options=options)
    return write_png(svg, options.scale, system_fonts=options.system_fonts)


def draw_dot(graph: Graph, evaluation: Evaluation, options: PictureOptions = DEFAULT) -> str:
    """Write a map as DOT, for drawing with any Graphviz.

    Args:
        graph: the argument.
        evaluation: what its nodes amount to.
        options: of which only the title counts.
    """
    from argmap.render.dot import write_dot

    return write_dot(graph, evaluation, options.title)


def draw_outline(
    graph: Graph,
    evaluation: Evaluation,
    *,
    width: int = 80,
    ascii: bool = False,  # noqa: A002 - named as the option of the command line
    options: PictureOptions = DEFAULT,
    notes: Notes | None = None,
) -> list[list[Segment]]:
    """Write a map as lines of styled text for a terminal.

    Args:
        graph: the argument.
        evaluation: what its nodes amount to.
        width: columns of the terminal; less than 20 counts as 20.
        ascii: our own signs in ASCII; the author's words stay as they are.
        options: what is shown of the map.
        notes: what is said besides; None for nothing.

    Raises:
        ArgmapError: where the options name a node or a section that is not in the map.
    """
    from argmap.render.outline import render_outline
    from argmap.render.outline_lines import NO_NOTES

    notes = notes or NO_NOTES
    return render_outline(graph, evaluation, width=width, ascii=ascii, options=options, notes=notes)

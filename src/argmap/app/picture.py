"""A picture of a map, or its overview where no page can hold the picture."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.app.judge import check_argument
from argmap.app.settings import Configurations
from argmap.app.status import evaluate, graph_of
from argmap.render.options import DEFAULT

if TYPE_CHECKING:
    from argmap.app.load import Argument
    from argmap.app.request import Request
    from argmap.diagnostics import Diagnostic
    from argmap.render.options import PictureOptions

LARGEST = 32_000.0
"""Pixels that a page has at most across and down: a PNG has no more in a row."""
MOST_STATEMENTS = 2_000
"""So many cards nobody reads on one page; 1,000 with sentences make one of 32,000 pixels."""
_VIEW = (
    *("whole", "depth", "focus", "section", "highlight"),
    *("width", "direction", "layout", "strength"),
)
"""Options by which an author chooses what is drawn, or what an overview has not."""


def findings_shown(argument: Argument, request: Request) -> tuple[Diagnostic, ...]:
    """Give the findings that are marked in a drawing: all that are not accepted."""
    settings = Configurations(request).settings(argument.path)
    return tuple(found for found in check_argument(argument, settings) if found.accepted is None)


def draw_picture(
    argument: Argument, options: PictureOptions, request: Request
) -> tuple[str, tuple[str, ...]]:
    """Draw a map as SVG; one that no page can hold as an overview, unless a view is asked for.

    Args:
        argument: the map.
        options: what is shown, and how.
        request: which rules' findings are shown, and which configuration.

    Returns:
        The SVG, and what its reader should know of its size.
    """
    if options.overview:
        return _draw(argument, options, request), ()
    if any(getattr(options, name) != getattr(DEFAULT, name) for name in _VIEW):
        svg = _draw(argument, options, request)
        return svg, _size_warnings(svg)
    from argmap.render.paint.document import SizeError

    statements = len(graph_of(argument).nodes)
    if statements > MOST_STATEMENTS:
        reason = f"{statements:,} cards are more than a page can hold"
    else:
        try:
            return _draw(argument, options, request, LARGEST), ()
        except SizeError as found:
            reason = f"all cards make a picture {_words(found.size)}"
    return _draw(argument, replace(options, overview=True), request), (
        f"{reason}, so this is the overview; `--split sections` and `--depth N` draw parts, "
        "`--whole` all cards",
    )


def _draw(
    argument: Argument, options: PictureOptions, request: Request, largest: float | None = None
) -> str:
    from argmap.render.draw import draw_svg

    graph, evaluation = graph_of(argument), evaluate(argument)
    findings = () if options.overview else findings_shown(argument, request)
    return draw_svg(graph, evaluation, diagnostics=findings, options=options, largest=largest)


def _size_warnings(svg: str) -> tuple[str, ...]:
    from argmap.render.static import size_of

    size = size_of(svg)
    if max(size) <= LARGEST:
        return ()
    other = "`--overview`, `--split sections` and `--depth N` draw what a page can hold"
    return (f"the picture is {_words(size)}; {other}",)


def _words(size: tuple[float, float]) -> str:
    width, height = size
    return f"{width:,.0f} pixels wide and {height:,.0f} high"

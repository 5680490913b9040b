"""Drawing a map into a file of any format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from argmap.app.check import check
from argmap.app.status import evaluate, graph_of
from argmap.diagnostics import ArgmapError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from argmap.app.load import Argument
    from argmap.diagnostics import Diagnostic

Theme: TypeAlias = Literal["light", "dark", "print", "auto"]
THEMES: tuple[Theme, ...] = get_args(Theme)
TEXT_WIDTH = 100
"""Columns of a text outline that is written to a file."""


def render(argument: Argument, format: str = "svg", *, theme: Theme = "light") -> bytes:  # noqa: A002 - the contract's word
    """Draw a map.

    Args:
        argument: the map.
        format: `svg`, `png`, `dot` or `txt`.
        theme: `light`, `dark`, `print` or `auto`; for SVG and PNG.

    Returns:
        The bytes of the file; the same for the same map on every machine.

    Raises:
        ArgmapError: for an unknown format, a file that holds no map, or a layout that fails.
    """
    draw = _DRAWERS.get(format)
    if draw is None:
        known = ", ".join(_DRAWERS)
        raise ArgmapError(f"cannot draw `{format}`", f"choose one of {known}")
    return draw(argument, theme)


def format_of(path: Path, given: str | None) -> str:
    """Choose the format: the one given, else by the file's suffix.

    Raises:
        ArgmapError: when neither says.
    """
    found = given or path.suffix.removeprefix(".").lower()
    if found not in _DRAWERS:
        known = ", ".join(f"`.{name}`" for name in _DRAWERS)
        raise ArgmapError(f"cannot draw into `{path.name}`", f"name it {known}, or give `--format`")
    return found


def _findings(argument: Argument) -> tuple[Diagnostic, ...]:
    return tuple(found for found in check(argument).findings if found.accepted is None)


def _svg(argument: Argument, theme: Theme) -> bytes:
    from argmap.render.draw import draw_svg

    graph, evaluation = graph_of(argument), evaluate(argument)
    svg = draw_svg(graph, evaluation, diagnostics=_findings(argument), theme=theme)
    return svg.encode()


def _png(argument: Argument, theme: Theme) -> bytes:
    from argmap.render.draw import draw_png

    graph, evaluation = graph_of(argument), evaluate(argument)
    return draw_png(graph, evaluation, diagnostics=_findings(argument), theme=theme)


def _dot(argument: Argument, theme: Theme) -> bytes:
    from argmap.render.draw import draw_dot

    del theme
    return draw_dot(graph_of(argument), evaluate(argument)).encode()


def _txt(argument: Argument, theme: Theme) -> bytes:
    from argmap.app.outline import outline_text

    del theme
    return outline_text(argument, width=TEXT_WIDTH).encode()


_DRAWERS: dict[str, Callable[[Argument, Theme], bytes]] = {
    "svg": _svg,
    "png": _png,
    "dot": _dot,
    "txt": _txt,
}
FORMATS = tuple(_DRAWERS)
"""What `render` can write."""

"""Drawing a map into a file of any format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from argmap.app.check import check
from argmap.app.status import evaluate, graph_of
from argmap.diagnostics import ArgmapError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from argmap.app.load import Argument

Theme: TypeAlias = Literal["light", "dark", "print", "auto"]
THEMES: tuple[Theme, ...] = get_args(Theme)
TEXT_WIDTH = 100
"""Columns of a text outline that is written to a file."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawn map."""

    data: bytes
    """What the file holds."""
    warnings: tuple[str, ...] = ()
    """What the reader of the file will miss."""


def render(argument: Argument, format: str = "svg", *, theme: Theme = "light") -> bytes:  # noqa: A002 - the contract's word
    """Draw a map; see `argmap.render`."""
    return draw(argument, format, theme).data


def draw(argument: Argument, target: str, theme: Theme) -> Drawing:
    """Draw a map and say what is missing from the picture.

    Args:
        argument: the map.
        target: `svg`, `png`, `dot` or `txt`.
        theme: for SVG and PNG.

    Raises:
        ArgmapError: for an unknown format, a file that holds no map, or a layout that fails.
    """
    drawer = _DRAWERS.get(target)
    if drawer is None:
        known = ", ".join(_DRAWERS)
        raise ArgmapError(f"cannot draw `{target}`", f"choose one of {known}")
    return drawer(argument, theme)


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


def _draw_svg(argument: Argument, theme: Theme) -> str:
    from argmap.render.draw import draw_svg

    graph, evaluation = graph_of(argument), evaluate(argument)
    findings = tuple(found for found in check(argument).findings if found.accepted is None)
    return draw_svg(graph, evaluation, diagnostics=findings, theme=theme)


def _svg(argument: Argument, theme: Theme) -> Drawing:
    return Drawing(_draw_svg(argument, theme).encode())


def _png(argument: Argument, theme: Theme) -> Drawing:
    from argmap.render.png import missing_characters, write_png

    svg = _draw_svg(argument, "light" if theme == "auto" else theme)
    missing = missing_characters(svg)
    if not missing:
        return Drawing(write_png(svg))
    shown = "".join(missing[:_MOST_SHOWN]) + ("…" if len(missing) > _MOST_SHOWN else "")
    warning = f"the bundled font lacks {len(missing)} characters, drawn as empty boxes: {shown}"
    return Drawing(write_png(svg), (warning,))


_MOST_SHOWN = 20


def _dot(argument: Argument, theme: Theme) -> Drawing:
    from argmap.render.draw import draw_dot

    del theme
    return Drawing(draw_dot(graph_of(argument), evaluate(argument)).encode())


def _txt(argument: Argument, theme: Theme) -> Drawing:
    from argmap.app.outline import outline_text

    del theme
    return Drawing(outline_text(argument, width=TEXT_WIDTH).encode())


_DRAWERS: dict[str, Callable[[Argument, Theme], Drawing]] = {
    "svg": _svg,
    "png": _png,
    "dot": _dot,
    "txt": _txt,
}
FORMATS = tuple(_DRAWERS)
"""What `render` can write."""

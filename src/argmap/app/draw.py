"""Drawing a map into a file of any format."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.app.honoured import refuse_idle
from argmap.app.picture import draw_picture, findings_shown
from argmap.app.request import ISOLATED, Request, request_for
from argmap.app.status import evaluate, graph_of
from argmap.diagnostics import ArgmapError
from argmap.render.options import PictureOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from typing_extensions import Unpack

    from argmap.app.load import Argument
    from argmap.render.options import PictureKeywords

TEXT_WIDTH = 100
"""Columns of a text outline that is written to a file."""
LEAST_WIDTH = 20
"""Columns that an outline needs."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawn map."""

    data: bytes
    """What the file holds."""
    warnings: tuple[str, ...] = ()
    """What the reader of the file will miss."""


def render(
    argument: Argument,
    format: str = "svg",  # noqa: A002 - the contract's word
    *,
    config: str | Path | None = None,
    **options: Unpack[PictureKeywords],
) -> bytes:
    """Draw a map; see `argmap.render`."""
    return draw(argument, format, PictureOptions(**options), request_for(config)).data


def draw(
    argument: Argument,
    target: str,
    options: PictureOptions,
    request: Request = ISOLATED,
    *,
    is_ascii: bool = False,
) -> Drawing:
    """Draw a map and say what is missing from the picture.

    Args:
        argument: the map.
        target: `svg`, `png`, `pdf`, `html`, `dot` or `txt`.
        options: what is shown, and how.
        request: which rules' findings are shown, and which configuration; for SVG,
            PNG, PDF and HTML.
        is_ascii: whether the signs of a text keep to ASCII.

    Raises:
        ArgmapError: for an unknown format or one that cannot do what is asked for, a file that
            holds no map, options that name what is not in it, or a layout that fails.
        ConfigError: when the configuration is not understood.
    """
    drawer = _DRAWERS.get(target)
    if drawer is None:
        known = ", ".join(_DRAWERS)
        raise ArgmapError(f"cannot draw `{target}`", f"choose one of {known}")
    refuse_idle(target, options)
    if is_ascii and target == "txt":
        return _txt(argument, options, request, is_ascii=True)
    return drawer(argument, options, request)


def draw_pages(
    argument: Argument, pages: Sequence[PictureOptions], request: Request = ISOLATED
) -> Drawing:
    """Draw a map as a PDF of several pages; see `draw`.

    Args:
        argument: the map.
        pages: what each page shows, and how; at least one.
        request: which rules' findings are shown, and which configuration.
    """
    from argmap.render.pdf import write_pdf

    refuse_idle("pdf", pages[0])
    drawn = [_draw_still(argument, options, request) for options in pages]
    header, asked = graph_of(argument).map.header, pages[0]
    pictures = [svg for svg, _ in drawn]
    data = write_pdf(
        pictures,
        title=header.title if asked.title is None else asked.title,
        language=header.lang,
        system_fonts=asked.system_fonts,
    )
    warnings = dict.fromkeys(warning for _, warned in drawn for warning in warned)
    return Drawing(data, (*warnings, *_empty_boxes("".join(pictures), asked)))


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


def _html(argument: Argument, options: PictureOptions, request: Request) -> Drawing:
    from argmap.app.page_sources import page_sources
    from argmap.render.draw import draw_page

    graph, evaluation = graph_of(argument), evaluate(argument)
    findings = findings_shown(argument, request)
    sources, warnings = page_sources(argument, with_texts=options.article)
    page = draw_page(graph, evaluation, diagnostics=findings, options=options, sources=sources)
    return Drawing(page.encode(), warnings)


def _svg(argument: Argument, options: PictureOptions, request: Request) -> Drawing:
    svg, warnings = draw_picture(argument, options, request)
    return Drawing(svg.encode(), warnings)


def _png(argument: Argument, options: PictureOptions, request: Request) -> Drawing:
    from argmap.render.png import scale_for, write_png

    svg, warnings = _draw_still(argument, options, request)
    warnings += _empty_boxes(svg, options)
    scale, wanted = scale_for(svg, options.scale), options.scale or 1.0
    if scale < wanted:
        warnings += (f"drawn at scale {scale:.2f}, the largest that a PNG of it can have",)
    return Drawing(write_png(svg, scale, system_fonts=options.system_fonts), warnings)


def _pdf(argument: Argument, options: PictureOptions, request: Request) -> Drawing:
    return draw_pages(argument, [options], request)


def _draw_still(
    argument: Argument, options: PictureOptions, request: Request
) -> tuple[str, tuple[str, ...]]:
    """Draw for a format that cannot ask whether its viewer prefers light or dark."""
    theme = "light" if options.theme == "auto" else options.theme
    return draw_picture(argument, replace(options, theme=theme), request)


def _empty_boxes(svg: str, options: PictureOptions) -> tuple[str, ...]:
    """Warn of characters that are drawn as empty boxes."""
    from argmap.render.static import missing_characters

    missing = "" if options.system_fonts else missing_characters(svg)
    if not missing:
        return ()
    shown = missing[:_MOST_SHOWN] + ("…" if len(missing) > _MOST_SHOWN else "")
    count = f"{len(missing)} character{'' if len(missing) == 1 else 's'}"
    lack = f"the bundled font lacks {count}, drawn as empty boxes: {shown}"
    return (f"{lack}; `--system-fonts` takes them from this machine",)


_MOST_SHOWN = 20


def _dot(argument: Argument, options: PictureOptions, request: Request) -> Drawing:
    from argmap.render.draw import draw_dot

    del request
    return Drawing(draw_dot(graph_of(argument), evaluate(argument), options).encode())


def _txt(
    argument: Argument, options: PictureOptions, request: Request, *, is_ascii: bool = False
) -> Drawing:
    from argmap.app.outline import outline_text

    del request
    width = TEXT_WIDTH if options.width is None else options.width
    if width < LEAST_WIDTH:
        message = f"a text of {width} columns has no room for words"
        raise ArgmapError(message, f"give {LEAST_WIDTH} columns or more")
    text = outline_text(argument, width=width, options=options, is_ascii=is_ascii)
    return Drawing(text.encode())


_DRAWERS: dict[str, Callable[[Argument, PictureOptions, Request], Drawing]] = {
    "svg": _svg,
    "png": _png,
    "pdf": _pdf,
    "html": _html,
    "dot": _dot,
    "txt": _txt,
}
BINARY = frozenset({"png", "pdf"})
"""Formats that are no text."""
FORMATS = tuple(_DRAWERS)
"""What `render` can write."""

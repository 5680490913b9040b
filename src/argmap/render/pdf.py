"""SVG to PDF, with the bundled font and no other, so that every machine makes the same bytes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.diagnostics import ArgmapError
from argmap.render.fonts import font_folder
from argmap.render.measure.clean import clean
from argmap.render.pdf_links import find_links
from argmap.render.static import plain_text, size_of, still

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

POINTS = 0.75
"""Points of the page per pixel of the picture: 96 pixels and 72 points are an inch."""
MOST_POINTS = 14_400
"""No page of a PDF is longer or wider, by the limits that readers keep to (ISO 32000-1, C.2)."""

_NAMES = re.compile(r"<(?:title|desc)\b[^>]*>([^<]*)</")
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:-[a-z]{4})?(?:-([a-z]{2}))?(?:-|$)", re.IGNORECASE)
_HEAD = """\
#set document(title: sys.inputs.title, date: none)
#set page(margin: 0pt)
#set text(font: "Inter"{language})
#let jump(x, y, width, height, page, left, top) = place(
  dx: x, dy: y, link((page: page, x: left, y: top), box(width: width, height: height)),
)
#let picture(number, width, height, jumps) = page(width: width, height: height, {{
  {bookmark}
  image(
    bytes(sys.inputs.at("picture" + number)), format: "svg", alt: sys.inputs.at("words" + number),
    width: 100%, height: 100%, fit: "stretch",
  )
  place(top + left, jumps)
}})
"""
_BOOKMARK = 'place(hide(heading(sys.inputs.at("name" + number))))'


def write_pdf(
    pages: Sequence[str], *, title: str, language: str | None = None, system_fonts: bool = False
) -> bytes:
    """Make the pages of a PDF from SVGs of ours, each as large as its picture.

    Text stays text. Who has the file read out hears every statement with its kind and status, in
    the order of the picture. Where there are several pages, each has a bookmark with its title.

    Args:
        pages: the pictures, at least one; those too large for a PDF are scaled down.
        title: what readers show as the name of the document.
        language: BCP 47.
        system_fonts: take what the bundled font lacks from the machine's fonts; then the bytes
            depend on the machine.

    Raises:
        ArgmapError: the extra `pdf` is not installed, or it cannot read a picture.
    """
    try:
        import typst
    except (ImportError, OSError) as error:
        message = f"PDF is written with typst, which does not load: {error}"
        raise ArgmapError(message, "install it: pip install 'argmap[pdf]'") from error
    with font_folder() as folder:
        fonts = typst.Fonts(system_fonts, include_embedded_fonts=False, font_paths=[folder])
        try:
            return typst.compile(
                _document(pages, language).encode(),
                font_paths=fonts,
                format="pdf",
                sys_inputs={"title": clean(title), **dict(_inputs(pages))},
            )
        except typst.TypstError as error:
            message = f"the picture cannot be made into a PDF: {error.message}"
            raise ArgmapError(message, "write SVG, or draw the map in parts") from error


def _document(pages: Sequence[str], language: str | None) -> str:
    """Write what typst sets; all words come through its inputs."""
    bookmark = _BOOKMARK if len(pages) > 1 else ""
    sizes = [size_of(page) for page in pages]
    scales = [min(POINTS, MOST_POINTS / max(size)) for size in sizes]
    lines = [_HEAD.format(language=_language(language), bookmark=bookmark)]
    for number, links in enumerate(find_links(pages)):
        lines.append(f'#picture("{number}", {_points(sizes[number], scales[number])}, {{\n')
        for *mark, target in links:
            there = _points((target.x, target.y), scales[target.page])
            lines.append(f"  jump({_points(mark, scales[number])}, {target.page + 1}, {there})\n")
        lines.append("})\n")
    return "".join(lines)


def _points(lengths: Iterable[float], scale: float) -> str:
    return ", ".join(f"{length * scale:.2f}pt" for length in lengths)


def _language(language: str | None) -> str:
    """Give the arguments that name a language, as far as typst can: `pt-BR`, not `zh-Hant`."""
    match = _LANGUAGE.match(language or "")
    if match is None:
        return ""
    region = f', region: "{match[2]}"' if match[2] else ""
    return f', lang: "{match[1].lower()}"{region}'


def _inputs(pages: Sequence[str]) -> Iterable[tuple[str, str]]:
    for place, page in enumerate(pages):
        names = [plain_text(name) for name in _NAMES.findall(page)]
        yield f"picture{place}", still(page)
        yield f"words{place}", "\n".join(names)
        yield f"name{place}", names[0] if names else ""

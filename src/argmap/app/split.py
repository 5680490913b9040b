"""One picture per section of a map, in files of their own or as the pages of one PDF."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.app.draw import Drawing, draw, draw_pages
from argmap.app.honoured import refuse_split
from argmap.app.status import graph_of
from argmap.diagnostics import ArgmapError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from argmap.app.load import Argument
    from argmap.app.request import Request
    from argmap.render.options import PictureOptions

_MOST_CHARACTERS = 40
_NO_WORDS = "section"
_REST = "no-section"


def split(
    argument: Argument, target: Path, form: str, options: PictureOptions, request: Request
) -> Iterator[tuple[Path, Drawing]]:
    """Draw each section of a map, in document order, and what has none before them.

    Args:
        argument: the map.
        target: file that the names are made from: `map.svg` gives `map-01-costs.svg`; for a PDF
            the one file with all pages.
        form: format of the files.
        options: what is shown, and how.
        request: which rules' findings are shown, and which configuration.

    Raises:
        ArgmapError: for a format that shows no sections, a map without any, or with a section
            asked for as well; and as `draw`.
    """
    refuse_split(form)
    if options.section is not None:
        raise ArgmapError("`section` and `split` exclude each other", "give one of them")
    names = _sections(argument)
    parts = [replace(options, section=name) for _, name in names]
    if form == "pdf":
        yield target, draw_pages(argument, parts, request)
        return
    for (number, name), part in zip(names, parts, strict=True):
        path = target.with_name(f"{target.stem}-{number:02}-{slug(name)}{target.suffix}")
        yield path, draw(argument, form, part, request)


def _sections(argument: Argument) -> list[tuple[int, str]]:
    """Number the sections from 1; what has none, if there is any, is 0 and has no name."""
    from argmap.model.map import ROOT
    from argmap.render.plan.names import list_sections, sections_of

    graph = graph_of(argument)
    names = list_sections(graph)
    if not names:
        raise ArgmapError("the map has no sections", "give nodes a `section`, or leave out `split`")
    headings = zip(graph.map.places, sections_of(graph), strict=True)
    has_rest = any(not heading and place.parent != ROOT for place, heading in headings)
    rest = [(0, "")] if has_rest else []
    return [*rest, *enumerate(names, 1)]


def slug(heading: str) -> str:
    """Make a heading part of a file's name, on any system.

    >>> slug("What it costs: a/b?"), slug("費用"), slug("")
    ('what-it-costs-a-b', '費用', 'no-section')
    """
    if not heading:
        return _REST
    folded = unicodedata.normalize("NFC", heading).lower()
    letters = "".join(letter if letter.isalnum() else " " for letter in folded)
    return "-".join(letters.split())[:_MOST_CHARACTERS].strip("-") or _NO_WORDS


def find_stale(target: Path, kept: set[Path]) -> list[Path]:
    """Find the files that a former split left and the present one does not write.

    Args:
        target: file that the names are made from.
        kept: files that the present split writes.
    """
    name = re.escape(target.stem) + r"-\d{2,3}-.+" + re.escape(target.suffix)
    if not target.parent.is_dir():
        return []
    found = (path for path in target.parent.iterdir() if re.fullmatch(name, path.name))
    return sorted(path for path in found if path not in kept)

"""The text of a source with its numbered paragraphs: `argmap source show`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.app.coverage import main_source, source_named, text_of
from argmap.app.files import MAP_SUFFIXES, STDIN
from argmap.app.load import load_map
from argmap.app.numbers import read_numbers
from argmap.app.skeleton import read_article
from argmap.app.status import graph_of
from argmap.app.wrap import hang
from argmap.diagnostics import ArgmapError
from argmap.report.json import json_text
from argmap.report.types import plain
from argmap.source.display import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.report.types import Style
    from argmap.source.paragraphs import Paragraph, SourceText


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of a source."""

    name: str
    """Of the source in its map, or of the file."""
    title: str | None
    text: SourceText
    paragraphs: tuple[Paragraph, ...]
    """Those that were asked for."""
    is_whole: bool
    """Whether all were."""


def find_shown(path: str, source: str | None = None, numbers: str = "") -> Shown:
    """Find what to show of a source.

    Args:
        path: of a map, which ends in `.yaml` or `.yml`, or `-`; of the text itself otherwise.
        source: name of a source of the map; None for the map's `article` or, without one, for
            the only source with a text. With a source, the path is of a map however it ends.
        numbers: of the paragraphs, such as `1,4-6`; nothing for all.

    Raises:
        ArgmapError: where there is no such source, text or paragraph, or it cannot be read.
    """
    chosen = read_numbers(numbers, "--paragraph")
    is_map = source is not None or path == STDIN or path.lower().endswith(MAP_SUFFIXES)
    name, title, text = _of_map(path, source) if is_map else _of_file(path)
    count = len(text.paragraphs)
    if chosen and max(chosen) > count:
        noun = "paragraph" if count == 1 else "paragraphs"
        message = f"`{name}` has {count} {noun}, and no paragraph {max(chosen)}"
        raise ArgmapError(message, "count paragraphs without headings")
    kept = tuple(one for one in text.paragraphs if not chosen or one.number in chosen)
    return Shown(name, title, text, kept, not chosen)


def _of_map(path: str, source: str | None) -> tuple[str, str | None, SourceText]:
    argument = load_map(path)
    graph = graph_of(argument)
    name = source_named(argument, graph, source or main_source(argument, graph, "behind the map"))
    text = text_of(argument, name, "name it as `text` in the map")
    return name, graph.sources[name].title, text


def _of_file(path: str) -> tuple[str, str | None, SourceText]:
    text = read_article(path)
    return Path(path).name, dict(text.metadata).get("title"), text


def shown_text(shown: Shown, *, width: int, style: Style = plain) -> str:
    """Write paragraphs behind their numbers, under their headings.

    Args:
        shown: what is shown.
        width: columns of the terminal.
        style: colours a text.
    """
    name = printable(f"{shown.name}: {shown.title}" if shown.title else shown.name)
    lines = [style(line, bold=True) for line in hang(name, width, "")]
    pad = len(str(shown.paragraphs[-1].number)) if shown.paragraphs else 1
    heading, page = -1, None
    for paragraph in shown.paragraphs:
        if paragraph.heading is not None:
            first = heading + 1 if shown.is_whole else max(heading + 1, paragraph.heading)
            for at in range(first, paragraph.heading + 1):
                lines += ["", *_heading(shown, at, width, style)]
            heading = paragraph.heading
        if paragraph.page != page:
            page = paragraph.page
            lines += ["", style(f"page {page}", dim=True)]
        lines += ["", *_paragraph(shown, paragraph, pad, width, style)]
    return "".join(f"{line}\n" for line in lines)


def _heading(shown: Shown, at: int, width: int, style: Style) -> Iterator[str]:
    heading = shown.text.headings[at]
    text = f"{'#' * heading.level} {printable(' '.join(heading.text.split()))}"
    return (style(line, fg="cyan", bold=True) for line in hang(text, width, ""))


def _paragraph(
    shown: Shown, paragraph: Paragraph, pad: int, width: int, style: Style
) -> Iterator[str]:
    words = printable(" ".join(shown.text.text(paragraph.number).split()))
    indent = " " * (pad + 2)
    first, *rest = hang(words, width, indent)
    yield style(f"{paragraph.number:{pad}}", fg="yellow") + first.removeprefix(indent[2:])
    yield from rest


def shown_json(shown: Shown) -> str:
    """Write paragraphs as JSON, each as it stands in the text."""
    document = {
        "version": 1,
        "source": shown.name,
        "metadata": dict(shown.text.metadata),
        "paragraphs": [
            {
                "number": one.number,
                "heading": None if one.heading is None else shown.text.headings[one.heading].text,
                "page": one.page,
                "text": shown.text.text(one.number),
            }
            for one in shown.paragraphs
        ],
    }
    return json_text(document, indent=2) + "\n"

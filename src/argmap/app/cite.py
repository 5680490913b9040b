"""Finding where words stand in the sources of a map, to cite them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.app.coverage import source_named
from argmap.app.status import graph_of
from argmap.diagnostics import ArgmapError
from argmap.source.display import printable
from argmap.source.quotes import find_quote, read_quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.app.load import Argument
    from argmap.report.types import Style
    from argmap.source.paragraphs import SourceText

_AROUND = 40
"""So many characters are shown on each side of what was found."""


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a source that were looked for, or that are near to them."""

    source: str
    paragraph: int
    """From 1."""
    quote: str
    """The source's own words."""
    before: str
    """What stands before them, to know the place by."""
    after: str
    is_exact: bool
    """Whether these are the words that were asked for."""

    @property
    def citation(self) -> str:
        """Write the value of `cite` that proves the words."""
        words = json.dumps(self.quote, ensure_ascii=False)
        return f"{{source: {self.source}, at: {self.paragraph}, quote: {words}}}"


def find_words(argument: Argument, words: str, source: str | None = None) -> list[Place]:
    """Find where words stand in the sources of a map.

    Args:
        argument: the map.
        words: what is looked for, as a quotation: gaps and insertions are understood.
        source: the only source to look in; None for all that have a text at hand.

    Returns:
        The places where the words stand; where they stand nowhere, the nearest of each source.

    Raises:
        ArgmapError: where there is no such source, or no text of any is at hand.
    """
    graph = graph_of(argument)
    names = list(graph.sources) if source is None else [source_named(argument, graph, source)]
    if not read_quote(words):
        raise ArgmapError("no words to look for are given", "give some words of a source")
    texts = [(name, text) for name in names if (text := argument.materials[name].text) is not None]
    if not texts:
        message = "no text of a source is at hand"
        raise ArgmapError(message, "name its file as `text` of the source")
    places = [place for name, text in texts for place in _places(name, text, words)]
    return [place for place in places if place.is_exact] or places


def _places(name: str, text: SourceText, words: str) -> Iterator[Place]:
    """Give where words stand in a source or, where they stand nowhere, what is near."""
    verdict = find_quote(text, words)
    for match in verdict.matches:
        yield _place(name, text, match.paragraph, match.start, match.end, is_exact=True)
    if verdict.near is not None:
        yield _place(
            name, text, verdict.near.paragraph, verdict.near.start, verdict.near.end, is_exact=False
        )


def _place(
    name: str, text: SourceText, number: int, start: int, end: int, *, is_exact: bool
) -> Place:
    paragraph = text.paragraphs[number - 1]
    before = text.read(max(paragraph.start, start - _AROUND), start)
    after = text.read(end, min(paragraph.end, end + _AROUND))
    if start - _AROUND > paragraph.start:
        before = "…" + before.partition(" ")[2]
    if end + _AROUND < paragraph.end:
        after = after.rpartition(" ")[0] + "…"
    quote = " ".join(text.read(start, end).split())
    return Place(name, number, quote, _line(before), _line(after), is_exact)


def _line(text: str) -> str:
    """Write a text in one line, with its outer spaces."""
    inner = " ".join(text.split())
    return f"{' ' if text[:1].isspace() else ''}{inner}{' ' if text[-1:].isspace() else ''}"


def places_text(places: Iterable[Place], style: Style) -> str:
    """Write each place with its surroundings and the `cite:` to paste."""
    blocks = []
    for place in places:
        words = style(printable(place.quote), bold=True)
        shown = f"{printable(place.before)}{words}{printable(place.after)}"
        head = style(
            f"{place.source}:{place.paragraph}", fg="green" if place.is_exact else "yellow"
        )
        sign = "" if place.is_exact else " (near)"
        blocks.append(f"{head}{sign}: {shown}\ncite: {printable(place.citation)}\n")
    return "\n".join(blocks)

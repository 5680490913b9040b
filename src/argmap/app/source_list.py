"""The sources of a map, with what the map makes of them, and as a bibliography for others."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Any

from argmap.app.status import graph_of
from argmap.check.bibliography import Bibliography
from argmap.check.citation import half_read_sources
from argmap.formats.bibtex import iter_bibtex_losses, write_bibtex
from argmap.formats.csl_json import csl_items
from argmap.report.json import json_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from argmap.app.load import Argument
    from argmap.check.bibliography import Entry
    from argmap.model.header import Source
    from argmap.source.material import Unreadable


class Order(StrEnum):
    """What sources can be sorted by."""

    NAME = "name"
    CITED = "cited"
    """The most cited first."""
    DATE = "date"
    """The oldest first, those without a date last."""


@dataclass(frozen=True)
class SourceList:
    """The sources that a map declares, in the order that was asked for."""

    argument: Argument
    bibliography: Bibliography
    entries: tuple[Entry, ...]

    @property
    def sources(self) -> dict[str, Source]:
        """Each source by its name."""
        return {entry.name: entry.source for entry in self.entries}

    def nodes(self, entry: Entry) -> list[str]:
        """Give the ids or addresses of the nodes that cite a source."""
        graph = graph_of(self.argument)
        return [graph.name(node) for node in dict.fromkeys(cited.node for cited in entry.cited)]

    def quotations(self, entry: Entry) -> int:
        """Count the citations that quote a source."""
        return sum(cited.citation.quote is not None for cited in entry.cited)

    def is_article(self, entry: Entry) -> bool:
        """Tell whether the map is a reading of a source."""
        return graph_of(self.argument).map.header.article == entry.name

    def known_through(self, entry: Entry, most: int) -> list[str]:
        """Give the sources through which one is known, nearest first, `most` at most.

        The last may be none that is declared; where `via` goes round, each is named once, and one
        that names itself alone is known through itself.
        """
        chain = list(islice(self.bibliography.iter_chain(entry.name), 1, most + 1))
        last = self.bibliography.entries[chain[-1]].source.via if chain else entry.source.via
        if last is not None and (not chain or last not in self.bibliography.entries):
            chain.append(last)
        return chain[:most]


def list_sources(argument: Argument, order: Order | None = None) -> SourceList:
    """List the sources of a map.

    Args:
        argument: the map.
        order: what they are sorted by; None for the order in which the map declares them.

    Raises:
        ArgmapError: when the file held no map.
    """
    bibliography = Bibliography(graph_of(argument))
    entries = list(bibliography.entries.values())
    if order is not None:
        entries.sort(key=_KEYS[order])
    return SourceList(argument, bibliography, tuple(entries))


_KEYS: dict[Order, Callable[[Entry], Any]] = {
    Order.NAME: lambda entry: entry.name.casefold(),
    Order.CITED: lambda entry: -len(entry.cited),
    Order.DATE: lambda entry: (entry.source.date is None, entry.source.date or ""),
}
"""What each order goes by; ties stay as the map declares them."""


def iter_remarks(listed: SourceList, form: str) -> Iterator[str]:
    """Tell what is left out although the map speaks of it, or cannot be written in a form."""
    known = listed.bibliography.entries
    source = graph_of(listed.argument).map
    if not source.is_whole:
        yield "an error cut the reading short: what stands behind it is left out"
    for name in dict.fromkeys(_iter_cited(listed.argument)):
        if name not in known:
            yield f"source `{name}` is cited and not declared: it is left out"
    for entry in listed.entries:
        if not entry.is_sound:
            yield f"source `{entry.name}` has an error: what cannot be read of it is left out"
    for name in sorted(half_read_sources(source) & set(known)):
        yield f"source `{name}` is cited by a node that has an error: that may not be counted"
    if form == "bibtex":
        yield from iter_bibtex_losses(listed.sources)


def _iter_cited(argument: Argument) -> Iterator[str]:
    for node in graph_of(argument).nodes:
        for citation in node.model.cite:
            yield citation.source


def sources_json(listed: SourceList) -> str:
    """Write all that is known of each source as JSON."""
    objects = [_object(listed, entry) for entry in listed.entries]
    return json_text({"version": 1, "sources": objects}, indent=2) + "\n"


EXPORTS: dict[str, Callable[[SourceList], str]] = {
    "json": sources_json,
    "bibtex": lambda listed: write_bibtex(listed.sources),
    "csl-json": lambda listed: json_text(csl_items(listed.sources), indent=2) + "\n",
}
"""The forms for other programs."""


def _object(listed: SourceList, entry: Entry) -> dict[str, Any]:
    source = entry.source
    material = listed.argument.materials[entry.name]
    return {
        "name": entry.name,
        "title": source.title,
        "author": source.author,
        "publisher": source.publisher,
        "date": source.date,
        "url": source.url,
        "via": source.via,
        "origin": listed.bibliography.origin(entry.name),
        "article": listed.is_article(entry),
        "citations": len(entry.cited),
        "quotations": listed.quotations(entry),
        "nodes": listed.nodes(entry),
        "text": _file(source.text, material.text_problem),
        "fingerprint": _file(source.fingerprint, material.fingerprint_problem),
    }


def _file(path: str | None, problem: Unreadable | None) -> dict[str, str | None] | None:
    if path is None:
        return None
    return {"path": path, "problem": None if problem is None else problem.message}

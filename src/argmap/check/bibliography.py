"""What a map's sources are to it: who cites each, and through which other it is known."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.check.citation import iter_source_keys
from argmap.model.header import Source
from argmap.source.tree import Mapping, Scalar, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.diagnostics import Span
    from argmap.graph.types import Graph
    from argmap.model.citation import Citation


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation of a source."""

    node: int
    """Who cites it."""
    citation: Citation


@dataclass(frozen=True, slots=True)
class Entry:
    """A source as the map declares and cites it."""

    name: str
    source: Source
    key: Scalar
    """Its name, where it is declared."""
    is_sound: bool
    """False when its own writing has an error, so that what is missing proves nothing."""
    cited: tuple[Cited, ...]
    """Its citations, in document order."""


class Bibliography:
    """The sources that a map declares, in document order."""

    def __init__(self, graph: Graph) -> None:
        """Take the map whose sources they are."""
        self._graph = graph

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """Each source by its name."""
        declared = self._graph.map.root.get("sources")
        cited: dict[str, list[Cited]] = {name: [] for name in self._graph.sources}
        for node in self._graph.nodes:
            for citation in node.model.cite:
                if citation.source in cited:
                    cited[citation.source].append(Cited(node.index, citation))
        entries = {}
        for key, name in iter_source_keys(self._graph.map):
            value = declared.get(name) if isinstance(declared, Mapping) else None
            source = self._graph.sources[name]
            is_sound = _is_read(value, source)
            entries[name] = Entry(name, source, key, is_sound, tuple(cited[name]))
        return entries

    def key_span(self, name: str) -> Span:
        """Give the span of a source's name where it is declared."""
        return self._graph.map.span_of(self.entries[name].key)

    def iter_chain(self, name: str) -> Iterator[str]:
        """Give the sources through which one is known, itself first and each once.

        The last is known at first hand, names no declared source under `via`, or closes a circle.
        """
        seen: set[str] = set()
        at: str | None = name
        while at in self.entries and at not in seen:
            yield at
            seen.add(at)
            at = self.entries[at].source.via

    def origin(self, name: str) -> str | None:
        """Give the source through which one is known in the end.

        That is itself where it is known at first hand. None where no such source can be told: it
        is not declared, its writing has an error, or `via` goes round.
        """
        return self._origins.get(name)

    @cached_property
    def circles(self) -> tuple[tuple[str, ...], ...]:
        """Sources that are known only through each other, in the order of `via`."""
        found = []
        passed: set[str] = set()
        for name in self.entries:
            trail: list[str] = []
            at: str | None = name
            while at in self.entries and at not in passed:
                passed.add(at)
                trail.append(at)
                at = self.entries[at].source.via
            if at in trail:
                found.append(tuple(trail[trail.index(at) :]))
        return tuple(found)

    @cached_property
    def _origins(self) -> dict[str, str | None]:
        origins: dict[str, str | None] = {}
        for circle in self.circles:
            origins.update(dict.fromkeys(circle))
        for name, entry in self.entries.items():
            if not entry.is_sound:
                origins[name] = None
            elif entry.source.via is None:
                origins[name] = name
        for name in self.entries:
            trail = []
            at: str | None = name
            while at in self.entries and at not in origins:
                trail.append(at)
                at = self.entries[at].source.via
            origins.update(dict.fromkeys(trail, origins.get(at) if at else None))
        return origins


def _is_read(value: Value | None, source: Source) -> bool:
    """Tell whether all that is written of a source was understood."""
    return isinstance(value, Mapping) and all(
        key in Source.field_names()
        and (getattr(source, key) is not None or (isinstance(item, Scalar) and item.is_empty))
        for key, (_, item) in value.entries.items()
    )

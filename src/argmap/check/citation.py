"""Where a map names its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.model.map import follow
from argmap.model.nodes import FIELDS, Statement
from argmap.source.tree import Mapping, Scalar, Sequence, Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from argmap.diagnostics import Span
    from argmap.model.map import ArgumentMap


class SourceUse(NamedTuple):
    """One mention of a source by its name."""

    source: str
    span: Span
    """The name itself."""
    field: str
    """`cite`, `article` or `via`."""
    place: int | None = None
    """Place of the node that cites; None at the top of the map."""


def half_read_sources(source: ArgumentMap) -> set[str]:
    """Give the names in nodes that have an error, where a citation may have been lost.

    They stand in a `cite` that cannot be read, or under a key that such a node has not.
    """
    found: set[str] = set()
    for place in source.places:
        if place.is_sound:
            continue
        for key, (_, value) in place.value.entries.items():
            if key == "cite" or key not in FIELDS[place.kind]:
                found.update(use.source for use in _citations(source, place.index, value))
    return found


def iter_source_uses(source: ArgumentMap, names: Set[str]) -> Iterator[SourceUse]:
    """Give the mentions of some sources: the map's `article`, `via`, and citations."""
    header = source.header
    article = source.root.get("article")
    if header.article in names and article is not None:
        yield SourceUse(header.article or "", source.span_of(article), "article")
    for name, entry in header.sources.items():
        if entry.via in names:
            yield SourceUse(entry.via or "", via_span(source, name), "via")
    for place in source.places:
        if not isinstance(place.model, Statement):
            continue
        if any(citation.source in names for citation in place.model.cite):
            for use in iter_citations(source, place.index):
                if use.source in names:
                    yield use


def iter_citations(source: ArgumentMap, place: int) -> Iterator[SourceUse]:
    """Give the mentions of sources under a node's `cite`."""
    return _citations(source, place, source.places[place].value.get("cite"))


def via_span(source: ArgumentMap, name: str) -> Span:
    """Give the span of the name of the source through which another is known."""
    value = follow(source.root, ("sources", name, "via"))
    return source.span_of(value or source.root)


def iter_source_keys(source: ArgumentMap) -> Iterator[tuple[Scalar, str]]:
    """Give the key and the name of each declared source."""
    declared = source.root.get("sources")
    if isinstance(declared, Mapping):
        for name, (key, _) in declared.entries.items():
            if name in source.header.sources:
                yield key, name


def _citations(source: ArgumentMap, place: int, value: Value | None) -> Iterator[SourceUse]:
    for item in value.items if isinstance(value, Sequence) else [value]:
        named = item.get("source") if isinstance(item, Mapping) else item
        if isinstance(named, Scalar) and not named.is_empty:
            name = named.value.strip().partition(":")[0]
            start = source.text.content.find(name, named.start, named.end)
            start = start if start >= 0 else named.start
            span = source.text.span(start, min(start + len(name), named.end))
            yield SourceUse(name, span, "cite", place)

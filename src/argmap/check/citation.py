"""Where a map names its sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.model.nodes import Statement
from argmap.source.tree import Mapping, Scalar, Sequence, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.diagnostics import Span
    from argmap.model.map import ArgumentMap


@dataclass(frozen=True, slots=True)
class SourceUse:
    """One mention of a source by its name."""

    source: str
    span: Span
    """The name itself."""
    field: str
    """`cite`, `article` or `via`."""
    place: int | None = None
    """Place of the node that cites; None at the top of the map."""


def iter_source_uses(source: ArgumentMap) -> Iterator[SourceUse]:
    """Give every mention of a source: citations, the map's `article`, and `via`."""
    header = source.header
    if header.article is not None:
        value = source.root.get("article")
        if isinstance(value, Scalar):
            yield SourceUse(header.article, source.span_of(value), "article")
    for name, entry in header.sources.items():
        if entry.via is not None:
            value = _via(source, name)
            yield SourceUse(entry.via, source.span_of(value or source.root), "via")
    for place in source.places:
        if isinstance(place.model, Statement) and place.model.cite:
            yield from _citations(source, place.index, place.value.get("cite"))


def iter_source_keys(source: ArgumentMap) -> Iterator[tuple[Scalar, str]]:
    """Give the key and the name of each declared source."""
    declared = source.root.get("sources")
    if isinstance(declared, Mapping):
        for name, (key, _) in declared.entries.items():
            if name in source.header.sources:
                yield key, name


def _via(source: ArgumentMap, name: str) -> Value | None:
    declared = source.root.get("sources")
    entry = declared.get(name) if isinstance(declared, Mapping) else None
    return entry.get("via") if isinstance(entry, Mapping) else None


def _citations(source: ArgumentMap, place: int, value: Value | None) -> Iterator[SourceUse]:
    for item in value.items if isinstance(value, Sequence) else [value]:
        named = item.get("source") if isinstance(item, Mapping) else item
        if isinstance(named, Scalar) and not named.is_empty:
            name = named.value.strip().partition(":")[0]
            start = source.text.content.find(name, named.start, named.end)
            start = start if start >= 0 else named.start
            span = source.text.span(start, min(start + len(name), named.end))
            yield SourceUse(name, span, "cite", place)

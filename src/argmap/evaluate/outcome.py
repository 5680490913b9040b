"""What came of an assertion in a map's `expect` block, and where it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.model.map import follow
from argmap.source.tree import Mapping

if TYPE_CHECKING:
    from argmap.diagnostics import Span
    from argmap.evaluate.types import Status
    from argmap.model.map import ArgumentMap


@dataclass(frozen=True, slots=True)
class Outcome:
    """One assertion and what came of it."""

    text: str
    """What is asserted: ``lend: stands``."""
    span: Span
    node: str | None
    """Id or address, as written; None where it is asserted that no node has the status."""
    semantics: str
    """Of the labellings, or the gradual one that the strength is computed by."""
    mode: str | None
    """How several labellings become one answer; None where there are not several."""
    expected: Status | float
    found: Status | float | None = None
    """What is the case; None where there is no such thing."""
    failure: str | None = None
    """Why the assertion does not hold; None where it does."""
    is_doubtful: bool = False
    """Whether an error in the map may have changed what is found."""
    is_untold: bool = False
    """Whether it could not be told if it holds; `failure` says why."""


def value_span(source: ArgumentMap, way: tuple[str | int, ...]) -> Span:
    """Give the span of a value inside `expect`."""
    return source.span_of(follow(source.root, ("expect", *way)) or source.root)


def key_span(source: ArgumentMap, way: tuple[str | int, ...]) -> Span:
    """Give the span of a key inside `expect`."""
    holder = follow(source.root, ("expect", *way[:-1]))
    entry = holder.entries.get(str(way[-1])) if isinstance(holder, Mapping) else None
    return source.span_of(entry[0]) if entry else value_span(source, way)

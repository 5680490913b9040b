"""AM109 empty-list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, Fixable, rule
from argmap.diagnostics import Severity
from argmap.model.nodes import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context
    from argmap.diagnostics import Fix
    from argmap.model.map import Place


@rule(
    "AM109",
    "empty-list",
    severity=Severity.WARNING,
    since="0.1.0",
    fixable=Fixable.SAFE,
    occasion="empty-list",
)
def check(context: Context) -> Iterator[Finding]:
    """A list with nothing in it.

    Why:
        An empty `because` or `but` is a gap that looks like an answer: the author meant to fill it,
        or what stood there was lost, by deleting or by indenting it wrongly. Under a key that has
        no meaning where it stands it is AM106.

    Mend:
        Fill the list, or remove its key.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: Two thirds of the visitors walked past it.
              cite: survey
          but:

    Clean:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: Two thirds of the visitors walked past it.
              cite: survey

    Source:
        argmap file format, version 1, «Nodes».
    """
    empty = {id(key) for key in context.map.empty_lists}
    if not empty:
        return
    for place in context.map.places:
        for key, _ in place.value.entries.values():
            if id(key) in empty and key.value not in place.misplaced:  # AM106
                empty.discard(id(key))
                yield Finding(
                    context.map.span_of(key),
                    f"`{key.value}` is empty",
                    "fill it, or remove the key",
                    context.map.name(place.index),
                    fix=_fix(context, place, key.value),
                )


_MISSED = {(Kind.CLAIM, "because"), (Kind.EVIDENCE, "cite")}
"""What is missed where it is not there (AM201, AM301): that gap is for the author to fill."""


def _fix(context: Context, place: Place, key: str) -> Fix | None:
    if key == place.key.value or (place.kind, key) in _MISSED:
        return None
    return context.mending.taking_out(f"take `{key}` out", place.value, key, is_safe=True)

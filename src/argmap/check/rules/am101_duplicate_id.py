"""AM101 duplicate-id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.diagnostics import Related, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule("AM101", "duplicate-id", severity=Severity.ERROR, since="0.1.0", occasion="repeated-id")
def check(context: Context) -> Iterator[Finding]:
    """Two nodes with the same id.

    Why:
        An id is how the rest of the map points at a node. With two of one name, every `ref`, every
        expectation and every report may mean either, and a reader cannot tell which was meant.

    Mend:
        Rename one of the two. If they are the same point, keep one and write `- ref: …` in place of
        the other.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}
          forecast: {title: Forecast of visitors, author: The borrower, date: 2024}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: Two thirds of the visitors walked past it.
              id: visitors
              cite: survey
            - evidence: The borrower expects half a million visitors.
              id: visitors
              cite: forecast

    Clean:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}
          forecast: {title: Forecast of visitors, author: The borrower, date: 2024}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: Two thirds of the visitors walked past it.
              id: visitors-here
              cite: survey
            - evidence: The borrower expects half a million visitors.
              id: visitors-there
              cite: forecast

    Source:
        Extensible Markup Language (XML) 1.0, 5th ed., 3.3.1, validity constraint «ID»: a name
        appears only once as an id.
    """
    first: dict[str, int] = {}
    places = context.map.places
    for place in places:
        own = getattr(place.model, "id", None)
        if own is None or first.setdefault(own, place.index) == place.index:
            continue
        earlier = first[own]
        mend = f"rename one of the two, or write `- ref: {own}` if they are the same point"
        message = f"id `{own}` is given twice"
        if place.value is places[earlier].value:
            message = f"node `{own}` is written once and repeated by a YAML alias"
            mend = f"write `- ref: {own}` in place of the alias"
        yield Finding(
            context.map.value_span(place.index, "id"),
            message,
            mend,
            context.map.address(place.index),
            (Related(context.map.value_span(earlier, "id"), "first given here"),),
        )

"""AM105 repeated-child."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.check.structure import node_meant, owner
from argmap.diagnostics import Related, Severity
from argmap.model.map import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule("AM105", "repeated-child", severity=Severity.WARNING, since="0.1.0")
def check(context: Context) -> Iterator[Finding]:
    """The same node twice in one list.

    Why:
        Said twice, a reason looks like two. Readers who count reasons, and every measure that adds
        up their strength, are misled; a premise that stands twice in one group adds nothing.

    Mend:
        Remove one of the two.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, date: 2023}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: Two thirds of the visitors walked past it.
              id: visitors
              cite: survey
            - ref: visitors

    Clean:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, date: 2023}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: Two thirds of the visitors walked past it.
              cite: survey

    Source:
        Walton, D. (1996), Argument Structure: A Pragmatic Theory: in a convergent argument each
        premise is a separate reason for the conclusion.
    """
    graph, places = context.graph, context.map.places
    seen: dict[tuple[int, str, int], int] = {}
    for place in places:
        node = node_meant(graph, place)
        above = owner(context.map, place)
        if node is None or (above is not None and graph.node_at.get(above) == node):
            continue
        first = seen.setdefault((place.parent, place.slot.value, node), place.index)
        if first == place.index:
            continue
        own = context.name(node)
        whose = "" if place.parent == ROOT else f" of `{context.map.name(place.parent)}`"
        yield Finding(
            context.map.text_span(place.index),
            f"`{own}` stands twice in `{place.slot.value}`{whose}",
            "remove one of the two",
            own,
            (Related(context.map.text_span(first), "first here"),),
        )

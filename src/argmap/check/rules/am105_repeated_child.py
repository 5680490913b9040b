"""AM105 repeated-child."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, Fixable, rule
from argmap.check.structure import node_meant, owner, written_target
from argmap.diagnostics import Related, Severity
from argmap.model.map import ROOT
from argmap.model.nodes import Kind
from argmap.source.tree import to_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context
    from argmap.diagnostics import Fix
    from argmap.model.map import Place


@rule(
    "AM105",
    "repeated-child",
    severity=Severity.WARNING,
    since="0.1.0",
    fixable=Fixable.SAFE,
    occasion="repeated-reference",
)
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
          survey: {title: Visitor survey, author: The museum, date: 2023}

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
          survey: {title: Visitor survey, author: The museum, date: 2023}

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
    defined = {graph.nodes[node].place for node in _named(context)}
    # without a reference nothing stands twice
    for at in sorted(defined.union(place.index for place, _ in context.references)):
        place = places[at]
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
            _fix(context, first, place.index),
        )


def _named(context: Context) -> Iterator[int]:
    """Give the nodes that references name."""
    for place, _ in context.references:
        node = node_meant(context.graph, place)
        if node is not None:
            yield node


def _fix(context: Context, first: int, second: int) -> Fix | None:
    """Take out the one of two that is a reference and says nothing that the other does not."""
    one, other = (context.map.places[at] for at in (first, second))
    if _is_bare(other) or _are_equal(one, other):
        place = other
    elif _is_bare(one):
        place = one
    else:
        return None
    above = context.map.root if place.parent == ROOT else context.map.places[place.parent].value
    message = f"take `ref: {written_target(place)}` out of `{place.slot.value}`"
    path = (place.slot.value, place.position or 0)
    return context.mending.taking_out(message, above, *path, is_safe=True)


def _is_bare(place: Place) -> bool:
    return place.kind is Kind.REF and len(place.value.entries) == 1


def _are_equal(one: Place, other: Place) -> bool:
    """Tell whether two references say the same, whatever they say besides the id."""
    texts = [
        {key: to_plain(value) for key, (_, value) in place.value.entries.items()}
        for place in (one, other)
    ]
    return one.kind is other.kind is Kind.REF and texts[0] == texts[1]

"""AM103 self-reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.check.structure import owner, written_target
from argmap.diagnostics import Related, Severity
from argmap.model.nodes import Slot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context

_PART = {
    Slot.BECAUSE: "a reason for",
    Slot.PREMISES: "a premise of a reason for",
    Slot.WARRANT: "the warrant of a reason for",
    Slot.BUT: "speaking against",
    Slot.UNLESS: "an exception to a reason for",
}


@rule("AM103", "self-reference", severity=Severity.ERROR, since="0.1.0", occasion="own-reference")
def check(context: Context) -> Iterator[Finding]:
    """A node that refers to itself as its own reason or its own opponent.

    Why:
        A point is no reason for itself, and nothing speaks against itself by being said. Such a
        `ref` is nearly always a slip for another id.

    Mend:
        Name the node that was meant, or remove the `ref`.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: The museum should lend the tablet.
          id: lend
          because:
            - ref: lend
            - evidence: Two thirds of the visitors walked past it.
              cite: survey

    Clean:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: The museum should lend the tablet.
          id: lend
          because:
            - ref: visitors
            - claim: The tablet is hardly seen at home.
              because:
                - evidence: Two thirds of the visitors walked past it.
                  id: visitors
                  cite: survey

    Source:
        Walton, D. (1991), Begging the Question: Circular Reasoning as a Tactic of Argumentation.
    """
    for place, _ in context.references:
        target, above = written_target(place), owner(context.map, place)
        node = None if target is None else context.graph.by_id.get(target)
        if target is None or above is None or node != context.graph.node_at.get(above, -1):
            continue
        yield Finding(
            context.map.text_span(place.index),
            f"`{target}` is given as {_PART[place.slot]} itself",
            "name the node that was meant, or remove the `ref`",
            target,
            (Related(context.map.text_span(above), f"`{target}` is defined here"),),
        )

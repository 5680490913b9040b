"""AM901 unused-acceptance."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from argmap.check.rule import Finding, Fixable, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule(
    "AM901",
    "unused-acceptance",
    severity=Severity.WARNING,
    since="0.1.0",
    runs_last=True,
    fixable=Fixable.SAFE,
    occasion="acceptance",
)
def check(context: Context) -> Iterator[Finding]:
    """An accepted finding that does not occur.

    Why:
        `accept` keeps a weakness in sight together with the reason why it stays. Once the weakness
        is mended, the acceptance tells readers of a gap that is no longer there, and it would
        silence the same finding if it came back for another reason. Only rules that were applied
        are asked, and nothing is said of nodes that an error in the map touches.

    Mend:
        Remove the code from `accept`.

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
          accept: {AM201: The essay leaves it bare.}

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
    unused = [acceptance for acceptance in context.acceptances if acceptance.is_unused]
    counts = Counter(acceptance.place for acceptance in unused)
    for acceptance in unused:
        place = context.map.places[acceptance.place]
        is_any_used = counts[acceptance.place] < len(place.model.accept)
        path = ("accept", acceptance.code) if is_any_used else ("accept",)
        message = f"take {acceptance.code} out of `accept`" if is_any_used else "take `accept` out"
        yield Finding(
            acceptance.span,
            f"`{acceptance.node}` accepts {acceptance.code}, which does not occur there",
            "remove it from `accept`",
            acceptance.node,
            fix=context.mending.taking_out(message, place.value, *path, is_safe=True),
        )

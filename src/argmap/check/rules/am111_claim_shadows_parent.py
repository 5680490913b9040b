"""AM111 claim-shadows-parent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity
from argmap.model.nodes import AGAINST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule("AM111", "claim-shadows-parent", severity=Severity.WARNING, since="0.1.0", occasion="shadow")
def check(context: Context) -> Iterator[Finding]:
    """A node that only repeats what it is written under.

    Why:
        A reason in the words of its conclusion adds nothing to believe: whoever doubts the one
        doubts the other. It mostly comes from copying a node and forgetting to change it.

    Mend:
        Say what makes the parent true in words of its own, or remove the node and hang what is
        below it on the parent.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - claim: The museum should lend the tablet!
              because:
                - evidence: Two thirds of the visitors walked past it.
                  cite: survey

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
        Aristotle, Prior Analytics II 16: to assume the point at issue is to beg the question.
    """
    for node, parent in context.said_again.shadows.items():
        name, place = context.name(node), context.map.places[context.graph.nodes[node].place]
        is_against = place.slot in AGAINST
        yield Finding(
            context.text_span(node),
            f"`{name}` only repeats `{context.name(parent)}`, which it is written under",
            "say what speaks against that, or remove it"
            if is_against
            else "say it in words that add something, or remove it",
            name,
            (context.related(parent, "this says it already"),),
        )

"""AM209 hedged-support."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.ends import MOST_ENDS
from argmap.check.grounds import beyond, first_below, hedged_support, steps_up
from argmap.check.rule import Finding, rule
from argmap.diagnostics import Related, Severity
from argmap.evaluate.types import Ground
from argmap.evaluate.weights import is_hedge
from argmap.model.nodes import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule("AM209", "hedged-support", severity=Severity.WARNING, since="0.1.0", occasion="qualified")
def check(context: Context) -> Iterator[Finding]:
    """A claim put without qualifier that only qualified evidence carries.

    Why:
        What is only reported, or only possible, cannot make a claim certain: a conclusion is no
        surer than the weakest of what it needs. When all that carries a claim is evidence with a
        qualifier that takes something back, and the claim has none, the doubt was lost on the
        way. `certainly`, `necessarily` and the like take nothing back, neither from evidence nor
        from a claim. Only the lowest such claim is told: those above it inherit the mend.

    Mend:
        Give the claim the `qualifier` that its evidence allows, or evidence that needs none.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          paper: {title: A daily paper, publisher: The Courier, date: 2023}

        thesis:
          claim: The borrower wants the tablet for good.
          because:
            - evidence: Its director said so at dinner.
              qualifier: reportedly
              cite: paper

    Clean:
        argmap: 1
        title: A tablet
        sources:
          paper: {title: A daily paper, publisher: The Courier, date: 2023}

        thesis:
          claim: The borrower wants the tablet for good.
          qualifier: possibly
          because:
            - evidence: Its director said so at dinner.
              qualifier: reportedly
              cite: paper

    Source:
        Toulmin, S. (1958), The Uses of Argument, ch. 3: the qualifier says how much strength
        the data and the warrant confer on the claim.
    """
    region, hedged = hedged_support(context.graph, context.evaluation)
    claims = [
        node.index
        for node in context.judged(Kind.CLAIM)
        if node.index in region and not is_hedge(node.model.qualifier)
    ]
    steps = steps_up(context.graph, context.evaluation)
    inheriting = beyond(steps, claims, region)
    ends = first_below(steps, hedged, region, MOST_ENDS + 1)
    for node in claims:
        is_lost = context.evaluation.nodes[node].ground is Ground.SUPPORT_LOST
        if node not in inheriting and not is_lost:
            yield _finding(context, node, ends[node])


def _finding(context: Context, node: int, ends: list[int]) -> Finding:
    name = context.name(node)
    own = context.graph.nodes[node].model.qualifier
    how = "has no qualifier" if own is None else f"is put as `{own}`"
    shown = [(end, context.graph.nodes[end].model.qualifier) for end in ends[:MOST_ENDS]]
    told = ", ".join(f"`{context.name(end)}` (`{qualifier}`)" for end, qualifier in shown)
    told += " and more" if len(ends) > MOST_ENDS else ""
    return Finding(
        context.text_span(node),
        f"claim `{name}` {how}, but all its support needs qualified evidence: {told}",
        "put it no surer than its evidence, with a `qualifier`, or give evidence without one",
        name,
        tuple(
            Related(
                context.map.value_span(context.graph.nodes[end].place, "qualifier"),
                f"this evidence for `{name}` is put as `{qualifier}`",
            )
            for end, qualifier in shown
        ),
    )

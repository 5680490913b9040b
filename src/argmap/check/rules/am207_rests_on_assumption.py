"""AM207 rests-on-assumption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.ends import MOST_ENDS
from argmap.check.grounds import beyond, first_below, steps_up, turn, without_evidence
from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity
from argmap.evaluate.types import Ground
from argmap.model.nodes import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule(
    "AM207", "rests-on-assumption", severity=Severity.WARNING, since="0.1.0", occasion="assumption"
)
def check(context: Context) -> Iterator[Finding]:
    """A claim that nothing but assumptions carries.

    Why:
        An assumption is granted for the sake of argument. Where every path under a claim ends in
        one, the claim stands, and yet nothing was observed, counted or testified: who does not
        grant the assumptions has no reason to believe it. An assumption that is linked with
        evidence is another matter: there evidence bears on the claim, and the assumption says
        openly how. Of claims that rest on each other only the topmost is told.

    Mend:
        Give evidence with a citation for the claim, or turn an assumption that evidence speaks
        for into a `claim` with that evidence under its `because`.

    Fires:
        argmap: 1
        title: A tablet
        thesis:
          claim: The museum should lend the tablet.
          because:
            - claim: More people would see it.
              because:
                - assumption: The borrower has more visitors.

    Clean:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - premises:
                - evidence: Two thirds of the visitors walked past it.
                  cite: survey
                - assumption: What is walked past at home may be shown elsewhere.

    Source:
        Gordon, T. F., Prakken, H. & Walton, D. (2007), The Carneades model of argument and burden
        of proof, Artificial Intelligence 171: an assumption holds only until it is questioned,
        and then has to be supported.
    """
    graph = context.graph
    steps = steps_up(graph, context.evaluation)
    region = without_evidence(graph, context.evaluation, steps)
    claims = [node.index for node in context.judged(Kind.CLAIM) if node.index in region]
    inside = beyond(turn(steps), claims, region)
    assumptions = [node.index for node in graph.nodes if node.kind is Kind.ASSUMPTION]
    ends = first_below(steps, assumptions, region, MOST_ENDS + 1)
    for node in claims:
        if node in inside or context.evaluation.nodes[node].ground is Ground.SUPPORT_LOST:
            continue
        name = context.name(node)
        shown = ends[node][:MOST_ENDS]
        told = ", ".join(f"`{context.name(end)}`" for end in shown)
        told += " and more" if len(ends[node]) > MOST_ENDS else ""
        yield Finding(
            context.text_span(node),
            f"claim `{name}` rests on nothing but assumptions: {told}",
            "give cited evidence for it, or make an assumption a `claim` with evidence of its own",
            name,
            tuple(context.related(end, f"`{name}` rests on this assumption") for end in shown),
        )

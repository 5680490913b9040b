"""AM207 rests-on-assumption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.context import MOST_ENDS
from argmap.check.grounds import beyond, first_below, steps_up, turn
from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity
from argmap.evaluate.labelling import is_grounded_of_itself
from argmap.evaluate.types import Ground, Status
from argmap.model.nodes import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context
    from argmap.diagnostics import Related


@rule("AM207", "rests-on-assumption", severity=Severity.WARNING, since="0.1.0")
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
          survey: {title: Visitor survey, date: 2023}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - premises:
                - evidence: Two thirds of the visitors walked past it.
                  cite: survey
                - assumption: What is walked past at home may be shown elsewhere.

    Source:
        Oren, N. & Norman, T. J. (2008), Semantics for evidence-based argumentation, COMMA 2008:
        what is granted for lack of evidence is kept apart from what evidence supports.
    """
    region, steps = _without_evidence(context)
    claims = [node.index for node in context.judged(Kind.CLAIM) if node.index in region]
    inside = beyond(turn(steps), claims, region)
    assumptions = [node.index for node in context.graph.nodes if _ends_here(context, node.index)]
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
            "give cited evidence for it, or for what is assumed, as a `claim` of its own",
            name,
            tuple(_related(context, end, name) for end in shown),
        )


def _ends_here(context: Context, node: int) -> bool:
    return context.graph.nodes[node].kind is Kind.ASSUMPTION


def _related(context: Context, end: int, name: str) -> Related:
    return context.related(end, f"`{name}` rests on this assumption")


def _without_evidence(context: Context) -> tuple[set[int], list[list[int]]]:
    """Give the nodes that are reached with no evidence on any way, and the steps up."""
    graph, verdicts = context.graph, context.evaluation.nodes
    steps = steps_up(graph, context.evaluation)
    reached = {n for n, verdict in enumerate(verdicts) if verdict.status is not Status.UNSUPPORTED}
    cited = {
        node
        for node in reached
        if is_grounded_of_itself(graph, node) and not _ends_here(context, node)
    }
    return reached - cited - beyond(steps, cited, reached), steps

"""AM406 mutual-attack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity
from argmap.evaluate.labelling import is_conceded
from argmap.evaluate.types import Status
from argmap.graph.walk import attacked_node

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule("AM406", "mutual-attack", severity=Severity.NOTE, since="0.1.0", occasion="undecided")
def check(context: Context) -> Iterator[Finding]:
    """Two nodes that speak against each other, and neither is settled.

    Why:
        Each of the two would fall if the other stood, and nothing in the map says which does. Both
        stay undecided, and with them all that rests on either. Where that leaves the thesis
        undecided AM403 tells it, and where the one is the answer to the other AM405.

    Mend:
        Put what decides between them under the `but` of the one that falls; concede the one that
        is a counterpoint; or take out the `ref` that does not hold.

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
            - claim: The tablet can travel by sea.
              id: sea
              because:
                - evidence: The hold of the ship is dry.
                  cite: survey
              but:
                - ref: air
            - claim: The tablet can travel by air only.
              id: air
              because:
                - evidence: The crate is built for aircraft.
                  cite: survey
              but:
                - ref: sea

    Clean:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}
          papers: {title: Papers of the ship, author: The owner, date: 2021}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: Two thirds of the visitors walked past it.
              cite: survey
            - claim: The tablet can travel by sea.
              because:
                - evidence: The hold of the ship is dry.
                  cite: papers

    Source:
        Dung, P. M. (1995), On the acceptability of arguments, Artificial Intelligence 77: of two
        arguments that attack each other the grounded extension holds neither.
    """
    told = _told_elsewhere(context)
    for first, later in _pairs(context):
        if {frozenset({first}), frozenset({later}), frozenset({first, later})} & told:
            continue
        name, other = context.name(first), context.name(later)
        yield Finding(
            context.text_span(first),
            f"`{name}` and `{other}` speak against each other, and neither is settled",
            "put what decides between them under the `but` of one, or take out one of the attacks",
            name,
            (context.related(later, f"`{other}` is here"),),
        )


def _pairs(context: Context) -> list[tuple[int, int]]:
    """Give the undecided nodes that attack each other, the earlier first."""
    graph, is_open = context.graph, bytearray(len(context.graph.nodes))
    for node, verdict in enumerate(context.evaluation.nodes):
        is_settled = verdict.status is not Status.UNDECIDED or is_conceded(graph, node)
        is_open[node] = not is_settled and node not in context.doubtful
    steps = {
        (attack.source, attacked_node(graph, attack))
        for attack in graph.attacks
        if is_open[attack.source]
    }
    return sorted(
        (one, other)
        for one, other in steps
        if one < other and is_open[other] and (other, one) in steps
    )


def _told_elsewhere(context: Context) -> set[frozenset[int]]:
    """Give the sets of nodes of which AM403 or AM405 says that they go round in a circle."""
    told = {
        frozenset(context.falls_by(node))
        for node in context.graph.thesis
        if node not in context.doubtful and context.evaluation.status(node) is Status.UNDECIDED
    }
    told.update(frozenset(repeat[:2]) for repeat in context.said_again.repeats.values())
    return told

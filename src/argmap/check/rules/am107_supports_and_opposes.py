"""AM107 supports-and-opposes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.check.structure import premise_place
from argmap.diagnostics import Related, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule(
    "AM107",
    "supports-and-opposes",
    severity=Severity.WARNING,
    since="0.1.0",
    occasion="opposing-premise",
)
def check(context: Context) -> Iterator[Finding]:
    """One node that speaks both for and against another.

    Why:
        A point that is a reason for a claim and a point against it at once cancels out, or is two
        points in one text: the support rests on a different part of it than the attack. So does one
        that undercuts the step that it is itself a premise or the warrant of.

    Mend:
        Remove it from one side, or split it into the two points that it makes.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          assumption: The museum has the right to lend the tablet.
          but:
            - counterpoint: The museum should not lend the tablet.
              conceded: The right is not yet a duty.
              because:
                - evidence: Two thirds of the visitors walked past it.
                  id: visitors
                  cite: survey
              but:
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
        Cayrol, C. & Lagasquie-Schiex, M.-C. (2005), On the acceptability of arguments in bipolar
        argumentation frameworks, ECSQARU 2005: a set of arguments is safe when it does not both
        support and attack one argument.
    """
    yield from _rebuts(context)
    yield from _undercuts(context)


def _rebuts(context: Context) -> Iterator[Finding]:
    graph = context.graph
    for node in range(len(graph.nodes)):
        if not graph.attacks_on[node] or not graph.reasons_for[node]:
            continue
        supports: dict[int, int] = {}
        for number in graph.reasons_for[node]:
            for premise in graph.reasons[number].needs:
                supports.setdefault(premise, number)
        for number in graph.attacks_on[node]:
            attack = graph.attacks[number]
            if attack.source not in supports:
                continue
            reason = graph.reasons[supports.pop(attack.source)]
            source, target = context.name(attack.source), context.name(node)
            place = premise_place(graph, reason, attack.source)
            yield Finding(
                context.map.text_span(attack.place),
                f"`{source}` speaks against `{target}` here, and for it elsewhere",
                "remove it from one side, or split it into the two points that it makes",
                source,
                (Related(context.map.text_span(place), f"`{source}` speaks for `{target}` here"),),
            )


def _undercuts(context: Context) -> Iterator[Finding]:
    """Find what speaks against the step that it is itself a part of."""
    graph = context.graph
    for reason in graph.reasons:
        undercuts = graph.undercuts_on[reason.index]
        parts = frozenset(reason.needs) if undercuts else frozenset()
        for number in undercuts:
            attack = graph.attacks[number]
            if attack.source not in parts:
                continue
            source, target = context.name(attack.source), context.name(reason.conclusion)
            place = premise_place(graph, reason, attack.source)
            yield Finding(
                context.map.text_span(attack.place),
                f"`{source}` speaks here against the step to `{target}` that it is a part of",
                "remove it from one side, or split it into the two points that it makes",
                source,
                (Related(context.map.text_span(place), f"`{source}` is a part of the step here"),),
            )

"""AM104 circular-support."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.check.structure import premise_place
from argmap.diagnostics import Severity
from argmap.graph.walk import shortest_circle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context

_MOST_TOLD = 30
"""A longer circle is printed with a gap in its middle; its nodes are all related places."""


@rule("AM104", "circular-support", severity=Severity.ERROR, since="0.1.0", occasion="circle")
def check(context: Context) -> Iterator[Finding]:
    """Nodes that support each other in a circle.

    Why:
        In a circle each point borrows its support from the next, and the last from the first:
        whoever doubts one has no reason to believe any. The finding prints the whole circle, each
        point followed by what it rests on, and stands at the `ref` that closes it.

    Mend:
        Take out the step that does not hold, mostly the `ref` that is pointed at, and support that
        point from outside the circle.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: The oracle speaks the truth.
          id: oracle
          because:
            - claim: The god speaks through the oracle.
              id: god
              because:
                - ref: oracle

    Clean:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: The oracle speaks the truth.
          id: oracle
          because:
            - claim: Its forecasts came true.
              because:
                - evidence: Nine of ten forecasts came true within the year.
                  cite: survey

    Source:
        Walton, D. (1991), Begging the Question: Circular Reasoning as a Tactic of Argumentation.
        Tarjan, R. (1972), Depth-first search and linear graph algorithms, SIAM Journal on Computing
        1, for how circles are found.
    """
    for members in context.circles:
        circle = shortest_circle(context.support, members)
        place = _closing_place(context, circle[-1], circle[0])
        yield Finding(
            context.map.text_span(place),
            f"support goes round in a circle: {_told(context, circle)}",
            "take out a step, and support that point from outside the circle",
            context.name(circle[0]),
            tuple(
                context.related(node, f"step {number} of the circle")
                for number, node in enumerate(circle, 1)
            ),
        )


def _closing_place(context: Context, node: int, premise: int) -> int:
    """Give the place where a circle's last node rests on its first.

    The first is the earliest in the file, so it stands there as a reference.
    """
    reasons = [context.graph.reasons[number] for number in context.graph.reasons_for[node]]
    reason = next(reason for reason in reasons if premise in reason.needs)
    return premise_place(context.graph, reason, premise)


def _told(context: Context, circle: list[int]) -> str:
    steps = [*circle, circle[0]]
    gap = len(steps) - _MOST_TOLD
    if gap > 0:
        half = _MOST_TOLD // 2
        first, last = (
            [f"`{context.name(n)}`" for n in part] for part in (steps[:half], steps[-half:])
        )
        return " → ".join([*first, f"… {gap} more …", *last])
    return " → ".join(f"`{context.name(node)}`" for node in steps)

"""AM203 circular-support-only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity
from argmap.evaluate.types import Status
from argmap.model.nodes import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule("AM203", "circular-support-only", severity=Severity.WARNING, since="0.1.0", occasion="circle")
def check(context: Context) -> Iterator[Finding]:
    """A claim that is supported only by going round in a circle.

    Why:
        A claim that rests on itself by way of others is believed only by those who believe it
        already. AM104 shows the circle; this rule shows what is left without it: nothing.

    Mend:
        Give a reason from outside the circle, down to evidence, and take the `ref` that closes
        the circle out.

    Fires:
        argmap: 1
        title: A tablet
        thesis:
          claim: The oracle speaks the truth.
          id: oracle
          because:
            - claim: The god speaks through the oracle.
              because:
                - ref: oracle

    Clean:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: The oracle speaks the truth.
          because:
            - evidence: Nine of its ten forecasts came true.
              cite: survey

    Source:
        Walton, D. (1991), Begging the Question: Circular Reasoning as a Tactic of
        Argumentation.
    """
    number_of = {node: number for number, circle in enumerate(context.circles) for node in circle}
    for node in context.with_status(Status.UNSUPPORTED, Kind.CLAIM):
        number = number_of.get(node.index)
        if number is None:
            continue
        name = context.name(node.index)
        is_only = all(
            any(number_of.get(below) == number for below in context.graph.reasons[reason].needs)
            for reason in context.graph.reasons_for[node.index]
        )
        besides = "" if is_only else ", and by what no evidence reaches"
        yield Finding(
            context.text_span(node.index),
            f"claim `{name}` is supported only by a circle through itself{besides}",
            "give a reason from outside the circle, down to evidence",
            name,
        )

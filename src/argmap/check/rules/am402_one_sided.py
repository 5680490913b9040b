"""AM402 one-sided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity
from argmap.graph.types import AttackType
from argmap.model.nodes import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule("AM402", "one-sided", severity=Severity.NOTE, since="0.1.0", is_optional=True)
def check(context: Context) -> Iterator[Finding]:
    """A main reason that nothing is said against.

    Why:
        A reason that the thesis rests on directly, with no counterpoint against it, against the
        step it makes or against anything below it, reads as if nobody had ever doubted it. Fair
        maps show the best that the other side says.

    Mend:
        Ask who would deny it, and put what they say under `but`, or under `unless` where they deny
        the step; answer or concede it.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: The museum should lend the tablet.
          id: lend
          because:
            - claim: More people would see it.
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
          id: lend
          because:
            - claim: More people would see it.
              because:
                - evidence: Two thirds of the visitors walked past it.
                  cite: survey
              but:
                - counterpoint: A copy would do for them.
                  conceded: A copy draws nobody.

    Source:
        Johnson, R. H. (2000), Manifest Rationality, ch. 6: the dialectical tier.
    """
    opposed = _opposed(context)
    for node in _first_rank(context):
        if node in opposed or node in context.doubtful:
            continue
        name = context.name(node)
        yield Finding(
            context.text_span(node),
            f"no counterpoint is considered to `{name}` or to what it rests on",
            "put what others say against it under `but` or `unless`",
            name,
        )


def _opposed(context: Context) -> set[int]:
    """Give the nodes that are argued against, or whose support or step to the thesis is."""
    graph = context.graph
    waiting = [attack.target for attack in graph.attacks if attack.type is AttackType.REBUT]
    for number, undercuts in enumerate(graph.undercuts_on):
        if undercuts:
            waiting += [graph.reasons[number].conclusion, *graph.reasons[number].premises]
    found = set(waiting)
    while waiting:
        for number in graph.reasons_from[waiting.pop()]:
            above = graph.reasons[number].conclusion
            if above not in found:
                found.add(above)
                waiting.append(above)
    return found


def _first_rank(context: Context) -> list[int]:
    """Give the claims that the thesis rests on directly."""
    graph = context.graph
    thesis = set(graph.thesis)
    below = {node for top in graph.thesis for node in context.support[top]} - thesis
    return [node for node in sorted(below) if graph.nodes[node].kind is Kind.CLAIM]

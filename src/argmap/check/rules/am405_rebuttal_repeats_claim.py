"""AM405 rebuttal-repeats-claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule(
    "AM405", "rebuttal-repeats-claim", severity=Severity.WARNING, since="0.1.0", occasion="repeat"
)
def check(context: Context) -> Iterator[Finding]:
    """An answer that is the claim it should defend.

    Why:
        Whoever meets a counterpoint by saying the claim once more, in the same words or by a
        `ref`, has not met it: that the claim is true is what the counterpoint puts in doubt. The
        finding takes the place of AM108, of AM406, and of what AM404 and the rules on support
        would say of such an answer.

    Mend:
        Say what is wrong with the counterpoint or with its reasons; or take the answer out and
        concede the counterpoint.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          assumption: The tablet can travel.
          id: travel
          but:
            - counterpoint: Transport could crack it.
              because:
                - evidence: A crate was dropped in 2021.
                  cite: survey
              but:
                - ref: travel

    Clean:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          assumption: The tablet can travel.
          but:
            - counterpoint: Transport could crack it.
              because:
                - evidence: A crate was dropped in 2021.
                  cite: survey
              but:
                - evidence: Since 2022 every crate is strapped to the wall.
                  cite: survey

    Source:
        Aristotle, Prior Analytics II 16: to assume the point at issue is to beg the question.
        Walton, D. (1991), Begging the Question: Circular Reasoning as a Tactic of Argumentation.
    """
    for place, (answer, counterpoint, claim) in context.said_again.repeats.items():
        own, theirs = context.name(claim), context.name(counterpoint)
        told = f"the answer to counterpoint `{theirs}` is `{own}` itself"
        if answer != claim:
            told = (
                f"answer `{context.name(answer)}` to counterpoint `{theirs}` only repeats `{own}`"
            )
        yield Finding(
            context.map.text_span(place),
            f"{told}, which it should defend",
            "say what is wrong with the counterpoint, or concede it",
            context.map.name(place),
            (context.related(claim, f"`{theirs}` is put against this"),),
        )

"""AM403 thesis-falls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity
from argmap.evaluate.types import Ground, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context

_HOW = {
    Status.DEFEATED: "is defeated by what stands against it",
    Status.UNDECIDED: "is undecided: attacks go round in a circle",
}
_ALL = "falls because all its support is defeated"
_MEND = "answer it under its `but`, concede it, or support the thesis without what fell"
_MEND_CIRCLE = "concede a counterpoint, or answer it with what it does not speak against"


@rule("AM403", "thesis-falls", severity=Severity.WARNING, since="0.1.0")
def check(context: Context) -> Iterator[Finding]:
    """A thesis that does not stand.

    Why:
        What the whole map is for is defeated, or caught in a circle of attacks, by what the map
        itself holds. A thesis that no evidence reaches is AM201, AM202 or AM203.

    Mend:
        The finding gives the shortest reason. Answer or concede the counterpoint it names, give
        the thesis support that does not depend on what fell, or state a thesis that does stand.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, date: 2023}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: Two thirds of the visitors walked past it.
              cite: survey
          but:
            - counterpoint: The will of the donor forbids it.
              because:
                - evidence: The will says that the tablet stays in the house.
                  cite: survey
              but:
                - claim: The will was contested.
                  because:
                    - evidence: The suit was withdrawn.
                      cite: survey
                  but:
                    - evidence: The court dismissed the suit.
                      cite: survey

    Clean:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, date: 2023}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: Two thirds of the visitors walked past it.
              cite: survey

    Source:
        Dung, P. M. (1995), On the acceptability of arguments, Artificial Intelligence 77: the
        grounded extension holds what can be defended against every attack.
    """
    for node in context.graph.thesis:
        verdict = context.evaluation.nodes[node]
        if node in context.doubtful or verdict.status not in _HOW:
            continue
        name = context.name(node)
        causes = context.falls_by(node)
        told = ", ".join(f"`{context.name(cause)}`" for cause in causes)
        how = _ALL if verdict.ground is Ground.SUPPORT_LOST else _HOW[verdict.status]
        yield Finding(
            context.text_span(node),
            f"thesis `{name}` {how}: see {told}",
            _MEND_CIRCLE if verdict.status is Status.UNDECIDED else _MEND,
            name,
            tuple(context.related(cause, f"this decides against `{name}`") for cause in causes),
        )

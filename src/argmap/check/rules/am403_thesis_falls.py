"""AM403 thesis-falls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.check.telling import mend_causes, related_causes, tell_causes
from argmap.diagnostics import Severity
from argmap.evaluate.types import Ground, Status
from argmap.model.nodes import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context

_HOW = {
    Status.DEFEATED: "is defeated by what stands against it",
    Status.UNDECIDED: "is undecided: attacks go round in a circle",
}
_ALL = "falls because all its support is defeated"
_MEND_CIRCLE = "answer a counterpoint with what it does not speak against, or concede it"
_MEND_OTHER_CIRCLE = "put what decides between them under the `but` of one"


@rule("AM403", "thesis-falls", severity=Severity.WARNING, since="0.1.0", occasion="fallen-thesis")
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
          survey: {title: Visitor survey, author: The museum, date: 2023}

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
          survey: {title: Visitor survey, author: The museum, date: 2023}

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
        how = _ALL if verdict.ground is Ground.SUPPORT_LOST else _HOW[verdict.status]
        yield Finding(
            context.text_span(node),
            f"thesis `{name}` {how}: see {tell_causes(context, node)}",
            _mend(context, node),
            name,
            related_causes(context, node, f"this decides against `{name}`"),
        )


def _mend(context: Context, node: int) -> str:
    if context.evaluation.status(node) is Status.DEFEATED:
        return f"{mend_causes(context, node)}, or support the thesis without what fell"
    kinds = {context.graph.nodes[cause].kind for cause in context.falls_by(node)}
    return _MEND_CIRCLE if Kind.COUNTERPOINT in kinds else _MEND_OTHER_CIRCLE

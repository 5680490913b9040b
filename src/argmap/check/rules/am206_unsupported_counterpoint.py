"""AM206 unsupported-counterpoint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity
from argmap.evaluate.types import Status
from argmap.model.nodes import AGAINST, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule(
    "AM206",
    "unsupported-counterpoint",
    severity=Severity.NOTE,
    since="0.1.0",
    occasion="unsupported-counterpoint",
)
def check(context: Context) -> Iterator[Finding]:
    """A counterpoint that no evidence reaches.

    Why:
        A counterpoint without support has no force: it defeats nothing, and an answer to it
        answers nothing. Often the article's own opponents do give grounds, and a fair map shows
        them.

    Mend:
        Give its support under `because`, as evidence with a citation, or concede it.

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
            - counterpoint: Transport could crack it.

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
          but:
            - counterpoint: Transport could crack it.
              conceded: The risk is small beside the gain.

    Source:
        Polberg, S. & Oren, N. (2014), Revisiting support in abstract argumentation systems,
        COMMA 2014: an attack carried by no evidence is no attack.
    """
    for node in context.with_status(Status.UNSUPPORTED, Kind.COUNTERPOINT):
        is_misplaced = context.map.places[node.place].slot not in AGAINST
        if is_misplaced or getattr(node.model, "conceded", None) is not None:
            continue
        if node.index in context.answers.told or context.leaves_empty(node.index, "because"):
            continue
        if not context.is_written(node.index):
            continue
        name = context.name(node.index)
        yield Finding(
            context.text_span(node.index),
            f"counterpoint `{name}` has no force: no evidence reaches it",
            "give its support under `because`, or concede it with `conceded: …`",
            name,
        )

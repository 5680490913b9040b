"""AM208 single-strand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity
from argmap.evaluate.indispensable import find_indispensable
from argmap.evaluate.types import Status
from argmap.model.nodes import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule("AM208", "single-strand", severity=Severity.NOTE, since="0.1.0", is_optional=True)
def check(context: Context) -> Iterator[Finding]:
    """A thesis that hangs on one piece of evidence.

    Why:
        One piece of evidence is there without which nothing that stands would reach the thesis:
        if it proves wrong, all is lost. Reasons that look like several may meet again in the same
        piece through a `ref`, which is hard to see by reading. The line is drawn at exactly one
        such piece; evidence that other evidence could stand in for does not count. Where linked
        premises make several pieces necessary, that is a chain and no single strand; where what
        the evidence says is corroborated by evidence under its `because`, or an assumption
        carries the thesis as well, there is a second strand.

    Mend:
        Give a reason for the thesis that does not depend on that piece, or corroborate it with
        evidence under its own `because`.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - claim: Hardly anyone looks at it here.
              because:
                - evidence: Two thirds of the visitors walked past it.
                  id: walked-past
                  cite: survey
            - claim: It would be missed by few.
              because:
                - ref: walked-past

    Clean:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}
          report: {title: Report on the vault, author: The insurer, date: 2023}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: Two thirds of the visitors walked past it.
              cite: survey
            - evidence: The borrower's vault passed the inspection.
              cite: report

    Source:
        Walton, D. (2006), Fundamentals of Critical Argumentation, ch. 4: with a single or a
        linked argument the conclusion falls when the one premise does, with a convergent one
        it does not.
    """
    standing = {node.index for node in context.with_status(Status.STANDS, Kind.CLAIM)}
    theses = [node for node in context.graph.thesis if node in standing]
    found = find_indispensable(context.graph, context.evaluation, theses, 2)
    for node, pieces in found.items():
        if len(pieces) != 1:
            continue
        name, piece = context.name(node), pieces[0]
        yield Finding(
            context.text_span(node),
            f"thesis `{name}` hangs on one piece of evidence: `{context.name(piece)}`",
            "give a reason that does not depend on it, or corroborate it under its `because`",
            name,
            (context.related(piece, f"without this nothing reaches `{name}`"),),
        )

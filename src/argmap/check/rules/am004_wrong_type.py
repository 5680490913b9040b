"""AM004 wrong-type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule("AM004", "wrong-type", severity=Severity.ERROR, since="0.1.0", occasion="met")
def check(context: Context) -> Iterator[Finding]:
    """A value of another type than its key takes.

    Why:
        A list where a text belongs, or a text where a list of nodes belongs, has no meaning in the
        format. A bare text under `because` is the common one: it does not say whether it is a
        claim, evidence or an assumption, and that decides whether it supports anything.

    Mend:
        Write what the finding expects; under `because`, `but` and `unless` say the kind of each
        item, `- claim: …` or `- evidence: …`.

    Fires:
        argmap: 1
        title: A tablet
        thesis:
          claim: The museum should lend the tablet.
          because:
            - Two thirds of the visitors walked past it.

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
        argmap file format, version 1, «Nodes»: a bare string is never a node.
    """
    return context.met_while_reading("AM004")

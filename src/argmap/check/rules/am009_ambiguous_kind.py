"""AM009 ambiguous-kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule("AM009", "ambiguous-kind", severity=Severity.ERROR, since="0.1.0", occasion="met")
def check(context: Context) -> Iterator[Finding]:
    """A node that does not say its kind, or says two.

    Why:
        What a node needs depends on its kind: evidence needs a citation, a claim reasons, an
        assumption nothing. A node without a kind can be judged by none of these, and one with two
        is two nodes that slid into one, usually because a `-` is missing between them.

    Mend:
        Give the node exactly one of `claim`, `evidence`, `counterpoint`, `assumption`, `premises`
        and `ref`; put a `- ` before the second to make it two.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: Two thirds of the visitors walked past it.
              claim: Hardly anyone sees it at home.
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
        Toulmin, S. (1958), The Uses of Argument, ch. 3: claim, data, warrant and rebuttal play
        different parts in an argument.
    """
    return context.met_while_reading("AM009")

"""AM902 empty-acceptance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule(
    "AM902",
    "empty-acceptance",
    severity=Severity.WARNING,
    since="0.1.0",
    runs_last=True,
    occasion="acceptance",
)
def check(context: Context) -> Iterator[Finding]:
    """An acceptance that gives no reason.

    Why:
        Whoever reads the map later cannot tell a weakness that was weighed from one that was waved
        through. An acceptance without a reason accepts nothing: the finding counts as before.

    Mend:
        Write the reason behind the code, `AM201: The essay leaves it bare.`, or remove the code.

    Fires:
        argmap: 1
        title: A tablet
        thesis:
          claim: The museum should lend the tablet.
          accept: {AM201: }

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
        argmap file format, version 1, «Nodes»: `accept` maps a code to the reason.
    """
    for acceptance in context.acceptances:
        is_known = acceptance.code in context.rule_names
        if acceptance.reason is None and is_known and not acceptance.is_unused:
            yield Finding(
                acceptance.span,
                f"`{acceptance.node}` accepts {acceptance.code} without a reason",
                "write the reason behind the code, or remove it from `accept`",
                acceptance.node,
            )

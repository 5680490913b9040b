"""AM504 waived-without-reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.check.scheme_use import iter_answers
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context

_NO_REASONS = frozenset({"", "true", "yes", "on", "false", "no", "off", "none", "n/a", "-"})
"""What is written behind `waived:` and says nothing."""


@rule("AM504", "waived-without-reason", severity=Severity.WARNING, since="0.1.0", occasion="waived")
def check(context: Context) -> Iterator[Finding]:
    """A critical question that is waived without a reason.

    Why:
        Whoever reads the map later cannot tell a question that was weighed and found idle from
        one that nobody wanted to answer.

    Mend:
        Write behind `waived:` why the question need not be answered here, or answer it.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          report: {title: Report on the tablet, author: The conservators, date: 2023}
          clay: {title: The care of clay, author: R. Okafor, date: 2019}

        thesis:
          claim: The tablet has been kept damp.
          because:
            - premises:
                - evidence: Salt shows on the tablet.
                  cite: report
                - evidence: Salt comes out of clay that is kept damp.
                  cite: clay
              scheme: sign
              questions:
                strength: It was so on all nine tablets of the report.
                other-causes: {waived: yes}

    Clean:
        argmap: 1
        title: A tablet
        sources:
          report: {title: Report on the tablet, author: The conservators, date: 2023}
          clay: {title: The care of clay, author: R. Okafor, date: 2019}

        thesis:
          claim: The tablet has been kept damp.
          because:
            - premises:
                - evidence: Salt shows on the tablet.
                  cite: report
                - evidence: Salt comes out of clay that is kept damp.
                  cite: clay
              scheme: sign
              questions:
                strength: It was so on all nine tablets of the report.
                other-causes: {waived: The report knows of none.}

    Source:
        argmap file format, version 1, «Nodes»: a question is `waived` with a reason.
    """
    for place, key, answer in iter_answers(context.map):
        if not answer.is_waived or (answer.waived or "").strip().casefold() not in _NO_REASONS:
            continue
        yield Finding(
            context.map.span_of(key),
            f"`{key.value}` is waived without a reason",
            "write behind `waived:` why it need not be answered, or answer it",
            context.map.name(place.index),
        )

"""AM002 duplicate-key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, Fixable, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule(
    "AM002",
    "duplicate-key",
    severity=Severity.ERROR,
    since="0.1.0",
    fixable=Fixable.SAFE,
    occasion="met",
)
def check(context: Context) -> Iterator[Finding]:
    """A key that is given twice in one mapping.

    Why:
        YAML forbids it, and most parsers keep the last value and say nothing: of two `because`
        lists one is lost, with every reason in it.

    Mend:
        Join the lists under one key, or remove one of the two; the finding points at both.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}
          forecast: {title: Forecast of visitors, author: The borrower, date: 2024}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: Two thirds of the visitors walked past it.
              cite: survey
          because:
            - evidence: The borrower expects half a million visitors.
              cite: forecast

    Clean:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}
          forecast: {title: Forecast of visitors, author: The borrower, date: 2024}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: Two thirds of the visitors walked past it.
              cite: survey
            - evidence: The borrower expects half a million visitors.
              cite: forecast

    Source:
        YAML 1.2.2, 3.2.1.1 «Nodes»: each of the keys of a mapping is unique.
    """
    return context.met_while_reading("AM002")

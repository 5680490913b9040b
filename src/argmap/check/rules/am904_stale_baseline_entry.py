"""AM904 stale-baseline-entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule("AM904", "stale-baseline-entry", severity=Severity.NOTE, since="0.1.0", occasion="met")
def check(context: Context) -> Iterator[Finding]:
    """An entry of the baseline that no finding answers to any more.

    Why:
        A baseline keeps the findings quiet that were there when a project began to check. An entry
        whose finding is gone keeps nothing quiet, and would hide the same weakness if it came back.
        The finding points into the baseline. Nothing is said of maps that were not checked, of
        rules that were not applied, or of a map with errors.

    Mend:
        Remove the entry, or write the baseline anew with `argmap check --write-baseline`.

    Fires:
        {"version": 1, "findings": [
          {"path": "tablet.yaml", "code": "AM201", "node": "lend", "fingerprint": "3f0c"}
        ]}

    Clean:
        {"version": 1, "findings": []}

    Source:
        SARIF 2.1.0, 3.27.24 «baselineState»: a result of the earlier run that is absent now.
    """
    return context.met_while_reading("AM904")

"""AM003 unknown-field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, Fixable, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule(
    "AM003",
    "unknown-field",
    severity=Severity.ERROR,
    since="0.1.0",
    fixable=Fixable.UNSAFE,
    occasion="met",
)
def check(context: Context) -> Iterator[Finding]:
    """A key that the format does not know.

    Why:
        A misspelt key is silently lost in most tools: a `becuase` with ten reasons below it
        leaves a claim that seems to have none.

    Mend:
        Correct the spelling; the finding names the closest key. Words of your own belong under
        `note` or `tags`.

    Fires:
        argmap: 1
        title: A tablet
        thesis:
          claim: The museum should lend the tablet.
          wieght: 0.8

    Clean:
        argmap: 1
        title: A tablet
        thesis:
          assumption: The museum should lend the tablet.
          weight: 0.8

    Source:
        argmap file format, version 1, «YAML».
    """
    return context.met_while_reading("AM003")

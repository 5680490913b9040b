"""AM701 expectation-failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.expectation import iter_outcomes
from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context

_MEND = "see `argmap why` for the reason; mend the argument or the expectation"


@rule("AM701", "expectation-failed", severity=Severity.ERROR, since="0.1.0")
def check(context: Context) -> Iterator[Finding]:
    """The map does not come out as its `expect` block says.

    Why:
        `expect` holds what the author asserts of the argument, as tests assert of a program.
        When an edit makes the thesis fall or leaves a claim bare, it is noticed here and not by
        a reader.

    Mend:
        Look at `argmap why MAP NODE` for the node. Mend the argument, or change what is
        expected.

    Fires:
        argmap: 1
        title: A tablet
        thesis:
          assumption: The museum should lend the tablet.
          id: lend
        expect:
          unsupported: [lend]

    Clean:
        argmap: 1
        title: A tablet
        thesis:
          assumption: The museum should lend the tablet.
          id: lend
        expect:
          stands: [lend]
          unsupported: []

    Source:
        argmap file format, version 1, «A map».
    """
    for outcome in iter_outcomes(context):
        if outcome.failure is not None and not outcome.is_doubtful:
            yield Finding(outcome.span, outcome.failure, _MEND, outcome.node)

"""AM701 expectation-failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity
from argmap.evaluate.expectation import iter_outcomes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule("AM701", "expectation-failed", severity=Severity.ERROR, since="0.1.0", occasion="expectation")
def check(context: Context) -> Iterator[Finding]:
    """The map does not come out as its `expect` block says.

    Why:
        `expect` holds what the author asserts of the argument, as tests assert of a program.
        When an edit makes the thesis fall or leaves a claim bare, it is noticed here and not by
        a reader.

        Statuses are those of the grounded semantics. Strengths are compared too; statuses under
        other semantics only where the grounded one leaves no node undecided, for then all say
        the same. Otherwise a solver has to search, which may take long, and `argmap test` alone
        compares them.

    Mend:
        Look at `argmap why MAP NODE` for the node, or at `argmap status MAP --strength df-quad`
        for strengths. Mend the argument, or change what is expected.

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
          strength: {lend: 0.5}

    Source:
        argmap file format, version 1, «A map».
    """
    for outcome in iter_outcomes(context.graph, context.evaluation, context.doubtful):
        if outcome.failure is not None and not outcome.is_doubtful:
            shows = (
                f"status --strength {outcome.semantics}"
                if isinstance(outcome.expected, float)
                else "why"
            )
            mend = f"see `argmap {shows}` for the reason; mend the argument or the expectation"
            yield Finding(outcome.span, outcome.failure, mend, outcome.node)

"""AM008 unsupported-version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule("AM008", "unsupported-version", severity=Severity.ERROR, since="0.1.0", occasion="met")
def check(context: Context) -> Iterator[Finding]:
    """A version of the format that this argmap does not know.

    Why:
        Keys may mean something else in another version. To read the file all the same would be to
        guess, so nothing else is said of it.

    Mend:
        Write `argmap: 1`, or install an argmap that knows the version.

    Fires:
        argmap: 2
        title: A tablet
        thesis:
          claim: The museum should lend the tablet.

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
        argmap file format, version 1, «A map».
    """
    return context.met_while_reading("AM008")

"""AM007 unreadable-file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule("AM007", "unreadable-file", severity=Severity.ERROR, since="0.1.0", occasion="met")
def check(context: Context) -> Iterator[Finding]:
    """A file that cannot be read as text.

    Why:
        A file that is missing, that is not UTF-8, or that is larger or deeper than the limits
        cannot be judged, and a check that passes over it would call it clean. Other encodings are
        refused and not guessed: a wrong guess changes letters inside quotations.

    Mend:
        Check the path; save the file as UTF-8; split a map that is over a limit, or point at its
        parts with `ref`.

    Fires:
        # saved as Latin-1, in which ü is the single byte 0xfc
        argmap: 1
        title: A tablet
        thesis:
          assumption: Museums know it as the Nürnberg tablet.

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
        YAML 1.2.2, 5.2 «Character Encodings». RFC 3629 for UTF-8.
    """
    return context.met_while_reading("AM007")

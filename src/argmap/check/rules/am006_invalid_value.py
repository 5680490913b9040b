"""AM006 invalid-value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule("AM006", "invalid-value", severity=Severity.ERROR, since="0.1.0", occasion="met")
def check(context: Context) -> Iterator[Finding]:
    """A value that its key cannot have.

    Why:
        A weight of 80, a date of 31 February or an id with a space in it is of the right type and
        still means nothing. Tools that read on regardless give wrong numbers and references that
        lead nowhere.

    Mend:
        Write the value in the form that the finding names.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023-02-31}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: Two thirds of the visitors walked past it.
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
        Extended Date/Time Format (EDTF) Specification, Library of Congress 2019, level 0. BCP 47
        (RFC 5646) for `lang`. RFC 3986 for `url`.
    """
    return context.met_while_reading("AM006")

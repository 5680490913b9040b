"""AM005 missing-field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule("AM005", "missing-field", severity=Severity.ERROR, since="0.1.0", occasion="met")
def check(context: Context) -> Iterator[Finding]:
    """A required key that is not there.

    Why:
        Without the version nobody can say in years to come how the file is to be read; without a
        title no reader knows what the map is of; without a thesis there is no argument.

    Mend:
        Add the key that the finding names.

    Fires:
        argmap: 1
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

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
        argmap file format, version 1, «A map».
    """
    return context.met_while_reading("AM005")

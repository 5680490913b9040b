"""AM001 yaml-syntax."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule("AM001", "yaml-syntax", severity=Severity.ERROR, since="0.1.0", occasion="met")
def check(context: Context) -> Iterator[Finding]:
    """Text that is not valid YAML.

    Why:
        A map that cannot be parsed has no argument in it, and most parsers stop at the first error
        with words about tokens and blocks. The usual causes are `: ` or ` #` inside a text, a
        quotation mark that is never closed, and a tab. Where one character explains the error,
        reading goes on behind it, so that everything else wrong with the file is told in the same
        run.

    Mend:
        Put the whole text in double quotes, or under `>-` on lines of its own; indent with spaces.

    Fires:
        argmap: 1
        title: A tablet
        thesis:
          claim: The museum has one duty: to show what it owns.

    Clean:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: "The museum has one duty: to show what it owns."
          because:
            - evidence: Two thirds of the visitors walked past it.
              cite: survey

    Source:
        YAML 1.2.2, 7.3.3 «Plain Style»: a plain text never holds `: ` or ` #`. YAML 1.2.2, 6.1
        «Indentation Spaces»: tabs do not indent.
    """
    return context.met_while_reading("AM001")

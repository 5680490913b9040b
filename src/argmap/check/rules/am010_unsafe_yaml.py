"""AM010 unsafe-yaml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule("AM010", "unsafe-yaml", severity=Severity.ERROR, since="0.1.0", occasion="met")
def check(context: Context) -> Iterator[Finding]:
    """YAML that may do harm when it is read: tags, and aliases that grow or loop.

    Why:
        Tags make other tools build objects, or run code, when they load the file. Aliases of
        aliases grow a file of ten lines to gigabytes (the «billion laughs»), and an alias inside
        its own anchor never ends. A map needs none of them.

    Mend:
        Remove the tag. Give a node that is wanted in two places an `id`, and name it with `ref`.

    Fires:
        argmap: 1
        title: !!python/name:os.system A tablet
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
        CWE-502, Deserialization of Untrusted Data. CWE-776, Improper Restriction of Recursive
        Entity References. YAML 1.2.2, 6.9.1 «Node Tags» and 7.1 «Alias Nodes».
    """
    return context.met_while_reading("AM010")

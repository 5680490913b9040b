"""AM302 unknown-source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.citation import SourceUse, iter_source_uses
from argmap.check.rule import Finding, Fixable, rule
from argmap.check.structure import NameFinder
from argmap.diagnostics import Severity
from argmap.source.renaming import changing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule(
    "AM302",
    "unknown-source",
    severity=Severity.ERROR,
    since="0.1.0",
    fixable=Fixable.UNSAFE,
    occasion="unknown-source",
)
def check(context: Context) -> Iterator[Finding]:
    """A citation of a source that the map does not declare.

    Why:
        A name that `sources` does not hold leads a reader nowhere, and every check of
        paragraphs and quotations stops at it.

    Mend:
        Correct the name, or add the source under `sources`.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: Two thirds of the visitors walked past it.
              cite: [survey, surveyy]

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
        argmap file format, version 1, «Citations».
    """
    known = context.graph.sources
    unknown = context.used_sources - known.keys()
    if not unknown:
        return
    names = NameFinder(known)
    for use in iter_source_uses(context.map, unknown):
        mend = names.suggest(use.source) or f"declare `{use.source}` under `sources`"
        name = None if use.place is None else context.map.name(use.place)
        near = names.closest(use.source)
        fix = changing(context.map.text, use.span, use.source, near) if near else None
        message = f"unknown source `{use.source}`{_where(use)}"
        yield Finding(use.span, message, mend, name, fix=fix)


def _where(use: SourceUse) -> str:
    return f" in `{use.field}`" if use.place is None else ""

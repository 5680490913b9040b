"""AM303 unused-source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.citation import half_read_sources, iter_source_keys
from argmap.check.rule import Finding, Fixable, rule
from argmap.check.structure import NameFinder
from argmap.diagnostics import Severity
from argmap.source.tree import Mapping

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from argmap.check.context import Context


@rule(
    "AM303",
    "unused-source",
    severity=Severity.NOTE,
    since="0.1.0",
    fixable=Fixable.UNSAFE,
    occasion="unused-source",
)
def check(context: Context) -> Iterator[Finding]:
    """A source that nothing cites.

    Why:
        A declared source that no node cites is either left over or, more often, evidence that
        was meant to be mapped and was forgotten.

    Mend:
        Cite it where it is used, or remove it from `sources`.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

          ledger: {title: Loan ledger, author: The borrower, date: 2021}
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
    if not context.map.is_whole:
        return
    used = context.used_sources | half_read_sources(context.map)
    names = NameFinder(context.graph.sources)
    used |= {names.closest(name) or name for name in used - context.graph.sources.keys()}
    unused = {name: key for key, name in iter_source_keys(context.map) if name not in used}
    is_any_used = len(unused) < len(_declared(context))
    for name, key in unused.items():
        path = ("sources", name) if is_any_used else ("sources",)
        message = f"take source `{name}` out" if is_any_used else "take `sources` out"
        yield Finding(
            context.map.span_of(key),
            f"source `{name}` is cited nowhere",
            "cite it where it is used, or remove it",
            fix=context.mending.taking_out(message, context.map.root, *path, is_safe=False),
        )


def _declared(context: Context) -> Collection[str]:
    sources = context.map.root.get("sources")
    return sources.entries if isinstance(sources, Mapping) else ()

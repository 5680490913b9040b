"""AM311 one-source."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from argmap.check.citation import iter_citations
from argmap.check.rule import Finding, rule
from argmap.diagnostics import Related, Severity
from argmap.model.nodes import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.bibliography import Bibliography
    from argmap.check.context import Context
    from argmap.graph.types import Graph

_FEWEST_PIECES = 2
"""A thesis with less hangs on one piece of evidence, which is not for this rule to tell."""
_MOST_RELATED = 3
_SEVERAL = ""
"""In place of the one source: there are several, or it cannot be told which one it is."""


@rule("AM311", "one-source", severity=Severity.NOTE, since="0.1.0", occasion="other-evidence")
def check(context: Context) -> Iterator[Finding]:
    """A thesis for which all evidence comes from one source.

    Why:
        Ten observations from one source are as good as that source: an error or a bias in it is
        in all of them, and none confirms another. A source that is known only `via` another
        counts as that other. Nothing is told of a thesis with a single piece of evidence, and
        nothing of a map that cites its `article` alone: such a map is openly a reading of that
        one source.

    Mend:
        Add evidence from a source that does not depend on the first, or cite the sources that
        it names at first hand.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: Two thirds of the visitors walked past it.
              cite: survey:4
            - evidence: Half of the visitors did not know that it was there.
              cite: survey:9

    Clean:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}
          ledger: {title: Loan ledger, author: The borrower, date: 2021}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: Two thirds of the visitors walked past it.
              cite: survey:4
            - evidence: Forty thousand came to see the last loan.
              cite: ledger

    Source:
        Walton, D. & Reed, C. (2008), Evaluating corroborative evidence, Argumentation 22:
        witnesses confirm each other as far as they are independent.
    """
    ends, pieces = _find_sources(context.graph, context.bibliography)
    for node in context.graph.thesis:
        source = ends[node]
        if not source or len(pieces[node]) < _FEWEST_PIECES or node in context.doubtful:
            continue
        if _is_reading_of(context, source):
            continue
        name = context.name(node)
        yield Finding(
            context.text_span(node),
            f"all evidence for {context.graph.nodes[node].kind.value} `{name}`"
            f" comes from one source, `{source}`",
            f"add evidence from a source that does not depend on `{source}`",
            name,
            tuple(_related(context, pieces[node], source)),
        )


def _find_sources(
    graph: Graph, bibliography: Bibliography
) -> tuple[list[str | None], list[tuple[int, ...]]]:
    """Give for each node the one source that its evidence comes from, and some of that evidence.

    What is known is handed up from each piece of evidence. It only ever grows, to several sources
    and a handful of pieces, so the cost is linear, circles or not.
    """
    ends: list[str | None] = [None] * len(graph.nodes)
    pieces: list[tuple[int, ...]] = [()] * len(graph.nodes)
    waiting: deque[int] = deque()
    for one in graph.nodes:
        if one.kind is Kind.EVIDENCE:
            origins = {bibliography.origin(citation.source) for citation in one.model.cite}
            ends[one.index] = (origins.pop() or _SEVERAL) if len(origins) == 1 else _SEVERAL
            pieces[one.index] = (one.index,)
            waiting.append(one.index)
    while waiting:
        node = waiting.popleft()
        for number in graph.reasons_from[node]:
            above = graph.reasons[number].conclusion
            end = ends[node] if ends[above] in {None, ends[node]} else _SEVERAL
            some = tuple(dict.fromkeys((*pieces[above], *pieces[node])))[:_MOST_RELATED]
            if (end, some) != (ends[above], pieces[above]):
                ends[above], pieces[above] = end, some
                waiting.append(above)
    return ends, pieces


def _is_reading_of(context: Context, source: str) -> bool:
    """Tell whether all that a map cites is its `article`, or known through it."""
    bibliography = context.bibliography
    article = context.map.header.article
    if article is None or bibliography.origin(article) != source:
        return False
    cited = {bibliography.origin(name) for name, one in bibliography.entries.items() if one.cited}
    return cited <= {source, None}


def _related(context: Context, pieces: tuple[int, ...], source: str) -> Iterator[Related]:
    for node in sorted(pieces):
        place = context.graph.nodes[node].place
        use = next(iter_citations(context.map, place))
        is_through = use.source != source
        how = f"`{use.source}` is known through `{source}`" if is_through else f"cites `{source}`"
        yield Related(use.span, how)

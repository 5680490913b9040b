"""AM312 second-hand-evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.check.citation import iter_citations, via_span
from argmap.check.rule import Finding, rule
from argmap.diagnostics import Related, Severity
from argmap.model.nodes import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.bibliography import Bibliography
    from argmap.check.context import Context
    from argmap.graph.types import GraphNode

_MOST_NAMED = 4
_MOST_RELATED = 3


@dataclass(slots=True)
class _Heard:
    """What is known through one source only."""

    sources: dict[str, int] = field(default_factory=dict)
    """Each with the first piece of evidence that cites it."""
    evidence: int = 0
    """How many pieces."""


@rule(
    "AM312", "second-hand-evidence", severity=Severity.NOTE, since="0.1.0", occasion="second-hand"
)
def check(context: Context) -> Iterator[Finding]:
    """Evidence that is known only through another source.

    Why:
        What one source says of another may be shortened, mistaken or torn out of its context, and
        it cannot tell more than the one that reports it. A reader must know how much of a map
        rests on hearsay. It is told once for each source through which others are known, of
        the evidence that cites nothing else.

    Mend:
        Look the source up, correct the evidence after it, and take `via` away.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          essay: {title: Lending the tablet, publisher: Heritage Review, date: 2024-03}
          survey: {title: Visitor survey, author: The museum, via: essay}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: Two thirds of the visitors walked past it.
              cite: [survey, essay:6]

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
        Walton, D. (2008), Witness Testimony Evidence, ch. 1: hearsay is weaker than testimony,
        for the witness cannot be questioned.
    """
    order = {name: number for number, name in enumerate(context.bibliography.entries)}
    for origin, heard in _find_heard(context).items():
        what = "it" if len(heard.sources) == 1 else "them"
        yield Finding(
            via_span(context.map, min(heard.sources, key=order.__getitem__)),
            _message(heard, origin),
            f"look {what} up, and cite {what} without `via`",
            related=tuple(_related(context, heard)),
        )
    for circle in context.bibliography.circles:
        yield Finding(
            via_span(context.map, circle[0]),
            _circle_message(circle),
            "name a source that is at hand under `via`, or take it away",
            related=tuple(
                Related(via_span(context.map, name), f"`{name}` is known through this")
                for name in circle[1:_MOST_NAMED]
            ),
        )


def _find_heard(context: Context) -> dict[str, _Heard]:
    found: dict[str, _Heard] = {}
    for node in context.sound(Kind.EVIDENCE):
        heard = _heard_sources(context.bibliography, node)
        for name, origin in heard.items():
            found.setdefault(origin, _Heard()).sources.setdefault(name, node.index)
        for origin in set(heard.values()):
            found[origin].evidence += 1
    return found


def _heard_sources(bibliography: Bibliography, node: GraphNode) -> dict[str, str]:
    """Give the sources that evidence knows through others, and through which in the end.

    None where it also cites a source at first hand that is not the one which reports them.
    """
    heard: dict[str, str] = {}
    own: set[str] = set()
    for citation in node.model.cite:
        name = citation.source
        origin = bibliography.origin(name)
        if origin is None:
            return {}
        if origin == name:
            own.add(name)
        else:
            heard[name] = origin
    return heard if own <= set(heard.values()) else {}


def _message(heard: _Heard, origin: str) -> str:
    count = len(heard.sources)
    pieces = "1 piece" if heard.evidence == 1 else f"{heard.evidence} pieces"
    if count == 1:
        what = f"source `{next(iter(heard.sources))}`"
        return f"{what}, cited by {pieces} of evidence, is known only through `{origin}`"
    return f"{count} sources, cited by {pieces} of evidence, are known only through `{origin}`"


def _circle_message(circle: tuple[str, ...]) -> str:
    if len(circle) == 1:
        return f"source `{circle[0]}` is known only through itself"
    names = [f"`{name}`" for name in circle]
    named, last = names[:-1], names[-1]
    if len(names) > _MOST_NAMED:
        named, last = names[: _MOST_NAMED - 1], f"{len(names) - _MOST_NAMED + 1} more"
    return f"sources {', '.join(named)} and {last} are known only through each other"


def _related(context: Context, heard: _Heard) -> Iterator[Related]:
    for name, node in list(heard.sources.items())[:_MOST_RELATED]:
        place = context.graph.nodes[node].place
        span = next(use.span for use in iter_citations(context.map, place) if use.source == name)
        between = tuple(context.bibliography.iter_chain(name))[1:-1][:_MOST_NAMED]
        way = f", by way of {', '.join(f'`{one}`' for one in between)}" if between else ""
        yield Related(span, f"evidence `{context.name(node)}` cites `{name}`{way}")

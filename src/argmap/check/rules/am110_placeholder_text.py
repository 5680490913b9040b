"""AM110 placeholder-text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.placeholders import find_placeholder, placeholder_span
from argmap.check.rule import Finding, rule
from argmap.check.structure import text_value, written_text
from argmap.diagnostics import Severity
from argmap.model.nodes import Kind
from argmap.source.tree import Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context
    from argmap.model.map import Place


@rule("AM110", "placeholder-text", severity=Severity.WARNING, since="0.1.0", occasion="placeholder")
def check(context: Context) -> Iterator[Finding]:
    """A text that is still to be written.

    Why:
        `TODO`, `???` or «lorem ipsum» stands where the argument should. The map passes every other
        check and says nothing there; a `conceded: TODO` even silences a counterpoint without a word
        said to it.

    Mend:
        Write the text. What cannot be written yet belongs into a `note`, and the node out of the
        map.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: TODO look up the visitor figures.
              cite: survey

    Clean:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: The museum has much to do before it can lend the tablet.
          because:
            - evidence: Two thirds of the visitors walked past it.
              cite: survey

    Source:
        CWE-546, Suspicious Comment: such marks show that work is not done.
    """
    for value, subject, node in _texts(context):
        mark = find_placeholder(value.value)
        span = None if mark is None else placeholder_span(context.map, value, mark)
        if span is not None:
            yield Finding(
                span,
                f"{subject} holds the placeholder `{mark}`",
                "write the text, or take the node out until it is known"
                if node
                else "write the title",
                node,
            )


def _texts(context: Context) -> Iterator[tuple[Scalar, str, str | None]]:
    """Give each text that a reader sees, what it is of, and its node."""
    title = text_value(context.map.root, "title")
    if title is not None:
        yield title, "title of the map", None
    declared = context.map.root.get("sources")
    for name, (_, entry) in declared.entries.items() if isinstance(declared, Mapping) else ():
        title = text_value(entry, "title") if isinstance(entry, Mapping) else None
        if title is not None:
            yield title, f"title of source `{name}`", None
    places = context.map.places
    for node in context.placeholders:
        place = places[context.graph.nodes[node].place]
        if written_text(place) is not None:
            yield from _own(context, place, place.kind.value, "")
    for counterpoint in context.of_kind(Kind.COUNTERPOINT):
        yield from _own(context, places[counterpoint.place], "conceded", "`conceded` of ")
    for place, _ in context.groups:
        yield from _own(context, place, "warrant", "`warrant` of ")


def _own(
    context: Context, place: Place, key: str, part: str
) -> Iterator[tuple[Scalar, str, str | None]]:
    value = text_value(place.value, key)
    if value is not None and find_placeholder(value.value):
        name = context.map.name(place.index)
        yield value, f"{part}{place.kind.value} `{name}`", name

"""AM108 near-duplicate-text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.placeholders import find_placeholder
from argmap.check.rule import Finding, rule
from argmap.check.structure import last_below, written_text
from argmap.diagnostics import Severity
from argmap.model.map import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context
    from argmap.model.map import Place


@rule("AM108", "near-duplicate-text", severity=Severity.WARNING, since="0.1.0", occasion="likeness")
def check(context: Context) -> Iterator[Finding]:
    """Two nodes that say the same.

    Why:
        What is said twice is supported twice, answered twice and changed in one place only. One
        point with two texts also hides how the argument hangs together: a counterpoint that meets
        one of them meets the other as well. Texts that differ in a number or a negation are not
        taken for the same.

    Mend:
        Give the first an `id`, and write `- ref: …` in place of the other. If they differ, say in
        the texts in what. Below the first itself a `ref` would only go round in a circle.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: Two thirds of the visitors walked past the tablet.
              cite: survey
            - claim: The tablet is hardly seen at home.
              because:
                - evidence: Two thirds of the visitors walked past the tablet!
                  cite: survey

    Clean:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - ref: visitors
            - claim: The tablet is hardly seen at home.
              because:
                - evidence: Two thirds of the visitors walked past the tablet.
                  id: visitors
                  cite: survey

    Source:
        Chaudhuri, S., Ganti, V. & Kaushik, R. (2006), A primitive operator for similarity joins in
        data cleaning, ICDE 2006, for how pairs are found.
    """
    nodes, places = context.graph.nodes, context.map.places
    told = {*context.said_again.shadows, *context.said_again.repeated_claims}  # AM111, AM405
    last = last_below(context.map)
    for first, later in context.likeness.pairs:
        place = places[nodes[later].place]
        if later in told or _is_told_elsewhere(context, places[nodes[first].place], place):
            continue
        texts = written_text(places[nodes[first].place]), written_text(place)
        if any(text is None or find_placeholder(text) for text in texts):
            continue
        told.add(later)
        own, other = context.name(later), context.name(first)
        yield Finding(
            context.text_span(later),
            _told(context, first, later),
            _mend(nodes[first].model.id, is_below=place.index <= last[nodes[first].place]),
            own,
            (context.related(first, f"`{other}` says it first"),),
        )


def _told(context: Context, first: int, later: int) -> str:
    nodes, places = context.graph.nodes, context.map.places
    own, other = context.name(later), context.name(first)
    if places[nodes[first].place].value is places[nodes[later].place].value:
        return f"`{other}` is written once and repeated as `{own}` by a YAML alias"
    how = "the same" if nodes[first].text == nodes[later].text else "nearly the same"
    return f"`{own}` says {how} as `{other}`"


def _mend(first_id: str | None, *, is_below: bool) -> str:
    if is_below:  # a reference would close a circle
        return "it stands below that: say in what it differs, or remove it"
    if first_id is not None:
        return f"write `- ref: {first_id}` in place of it"
    return "give the first an `id`, and write `- ref: …` in place of this"


def _is_told_elsewhere(context: Context, first: Place, later: Place) -> bool:
    """Tell whether another finding names the alias that repeats a node: by its id, or above it."""
    if first.value is not later.value:
        return False
    places = context.map.places
    is_below = first.parent != later.parent and ROOT not in {first.parent, later.parent}
    is_part = is_below and places[first.parent].value is places[later.parent].value
    return is_part or getattr(later.model, "id", None) is not None

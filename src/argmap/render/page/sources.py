"""What a page knows of the sources that a map cites: plain values, made by whoever has them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model.citation import Citation

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where quoted words stand in a passage; offsets are code points into `Passage.text`."""

    passage: int
    """Number of the paragraph, from 1."""
    start: int
    end: int
    """Exclusive."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What comparing a citation with its source came to."""

    is_verified: bool | None
    """Whether the source holds what is cited; None where nothing can be told."""
    paragraphs: tuple[int, ...] = ()
    """Where the quoted words stand, from 1."""
    spots: tuple[Spot, ...] = ()
    """Where exactly; none without a text."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A numbered paragraph of a source."""

    nodes: tuple[int, ...] = ()
    """Nodes that cite it, in document order."""
    text: str | None = None
    """As a reader sees it; None where it is not to be shown."""
    page: int | None = None
    """Page of a PDF that it begins on, from 1."""
    headings: tuple[tuple[int, str], ...] = ()
    """The headings right above it, each with its level from 1."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A source that is shown beside the map."""

    passages: tuple[Passage, ...]
    """All its paragraphs; the first is number 1."""
    whole: tuple[int, ...] = ()
    """Nodes that cite it and none of its paragraphs."""


@dataclass(frozen=True, slots=True)
class PageSources:
    """All that is at hand of a map's sources."""

    readings: Mapping[str, Reading] = field(default_factory=dict)
    """What is shown beside the map, by the name of the source; the article first."""
    checked: Mapping[tuple[int, Citation], Checked] = field(default_factory=dict)
    """Citations that were compared with their sources, by node and citation."""


NO_SOURCES = PageSources()
"""Nothing is at hand."""


def write_readings(sources: PageSources) -> list[Json]:
    """Give what is shown beside the map, as JSON; absent keys mean «none»."""
    return [
        {
            "source": name,
            "passages": [_passage(passage) for passage in reading.passages],
            **({"whole": list(reading.whole)} if reading.whole else {}),
        }
        for name, reading in sources.readings.items()
    ]


def _passage(passage: Passage) -> Json:
    values = {
        "text": passage.text,
        "page": passage.page,
        "nodes": list(passage.nodes) or None,
        "headings": [list(heading) for heading in passage.headings] or None,
    }
    return {key: value for key, value in values.items() if value is not None}


def write_checked(sources: PageSources, node: int, citation: Citation) -> Json:
    """Give what comparing a citation with its source came to, as JSON."""
    checked = sources.checked.get((node, citation))
    if checked is None:
        return {}
    reading = sources.readings.get(citation.source)
    passages = reading.passages if reading is not None else ()
    return {
        "verified": checked.is_verified,
        "found": list(checked.paragraphs) or None,
        "spots": [
            [spot.passage, *_units(passages[spot.passage - 1].text or "", spot)]
            for spot in checked.spots
        ]
        or None,
    }


def _units(text: str, spot: Spot) -> tuple[int, int]:
    """Give offsets as scripts of a page count them: in units of UTF-16."""
    if text.isascii():
        return spot.start, spot.end
    before = spot.start + sum(sign > "\uffff" for sign in text[: spot.start])
    inside = text[spot.start : spot.end]
    return before, before + len(inside) + sum(sign > "\uffff" for sign in inside)

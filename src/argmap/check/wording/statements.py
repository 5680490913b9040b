"""The texts of a map whose wording can be judged."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from argmap.check.structure import written_text
from argmap.check.wording.language import find_language
from argmap.model.nodes import Kind
from argmap.source.tree import Scalar

if TYPE_CHECKING:
    from collections.abc import Collection

    from argmap.check.facts import Facts
    from argmap.check.wording.language import Language
    from argmap.diagnostics import Span
    from argmap.graph.types import GraphNode


class Worded(NamedTuple):
    """A node whose text can be judged."""

    facts: Facts
    node: GraphNode
    language: Language

    @property
    def text(self) -> str:
        """What the node says."""
        return self.node.text

    @property
    def folded(self) -> str:
        """The text as its words only."""
        return self.facts.likeness.folded[self.node.index]

    @property
    def name(self) -> str:
        """The node's id or address."""
        return self.facts.name(self.node.index)

    @property
    def subject(self) -> str:
        """How a message names the node."""
        return f"{self.node.kind.value} `{self.name}`"

    @property
    def span(self) -> Span:
        """Where the text stands."""
        return self.facts.text_span(self.node.index)

    def span_within(self, start: int, end: int) -> Span:
        """Give the span of a part of the text; of the whole where the file does not show it.

        The part is found by its words, since lines may be folded and signs escaped.
        """
        source = self.facts.map
        place = source.places[self.node.place]
        value = place.value.get(place.key.value)
        pattern = re.compile(r"\s+".join(map(re.escape, self.text[start:end].split())))
        earlier = sum(1 for found in pattern.finditer(self.text) if found.start() < start)
        # only a text that is written as a scalar is judged
        start, end = (value.start, value.end) if isinstance(value, Scalar) else (0, 0)
        written = pattern.finditer(source.text.content, start, end)
        found = next(islice(written, earlier, None), None)
        return self.span if found is None else source.text.span(*found.span())


def find_worded(facts: Facts) -> dict[Kind, list[Worded]]:
    """Give the nodes of each kind whose text can be judged, where the language is known.

    A text in which reading met an error (AM001) may not be what its author wrote.
    """
    kinds = (Kind.CLAIM, Kind.COUNTERPOINT, Kind.ASSUMPTION, Kind.EVIDENCE)
    language = find_language(facts.map.header.lang)
    if language is None:
        return {}
    broken = {found.span.line for found in facts.met_while_reading("AM001")}
    places = facts.map.places
    return {
        kind: [
            Worded(facts, node, language)
            for node in facts.sound(kind)
            if facts.is_written(node.index)
            and written_text(places[node.place]) is not None
            and not (broken and _is_on(facts.text_span(node.index), broken))
        ]
        for kind in kinds
    }


def _is_on(span: Span, lines: Collection[int]) -> bool:
    return any(line in lines for line in range(span.line, span.end_line + 1))

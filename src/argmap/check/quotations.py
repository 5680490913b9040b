"""The citations of a map, compared with what is at hand of their sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.source.tree import Mapping as YamlMapping
from argmap.source.tree import Scalar, Sequence
from argmap.source.verdicts import QuoteStatus, QuoteVerdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.diagnostics import Span
    from argmap.graph.types import Graph, GraphNode
    from argmap.model.citation import Citation
    from argmap.source.material import Material
    from argmap.source.tree import Value


@dataclass(frozen=True, slots=True)
class Compared:
    """A citation whose source is at hand, and what comparing the two came to."""

    node: GraphNode
    citation: Citation
    value: Value
    """The citation as it is written."""
    material: Material
    is_out_of_range: bool
    """Whether it names paragraphs that the source has not."""
    verdict: QuoteVerdict | None
    """What looking its quotation up came to; None without one, where it is out of range, and where
    nothing can be told."""

    @property
    def is_verified(self) -> bool | None:
        """Tell whether the source holds what is cited; None where nothing can be told."""
        if self.is_out_of_range:
            return False
        if self.citation.quote is not None:
            return None if self.verdict is None else self.verdict.status.is_verified
        is_known = self.citation.at is not None and self.material.paragraph_count is not None
        return True if is_known else None

    @property
    def paragraphs(self) -> str:
        """Name the paragraphs cited: `paragraph 4`, `paragraphs 4-6`; nothing without any."""
        at = self.citation.at
        if at is None:
            return ""
        return f"{'paragraph' if at.first == at.last else 'paragraphs'} {at}"

    def quote_span(self, graph: Graph) -> Span:
        """Give the span of the quotation."""
        return graph.map.span_of(self._part("quote") or self.value)

    def locator_span(self, graph: Graph) -> Span:
        """Give the span of the paragraph numbers."""
        if self.at_value is not None:
            return graph.map.span_of(self.at_value)
        text = graph.map.text
        at = text.content.rfind(str(self.citation.at), self.value.start, self.value.end)
        if at < 0:
            return graph.map.span_of(self.value)
        return text.span(at, at + len(str(self.citation.at)))

    def _part(self, key: str) -> Scalar | None:
        found = self.value.get(key) if isinstance(self.value, YamlMapping) else None
        return found if isinstance(found, Scalar) else None

    @property
    def at_value(self) -> Scalar | None:
        """What is written under `at`; None in the short form."""
        return self._part("at")

    def stands(self, *statuses: QuoteStatus) -> bool:
        """Tell whether looking the quotation up came to one of some statuses."""
        return self.verdict is not None and self.verdict.status in statuses


def compare_citations(graph: Graph, materials: Mapping[str, Material]) -> list[Compared]:
    """Compare every citation of a source that is at hand with the source.

    Nodes whose own writing has an error are passed over.
    """
    if not materials:
        return []
    named = {
        name
        for name, source in graph.sources.items()
        if name in materials and (source.text is not None or source.fingerprint is not None)
    }
    return [
        _compare(node, citation, value, materials[citation.source])
        for node in graph.nodes
        if named and node.model.cite and node.index not in graph.unsound
        for citation, value in _written(graph, node)
        if citation.source in named
    ]


def _written(graph: Graph, node: GraphNode) -> Iterator[tuple[Citation, Value]]:
    value = graph.map.places[node.place].value.get("cite")
    items = value.items if isinstance(value, Sequence) else [value]
    yield from zip(node.model.cite, filter(None, items), strict=False)


def _compare(node: GraphNode, citation: Citation, value: Value, material: Material) -> Compared:
    count = material.paragraph_count
    at = citation.at
    is_past = count is not None and at is not None and at.last > count
    verdict = None if citation.quote is None or is_past else _look_up(citation, material)
    return Compared(node, citation, value, material, is_past, verdict)


def _look_up(citation: Citation, material: Material) -> QuoteVerdict | None:
    quote, at = citation.quote or "", citation.at
    if not has_words(quote):  # a full stop stands in every text
        is_at_hand = material.paragraph_count is not None
        return QuoteVerdict(QuoteStatus.MISSING) if is_at_hand else None
    first, last = (None, None) if at is None else (at.first, at.last)
    return material.find_quote(quote, first, last)


def has_words(quote: str) -> bool:
    """Tell whether a quotation holds a letter or a digit; signs alone are none.

    >>> has_words("— … ?")
    False
    """
    return any(map(str.isalnum, quote))


def name_paragraphs(verdict: QuoteVerdict) -> str:
    """Name the paragraphs where a quotation stands: `paragraph 4`, `paragraphs 4, 7`."""
    from argmap.check.coverage import spell_numbers

    numbers = sorted({match.paragraph for match in verdict.matches})
    return f"{'paragraph' if len(numbers) == 1 else 'paragraphs'} {spell_numbers(numbers)}"

"""Which paragraphs of a source a map's nodes cite."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.graph.types import Graph, GraphNode
    from argmap.model.citation import Citation
    from argmap.source.material import Material


@dataclass(frozen=True, slots=True)
class Coverage:
    """A source's paragraphs with the nodes that cite each."""

    source: str
    """Its name in the map."""
    nodes: tuple[tuple[int, ...], ...]
    """For each paragraph the nodes that cite it, in document order."""
    exempt: frozenset[int] = frozenset()
    """Paragraphs, from 1, that need no citation: they argue nothing."""

    @property
    def counted(self) -> list[int]:
        """Give the paragraphs, from 1, that are to be cited."""
        return [number for number in range(1, len(self.nodes) + 1) if number not in self.exempt]

    @property
    def uncovered(self) -> list[int]:
        """Give the paragraphs, from 1, that no node cites and that are not exempt."""
        return [number for number in self.counted if not self.nodes[number - 1]]

    @property
    def share(self) -> float:
        """Give the part, from 0 to 1, of the paragraphs counted that some node cites."""
        counted = len(self.counted)
        return 1.0 if not counted else 1 - len(self.uncovered) / counted


def find_coverage(
    graph: Graph, source: str, material: Material, exempt: Iterable[int] = ()
) -> Coverage | None:
    """Find which nodes cite each paragraph of a source.

    A citation without paragraphs counts for those where its quotation stands; one without either
    is of the source as a whole, and counts for none.

    Args:
        graph: the map's argument.
        source: name of the source.
        material: what is at hand of it.
        exempt: paragraphs, from 1, that need no citation.

    Returns:
        The coverage; None where it is not known how many paragraphs the source has.
    """
    count = material.paragraph_count
    if count is None:
        return None
    nodes: list[dict[int, None]] = [{} for _ in range(count)]
    for node, citation in citations_of(graph, source):
        for number in _paragraphs(citation, material):
            nodes[number - 1][node.index] = None
    return Coverage(source, tuple(map(tuple, nodes)), frozenset(exempt))


def citations_of(graph: Graph, source: str) -> Iterator[tuple[GraphNode, Citation]]:
    """Give each citation of a source with the node that it stands at, in document order."""
    for node in graph.nodes:
        for citation in node.model.cite:
            if citation.source == source:
                yield node, citation


def _paragraphs(citation: Citation, material: Material) -> Iterable[int]:
    if citation.at is not None:
        return range(citation.at.first, min(citation.at.last, material.paragraph_count or 0) + 1)
    verdict = None if citation.quote is None else material.find_quote(citation.quote)
    if verdict is None or not verdict.status.is_verified:
        return ()
    return [match.paragraph for match in verdict.matches]


def spell_numbers(numbers: Iterable[int]) -> str:
    """Write numbers in ascending order, neighbours as a range.

    >>> spell_numbers([1, 2, 3, 7, 9, 10])
    '1-3, 7, 9-10'
    """
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][-1] + 1:
            ranges[-1] = [ranges[-1][0], number]
        else:
            ranges.append([number])
    return ", ".join("-".join(map(str, part)) for part in ranges)

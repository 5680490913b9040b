"""Which of several ways to explain something is the shortest."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_MOST = 1 << 60
"""A length past which no difference is made: what is used twice counts twice."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to explain a node."""

    demands: tuple[tuple[int, ...], ...]
    """For each demand the nodes of which one must be explained."""
    steps: int = 1
    """Steps that it takes besides."""


class _Open:
    """A way with demands that nothing meets yet."""

    def __init__(self, node: int, number: int, way: Way) -> None:
        self.node = node
        self.number = number
        self.length = way.steps
        self.met: list[int | None] = [None] * len(way.demands)
        self.missing = len(way.demands)


def find_shortest(
    node: int, ways_of: Callable[[int], Sequence[Way]]
) -> dict[int, tuple[int, tuple[int, ...]]]:
    """Choose for each node the way that explains it in the fewest steps.

    Ways are completed from the ends upward, the shortest first (Knuth 1977, «A generalization of
    Dijkstra's algorithm», Information Processing Letters 6); n log n. A node that is used twice
    counts twice: to count it once would be as hard as covering sets.

    Args:
        node: what is to be explained.
        ways_of: gives the ways to explain a node.

    Returns:
        For each node that can be explained without a circle the number of its way, and for each
        demand of that way the node that meets it. Of equals the first is chosen.
    """
    heap: list[tuple[int, int, int, _Open]] = []
    waits: dict[int, list[tuple[_Open, int]]] = {}
    for opened, way in _iter_ways(node, ways_of):
        if not way.demands:
            heappush(heap, (opened.length, opened.node, opened.number, opened))
        for at, demand in enumerate(way.demands):
            for other in demand:
                waits.setdefault(other, []).append((opened, at))
    chosen: dict[int, tuple[int, tuple[int, ...]]] = {}
    while heap:
        length, found, number, way_found = heappop(heap)
        if found in chosen:
            continue
        chosen[found] = number, tuple(one for one in way_found.met if one is not None)
        for opened, at in waits.get(found, ()):
            if opened.met[at] is None:
                opened.met[at] = found
                opened.missing -= 1
                opened.length = min(opened.length + length, _MOST)
                if not opened.missing:
                    heappush(heap, (opened.length, opened.node, opened.number, opened))
    return chosen


def _iter_ways(node: int, ways_of: Callable[[int], Sequence[Way]]) -> Iterator[tuple[_Open, Way]]:
    """Yield the ways to explain a node, and all that they may come to."""
    seen, waiting = {node}, [node]
    while waiting:
        here = waiting.pop()
        for number, way in enumerate(ways_of(here)):
            yield _Open(here, number, way), way
            for demand in way.demands:
                new = set(demand) - seen
                waiting += new
                seen |= new

"""Walks over the graph: circles of support, what rests on what. All iterative."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from argmap.graph.types import AttackType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.graph.types import Attack, Graph


def affected_by(graph: Graph, seeds: Iterable[int]) -> frozenset[int]:
    """Give the nodes whose status may depend on any of the seeds, seeds included."""
    found = set(seeds)
    waiting = list(found)
    while waiting:
        for node in dependents(graph, waiting.pop()):
            if node not in found:
                found.add(node)
                waiting.append(node)
    return frozenset(found)


def dependents(graph: Graph, node: int) -> list[int]:
    """Give the nodes whose status may depend on a node directly."""
    conclusions = [graph.reasons[reason].conclusion for reason in graph.reasons_from[node]]
    attacks = (graph.attacks[number] for number in graph.attacks_by[node])
    conclusions.extend(attacked_node(graph, attack) for attack in attacks)
    return conclusions


def attacked_node(graph: Graph, attack: Attack) -> int:
    """Give the node that an attack speaks against, itself or by a step to it."""
    is_rebut = attack.type is AttackType.REBUT
    return attack.target if is_rebut else graph.reasons[attack.target].conclusion


def support_of(graph: Graph) -> list[list[int]]:
    """Give for each node the nodes that its reasons need, each once, in document order."""
    steps = [reason.needs for reason in graph.reasons]
    support: list[list[int]] = []
    for reasons in graph.reasons_for:
        below = [node for number in reasons for node in steps[number]]
        support.append(list(dict.fromkeys(below)) if len(reasons) > 1 else below)
    return support


def find_circles(edges: Sequence[Sequence[int]]) -> list[list[int]]:
    """Give the strongly connected components that hold a circle, each sorted.

    Tarjan 1972, without recursion.

    Args:
        edges: for each node the nodes it points at.
    """
    if len(sort_upward(edges)) == len(edges):  # nearly always, and told in a third of the time
        return []
    search = _CircleSearch(edges)
    for root in range(len(edges)):
        if search.order[root] < 0:
            search.visit_from(root)
    return sorted(search.circles)


class _CircleSearch:
    def __init__(self, edges: Sequence[Sequence[int]]) -> None:
        self.edges = edges
        self.order = [-1] * len(edges)
        self.circles: list[list[int]] = []
        self._low = [0] * len(edges)
        self._is_open = bytearray(len(edges))
        self._trail: list[int] = []
        self._count = 0

    def visit_from(self, root: int) -> None:
        frames = [self._enter(root)]
        while frames:
            node, below = frames[-1]
            child = self._next_new(node, below)
            if child is not None:
                frames.append(self._enter(child))
                continue
            frames.pop()
            if frames:
                above = frames[-1][0]
                self._low[above] = min(self._low[above], self._low[node])
            if self._low[node] == self.order[node]:
                self._close(node)

    def _enter(self, node: int) -> tuple[int, Iterator[int]]:
        self.order[node] = self._low[node] = self._count
        self._count += 1
        self._trail.append(node)
        self._is_open[node] = 1
        return node, iter(self.edges[node])

    def _next_new(self, node: int, below: Iterator[int]) -> int | None:
        for child in below:
            if self.order[child] < 0:
                return child
            if self._is_open[child]:
                self._low[node] = min(self._low[node], self.order[child])
        return None

    def _close(self, node: int) -> None:
        component: list[int] = []
        while not component or component[-1] != node:
            component.append(self._trail.pop())
            self._is_open[component[-1]] = 0
        if len(component) > 1 or node in self.edges[node]:
            self.circles.append(sorted(component))


def shortest_circle(edges: Sequence[Sequence[int]], members: Sequence[int]) -> list[int]:
    """Give a shortest circle through the first member that stays among the members.

    Returns:
        The nodes of the circle in the order of the edges, the first not repeated at the end.
    """
    start = members[0]
    inside = set(members)
    came_from: dict[int, int] = {}
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        for below in edges[node]:
            if below == start:
                path = [node]
                while path[-1] != start:
                    path.append(came_from[path[-1]])
                return path[::-1]
            if below in inside and below not in came_from:
                came_from[below] = node
                waiting.append(below)
    return [start]


def sort_upward(edges: Sequence[Sequence[int]]) -> list[int]:
    """Give the nodes so that each comes after all it points at (Kahn 1962).

    Nodes on a circle, and those from which one is reached, are left out.

    Args:
        edges: for each node the nodes it points at.
    """
    above: list[list[int]] = [[] for _ in edges]
    missing = [len(below) for below in edges]
    for node, below in enumerate(edges):
        for other in below:
            above[other].append(node)
    order = [node for node, count in enumerate(missing) if not count]
    for node in order:
        for other in above[node]:
            missing[other] -= 1
            if not missing[other]:
                order.append(other)
    return order

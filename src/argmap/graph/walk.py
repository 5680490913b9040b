"""Walks over the graph: circles of support, what rests on what. All iterative."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence

from argmap.graph.build import needs
from argmap.graph.types import AttackType, Graph


def affected_by(graph: Graph, seeds: Iterable[int]) -> frozenset[int]:
    """Give the nodes whose status may depend on any of the seeds, seeds included."""
    found = set(seeds)
    waiting = list(found)
    while waiting:
        for node in _dependents(graph, waiting.pop()):
            if node not in found:
                found.add(node)
                waiting.append(node)
    return frozenset(found)


def _dependents(graph: Graph, node: int) -> list[int]:
    conclusions = [graph.reasons[reason].conclusion for reason in graph.reasons_from[node]]
    for number in graph.attacks_by[node]:
        attack = graph.attacks[number]
        is_rebut = attack.type is AttackType.REBUT
        conclusions.append(attack.target if is_rebut else graph.reasons[attack.target].conclusion)
    return conclusions


def support_of(graph: Graph) -> list[list[int]]:
    """Give for each node the nodes that its reasons need, each once, in document order."""
    support: list[list[int]] = []
    for reasons in graph.reasons_for:
        below = [node for number in reasons for node in needs(graph.reasons[number])]
        support.append(list(dict.fromkeys(below)) if len(below) > 1 else below)
    return support


def find_circles(edges: Sequence[Sequence[int]]) -> list[list[int]]:
    """Give the strongly connected components that hold a circle, each sorted.

    Tarjan 1972, without recursion.

    Args:
        edges: for each node the nodes it points at.
    """
    order: list[int] = [-1] * len(edges)
    low: list[int] = [0] * len(edges)
    is_open = bytearray(len(edges))
    trail: list[int] = []
    circles: list[list[int]] = []
    count = 0
    for root in range(len(edges)):
        if order[root] >= 0:
            continue
        frames = [(root, 0)]
        while frames:
            node, step = frames.pop()
            if step == 0:
                order[node] = low[node] = count
                count += 1
                trail.append(node)
                is_open[node] = 1
            elif is_open[edges[node][step - 1]]:
                low[node] = min(low[node], low[edges[node][step - 1]])
            while step < len(edges[node]) and order[edges[node][step]] >= 0:
                if is_open[edges[node][step]]:
                    low[node] = min(low[node], order[edges[node][step]])
                step += 1
            if step < len(edges[node]):
                frames += [(node, step + 1), (edges[node][step], 0)]
            elif low[node] == order[node]:
                component = _close(trail, is_open, node)
                if len(component) > 1 or node in edges[node]:
                    circles.append(sorted(component))
    return sorted(circles)


def _close(trail: list[int], is_open: bytearray, node: int) -> list[int]:
    component = []
    while True:
        member = trail.pop()
        is_open[member] = 0
        component.append(member)
        if member == node:
            return component


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

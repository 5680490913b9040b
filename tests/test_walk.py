"""Walks over the graph: circles against brute force, what rests on what, long chains."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import load
from argmap.graph.walk import (
    affected_by,
    find_circles,
    shortest_circle,
    sort_upward,
    support_of,
)
from tests.strategies import Data, maps, write
from tests.test_graph import graph_of

LONG = 50_000
Edges = list[list[int]]


@st.composite
def small_edges(draw: st.DrawFn) -> Edges:
    """Draw for each of some nodes the nodes it points at."""
    count = draw(st.integers(1, 6))
    nodes = st.integers(0, count - 1)
    return [draw(st.lists(nodes, max_size=3, unique=True)) for _ in range(count)]


def _reachable(edges: Edges) -> list[list[bool]]:
    count = range(len(edges))
    reached = [[b in edges[a] for b in count] for a in count]
    for middle, a, b in product(count, count, count):
        reached[a][b] = reached[a][b] or (reached[a][middle] and reached[middle][b])
    return reached


@given(small_edges())
def test_circles_are_those_that_brute_force_finds(edges: Edges) -> None:
    reached = _reachable(edges)
    expected = {
        tuple(b for b in range(len(edges)) if reached[a][b] and reached[b][a])
        for a in range(len(edges))
        if reached[a][a]
    }
    assert [tuple(circle) for circle in find_circles(edges)] == sorted(expected)


@given(small_edges())
def test_a_shortest_circle_is_one_and_none_is_shorter(edges: Edges) -> None:
    for members in find_circles(edges):
        circle = shortest_circle(edges, members)
        assert circle[0] == members[0]
        assert set(circle) <= set(members)
        assert len(set(circle)) == len(circle)
        steps_taken = zip(circle, [*circle[1:], circle[0]], strict=True)
        assert all(below in edges[node] for node, below in steps_taken)
        here = {circle[0]}
        for _ in range(len(circle) - 1):
            here = {below for node in here for below in edges[node]}
            assert circle[0] not in here


def test_without_a_circle_the_first_member_is_given() -> None:
    assert shortest_circle([[1], []], [0, 1]) == [0]


def test_support_names_each_node_once_in_order() -> None:
    graph = graph_of(
        "  claim: A.\n  because:\n  - premises: [{claim: B., id: b}, {claim: C., id: c}]\n"
        "  - {ref: c}\n  - {claim: D., id: d}\n"
    )
    assert support_of(graph) == [[1, 2, 3], [], [], []]


def test_what_is_affected_lies_above() -> None:
    graph = graph_of(
        "  claim: A.\n  id: a\n  because:\n"
        "  - claim: B.\n    id: b\n    because: [{evidence: E., id: e}]\n"
        "    unless: [{counterpoint: U., id: u, but: [{claim: V., id: v}]}]\n"
        "  - {claim: C., id: c}\n"
    )

    def affected(name: str) -> set[str]:
        return {graph.name(node) for node in affected_by(graph, [graph.by_id[name]])}

    assert affected("v") == {"v", "u", "b", "a"}
    assert affected("e") == {"e", "b", "a"}
    assert affected("c") == {"c", "a"}
    assert affected("a") == {"a"}
    assert affected_by(graph, []) == frozenset()


@settings(max_examples=100, deadline=None)
@given(maps(), st.data())
def test_more_seeds_affect_no_less(data: Data, drawn: st.DataObject) -> None:
    graph = load(write(data)).graph
    assert graph is not None
    nodes = st.integers(0, len(graph.nodes) - 1)
    seeds = drawn.draw(st.sets(nodes, max_size=3))
    one = drawn.draw(nodes)
    assert affected_by(graph, {*seeds, one}) == affected_by(graph, seeds) | affected_by(
        graph, [one]
    )


def test_a_long_chain_needs_no_recursion() -> None:
    chain = [[node + 1] for node in range(LONG - 1)]
    assert find_circles([*chain, []]) == []
    closed: Edges = [*chain, [0]]
    assert find_circles(closed) == [list(range(LONG))]
    assert shortest_circle(closed, range(LONG)) == list(range(LONG))


def test_a_long_chain_of_references_is_walked() -> None:
    count = 5_000
    links = "".join(
        f"- {{id: c{number}, claim: C., because: [{{ref: c{number + 1}}}]}}\n"
        for number in range(count)
    )
    graph = graph_of(f"{links}- {{id: c{count}, claim: C.}}\n")
    assert affected_by(graph, [count]) == frozenset(range(count + 1))
    assert find_circles(support_of(graph)) == []


@given(small_edges())
def test_sorted_upward_each_node_comes_after_what_it_points_at(edges: Edges) -> None:
    order = sort_upward(edges)
    place = {node: at for at, node in enumerate(order)}
    in_circle = {node for circle in find_circles(edges) for node in circle}
    assert len(place) == len(order)
    assert in_circle.isdisjoint(place)
    for node, below in enumerate(edges):
        assert (node in place) == (node not in in_circle and all(o in place for o in below))
        assert node not in place or all(place[other] < place[node] for other in below)

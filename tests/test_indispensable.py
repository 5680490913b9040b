"""What a node cannot do without: against taking each piece away, and on large maps."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import load
from argmap.evaluate import indispensable
from argmap.evaluate.indispensable import find_indispensable
from argmap.evaluate.labelling import is_grounded_of_itself
from argmap.evaluate.types import Status
from argmap.graph.walk import find_circles
from argmap.model.nodes import Kind
from tests.strategies import Data, maps, write

if TYPE_CHECKING:
    from argmap.evaluate.types import Evaluation
    from argmap.graph.types import Graph

HEAD = "argmap: 1\ntitle: T\nsources: {s: {title: S}}\nthesis:\n"


def judged(yaml: str) -> tuple[Graph, Evaluation]:
    """Give a map's graph and statuses."""
    argument = load(yaml)
    assert argument.graph is not None
    assert argument.evaluation is not None
    return argument.graph, argument.evaluation


def _reached_without(graph: Graph, evaluation: Evaluation, piece: int) -> set[int]:
    """Give what stands and is reached, when a piece no longer counts of itself."""
    reached = {
        node.index
        for node in graph.nodes
        if evaluation.status(node.index) is Status.STANDS
        and is_grounded_of_itself(graph, node.index)
        and node.index != piece
    }
    while True:
        new = {
            reason.conclusion
            for reason in graph.reasons
            if evaluation.reasons[reason.index].status is Status.STANDS
            and evaluation.status(reason.conclusion) is Status.STANDS
            and set(reason.needs) <= reached
        }
        if new <= reached:
            return reached
        reached |= new


@settings(max_examples=200, deadline=None)
@given(maps(), st.sampled_from([1, 2, 4096]))
def test_taking_a_piece_away_leaves_the_node_unreached(data: Data, block: int) -> None:
    graph, evaluation = judged(write(data))
    if find_circles(
        [[p for r in own for p in graph.reasons[r].needs] for own in graph.reasons_for]
    ):
        return
    standing = [n.index for n in graph.nodes if evaluation.status(n.index) is Status.STANDS]
    evidence = [node for node in standing if graph.nodes[node].kind is Kind.EVIDENCE]
    without = {piece: _reached_without(graph, evaluation, piece) for piece in evidence}
    expected = {
        node: [piece for piece in evidence if node not in without[piece]] for node in standing
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(indispensable, "_BLOCK", block)
        assert find_indispensable(graph, evaluation, standing, 99) == expected


def test_what_rests_on_a_circle_is_passed_over() -> None:
    graph, evaluation = judged(
        HEAD + "- claim: A.\n  id: a\n  because:\n  - {evidence: E., id: e, cite: s}\n"
        "  - {claim: B., because: [{ref: a}]}\n- {claim: C., id: c, because: [{ref: e}]}\n"
    )
    a, c, e = (graph.by_id[name] for name in "ace")
    assert find_indispensable(graph, evaluation, [a, c], 2) == {c: [e]}


def test_no_more_pieces_are_looked_for_than_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indispensable, "_BLOCK", 2)
    pieces = ", ".join(f"{{evidence: E{n}., cite: s}}" for n in range(9))
    graph, evaluation = judged(HEAD + f"  claim: A.\n  because: [{{premises: [{pieces}]}}]\n")
    assert find_indispensable(graph, evaluation, [0], 2) == {0: [1, 2]}
    assert find_indispensable(graph, evaluation, [0], 3) == {0: [1, 2, 3]}


@pytest.mark.parametrize("linked", [True, False], ids=["linked", "separate"])
def test_a_large_map_takes_seconds_at_most(*, linked: bool) -> None:
    """Many claims, each on either of two pieces: the worst for what is taken away one by one."""
    either = "[{{evidence: E{0}., cite: s}}, {{evidence: F{0}., cite: s}}]"
    claims = ", ".join(f"{{claim: C{n}., because: {either.format(n)}}}" for n in range(8_000))
    because = f"[{{premises: [{claims}]}}]" if linked else f"[{claims}]"
    graph, evaluation = judged(HEAD + f"  claim: A.\n  because: {because}\n")
    start = time.perf_counter()
    assert find_indispensable(graph, evaluation, [0], 2) == {0: []}
    assert time.perf_counter() - start < 5

"""What if: a node left out, defeated or taken to stand; and on which nodes the thesis hangs."""

from __future__ import annotations

from hypothesis import assume, given, settings

from argmap.evaluate.crux import find_cruxes
from argmap.evaluate.labelling import evaluate
from argmap.evaluate.local import changed_by_loss
from argmap.evaluate.types import Ground, Status, Supposition
from argmap.graph.walk import find_circles, support_of
from tests.render.drawing import read_case
from tests.strategies import maps, write


@given(maps())
@settings(max_examples=150, deadline=None)
def test_what_a_loss_changes_is_what_evaluating_anew_says(data: dict[str, object]) -> None:
    case = read_case(write(data))
    assume(not find_circles(support_of(case.graph)))
    for node in range(len(case.graph.nodes)):
        lost = frozenset((node,))
        for left_out, supposed in (
            (True, Supposition(without=lost)),
            (False, Supposition(defeated=lost)),
        ):
            anew = evaluate(case.graph, supposed)
            expected = {
                other: verdict.status
                for other, verdict in enumerate(anew.nodes)
                if other != node and verdict.status is not case.evaluation.status(other)
            }
            found = changed_by_loss(case.graph, case.evaluation, node, left_out=left_out)
            assert found == expected


def map_of(thesis: str) -> str:
    """Write a map of a thesis."""
    return f"argmap: 1\ntitle: T\nsources: {{s: {{title: S}}}}\nthesis: {thesis}\n"


SEEN = "{evidence: Seen., cite: s, id: e}"


def test_a_single_chain_is_crucial_link_by_link() -> None:
    case = read_case(
        map_of(f"{{claim: A., id: a, because: [{{claim: B., id: b, because: [{SEEN}]}}]}}")
    )
    found = find_cruxes(case.graph, case.evaluation)
    assert [case.graph.name(crux.node) for crux in found] == ["e", "b"]
    assert found[0].left_out == {0: Status.UNSUPPORTED, 1: Status.UNSUPPORTED}
    assert found[0].defeated == {0: Status.DEFEATED, 1: Status.DEFEATED}
    assert [crux.reach for crux in found] == [2, 1]


def test_what_has_another_reason_has_no_crux() -> None:
    other = "{evidence: Heard., cite: s}"
    case = read_case(map_of(f"{{claim: A., because: [{SEEN}, {other}]}}"))
    assert find_cruxes(case.graph, case.evaluation) == []


def test_an_attack_that_defeats_the_thesis_is_a_crux() -> None:
    against = "{counterpoint: B., id: b, because: [{evidence: F., cite: s, id: f}]}"
    case = read_case(map_of(f"{{claim: A., because: [{SEEN}], but: [{against}]}}"))
    found = find_cruxes(case.graph, case.evaluation)
    assert [case.graph.name(crux.node) for crux in found] == ["f", "e", "b"]
    assert found[0].left_out[0] is Status.STANDS
    assert found[1].left_out[0] is Status.UNSUPPORTED


def test_circles_of_support_are_evaluated_anew() -> None:
    loop = f"{{claim: B., id: b, because: [{{claim: C., because: [{{ref: b}}, {SEEN}]}}]}}"
    case = read_case(map_of(f"{{claim: A., because: [{loop}]}}"))
    found = {case.graph.name(crux.node): crux for crux in find_cruxes(case.graph, case.evaluation)}
    assert {"b", "e"} <= set(found)
    assert found["e"].left_out[0] is Status.UNSUPPORTED


@given(maps())
@settings(max_examples=60, deadline=None)
def test_suppositions_are_kept(data: dict[str, object]) -> None:
    case = read_case(write(data))
    for node in range(len(case.graph.nodes)):
        one = frozenset((node,))
        stands = evaluate(case.graph, Supposition(stands=one)).nodes[node]
        beaten = evaluate(case.graph, Supposition(defeated=one)).nodes[node]
        without = evaluate(case.graph, Supposition(without=one)).nodes[node]
        assert (stands.status, stands.ground) == (Status.STANDS, Ground.SUPPOSED)
        assert (beaten.status, beaten.ground) == (Status.DEFEATED, Ground.SUPPOSED)
        assert (without.status, without.ground) == (Status.UNSUPPORTED, Ground.LEFT_OUT)

"""Gradual strength: worked by hand, its bounds, what raises and lowers it, large maps."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import load
from argmap.evaluate.influence import DF_QUAD, Influence, linear_influence, probabilistic_sum
from argmap.evaluate.strength import find_strengths
from argmap.evaluate.weights import ASSUMPTION, CITED_EVIDENCE
from tests.strategies import Data, maps, walk, write

if TYPE_CHECKING:
    from argmap.graph.types import Graph

HEAD = "argmap: 1\ntitle: T\nsources: {s: {title: S}}\nthesis:\n"
SEEN = "{evidence: Seen., cite: s}"
SCORES = st.floats(0, 1)


def graph_of(yaml: str) -> Graph:
    """Give the graph of a map."""
    graph = load(yaml).graph
    assert graph is not None
    return graph


def strengths(yaml: str, semantics: Influence = DF_QUAD) -> dict[str, float | None]:
    """Give the strength of each node by its name."""
    graph = graph_of(HEAD + yaml)
    found = find_strengths(graph, semantics).nodes
    return {graph.name(node): strength for node, strength in enumerate(found)}


def evidence(weight: float) -> str:
    """Write evidence of some weight."""
    return f"{{evidence: Seen., cite: s, weight: {weight}}}"


@pytest.mark.parametrize(
    ("values", "expected"),
    [((), 0.0), ((0.3,), 0.3), ((0.5, 0.6), 0.8), ((0.5, 0.5, 0.5), 0.875), ((0.4, 1.0), 1.0)],
)
def test_strengths_add_up_as_the_paper_defines(values: tuple[float, ...], expected: float) -> None:
    """F() = 0, F(v) = v, f(v1, v2) = v1 + v2 - v1 * v2, and so on from left to right."""
    assert probabilistic_sum(values) == pytest.approx(expected)
    step = 0.0
    for value in values:
        step = step + value - step * value
    assert probabilistic_sum(values) == pytest.approx(step)


@pytest.mark.parametrize(
    ("base", "attack", "support", "expected"),
    [
        pytest.param(0.7, 0.4, 0.4, 0.7, id="even: the base score"),
        pytest.param(0.5, 0.8, 0.3, 0.25, id="attacked: v0 - v0 * (va - vs)"),
        pytest.param(0.5, 0.3, 0.8, 0.75, id="supported: v0 + (1 - v0) * (vs - va)"),
        pytest.param(0.9, 1.0, 0.0, 0.0, id="attacked with full force"),
        pytest.param(0.1, 0.0, 1.0, 1.0, id="supported with full force"),
        pytest.param(0.0, 0.2, 0.6, 0.4, id="nothing of its own"),
    ],
)
def test_base_and_difference_combine_as_the_paper_defines(
    base: float, attack: float, support: float, expected: float
) -> None:
    assert linear_influence(base, attack, support) == pytest.approx(expected)


@given(SCORES, SCORES, SCORES)
def test_a_small_difference_makes_no_leap(base: float, force: float, step: float) -> None:
    """What the name says: where attack and support come even, both formulas meet."""
    near = min(1.0, force + step * 1e-6)
    assert linear_influence(base, near, force) == pytest.approx(base, abs=2e-6)
    assert linear_influence(base, force, near) == pytest.approx(base, abs=2e-6)


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param("  claim: A.\n", {"thesis": 0.0}, id="bare claim"),
        pytest.param("  claim: A.\n  qualifier: certainly\n", {"thesis": 0.0}, id="mere words"),
        pytest.param("  claim: A.\n  weight: 0.4\n", {"thesis": 0.4}, id="a claim's own weight"),
        pytest.param(
            f"  claim: A.\n  because: [{SEEN}]\n", {"thesis": CITED_EVIDENCE}, id="one piece"
        ),
        pytest.param(
            f"  claim: A.\n  because: [{SEEN}, {SEEN}]\n", {"thesis": 0.99}, id="two pieces"
        ),
        pytest.param(
            "  claim: A.\n  because: [{evidence: Seen.}]\n", {"thesis": 0.0}, id="no citation"
        ),
        pytest.param(
            "  claim: A.\n  because: [{assumption: B.}]\n", {"thesis": ASSUMPTION}, id="assumed"
        ),
        pytest.param(
            "  claim: A.\n  because: [{evidence: B., cite: s, qualifier: possibly}]\n",
            {"thesis": 0.4},
            id="qualified evidence",
        ),
        pytest.param(
            f"  claim: A.\n  qualifier: possibly\n  because: [{SEEN}]\n",
            {"thesis": 0.4},
            id="put no surer than it is",
        ),
        pytest.param(
            f"  claim: A.\n  qualifier: possibly\n  weight: 0.2\n  because: [{evidence(0.5)}]\n",
            {"thesis": 0.6},
            id="a weight goes before a qualifier",
        ),
        pytest.param(
            f"  claim: A.\n  because: [{{premises: [{evidence(0.8)}, {evidence(0.3)}]}}]\n",
            {"thesis": 0.3},
            id="a step is as strong as its weakest premise",
        ),
        pytest.param(
            f"  claim: A.\n  because: [{{premises: [{SEEN}], warrant: {{assumption: W.}}}}]\n",
            {"thesis": ASSUMPTION},
            id="a warrant that is a node is needed",
        ),
        pytest.param(
            f"  claim: A.\n  because: [{evidence(0.8)}]\n"
            f"  but: [{{counterpoint: C., because: [{evidence(0.3)}]}}]\n",
            {"thesis": 0.5, "thesis.but[0]": 0.3},
            id="rebutted",
        ),
        pytest.param(
            f"  claim: A.\n  because: [{evidence(0.8)}]\n"
            f"  unless: [{{counterpoint: C., because: [{evidence(0.25)}]}}]\n",
            {"thesis": 0.6},
            id="undercut: 0.8 - 0.8 * 0.25",
        ),
        pytest.param(
            f"  claim: A.\n  because: [{evidence(0.8)}]\n  but:\n"
            f"  - {{counterpoint: C., conceded: So be it., because: [{evidence(0.3)}]}}\n",
            {"thesis": 0.8},
            id="conceded",
        ),
        pytest.param(
            f"  claim: A.\n  because: [{SEEN}]\n  but: [{{counterpoint: C.}}]\n",
            {"thesis": CITED_EVIDENCE, "thesis.but[0]": 0.0},
            id="a counterpoint without support",
        ),
        pytest.param(
            "  assumption: A.\n  but:\n  - counterpoint: B.\n    weight: 0.5\n"
            f"    because: [{evidence(0.5)}]\n    but:\n"
            "    - {assumption: C., but: [{assumption: D.}, {assumption: E.}]}\n"
            "    - {assumption: F.}\n",
            {
                # attacked by 0.75, then by 0.5625 with support 0.5, then by 0.46875
                "thesis.but[0].but[0]": 0.125,
                "thesis.but[0]": 0.46875,
                "thesis": 0.265625,
            },
            id="three levels",
        ),
    ],
)
def test_hand_worked(yaml: str, expected: dict[str, float]) -> None:
    found = strengths(yaml)
    assert {name: found[name] for name in expected} == pytest.approx(expected)


def test_a_reason_has_a_strength() -> None:
    yaml = f"  claim: A.\n  because: [{{premises: [{evidence(0.6)}, {SEEN}]}}, {evidence(0.2)}]\n"
    graph = graph_of(HEAD + yaml)
    assert find_strengths(graph).reasons == pytest.approx((0.6, 0.2))


@st.composite
def weighted_maps(draw: st.DrawFn) -> Data:
    """Draw a map some of whose nodes have a weight or a qualifier."""
    data = draw(maps())
    for node in walk(data["thesis"]):
        if "ref" in node or "premises" in node:
            continue
        if draw(st.booleans()):
            node["weight"] = draw(st.sampled_from([0, 0.25, 0.5, 1]))
        if draw(st.booleans()):
            node["qualifier"] = draw(st.sampled_from(["possibly", "certainly", "说不定"]))
    return data


@settings(max_examples=200, deadline=None)
@given(weighted_maps())
def test_strengths_stay_in_bounds_and_solve_their_equations(data: Data) -> None:
    graph = graph_of(write(data))
    found = find_strengths(graph)
    assert all(s is None or 0 <= s <= 1 for s in (*found.nodes, *found.reasons))
    for node in graph.nodes:
        model = node.model
        strength, weight = found.nodes[node.index], model.weight
        supports = [found.reasons[number] for number in graph.reasons_for[node.index]]
        attacks = [
            found.nodes[graph.attacks[number].source]
            for number in graph.attacks_on[node.index]
            if getattr(graph.nodes[graph.attacks[number].source].model, "conceded", None) is None
        ]
        if strength is None or weight is None or None in supports or None in attacks:
            continue
        support = probabilistic_sum([one for one in supports if one is not None])
        attack = probabilistic_sum([one for one in attacks if one is not None])
        assert strength == pytest.approx(linear_influence(weight, attack, support), abs=1e-6)


def _thesis(data: Data) -> float | None:
    return find_strengths(graph_of(write(data))).nodes[0]


def _without_references(data: Data) -> Data:
    """Let no node stand in two places, so that what helps one thing harms no other."""
    for node in walk(data["thesis"]):
        for key in ("because", "but", "unless", "premises"):
            if key in node:
                node[key] = [one for one in node[key] if "ref" not in one]
    return data


@settings(max_examples=150, deadline=None)
@given(weighted_maps(), SCORES)
def test_support_never_weakens_and_attack_never_strengthens(data: Data, weight: float) -> None:
    data = _without_references(data)
    thesis = data["thesis"]
    before = _thesis(data)
    new: dict[str, Any] = {"weight": weight}
    more = {"because": [*thesis.get("because", []), {"evidence": "N.", "cite": "essay"} | new]}
    less = {"but": [*thesis.get("but", []), {"counterpoint": "N."} | new]}
    supported = _thesis(data | {"thesis": thesis | more})
    attacked = _thesis(data | {"thesis": thesis | less})
    assert before is not None
    assert supported is not None
    assert attacked is not None
    assert attacked - 1e-9 <= before <= supported + 1e-9


@given(SCORES, SCORES, SCORES, SCORES)
def test_influence_is_monotone(base: float, attack: float, support: float, more: float) -> None:
    here = linear_influence(base, attack, support)
    assert linear_influence(max(base, more), attack, support) >= here - 1e-9
    assert linear_influence(base, max(attack, more), support) <= here + 1e-9
    assert linear_influence(base, attack, max(support, more)) >= here - 1e-9


def test_other_semantics_take_the_same_map() -> None:
    """Sums that are squared against 1, as in quadratic energy (Potyka 2018)."""

    def energy(base: float, attack: float, support: float) -> float:
        def impact(force: float) -> float:
            return max(force, 0) ** 2 / (1 + max(force, 0) ** 2)

        return base + (1 - base) * impact(support - attack) - base * impact(attack - support)

    other = Influence("quadratic-energy", sum, sum, energy)
    assert strengths(f"  claim: A.\n  because: [{evidence(1)}, {evidence(1)}]\n", other)[
        "thesis"
    ] == pytest.approx(0.8)


@pytest.mark.parametrize("shape", ["deep", "wide", "circle"])
def test_large_maps_take_seconds_at_most(shape: str) -> None:
    if shape == "deep":
        opened = "".join(f"{{claim: L{n}., because: [" for n in range(9_000))
        yaml = f"thesis: {opened}{SEEN}{']}' * 9_000}\n"
    elif shape == "wide":
        yaml = f"thesis: {{claim: A., because: [{', '.join([evidence(0.1)] * 20_000)}]}}\n"
    else:
        loop = (f"{{claim: L{n}., id: n{n}, but: [{{ref: n{n - 1}}}]}}" for n in range(1, 9_000))
        yaml = f"thesis: [{{claim: F., id: n0, but: [{{ref: n8999}}]}}, {', '.join(loop)}]\n"
    graph = graph_of(HEAD.replace("thesis:\n", "") + yaml)
    start = time.perf_counter()
    found = find_strengths(graph).nodes
    assert time.perf_counter() - start < 10
    assert found[0] == pytest.approx({"deep": CITED_EVIDENCE, "wide": 1.0, "circle": 0.0}[shape])

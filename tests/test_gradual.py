"""Gradual semantics against an independent library and against figures worked by hand."""

from __future__ import annotations

from random import Random

import pytest
from argumentation.core.dung import ArgumentationFramework
from argumentation.gradual.dfquad import dfquad_strengths
from argumentation.gradual.gradual import (
    WeightedBipolarGraph,
    quadratic_energy_strengths_discrete,
)
from argumentation.ranking.ranking import categoriser_scores

from argmap.evaluate.influence import (
    DF_QUAD,
    EULER,
    H_CATEGORIZER,
    INFLUENCES,
    QUADRATIC_ENERGY,
    Influence,
)
from argmap.evaluate.strength import find_strengths
from argmap.graph.types import AttackType, Graph
from tests.test_strength import graph_of

HEAD = "argmap: 1\ntitle: T\nsources: {s: {title: S}}\nthesis:\n"


def debate(random: Random, count: int, *, attacks_only: bool = False) -> Graph:
    """Make a map of so many weighted claims, each for or against earlier ones, as a debate."""
    kinds = ["but"] if attacks_only else ["because", "but"]
    below: dict[int, list[tuple[str, int]]] = {number: [] for number in range(count)}
    for number in range(1, count):
        below[random.randrange(number)].append((random.choice(kinds), number))
    weights = [round(random.random(), 3) for _ in range(count)]
    written: dict[int, str] = {}
    for number in reversed(range(count)):
        slots = {kind: [written[c] for k, c in below[number] if k == kind] for kind in kinds}
        lists = "".join(f", {kind}: [{', '.join(items)}]" for kind, items in slots.items() if items)
        written[number] = f"{{claim: C{number}, id: n{number}, weight: {weights[number]}{lists}}}"
    return graph_of(f"{HEAD}  {written[0]}\n")


def theirs(graph: Graph) -> WeightedBipolarGraph:
    """Write a map of weighted claims as the library's graph."""
    return WeightedBipolarGraph(
        arguments=frozenset(str(node.index) for node in graph.nodes),
        initial_weights={str(node.index): node.model.weight or 0.0 for node in graph.nodes},
        attacks=frozenset(
            (str(attack.source), str(attack.target))
            for attack in graph.attacks
            if attack.type is AttackType.REBUT
        ),
        supports=frozenset(
            (str(reason.premises[0]), str(reason.conclusion)) for reason in graph.reasons
        ),
    )


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize(
    ("influence", "reference"),
    [
        (DF_QUAD, dfquad_strengths),
        (QUADRATIC_ENERGY, quadratic_energy_strengths_discrete),
    ],
    ids=["df-quad", "quadratic-energy"],
)
def test_strengths_agree_with_an_independent_library(
    seed: int, influence: Influence, reference: object
) -> None:
    assert callable(reference)
    random = Random(seed)
    for _ in range(20):
        graph = debate(random, random.randint(1, 12))
        expected = reference(theirs(graph), tolerance=1e-12).strengths
        found = find_strengths(graph, influence).nodes
        for node, strength in enumerate(found):
            assert strength == pytest.approx(expected[str(node)], abs=1e-9)


def test_the_categorizer_agrees_with_an_independent_library() -> None:
    random = Random(3)
    for _ in range(100):
        graph = debate(random, random.randint(1, 12), attacks_only=True)
        for argument in graph.nodes:
            object.__setattr__(argument.model, "weight", 1.0)
        attacks = frozenset((str(a.source), str(a.target)) for a in graph.attacks)
        framework = ArgumentationFramework(
            frozenset(str(node.index) for node in graph.nodes), attacks
        )
        expected = categoriser_scores(framework, tolerance=1e-12).scores
        for node, strength in enumerate(find_strengths(graph, H_CATEGORIZER).nodes):
            assert strength == pytest.approx(expected[str(node)], abs=1e-9)


@pytest.mark.parametrize("influence", INFLUENCES.values(), ids=INFLUENCES)
def test_what_nothing_bears_on_keeps_its_weight(influence: Influence) -> None:
    graph = graph_of(f"{HEAD}  {{claim: A., weight: 0.3}}\n")
    assert find_strengths(graph, influence).nodes[0] == pytest.approx(0.3)


@pytest.mark.parametrize("influence", INFLUENCES.values(), ids=INFLUENCES)
def test_support_lifts_and_attacks_lower(influence: Influence) -> None:
    def thesis(below: str) -> float:
        found = find_strengths(
            graph_of(f"{HEAD}  {{claim: A., weight: 0.3, {below}}}\n"), influence
        )
        assert found.nodes[0] is not None
        return found.nodes[0]

    lifted = thesis("because: [{evidence: E., cite: s, weight: 0.8}]")
    lowered = thesis("but: [{counterpoint: E., weight: 0.8}]")
    assert lowered < 0.3 < lifted


def test_euler_by_hand() -> None:
    """Base 0.4, supported by 0.8: 1 - (1 - 0.16) / (1 + 0.4 e^0.8)."""
    graph = graph_of(
        f"{HEAD}  {{claim: A., weight: 0.4, because: [{{evidence: E., cite: s, weight: 0.8}}]}}\n"
    )
    found = find_strengths(graph, EULER).nodes[0]
    assert found == pytest.approx(1 - 0.84 / (1 + 0.4 * 2.225540928492468), abs=1e-12)

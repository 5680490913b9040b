"""Very deep maps: named shortly, judged to the end."""

from __future__ import annotations

from argmap import check, load


def _chain(levels: int) -> str:
    opened = "".join(f"{{claim: Level {n} is so., because: [" for n in range(levels))
    end = "{claim: The end is bare.}"
    return "argmap: 1\ntitle: T\nthesis: " + opened + end + "]}" * levels + "\n"


def test_names_of_deep_nodes_are_short() -> None:
    argument = load(_chain(500))
    assert argument.graph is not None
    graph = argument.graph
    last = len(graph.nodes) - 1
    address = graph.map.address(graph.nodes[last].place)
    assert len(address) > 5_000
    assert graph.by_name(address) == last
    assert graph.name(last) == "thesis.….because[0].because[0].because[0].because[0]"


def test_findings_at_every_level_stay_small() -> None:
    findings = check(_chain(3_000)).findings
    assert len(findings) == 3_001
    assert max(len(finding.problem.message) for finding in findings) < 500

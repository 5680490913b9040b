"""Expectations of other semantics and of strengths, and how `argmap test` reports them."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot
from jsonschema import Draft202012Validator

from argmap.app.load import load
from argmap.evaluate.expectation import iter_outcomes
from argmap.evaluate.influence import INFLUENCES
from argmap.evaluate.labelling import evaluate
from argmap.evaluate.labellings import Semantics
from argmap.evaluate.reading import Reading, evaluate_as
from argmap.evaluate.strength import find_strengths
from argmap.evaluate.types import Status
from argmap.graph.walk import find_circles, support_of
from argmap.model.expectation import EXPECT_KEYS, Expectation, Gradual
from argmap.model.schema import build_schema
from tests.render.drawing import read_case
from tests.strategies import maps, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.evaluate.outcome import Outcome
    from argmap.evaluate.types import Evaluation
    from argmap.graph.types import Graph
    from tests.conftest import Invoke

SEEN = "because: [{evidence: Seen., cite: s}]"
TWO = (
    f"{{claim: T., id: t, {SEEN}, but: [{{counterpoint: A., id: a, {SEEN}, but: "
    f"[{{claim: B., id: b, {SEEN}, but: [{{ref: a}}]}}]}}]}}"
)
"""Two that attack each other, one of them the thesis."""
THREE = (
    f"{{claim: A., id: a, {SEEN}, but: [{{claim: B., id: b, {SEEN}, but: "
    f"[{{claim: C., id: c, {SEEN}, but: [{{ref: a}}]}}]}}]}}"
)
"""Three that attack each other in a circle."""
CIRCLE = "{claim: A., id: a, because: [{claim: B., id: b, because: [{ref: a}]}]}"


def map_of(thesis: str, expect: str) -> str:
    """Write a map of a thesis with what is expected of it."""
    return (
        f"argmap: 1\ntitle: T\nsources: {{s: {{title: S}}}}\nthesis: {thesis}\nexpect: {expect}\n"
    )


def graph_of(content: str) -> Graph:
    """Give the graph of a map."""
    graph = load(content).graph
    assert graph is not None
    return graph


def outcomes_of(content: str, *, is_search: bool = True) -> list[Outcome]:
    """Compare a map with its expectations."""
    graph = graph_of(content)
    evaluation = evaluate(graph)

    def search(reading: Reading) -> Evaluation | None:
        return evaluate_as(graph, evaluation, reading)

    found = iter_outcomes(graph, evaluation, frozenset(), search if is_search else None)
    return list(found)


def shown(content: str, outcome: Outcome) -> str:
    """Give what an outcome points at."""
    span = outcome.span
    return content.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1]


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    """Write a map into an empty folder that is the working folder, and give its name."""
    monkeypatch.chdir(tmp_path)

    def write_map(content: str) -> str:
        Path("map.yaml").write_text(content, encoding="utf-8")
        return "map.yaml"

    return write_map


def test_the_format_knows_the_semantics_that_there_are() -> None:
    assert set(Gradual) == set(INFLUENCES)
    others = {semantics.value for semantics in Semantics} - {Semantics.GROUNDED.value}
    assert set(EXPECT_KEYS) == {*Status, *others, "strength"}
    aliases = {name.replace("_", "-") for name in Expectation.field_names()}
    assert set(EXPECT_KEYS) == aliases


@pytest.mark.parametrize(
    ("expect", "is_right"),
    [
        ({"stable": {"skeptical": {"stands": "a"}}, "strength": {"a": 0.5, "b": {"at": 1}}}, True),
        ({"semi-stable": {"credulous": {"undecided": ["a"]}}, "strength": {}}, True),
        ({"strength": {"a": {"at": 0.5, "within": 0, "by": "euler"}}}, True),
        ({"strength": {"a": {"at": 0.5, "by": "vote"}}}, False),
        ({"strength": {"a": {"within": 0.5}}}, False),
        ({"strength": {"a": 50}}, False),
        ({"stable": {"stands": ["a"]}}, False),
        ({"semi_stable": {"credulous": {"stands": ["a"]}}}, False),
    ],
)
def test_the_schema_knows_what_may_be_expected(expect: dict[str, Any], *, is_right: bool) -> None:
    data = {"argmap": 1, "title": "T", "thesis": {"claim": "A.", "id": "a"}, "expect": expect}
    assert Draft202012Validator(build_schema()).is_valid(data) == is_right
    assert (load(json.dumps(data, indent=1)).problems == ()) == is_right


def test_each_semantics_is_compared_with_its_own_labellings() -> None:
    content = map_of(
        TWO,
        "{undecided: [a, b, t], complete: {skeptical: {undecided: [a]}, credulous: {stands: b}}, "
        "stable: {skeptical: {undecided: [t]}, credulous: {stands: [t, a, b], unsupported: []}}}",
    )
    assert [(one.text, one.failure) for one in outcomes_of(content)] == [
        ("a: undecided", None),
        ("b: undecided", None),
        ("t: undecided", None),
        ("a: undecided (complete, skeptical)", None),
        ("b: stands (complete, credulous)", None),
        ("t: undecided (stable, skeptical)", None),
        ("t: stands (stable, credulous)", None),
        ("a: stands (stable, credulous)", None),
        ("b: stands (stable, credulous)", None),
        ("none: unsupported (stable, credulous)", None),
    ]


def test_what_fails_points_at_its_name_and_says_what_is_found() -> None:
    content = map_of(
        TWO,
        "{preferred: {skeptical: {stands: [t], undecided: []}, credulous: {defeated: [a, no]}}}",
    )
    assert [
        (shown(content, one), one.found, one.failure) for one in outcomes_of(content)
    ] == snapshot(
        [
            ("t", Status.UNDECIDED, "`t` is undecided (preferred, skeptical), expected to stand"),
            (
                "undecided",
                Status.UNDECIDED,
                "no node is expected to be undecided (preferred, skeptical), found `t`, `a`, `b`",
            ),
            ("a", Status.STANDS, "`a` stands (preferred, credulous), expected to be defeated"),
            ("no", None, "there is no node `no`"),
        ]
    )


def test_a_slip_leaves_the_other_expectations_what_they_are() -> None:
    content = map_of(
        TWO,
        "{undecided: [t], preferred: {sceptical: {stands: [t]}, credulous: {stands: [t]}}, "
        "strength: {a: {at: 60%, by: eular}, thesis: {at: 0.9}}}",
    )
    assert len(load(content).problems) == 3
    assert [one.text for one in outcomes_of(content)] == [
        "t: undecided",
        "t: stands (preferred, credulous)",
        "thesis: strength 0.9",
    ]


def test_where_no_labelling_is_stable_nothing_holds() -> None:
    content = map_of(
        THREE, "{stable: {skeptical: {stands: [a], undecided: []}, credulous: {defeated: [a]}}}"
    )
    assert [one.failure for one in outcomes_of(content)] == [
        "`a` is expected to stand (stable, skeptical), and there is no stable labelling",
        "no node is expected to be undecided (stable, skeptical), and there is no stable labelling",
        "`a` is expected to be defeated (stable, credulous), and there is no stable labelling",
    ]
    assert not any(one.is_untold for one in outcomes_of(content))


def test_support_in_a_circle_is_told_and_not_searched() -> None:
    content = map_of(CIRCLE, "{unsupported: [a], preferred: {skeptical: {unsupported: [a]}}}")
    first, second = outcomes_of(content)
    assert first.failure is None
    assert second.failure == (
        "`a` is expected to be unsupported (preferred, skeptical), "
        "and support goes round in a circle"
    )
    assert not second.is_untold
    assert len(outcomes_of(content, is_search=False)) == 1


def test_without_a_search_other_semantics_are_compared_where_all_is_decided() -> None:
    expect = "{stable: {credulous: {stands: [t]}}}"
    decided = map_of(f"{{claim: T., id: t, {SEEN}}}", expect)
    (outcome,) = outcomes_of(decided, is_search=False)
    assert (outcome.found, outcome.failure) == (Status.STANDS, None)
    assert outcomes_of(map_of(TWO, expect), is_search=False) == []


@given(maps(), st.sampled_from(["complete", "preferred", "stable", "semi-stable"]))
@settings(max_examples=100, deadline=None)
def test_where_all_is_decided_a_search_finds_the_same(
    data: dict[str, object], semantics: str
) -> None:
    case = read_case(write(data))
    assume(not find_circles(support_of(case.graph)))
    statuses = [verdict.status for verdict in case.evaluation.nodes]
    assume(Status.UNDECIDED not in statuses)
    found = evaluate_as(case.graph, case.evaluation, Reading(Semantics(semantics)))
    assert found is not None
    assert [verdict.status for verdict in found.nodes] == statuses


@pytest.mark.parametrize(
    ("strength", "failure"),
    [
        ("0.90", None),
        ("0.905", None),
        ("0.895", None),
        ("0.906", "`t` has strength 0.900, expected 0.906"),
        ("1", "`t` has strength 0.90, expected 1"),
        ("{at: 0.5, within: 0.4}", None),
        ("{at: 0.5, within: 0.399}", "`t` has strength 0.900, expected 0.5 within 0.399"),
        ("{at: 0.45, by: quadratic-energy}", None),
        (
            "{at: 0.448, within: 0.0002, by: quadratic-energy}",
            "`t` has strength 0.4475 (quadratic-energy), expected 0.448 within 0.0002",
        ),
        (
            "{at: 0.4475, within: 0, by: quadratic-energy}",
            "`t` has strength 0.44751 (quadratic-energy), expected 0.4475 within 0",
        ),
        ("{at: 0.9000000001, within: 0}", None),
    ],
)
def test_a_strength_is_compared_within_its_tolerance(strength: str, failure: str | None) -> None:
    content = map_of(f"{{claim: T., id: t, {SEEN}}}", f"{{strength: {{t: {strength}}}}}")
    (outcome,) = outcomes_of(content)
    assert outcome.failure == failure
    written = strength.removeprefix("{at: ").split(",", maxsplit=1)[0]
    assert shown(content, outcome) == written


def test_what_argmap_status_shows_is_expected_as_it_is_shown() -> None:
    for weight in range(101):
        thesis = f"{{assumption: T., id: t, weight: {weight / 1000 + 0.005}}}"
        strength = find_strengths(graph_of(map_of(thesis, "{}"))).nodes[0]
        (outcome,) = outcomes_of(map_of(thesis, f"{{strength: {{t: {strength:.2f}}}}}"))
        assert outcome.failure is None


def test_a_strength_that_does_not_settle_is_none() -> None:
    content = map_of(TWO, "{strength: {t: 0.9, nobody: 0.9}}")
    assert [(one.found, one.failure, one.is_doubtful) for one in outcomes_of(content)] == snapshot(
        [
            (None, "the strength of `t` does not settle, expected 0.9", False),
            (None, "there is no node `nobody`", True),
        ]
    )


def test_json_says_what_is_expected_and_found(
    argmap: Invoke, written: Callable[[str], str]
) -> None:
    one, other = argmap_json(
        argmap,
        written(map_of(TWO, "{preferred: {skeptical: {stands: [t]}}, strength: {a: {at: 1}}}")),
    )["maps"][0]["expectations"]
    assert one == snapshot(
        {
            "line": 5,
            "column": 43,
            "end_line": 5,
            "end_column": 44,
            "node": "t",
            "semantics": "preferred",
            "mode": "skeptical",
            "expected": "stands",
            "found": "undecided",
            "result": "failed",
            "message": "`t` is undecided (preferred, skeptical), expected to stand",
        }
    )
    assert (other["semantics"], other["mode"], other["expected"]) == ("df-quad", None, 1)
    assert (other["found"], other["result"]) == (None, "failed")


def test_json_counts_errors_of_maps_as_failures(
    argmap: Invoke, written: Callable[[str], str]
) -> None:
    document = argmap_json(argmap, written(map_of(TWO, "{stands: [nobody], undecided: [t]}")))
    (compared,) = document["maps"]
    assert compared["path"] == "map.yaml"
    assert [error["code"] for error in compared["errors"]] == ["AM102"]
    assert document["summary"] == {"maps": 1, "passed": 1, "failed": 2, "untold": 0}


def argmap_json(argmap: Invoke, name: str) -> Any:
    """Test a map that fails, and read the JSON."""
    outcome = argmap("test", name, "--output-format", "json")
    assert outcome.code == 1
    return json.loads(outcome.out)


@pytest.mark.parametrize(
    "content",
    [
        map_of(TWO, "{preferred: {skeptical: {stands: [t, nobody]}}, undecided: [t]}"),
        map_of(TWO, "{}"),
        "argmap: 1\ntitle: [\n",
    ],
    ids=["failures", "nothing", "broken"],
)
@pytest.mark.parametrize("seconds", ["10", "1e-9"])
def test_junit_follows_its_schema_and_counts_what_it_holds(
    argmap: Invoke, written: Callable[[str], str], content: str, seconds: str
) -> None:
    import xmlschema

    outcome = argmap("test", written(content), "--output-format", "junit", "--time-limit", seconds)
    root = ElementTree.fromstring(outcome.out)  # noqa: S314 - our own text
    data = Path(__file__).parent / "data"
    xmlschema.XMLSchema(str(data / "junit-4.xsd")).validate(root)
    (suite,) = root
    assert int(suite.attrib["tests"]) == int(root.attrib["tests"]) == len(suite)
    for name in ("failure", "error", "skipped"):
        counted = suite.attrib[name if name == "skipped" else f"{name}s"]
        assert int(counted) == len(suite.findall(f"testcase/{name}"))
    kinds = [kind for kind in ("failure", "error") if suite.find(f"testcase/{kind}") is not None]
    assert outcome.code == (2 if "error" in kinds else len(kinds))


def test_a_time_limit_leaves_untold_what_needs_a_search(
    argmap: Invoke, written: Callable[[str], str]
) -> None:
    name = written(map_of(TWO, "{undecided: [t], preferred: {credulous: {stands: [t]}}}"))
    assert argmap("test", name).code == 0
    outcome = argmap("test", name, "--time-limit", "1e-9")
    assert outcome.code == 2
    assert outcome.out == snapshot("""\
ok     map.yaml:5:22: t: undecided
UNTOLD map.yaml:5:59: t: stands (preferred, credulous)
1 map tested: 1 passed, 0 failed, 1 untold
""")
    assert outcome.err == snapshot("""\
argmap: map.yaml: the time limit was reached before every labelling was found
  help: give more time with `--time-limit`
""")
    assert argmap("test", name, "--time-limit", "0").code == 2


def test_without_the_solver_the_extra_is_named(
    argmap: Invoke, written: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pysat.solvers", None)
    expect = "{preferred: {skeptical: {stands: [t]}}}"
    outcome = argmap("test", written(map_of(TWO, expect)))
    assert outcome.code == 2
    assert "0 passed, 0 failed, 1 untold" in outcome.out
    assert 'pip install "argmap[solve]"' in outcome.err
    # nothing is undecided, so nothing needs to be searched
    assert argmap("test", written(map_of(f"{{claim: T., id: t, {SEEN}}}", expect))).code == 0


def test_support_in_a_circle_fails_and_does_not_stop_the_run(
    argmap: Invoke, written: Callable[[str], str]
) -> None:
    outcome = argmap("test", written(map_of(CIRCLE, "{stable: {skeptical: {stands: [a]}}}")))
    assert outcome.code == 1
    assert "AM104" in outcome.out
    assert "and support goes round in a circle" in outcome.out

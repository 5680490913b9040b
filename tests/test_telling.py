"""Each step of an explanation is a sentence, in text and JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings

from argmap.app.load import load
from argmap.app.why import why_json, why_text
from argmap.evaluate.explain import explain
from argmap.evaluate.labelling import evaluate
from argmap.evaluate.types import Status, Supposition
from tests.strategies import Data, maps, write

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Invoke

HEAD = "argmap: 1\ntitle: T\nsources: {s: {title: S, date: 2024}}\nthesis:\n  claim: A.\n  id: a\n"
SEEN = "{evidence: Seen., id: seen, cite: s}"
BEATEN = "but: [{assumption: D., id: d}]"


def told(yaml: str) -> list[dict[str, Any]]:
    """Give the steps that explain the thesis."""
    steps: list[dict[str, Any]] = json.loads(why_json(load(HEAD + yaml), "a"))["steps"]
    return steps


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            f"  because: [{SEEN}]\n",
            [
                "The thesis stands because seen supports it.",
                "Evidence seen stands because it is evidence with a source.",
            ],
            id="evidence",
        ),
        pytest.param(
            "  because:\n  - premises: [{assumption: B., id: b}, {assumption: Claim of note.}]\n"
            f"    unless: [{{counterpoint: U., id: u}}]\n  - {SEEN}\n  - {{assumption: X.}}\n"
            "  - {claim: N.}\n",
            [
                "The thesis stands because seen supports it, as 2 other reasons do.",
                "Evidence seen stands because it is evidence with a source.",
            ],
            id="one of several reasons",
        ),
        pytest.param(
            "  because:\n  - premises: [{assumption: B., id: b}, {assumption: C is so.}]\n"
            "    unless: [{counterpoint: U., id: u}]\n"
            "  but:\n  - {counterpoint: K., id: k, conceded: Yes., because: [{ref: b}]}\n"
            f"  - {{counterpoint: L., id: l, because: [{{ref: b}}], {BEATEN}}}\n",
            [
                "The thesis stands because b and “C is so” together support it; k speaks against"
                " it, but is conceded; l speaks against it, but is defeated; u speaks against the"
                " step to it, but has no support.",
                "Assumption b stands because it is taken for granted.",
                "Assumption “C is so” stands because it is taken for granted.",
                "Counterpoint u has no support: no reason is given for it.",
                "Counterpoint k stands, but is conceded.",
                "Counterpoint l is defeated because d stands and speaks against it.",
                "Assumption d stands because it is taken for granted.",
            ],
            id="despite",
        ),
        pytest.param(
            "  because:\n  - {claim: B., id: b, because: [{evidence: E., id: e}]}\n"
            "  - {claim: C., id: c}\n",
            [
                "The thesis has no support: it rests on b and c, which have no support themselves.",
                "Claim b has no support: it rests on e, which has no support itself.",
                "Evidence e has no support: it is evidence, but names no source.",
                "Claim c has no support: no reason is given for it.",
            ],
            id="unsupported",
        ),
        pytest.param(
            f"  because:\n  - {{claim: B., id: b, because: [{SEEN}], {BEATEN}}}\n"
            "  - {claim: C., id: c}\n"
            "  - premises: [{ref: seen}]\n    unless: [{ref: d}]\n",
            [
                "The thesis is defeated because nothing that supports it holds: b is defeated; c"
                " has no support; d speaks against the step to it.",
                "Claim b is defeated because d stands and speaks against it.",
                "Assumption d stands because it is taken for granted.",
                "Claim c has no support: no reason is given for it.",
                "Assumption d stands, as above.",
            ],
            id="defeated",
        ),
        pytest.param(
            "  because: [{assumption: P.}]\n"
            "  but: [{claim: B., id: b, because: [{assumption: Q.}], but: [{ref: a}]}]\n",
            [
                "The thesis is undecided: it hangs on b, which is undecided as well; what speaks"
                " against what goes round in a circle.",
                "Claim b is undecided: it hangs on a, which is undecided as well; what speaks"
                " against what goes round in a circle.",
                "The thesis is undecided, as above.",
            ],
            id="undecided",
        ),
    ],
)
def test_each_step_is_a_sentence(yaml: str, expected: list[str]) -> None:
    assert [step["sentence"] for step in told(yaml)] == expected


def test_text_tells_the_chain_below_the_sentence() -> None:
    yaml = (
        "  because:\n  - premises: [{assumption: Bees., id: b}, {evidence: E., cite: s:4, id: e},"
        " {claim: C., id: c, because: [{ref: b}]}]\n"
        "  but:\n  - {counterpoint: K., id: k, conceded: Yes., because: [{ref: b}]}\n"
        "  - {counterpoint: L., id: l, because: [{claim: N., id: n}]}\n"
    )
    assert why_text(load(HEAD + yaml), "a", width=60).splitlines() == [
        "The thesis stands because b, e and c together support it; k",
        "speaks against it, but is conceded; l speaks against it, but",
        "has no support.",
        "    A.",
        "  because assumption b stands: it is taken for granted",
        "      Bees.",
        "  because evidence e stands: it cites s:4",
        "      E.",
        "  because claim c stands",
        "      C.",
        "    because assumption b",
        "      stands: it is taken for granted, as above",
        "  despite counterpoint k stands, but is conceded",
        "      K.",
        "  despite counterpoint l",
        "    is unsupported: no reason for it reaches evidence",
        "      L.",
    ]


def test_what_is_supposed_needs_no_explanation() -> None:
    argument = load(HEAD)
    assert argument.graph is not None
    supposed = evaluate(argument.graph, Supposition(stands=frozenset((0,))))
    (step,) = explain(argument.graph, supposed, 0)
    assert step.verdict.status is Status.STANDS


def test_json_tells_the_chain(argmap: Invoke, tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(f"{HEAD}  because: [{SEEN}]\n", encoding="utf-8")
    found = argmap("why", str(path), "T", "--output-format", "json")
    assert (found.code, found.err) == (0, "")
    document = json.loads(found.out)
    assert document["steps"].pop(0)["link"] == "asked"
    assert document == {
        "version": 1,
        "node": "a",
        "status": "stands",
        "sentence": "The thesis stands because seen supports it.",
        "steps": [
            {
                "depth": 1,
                "link": "because",
                "node": "seen",
                "status": "stands",
                "conceded": False,
                "repeated": False,
                "sentence": "Evidence seen stands because it is evidence with a source.",
                "text": "Seen.",
            }
        ],
    }


@given(maps())
@settings(max_examples=40, deadline=None)
def test_every_step_of_any_map_is_one_sentence(data: Data) -> None:
    argument = load(write(data))
    assert argument.graph is not None
    for node in argument.graph.nodes:
        name = argument.graph.name(node.index)
        for step in json.loads(why_json(argument, name))["steps"]:
            words = step["sentence"]
            assert words.endswith(".")
            assert words[0].isupper()
            assert "  " not in words
            assert not any(gap in words for gap in (" ,", " .", ": .", "because  "))

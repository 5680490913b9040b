"""One sentence says why a node has its status, and names what decides it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings

from argmap import evaluate, load
from argmap.evaluate.sentences import Piece, say_why, say_why_step
from argmap.evaluate.types import Status
from tests.strategies import Data, maps, write

HEAD = "argmap: 1\ntitle: T\nsources: {s: {title: S, date: 2024}}\nthesis:\n  claim: A.\n  id: a\n"
SEEN = "because: [{evidence: Seen., id: seen, cite: s}]"


def said(yaml: str, name: str = "a", *, of_step: bool = False) -> str:
    """Say why a node has its status, or the first reason for it, with ids for names."""
    argument = load(HEAD + yaml)
    graph = argument.graph
    assert graph is not None
    node = graph.by_name(name)
    assert node is not None
    if of_step:
        pieces = say_why_step(graph, evaluate(argument), graph.reasons_for[node][0])
    else:
        pieces = say_why(graph, evaluate(argument), node)
    return "".join(one if isinstance(one, str) else graph.name(one) for one in pieces)


@pytest.mark.parametrize(
    ("yaml", "name", "expected"),
    [
        pytest.param(
            f"  {SEEN}\n",
            "seen",
            "It stands because it is evidence with a source.",
            id="evidence",
        ),
        pytest.param(
            "  because: [{assumption: B., id: b, but: [{counterpoint: C., id: c}]}]\n",
            "b",
            "It stands because it is openly taken for granted; c speaks against it, but has no"
            " support.",
            id="assumption",
        ),
        pytest.param(
            "  because:\n  - premises: [{assumption: B., id: b}, {assumption: C., id: c}]\n"
            "    warrant: {assumption: W., id: w}\n  - {assumption: D., id: d}\n",
            "a",
            "It stands because d supports it; b, c and w together support it.",
            id="linked",
        ),
        pytest.param(
            "  because: [{assumption: B., id: b}]\n"
            "  unless: [{counterpoint: U., id: u}, {counterpoint: V., id: v}]\n"
            "  but:\n  - {counterpoint: C., id: c, conceded: Yes., because: [{ref: b}]}\n"
            f"  - {{counterpoint: D., id: d, {SEEN}, but: [{{assumption: E.}}]}}\n",
            "a",
            "It stands because b supports it; c speaks against it, but is conceded; d speaks"
            " against it, but is defeated; u and v speak against the step to it, but have no"
            " support.",
            id="despite",
        ),
        pytest.param("", "a", "It has no support: no reason is given for it.", id="nothing below"),
        pytest.param(
            "  because: [{evidence: E., id: e}]\n",
            "e",
            "It has no support: it is evidence, but names no source.",
            id="no source",
        ),
        pytest.param(
            "  because: [{claim: B., id: b}, {ref: b}]\n",
            "a",
            "It has no support: it rests on b, which has no support itself.",
            id="on one",
        ),
        pytest.param(
            "  because: [{claim: B., id: b}, {claim: C., id: c}]\n",
            "a",
            "It has no support: it rests on b and c, which have no support themselves.",
            id="on two",
        ),
        pytest.param(
            f"  {SEEN}\n  but: [{{counterpoint: C., id: c, {SEEN}}}]\n",
            "a",
            "It is defeated because c stands and speaks against it.",
            id="against",
        ),
        pytest.param(
            f"  {SEEN}\n  but:\n  - {{counterpoint: C., id: c, {SEEN}}}\n"
            f"  - {{counterpoint: D., id: d, {SEEN}}}\n",
            "a",
            "It is defeated because c and d stand and speak against it.",
            id="two against",
        ),
        pytest.param(
            "  because:\n  - {claim: B., id: b}\n"
            f"  - {{claim: C., id: c, {SEEN}, but: [{{assumption: D.}}]}}\n"
            f"  - premises: [{{ref: seen}}]\n    unless: [{{assumption: U., id: u}}]\n",
            "a",
            "It is defeated because nothing that supports it holds: c is defeated; b has no"
            " support; u speaks against the step to it.",
            id="support lost",
        ),
        pytest.param(
            f"  {SEEN}\n  but: [{{counterpoint: C., id: c, {SEEN}, but: [{{ref: a}}]}}]\n",
            "a",
            "It is undecided: it hangs on c, which is undecided as well; what speaks against what"
            " goes round in a circle.",
            id="circle",
        ),
        pytest.param(
            "  because: ["
            + ", ".join(f"{{assumption: B{n}., id: b{n}}}" for n in range(6))
            + "]\n",
            "a",
            "It stands because b0, b1, b2, b3 and 2 more support it.",
            id="many",
        ),
        pytest.param(
            "  because:\n"
            + "".join(
                f"  - premises: [{{assumption: B., id: b{n}}}, {{assumption: C., id: c{n}}}]\n"
                for n in range(6)
            ),
            "a",
            "It stands because b0 and c0 together support it; b1 and c1 together support it; b2"
            " and c2 together support it; b3 and c3 together support it; so do 2 more reasons.",
            id="many linked",
        ),
        pytest.param(
            "  because: [{ref: nowhere}]\n",
            "a",
            "It is not judged, for what the map says of it has an error.",
            id="broken",
        ),
    ],
)
def test_sentences_name_what_decides(yaml: str, name: str, expected: str) -> None:
    assert said(yaml, name) == expected


@pytest.mark.parametrize(
    ("premises", "unless", "expected"),
    [
        pytest.param("{assumption: B., id: b}", "", "It carries, for b stands.", id="one"),
        pytest.param(
            "{assumption: B., id: b}, {assumption: C., id: c}",
            "{counterpoint: U., id: u}",
            "It carries, for b and c stand; u speaks against it, but has no support.",
            id="despite",
        ),
        pytest.param(
            "{assumption: B., id: b}, {claim: C., id: c}",
            "",
            "It does not carry: c has no support.",
            id="premise",
        ),
        pytest.param(
            "{assumption: B., id: b}",
            "{assumption: U., id: u}, {assumption: V., id: v}",
            "It does not carry: u speaks against it.",
            id="undercut",
        ),
        pytest.param(
            "{assumption: B., id: b}",
            "{counterpoint: U., id: u, because: [{ref: b}], but: [{ref: a}]}",
            "It is undecided: it hangs on u, which is undecided as well; what speaks against what"
            " goes round in a circle.",
            id="circle",
        ),
        pytest.param(
            "{assumption: B., id: b}, {ref: nowhere}",
            "",
            "It is not judged, for what the map says of it has an error.",
            id="broken",
        ),
    ],
)
def test_steps_say_whether_they_carry(premises: str, unless: str, expected: str) -> None:
    yaml = f"  because:\n  - premises: [{premises}]\n    unless: [{unless}]\n"
    assert said(yaml, of_step=True) == expected


@given(maps())
@settings(max_examples=200, deadline=None)
def test_every_status_has_a_whole_sentence(data: Data) -> None:
    argument = load(write(data))
    graph, evaluation = argument.graph, evaluate(argument)
    assert graph is not None
    for node in graph.nodes:
        pieces = say_why(graph, evaluation, node.index)
        check_pieces(pieces)
        open_end = evaluation.status(node.index) is Status.UNDECIDED
        assert ("undecided" in str(pieces)) is open_end or node.index in graph.unsound
    for reason in graph.reasons:
        check_pieces(say_why_step(graph, evaluation, reason.index))


def check_pieces(pieces: tuple[Piece, ...]) -> None:
    """Check that words stand between names, and that no name is missing between words."""
    words = [isinstance(piece, str) for piece in pieces]
    assert words[0]
    assert words[-1]
    assert all(one != other for one, other in pairwise(words))
    assert str(pieces[-1]).endswith(".")
    assert "  " not in "".join(map(str, pieces))

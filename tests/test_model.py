"""What a map must look like, and what is said where it does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.app.load import load
from argmap.model import mend, messages
from argmap.model.header import HEADER_FIELDS, Source
from argmap.model.map import ROOT
from argmap.model.nodes import FIELDS, Kind, Slot
from argmap.source.text import Text
from tests.faults import FAULTS, NODE, SOURCE, Fault

if TYPE_CHECKING:
    from argmap.diagnostics import Problem
    from argmap.model.map import ArgumentMap


def read(content: str) -> ArgumentMap:
    """Give the map of a text that holds one."""
    graph = load(content).graph
    assert graph is not None
    return graph.map


def shown(content: str, problem: Problem) -> str:
    """Give what a problem of one line points at."""
    span = problem.span
    assert span.line == span.end_line
    return content.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1]


@pytest.mark.parametrize("fault", FAULTS, ids=[f"{fault.type}-{fault.at}" for fault in FAULTS])
def test_fault_is_told_in_an_authors_words(fault: Fault, monkeypatch: pytest.MonkeyPatch) -> None:
    types = []
    original = messages.build_problem

    def record(error: Any, *others: Any) -> Problem:
        types.append(error["type"])
        return original(error, *others)

    monkeypatch.setattr(mend, "build_problem", record)
    (problem,) = load(fault.content).problems
    assert types == [fault.type]
    assert (problem.code, problem.message) == (fault.code, fault.message)
    assert fault.help in (problem.help or "")
    assert shown(fault.content, problem) == fault.at


def test_each_wording_is_reached() -> None:
    assert {fault.type for fault in FAULTS} == set(messages.WORDINGS)


def test_a_fault_without_a_wording_is_told_all_the_same() -> None:
    content = NODE.format("by: x")
    mapping = read(content).places[0].value
    error = {"type": "of tomorrow", "loc": ("by",)}
    problem = messages.build_problem(error, mapping, Text("x", content), "claim", ())
    assert (problem.code, problem.message) == ("AM006", "`by` of claim cannot be `x`")
    assert shown(content, problem) == "x"


_SCALARS = st.sampled_from(
    ["", '""', '" "', "x", "a b", "7", "-1", "nan", "1e400", "2024-02-31", "s:0", "s:4-6", "yes"]
)
_FLOW = st.recursive(
    _SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=2).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(
            st.sampled_from(
                [
                    "source",
                    "at",
                    "text",
                    "ref",
                    "stands",
                    "title",
                    "z",
                    "strength",
                    "stable",
                    "credulous",
                ]
            ),
            inner,
            max_size=2,
        ).map(lambda pairs: f"{{{', '.join(f'{key}: {value}' for key, value in pairs.items())}}}"),
    ),
    max_leaves=4,
)
_OF_PYTHON = re.compile(r"Input|valid|\bstr\b|\bdict\b|NoneType")
_NODE_FIELDS = sorted({(kind, name) for kind, names in FIELDS.items() for name in names})
_HEADER_FIELDS = sorted(HEADER_FIELDS)
_TEMPLATES = st.one_of(
    st.sampled_from(_HEADER_FIELDS).map(
        lambda name: (
            "".join(
                f"{key}: {value}\n"
                for key, value in {"argmap": "1", "title": "T", "thesis": "{claim: A.}"}.items()
                if key != name
            )
            + f"{name}: @\n"
        )
    ),
    st.sampled_from(sorted(Source.field_names())).map(lambda name: SOURCE.format(f"{{{name}: @}}")),
    st.sampled_from(_NODE_FIELDS).map(
        lambda pair: NODE.format(
            f"because:\n    - {pair[0]}: {'@' if pair[1] == pair[0] else '[]'}\n"
            + ("" if pair[1] == pair[0] else f"      {pair[1]}: @\n")
        )
    ),
)


@settings(max_examples=400, deadline=None)
@given(template=_TEMPLATES, value=_FLOW)
def test_no_fault_is_without_a_wording(template: str, value: str) -> None:
    content = template.replace("@", value)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(messages, "_fallback", _refuse)
        problems = load(content).problems
    for problem in problems:
        told = f"{problem.message} {problem.help}"
        assert "``" not in told
        assert problem.code == "AM001" or not _OF_PYTHON.search(told)


def _refuse(fault: messages.Fault) -> messages.Wording:
    raise AssertionError(f"no wording for {fault}")


def test_nodes_know_their_places() -> None:
    source = read(
        "argmap: 1\ntitle: T\nthesis:\n  - claim: A holds.\n    id: a\n    because:\n"
        "      - premises:\n          - assumption: B.\n          - ref: c\n"
        "        warrant: {claim: D.}\n  - claim: C.\n    id: c\n"
    )
    assert [source.address(place.index) for place in source.places] == [
        "thesis[0]",
        "thesis[0].because[0]",
        "thesis[0].because[0].premises[0]",
        "thesis[0].because[0].premises[1]",
        "thesis[0].because[0].warrant",
        "thesis[1]",
    ]
    assert [place.kind for place in source.places][:2] == [Kind.CLAIM, Kind.PREMISES]
    assert source.thesis == (0, 5)
    assert source.places[0].parent == ROOT
    assert source.places[4].slot is Slot.WARRANT
    assert [source.name(place) for place in source.thesis] == ["a", "c"]
    for place in source.places:
        assert source.place_at(source.address(place.index)) == place.index


@pytest.mark.parametrize(
    "address", ["", "thesis[1]", "thesis.because", "because[0]", "thesis.b[0]", "thesis.because[x]"]
)
def test_an_address_of_nothing_gives_no_place(address: str) -> None:
    source = read(NODE.format("because:\n    - assumption: B."))
    assert source.place_at(address) is None


@pytest.mark.parametrize(
    ("written", "code", "message", "at"),
    [
        ("- text: B.", "AM009", "node does not say its kind", "text"),
        ("- {}", "AM009", "node does not say its kind", "{"),
        ("- clam: B.", "AM003", "unknown kind of node `clam`", "clam"),
        ("- {claim: B., ref: c}", "AM009", "node has two kinds, `claim` and `ref`", "ref"),
        ("- B.", "AM004", "`because` holds text, expected a node", "B."),
        ("- [claim]", "AM004", "`because` holds a list, expected a node", "["),
        ("-", "AM004", "`because` holds nothing, expected a node", ""),
        ("B.", "AM004", "`because` is text, expected a list of nodes", "B."),
    ],
    ids=str,
)
def test_what_is_no_node_is_told(written: str, code: str, message: str, at: str) -> None:
    content = NODE.format(f"because:\n    {written}")
    (problem,) = load(content).problems
    assert (problem.code, problem.message) == (code, message)
    assert shown(content, problem) == at


def test_a_mapping_in_place_of_a_list_is_read_all_the_same() -> None:
    content = NODE.format("because:\n    claim: B.\n    wieght: 1")
    codes = {problem.code: problem.message for problem in load(content).problems}
    assert codes == {
        "AM004": "`because` is a mapping, expected a list of nodes",
        "AM003": "unknown field `wieght` in claim",
    }


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "file holds nothing, expected a map"),
        ("just a text\n", "file holds text, expected a map"),
        ("- a\n- b\n", "file holds a list, expected a map"),
    ],
)
def test_what_is_no_map_is_told(content: str, message: str) -> None:
    argument = load(content.encode())
    assert argument.graph is None
    assert [problem.message for problem in argument.problems] == [message]


def test_a_fault_in_a_node_spares_its_other_fields() -> None:
    source = read(NODE.format("id: a\n  weight: 80\n  cite: {source: }\n  note: Kept."))
    (place,) = source.places
    assert not place.is_sound
    assert source.name(0) == "a"
    assert place.model.note == "Kept."


def test_a_fault_in_a_source_spares_the_others() -> None:
    source = read(SOURCE.format("{date: no, title: S}\n  t: {title: T}\n  u: text"))
    assert sorted(source.header.sources) == ["s", "t", "u"]
    assert source.header.sources["s"].title == "S"


def test_an_empty_id_names_no_node() -> None:
    content = 'argmap: 1\ntitle: T\nthesis:\n  assumption: []\n  id: ""\n'
    told = [problem.message for problem in load(content).problems]
    assert "assumption is a list, expected text" in told
    assert not any("``" in message for message in told)

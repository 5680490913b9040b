"""Ordinary nodes and headers: what is read without Pydantic is what its models make of it."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model import build
from argmap.model.build import build_map
from argmap.model.citation import Citation, Locator
from argmap.model.header import HEADER_FIELDS, Header, Source
from argmap.model.nodes import FIELDS, Claim, Kind
from argmap.model.ordinary import read_header, read_node
from argmap.model.validation.nodes import MODELS
from argmap.source.document import read_document
from argmap.source.text import Text, decode
from argmap.source.tree import Mapping
from tests.reading import map_files

VALUES: list[Any] = [
    "a",
    "essay",
    "essay:4",
    "essay:4-6",
    "essay:6-4",
    "essay:0",
    "essay:",
    "essay: 4",
    " essay:4 ",
    "a b",
    "",
    " ",
    None,
    "\u00a0a\u00a0",
    "\u3000",
    "½",
    "甲",
    "e\u0301",
    "²",
    "n1",
    "0",
    "1",
    "0.5",
    "1.0",
    "1.1",
    "-0.5",
    ".5",
    "5e-1",
    "nan",
    "0.12345678901234567",
    "2024",
    "2024-02",
    "2024-02-29",
    "2023-02-29",
    "2024-04-31",
    "2024-12-31",
    "2024-13",
    "0000",
    "https://a.org/b",
    "https://a.org/ b",
    "https://a.org/ä",
    "mailto:",
    "en",
    "zh-Hant",
    "e",
    "x" * 300,
    [],
    ["a", "b"],
    ["a", ""],
    ["a", None],
    [["a"]],
    ["essay:1", {"source": "essay", "at": "3", "quote": "x y"}],
    {},
    {"AM201": "so it is"},
    {"AM201": None},
    {"AM201": ""},
    {"AM201": ["a"]},
    {"essay": "4"},
    {"source": "essay"},
    {"source": "essay", "at": " 4-5 ", "page": "iv", "note": "n"},
    {"source": "essay", "at": "5-4"},
    {"source": "essay", "at": None},
    {"source": "e s"},
    {"at": "4", "quote": "q"},
    {"source": "essay", "pgae": "4"},
    {"is it so": "yes", "and this": {"ref": "n1"}, "that": {"waived": None}},
    {"q": {"waived": "because", "text": "t"}},
    {"q": {}},
    {"q": None},
    {"essay": {"title": "T", "date": "2024-01", "url": "https://a.org"}},
    {"essay": {"titel": "T"}},
    {"essay": None},
    {"e s": {"title": "T"}},
    {"stands": ["n0"], "defeated": [], "undecided": "n1", "unsupported": None},
    {"preferred": {"skeptical": {"stands": ["n0"]}}},
    {"strength": {"n0": "0.5"}},
    [{"claim": "B."}],
    {"claim": "B."},
]


def build_both(content: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Any, Any]:
    """Build a map as ever, and by Pydantic's models alone."""
    text = Text("map.yaml", content)
    document = read_document(text)
    usual = shown(build_map(text, document))
    with monkeypatch.context() as patch:
        patch.setattr(build, "read_node", lambda _: None)
        patch.setattr(build, "read_header", lambda _: None)
        return usual, shown(build_map(text, document))


def shown(built: Any) -> Any:
    """Give all that a map comes to, to be compared."""
    found, problems = built
    if found is None:
        return problems
    places = [
        (
            place.model,
            place.parent,
            place.slot,
            place.position,
            place.key.start,
            place.is_sound,
            place.misplaced,
            place.children,
        )
        for place in found.places
    ]
    empty = sorted(key.start for key in found.empty_lists)
    return found.header, places, empty, found.is_whole, sorted(map(repr, problems))


def _write(chooser: random.Random) -> str:
    """Write a small map whose fields hold anything."""
    header: dict[str, Any] = {"argmap": "1", "title": "T", "sources": {"essay": {"title": "E"}}}
    for name in chooser.sample(HEADER_FIELDS[:-1], chooser.choice([0, 1, 2])):
        header[name] = chooser.choice(VALUES)
    children = [_node(chooser) for _ in range(4)]
    return json.dumps({**header, "thesis": {"claim": "A.", "because": children}})


def _node(chooser: random.Random) -> dict[str, Any]:
    kind = chooser.choice(list(FIELDS))
    node: dict[str, Any] = {kind.value: chooser.choice([*VALUES, *["B is so."] * len(VALUES)])}
    for name in chooser.sample(FIELDS[kind], min(len(FIELDS[kind]), chooser.choice([0, 1, 2, 4]))):
        if name != kind:
            node[name] = chooser.choice(VALUES)
    if chooser.random() < 0.05:
        node[chooser.choice(["claim", "becuase", "warrant", "ref"])] = "x"
    return node


@given(seed=st.integers(0, 2**32))
@settings(max_examples=300)
def test_whatever_fields_hold_is_read_alike(seed: int) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        usual, validated = build_both(_write(random.Random(seed)), monkeypatch)
    assert usual == validated


@pytest.mark.parametrize("value", VALUES, ids=range(len(VALUES)))
def test_each_value_in_each_field_is_read_alike(
    value: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    nodes = [{kind.value: "A.", name: value} for kind, names in FIELDS.items() for name in names]
    thesis = {"claim": "A.", "because": nodes}
    content = json.dumps({"argmap": "1", "title": "T", "thesis": thesis})
    usual, validated = build_both(content, monkeypatch)
    assert usual == validated
    for name in HEADER_FIELDS[:-1]:
        header = {"argmap": "1", "title": "T", name: value, "thesis": {"claim": "A."}}
        usual, validated = build_both(json.dumps(header), monkeypatch)
        assert usual == validated


def test_files_of_maps_are_read_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    for path in map_files():
        text = decode(path.read_bytes(), path.name, 2**20)
        if isinstance(text, Text):
            usual, validated = build_both(text.content, monkeypatch)
            assert usual == validated, path.name


def test_what_is_ordinary_is_read_without_pydantic() -> None:
    content = (
        "argmap: 1\ntitle: T\nlang: en\nsources:\n  e: {title: E, date: 2024-02-28}\n"
        "thesis:\n  claim: A.\n  cite: [e:1, {source: e, quote: so it is}]\n"
        "  because:\n    - premises:\n        - ref: n\n      scheme: expert-opinion\n"
    )
    root = read_document(Text("map.yaml", content)).root
    assert isinstance(root, Mapping)
    header = read_header(root)
    assert header == Header("T", lang="en", sources={"e": Source("E", date="2024-02-28")})
    thesis = root.get("thesis")
    assert isinstance(thesis, Mapping)
    found = read_node(thesis)
    assert found is not None
    assert isinstance(found.node, Claim)
    assert [str(citation.at) for citation in found.node.cite] == ["1", "None"]
    assert [slot.value for slot, _, _ in found.children] == ["because"]


def test_values_are_equal_where_their_class_and_fields_are() -> None:
    cited = Citation("essay", Locator(4, 6))
    assert cited == Citation("essay", Locator(4, 6))
    assert len({cited, Citation("essay", Locator(4, 6)), Citation("essay", Locator(4, 5))}) == 2
    assert cited != Locator(4, 6)
    assert cited != "essay:4-6"
    assert repr(Locator(4, 6)) == "Locator(first=4, last=6)"


def test_the_keys_of_nodes_are_those_of_the_models() -> None:
    for kind in Kind:
        fields = MODELS[kind].model_fields
        names = [info.alias or name for name, info in fields.items()]
        assert list(FIELDS[kind][: len(names)]) == names

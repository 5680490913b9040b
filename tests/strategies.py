"""Random maps for property tests: nested plain data, written as JSON, which is YAML too."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

Data = dict[str, Any]

SOURCES = {"essay": {"title": "Essay", "date": "2024"}}
_IDS = [f"n{number}" for number in range(8)]


@st.composite
def nodes(draw: st.DrawFn, depth: int = 3, *, is_attack: bool = False) -> Data:
    """Draw a node with everything below it."""
    kinds = ["counterpoint", "claim"] if is_attack else ["claim", "claim", "evidence", "assumption"]
    kind = draw(st.sampled_from(kinds))
    node: Data = {kind: draw(st.sampled_from(["A.", "B holds.", "C is so.", "中文。"]))}
    if draw(st.booleans()):
        node["id"] = draw(st.sampled_from(_IDS))
    if kind == "evidence" and draw(st.booleans()):
        node["cite"] = "essay:1"
    if kind == "counterpoint" and draw(st.integers(0, 4)) == 0:
        node["conceded"] = "It is so."
    if depth:
        _add_children(draw, node, kind, depth)
    return node


def _add_children(draw: st.DrawFn, node: Data, kind: str, depth: int) -> None:
    if kind != "assumption" and draw(st.booleans()):
        node["because"] = draw(st.lists(_items(depth), min_size=1, max_size=3))
    if draw(st.integers(0, 2)) == 0:
        node["but"] = draw(st.lists(_attacks(depth), min_size=1, max_size=2))
    if kind in {"claim", "counterpoint"} and "because" in node and draw(st.integers(0, 3)) == 0:
        node["unless"] = draw(st.lists(_attacks(depth), min_size=1, max_size=2))


def _items(depth: int) -> st.SearchStrategy[Data]:
    return st.one_of(nodes(depth - 1), nodes(depth - 1), groups(depth - 1), references())


def _attacks(depth: int) -> st.SearchStrategy[Data]:
    return st.one_of(nodes(depth - 1, is_attack=True), references())


def references() -> st.SearchStrategy[Data]:
    """Draw a reference; it may lead nowhere."""
    return st.sampled_from(_IDS).map(lambda name: {"ref": name})


@st.composite
def groups(draw: st.DrawFn, depth: int) -> Data:
    """Draw linked premises."""
    premises = st.lists(st.one_of(nodes(max(depth, 0)), references()), min_size=1, max_size=2)
    group: Data = {"premises": draw(premises)}
    if draw(st.integers(0, 3)) == 0:
        group["warrant"] = "A goes with B."
    if draw(st.integers(0, 3)) == 0 and depth > 0:
        group["unless"] = [draw(nodes(depth - 1, is_attack=True))]
    return group


@st.composite
def maps(draw: st.DrawFn, depth: int = 3) -> Data:
    """Draw a map; ids may meet, references may go in circles."""
    thesis = draw(nodes(depth).filter(lambda node: "claim" in node))
    return {"argmap": "1", "title": "T", "sources": SOURCES, "thesis": thesis}


def write(data: Data) -> str:
    """Write a map as JSON with line breaks."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def walk(node: Any) -> list[Data]:
    """Give every node of some data, parents first."""
    found: list[Data] = []
    waiting = [node]
    while waiting:
        here = waiting.pop()
        if isinstance(here, list):
            waiting += here
        elif isinstance(here, dict):
            found.append(here)
            waiting += [
                here[key] for key in ("because", "but", "unless", "premises") if key in here
            ]
    return found

"""What the tests of pictures share: maps read and drawn, and pictures taken apart."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from argmap.evaluate.labelling import evaluate
from argmap.graph.build import build_graph
from argmap.model.build import build_map
from argmap.source.text import Text
from argmap.source.yaml import read_yaml

if TYPE_CHECKING:
    from argmap.evaluate.types import Evaluation
    from argmap.graph.types import Graph

SVG = "{http://www.w3.org/2000/svg}"
MARKET = Path(__file__).parent / "market.yaml"
"""A map with everything the format has, in five scripts."""


@dataclass(frozen=True)
class Case:
    """A map that was read and judged."""

    graph: Graph
    evaluation: Evaluation


def read_case(content: str) -> Case:
    """Read a map and judge it."""
    text = Text("map.yaml", content)
    argument, _ = build_map(text, read_yaml(text))
    assert argument is not None
    graph = build_graph(argument)
    return Case(graph, evaluate(graph))


@cache
def market() -> Case:
    """Read the sample map."""
    return read_case(MARKET.read_text(encoding="utf-8"))


def one_claim(text: str) -> Case:
    """Make a map of one thesis and one claim, of which the text is given."""
    import json

    thesis = {"claim": text, "because": [{"claim": text, "title": text, "by": text}]}
    return read_case(json.dumps({"argmap": "1", "title": text, "thesis": thesis}))


def parse(svg: str) -> ElementTree.Element:
    """Parse a picture, which proves it well-formed."""
    return ElementTree.fromstring(svg)  # noqa: S314 - our own output


def nodes_of(svg: str) -> list[int]:
    """List the nodes a picture holds, in order, each as often as it occurs."""
    return sorted(
        int(element.attrib["data-node"])
        for element in parse(svg).iter()
        if "data-node" in element.attrib
    )


def chain(length: int) -> Case:
    """Make a map in which each claim rests on the next."""
    opening = "".join(f"{{claim: Step {number}, because: [" for number in range(length))
    end = "{evidence: E, cite: s}" + "]}" * length
    return read_case(f"argmap: 1\ntitle: T\nsources: {{s: {{title: S}}}}\nthesis: {opening}{end}\n")


def broad(count: int) -> Case:
    """Make a map of so many nodes, a few levels deep."""
    lines = [
        "argmap: 1",
        "title: T",
        "sources: {s: {title: S}}",
        "thesis:",
        "  claim: T",
        "  because:",
    ]
    written = 1
    while written < count:
        lines.append(f"    - claim: Number {written} says something of a middling length.")
        lines.append(f"      section: Part {written % 7}")
        lines.append("      because:")
        for place in range(4):
            lines.append(f"        - claim: And {written} has a reason, which is number {place}.")
            lines.append("          because: [{evidence: It was seen., cite: s}]")
        written += 9
    return read_case("\n".join(lines) + "\n")

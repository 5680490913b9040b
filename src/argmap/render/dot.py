"""DOT that stands on its own: whoever has Graphviz can draw it, plainly.

No name in it is the author's. Their words are in labels only, quoted so that neither `<b>`, `a:b`
nor a backslash at the end of a text means anything to Graphviz.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.evaluate.types import Evaluation, Status
from argmap.graph.types import AttackType, Graph
from argmap.model.nodes import Counterpoint, Kind
from argmap.render.measure.clean import clean
from argmap.render.measure.styles import BODY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphviz import Digraph

_WIDTH = 240.0
_SHAPES = {
    Kind.CLAIM: "box",
    Kind.EVIDENCE: "note",
    Kind.COUNTERPOINT: "box",
    Kind.ASSUMPTION: "box",
}
_COLOURS = {
    Kind.CLAIM: "#0B62A8",
    Kind.EVIDENCE: "#00735A",
    Kind.COUNTERPOINT: "#B84300",
    Kind.ASSUMPTION: "#515D6E",
}
_FOR = {"color": "#0B62A8"}
_AGAINST = {"color": "#C84A00", "style": "dashed", "arrowhead": "tee"}
_UNDERCUT = {"color": "#84388A", "style": "dotted", "arrowhead": "odiamond"}


def write_dot(graph: Graph, evaluation: Evaluation, title: str | None = None) -> str:
    """Write a map as DOT: `n0`, `n1` … are its nodes, `r0`, `r1` … its linked reasons.

    Args:
        graph: the argument.
        evaluation: what its nodes amount to.
        title: heading of the picture; None for the map's own.
    """
    from graphviz import Digraph

    heading = _quote([graph.map.header.title if title is None else title])
    dot = Digraph(
        "argmap",
        graph_attr={"rankdir": "RL", "label": heading, "labelloc": "t"},
        node_attr={"fontname": "Helvetica", "fontsize": "11", "margin": "0.15,0.08"},
        edge_attr={"fontname": "Helvetica", "fontsize": "9"},
    )
    for node in graph.nodes:
        _add_node(dot, graph, evaluation, node.index)
    steps = {reason.index: f"n{reason.premises[0]}" for reason in graph.reasons}
    for reason in graph.reasons:
        if len(reason.needs) > 1 or graph.undercuts_on[reason.index]:
            steps[reason.index] = _add_step(dot, graph, reason.index)
        else:
            dot.edge(f"n{reason.premises[0]}", f"n{reason.conclusion}", **_FOR)
    for attack in graph.attacks:
        if attack.type is AttackType.REBUT:
            dot.edge(f"n{attack.source}", f"n{attack.target}", **_AGAINST)
        else:
            dot.edge(f"n{attack.source}", steps[attack.target], **_UNDERCUT)
    return str(dot.source)


def _add_node(dot: Digraph, graph: Graph, evaluation: Evaluation, node: int) -> None:
    model = graph.nodes[node].model
    status = evaluation.status(node)
    head = model.kind.value.upper() + ("" if status is Status.STANDS else f" ({status.value})")
    paragraphs = [head, *([model.title] if model.title else []), model.text]
    if model.by is not None:
        paragraphs.append(f"says: {model.by}")
    cited = ", ".join(
        f"{citation.source}{f' {citation.at}' if citation.at else ''}" for citation in model.cite
    )
    paragraphs.extend([f"[{cited}]"] if cited else [])
    if isinstance(model, Counterpoint) and model.conceded is not None:
        paragraphs.append(f"Conceded: {model.conceded}")
    is_dashed = status is not Status.STANDS or model.kind is Kind.ASSUMPTION
    corners = "rounded," if model.kind is Kind.COUNTERPOINT else ""
    dot.node(
        f"n{node}",
        label=_quote(paragraphs),
        shape=_SHAPES[model.kind],
        color=_COLOURS[model.kind],
        style=f"{corners}dashed" if is_dashed else f"{corners}solid",
        penwidth="2" if node in graph.thesis else "1",
    )


def _add_step(dot: Digraph, graph: Graph, number: int) -> str:
    """Add a reason of its own as a node, for premises to meet and undercuts to aim at."""
    reason = graph.reasons[number]
    name = f"r{number}"
    words = ["AND" if len(reason.needs) > 1 else "SO"]
    group = reason.group
    if group is not None:
        words.extend(part for part in (group.title, group.scheme, group.warrant) if part)
    dot.node(name, label=_quote(words), shape="ellipse", color="#515D6E", fontsize="9")
    for premise in reason.needs:
        extra = {"style": "dashed"} if premise == reason.warrant else {}
        dot.edge(f"n{premise}", name, arrowhead="none", **_FOR, **extra)
    dot.edge(name, f"n{reason.conclusion}", **_FOR)
    return name


def _quote(paragraphs: list[str]) -> str:
    """Make paragraphs one label, broken into lines, of which nothing is markup or an escape."""
    from graphviz import escape, nohtml

    lines = [line for paragraph in paragraphs for line in _lines(paragraph)]
    text = "".join(f"{escape(line.replace('&', '&amp;'))}\\l" for line in lines)
    return str(nohtml(text))


def _lines(paragraph: str) -> Iterator[str]:
    for line in BODY.lines(clean(paragraph), _WIDTH):
        yield line.text

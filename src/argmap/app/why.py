"""Why a node stands, falls or hangs, in lines that a reader can follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.app.status import evaluate, graph_of
from argmap.app.suppose import find_named
from argmap.app.wrap import hang
from argmap.evaluate.explain import Link, Step, explain
from argmap.evaluate.labelling import is_conceded
from argmap.evaluate.telling import tell
from argmap.evaluate.types import Ground, Status
from argmap.model.nodes import Kind
from argmap.render.measure.clean import shorten
from argmap.report.json import json_text
from argmap.report.types import Style, plain
from argmap.source.display import columns, printable

if TYPE_CHECKING:
    from argmap.app.load import Argument
    from argmap.evaluate.types import Evaluation
    from argmap.graph.types import Graph

STATUS_COLOURS = {
    Status.STANDS: "green",
    Status.UNSUPPORTED: "yellow",
    Status.DEFEATED: "red",
    Status.UNDECIDED: "magenta",
}
_MOST_INDENT = 12
"""Levels past which deeper steps are not indented any further."""
_MOST_WORDS = 48
"""Characters by which a sentence names a node without an id."""


def why_text(argument: Argument, name: str, *, width: int, style: Style = plain) -> str:
    """Write a sentence on a node's status, and the shortest chain that decides it.

    Args:
        argument: the map.
        name: id, address or label of the node.
        width: columns to fill.
        style: colours a text.

    Raises:
        ArgmapError: when the file held no map, or the map no such node.
    """
    graph, evaluation = graph_of(argument), evaluate(argument)
    steps = explain(graph, evaluation, find_named(argument, name))
    first = steps[0]
    words = _sentences(graph, evaluation, steps)[0]
    lines = [
        style(line, fg=STATUS_COLOURS[first.verdict.status], bold=True)
        for line in hang(words, width, "")
    ]
    lines += hang(_words(graph, first.node), width, "    ")
    for step in steps[1:]:
        lines += _step_lines(graph, step, width, style)
    return "\n".join(lines) + "\n"


def why_json(argument: Argument, name: str) -> str:
    """Write the shortest chain that decides a node's status as JSON; see `why_text`."""
    graph, evaluation = graph_of(argument), evaluate(argument)
    steps = explain(graph, evaluation, find_named(argument, name))
    sentences = _sentences(graph, evaluation, steps)
    document = {
        "version": 1,
        "node": graph.name(steps[0].node),
        "status": steps[0].verdict.status.value,
        "sentence": sentences[0],
        "steps": [
            {
                "depth": step.depth,
                "link": step.link.value,
                "node": graph.name(step.node),
                "status": step.verdict.status.value,
                "conceded": is_conceded(graph, step.node),
                "repeated": step.is_repeated,
                "sentence": sentence,
                "text": graph.nodes[step.node].text,
            }
            for step, sentence in zip(steps, sentences, strict=True)
        ],
    }
    return json_text(document, indent=2) + "\n"


def _sentences(graph: Graph, evaluation: Evaluation, steps: list[Step]) -> list[str]:
    """Say of each step what it comes to, by the steps right below it."""
    below: list[list[Step]] = [[] for _ in steps]
    trail: list[int] = []
    for number, step in enumerate(steps):
        del trail[step.depth :]
        if trail:
            below[trail[-1]].append(step)
        trail.append(number)
    found = []
    for step, under in zip(steps, below, strict=True):
        said = tell(graph, evaluation, step, under)
        rest = "".join(one if isinstance(one, str) else _name(graph, one) for one in said)
        found.append(f"{_subject(graph, step.node)} {rest}")
    return found


def _subject(graph: Graph, node: int) -> str:
    if graph.thesis == (node,):
        return "The thesis"
    kind = graph.nodes[node].kind.value
    return f"{kind.capitalize()} {_name(graph, node)}"


def _name(graph: Graph, node: int) -> str:
    """Name a node by its id or, where it has none, by its first words."""
    own = graph.nodes[node].model.id
    words = shorten(_words(graph, node), _MOST_WORDS).rstrip(".")
    return own or f"“{words}”"


def _words(graph: Graph, node: int) -> str:
    return printable(" ".join(graph.nodes[node].text.split()))


def _step_lines(graph: Graph, step: Step, width: int, style: Style) -> list[str]:
    indent = "  " * min(step.depth, _MOST_INDENT)
    lead = f"{step.link.value} "
    colour = STATUS_COLOURS[step.verdict.status]
    name = graph.name(step.node)
    kind = graph.nodes[step.node].kind.value
    words = _status_words(graph, step) + (", as above" if step.is_repeated else "")
    head = f"{indent}{lead}{kind} {style(name, bold=True)}"
    if columns(f"{indent}{lead}{kind} {name} {words}") <= width:
        lines = [f"{head} {style(words, fg=colour)}"]
    else:
        below = hang(words, width, indent + "  ")
        lines = [head, *(style(line, fg=colour) for line in below)]
    if step.is_repeated:
        return lines
    return [*lines, *hang(_words(graph, step.node), width, indent + "    ")]


def _status_words(graph: Graph, step: Step) -> str:
    verdict = step.verdict
    words = "stands" if verdict.status is Status.STANDS else f"is {verdict.status.value}"
    if verdict.status is Status.STANDS and step.link is Link.DESPITE:
        return f"{words}, but is conceded" if is_conceded(graph, step.node) else words
    return words + _GROUNDS.get(verdict.ground, "") + _itself(graph, step)


def _itself(graph: Graph, step: Step) -> str:
    if step.verdict.ground is not Ground.ITSELF:
        return ""
    model = graph.nodes[step.node].model
    if model.kind is Kind.ASSUMPTION:
        return ": it is taken for granted"
    cited = ", ".join(
        citation.source if citation.at is None else f"{citation.source}:{citation.at}"
        for citation in model.cite
    )
    return f": it cites {cited}"


_GROUNDS = {
    Ground.NO_REASON: ": no reason is given for it",
    Ground.NO_CITATION: ": it cites no source",
    Ground.UNGROUNDED: ": no reason for it reaches evidence",
    Ground.SUPPORT_LOST: ": all its support is defeated",
    Ground.CYCLE: ": attacks go round in a circle",
}

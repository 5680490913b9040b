"""Why a node stands, falls or hangs, in lines that a reader can follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.app.status import evaluate, graph_of
from argmap.app.wrap import hang
from argmap.diagnostics import ArgmapError
from argmap.evaluate.explain import Link, Step, explain
from argmap.evaluate.labelling import is_conceded
from argmap.evaluate.types import Ground, Status
from argmap.model.messages import suggest
from argmap.model.nodes import Kind
from argmap.report.types import Style, plain
from argmap.source.display import columns, printable

if TYPE_CHECKING:
    from argmap.app.load import Argument
    from argmap.graph.types import Graph

STATUS_COLOURS = {
    Status.STANDS: "green",
    Status.UNSUPPORTED: "yellow",
    Status.DEFEATED: "red",
    Status.UNDECIDED: "magenta",
}
_MOST_INDENT = 12
"""Levels past which deeper steps are not indented any further."""


def why_text(argument: Argument, name: str, *, width: int, style: Style = plain) -> str:
    """Write the chain that decides a node's status.

    Args:
        argument: the map.
        name: id or address of the node.
        width: columns to fill.
        style: colours a text.

    Raises:
        ArgmapError: when the file held no map, or the map no such node.
    """
    graph, evaluation = graph_of(argument), evaluate(argument)
    node = graph.by_name(name)
    if node is None:
        hint = suggest(name, graph.by_id) or "give an id, or an address such as `thesis.because[0]`"
        raise ArgmapError(f"there is no node `{name}` in {argument.path}", hint)
    lines: list[str] = []
    for step in explain(graph, evaluation, node):
        lines += _step_lines(graph, step, width, style)
    return "\n".join(lines) + "\n"


def _step_lines(graph: Graph, step: Step, width: int, style: Style) -> list[str]:
    indent = "  " * min(step.depth, _MOST_INDENT)
    lead = "" if step.link is Link.ASKED else f"{step.link.value} "
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
    text = printable(" ".join(graph.nodes[step.node].text.split()))
    return [*lines, *hang(text, width, indent + "    ")]


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

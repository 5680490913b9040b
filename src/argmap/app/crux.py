"""The nodes on which the thesis hangs, in sentences and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.app.status import evaluate, graph_of
from argmap.app.wrap import hang
from argmap.evaluate.crux import find_cruxes
from argmap.evaluate.types import Status
from argmap.report.json import json_text
from argmap.report.types import Style, plain
from argmap.source.display import printable

if TYPE_CHECKING:
    from argmap.app.load import Argument
    from argmap.evaluate.crux import Crux
    from argmap.evaluate.types import Evaluation
    from argmap.graph.types import Graph

MOST = 10
"""So many cruxes are told where nothing else is asked."""


def crux_text(argument: Argument, *, most: int = MOST, width: int, style: Style = plain) -> str:
    """Write which single nodes change a thesis when they are lost, those that change most first.

    Args:
        argument: the map.
        most: how many are told.
        width: columns to fill.
        style: colours a text.

    Raises:
        ArgmapError: when the file held no map.
    """
    graph, evaluation = graph_of(argument), evaluate(argument)
    cruxes = find_cruxes(graph, evaluation)
    lines: list[str] = []
    for number, crux in enumerate(cruxes[:most], 1):
        node = graph.nodes[crux.node]
        head = f"{number}. {node.kind.value} {graph.name(crux.node)}"
        lines += [style(line, bold=True) for line in hang(head, width, "")]
        lines += hang(printable(" ".join(node.text.split())), width, "       ")
        for sentence in _sentences(graph, evaluation, crux):
            lines += hang(sentence, width, "   ")
    lines += hang(_summary(graph, evaluation, len(cruxes), most), width, "")
    return "".join(f"{line}\n" for line in lines)


def _summary(graph: Graph, evaluation: Evaluation, count: int, most: int) -> str:
    theses = " and ".join(
        f"{_thesis(graph, node)} {_WORDS[evaluation.status(node)]}" for node in graph.thesis
    )
    said = f"{theses[:1].upper()}{theses[1:]}"
    if not count:
        return f"{said}; no single statement changes that."
    if count == 1:
        return f"{said}; one statement changes that by itself."
    shown = "" if count <= most else f"; {most} are shown"
    return f"{said}; {count} statements change that, each by itself{shown}."


def _thesis(graph: Graph, node: int) -> str:
    return "the thesis" if len(graph.thesis) == 1 else f"thesis {graph.name(node)}"


_WORDS = {
    Status.STANDS: "stands",
    Status.UNSUPPORTED: "has no support",
    Status.DEFEATED: "is defeated",
    Status.UNDECIDED: "is undecided",
}


def _sentences(graph: Graph, evaluation: Evaluation, crux: Crux) -> list[str]:
    """Say what the loss of a node does; once where both losses do the same."""
    cases = [("it were left out", crux.left_out), ("it were defeated", crux.defeated)]
    if crux.left_out == crux.defeated:
        cases = [("it were left out or defeated", crux.left_out)]
    return [
        f"If {loss}, {_change(graph, evaluation, changed)}." for loss, changed in cases if changed
    ]


def _change(graph: Graph, evaluation: Evaluation, changed: dict[int, Status]) -> str:
    said = [
        f"{_thesis(graph, node)}, which {_WORDS[evaluation.status(node)]},"
        f" would {_BECOME[changed[node]]}"
        for node in graph.thesis
        if node in changed
    ]
    more = len(changed) - len(said)
    if not more:
        return " and ".join(said)
    others = "1 other statement" if more == 1 else f"{more} other statements"
    return f"{' and '.join(said)}, and {others} would change"


_BECOME = {
    Status.STANDS: "stand",
    Status.UNSUPPORTED: "have no support",
    Status.DEFEATED: "be defeated",
    Status.UNDECIDED: "be undecided",
}


def crux_json(argument: Argument, *, most: int = MOST) -> str:
    """Write the cruxes as JSON; see `crux_text`."""
    graph, evaluation = graph_of(argument), evaluate(argument)
    cruxes = find_cruxes(graph, evaluation)
    document = {
        "version": 1,
        "thesis": _named(graph, {node: evaluation.status(node) for node in graph.thesis}),
        "found": len(cruxes),
        "cruxes": [
            {
                "node": graph.name(crux.node),
                "text": graph.nodes[crux.node].text,
                "status": evaluation.status(crux.node).value,
                "reach": crux.reach,
                "left_out": _named(graph, crux.left_out),
                "defeated": _named(graph, crux.defeated),
            }
            for crux in cruxes[:most]
        ],
    }
    return json_text(document, indent=2) + "\n"


def _named(graph: Graph, changed: dict[int, Status]) -> dict[str, str]:
    return {graph.name(node): changed[node].value for node in sorted(changed)}

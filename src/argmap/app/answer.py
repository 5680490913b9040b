"""What `argmap status` is asked, and what it answers."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.app.status import evaluate, graph_of
from argmap.app.suppose import compare, read_supposition
from argmap.diagnostics import ArgmapError
from argmap.evaluate.labelling import evaluate as evaluate_graph
from argmap.evaluate.reading import Reading, evaluate_as
from argmap.render.outline_lines import NO_NOTES, Notes, Segment, Style

if TYPE_CHECKING:
    from argmap.app.load import Argument
    from argmap.evaluate.types import Evaluation

SECONDS = 10.0
"""So long labellings are looked for where nothing else is asked."""
_USUAL = Reading()
_NOWHERE = "no stable labelling"


@dataclass(frozen=True, slots=True)
class Question:
    """What a reader asks of the statuses of a map."""

    reading: Reading = _USUAL
    seconds: float = SECONDS
    """How long labellings are looked for at most."""
    strength: str | None = None
    """Name of the gradual semantics whose numbers are shown; None for no numbers."""
    without: tuple[str, ...] = ()
    """Nodes that are taken as not written."""
    suppose: tuple[str, ...] = ()
    """Nodes with what they are taken to be: `vault=defeated`."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Statuses, and what is said of them."""

    evaluation: Evaluation
    notes: Notes = NO_NOTES
    remark: str | None = None
    """What the reader must know besides the result; None for nothing."""


def answer(argument: Argument, question: Question) -> Answer:
    """Answer what a reader asks of the statuses of a map.

    Args:
        argument: the map.
        question: what is asked.

    Raises:
        ArgmapError: for what is asked together and does not go together, a node that is not in the
            map, a time limit that was reached, a solver that is not installed.
    """
    is_what_if = bool(question.without or question.suppose)
    if is_what_if and not question.reading.is_usual:
        message = "suppositions go with grounded semantics and evidential support only"
        raise ArgmapError(message, "leave out `--without` and `--suppose`, or the semantics")
    if question.strength is not None and (is_what_if or not question.reading.is_usual):
        message = "strengths are those of the map as it is, whatever the semantics"
        raise ArgmapError(message, "ask for `--strength` by itself")
    if is_what_if:
        return _suppose(argument, question)
    if question.strength is not None:
        return _weigh(argument, question.strength)
    if question.reading.is_usual:
        return Answer(evaluate(argument))
    return _read(argument, question)


def _suppose(argument: Argument, question: Question) -> Answer:
    graph, before = graph_of(argument), evaluate(argument)
    supposed = read_supposition(argument, question.without, question.suppose)
    after = evaluate_graph(graph, supposed)
    return Answer(after, compare(graph, before, after, supposed))


def _weigh(argument: Argument, name: str) -> Answer:
    from argmap.evaluate.influence import INFLUENCES
    from argmap.evaluate.strength import find_strengths, strength_words

    found = find_strengths(graph_of(argument), INFLUENCES[name]).nodes
    notes = {
        node: Segment(f"({strength_words(strength)})", Style.MUTED)
        for node, strength in enumerate(found)
    }
    return Answer(evaluate(argument), Notes((f"Strengths: {name}",), notes))


def _read(argument: Argument, question: Question) -> Answer:
    graph, reading = graph_of(argument), question.reading
    end = time.monotonic() + question.seconds
    evaluation = evaluate(argument)
    found = evaluate_as(graph, evaluation, reading, lambda: time.monotonic() > end)
    head = (f"{reading.semantics}, {reading.mode}, {reading.support} support",)
    if found is None:
        nodes = {node.index: Segment(_NOWHERE, Style.UNDECIDED) for node in graph.nodes}
        remark = f"{argument.path} has {_NOWHERE}: its attacks go round in a circle of odd length"
        return Answer(evaluation, Notes(head, nodes, has_statuses=False), remark)
    return Answer(found, Notes(head))

"""What stands in a map, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import ArgmapError

if TYPE_CHECKING:
    from argmap.app.load import Argument
    from argmap.evaluate.types import Evaluation
    from argmap.graph.types import Graph


def graph_of(argument: Argument) -> Graph:
    """Give the graph of a map.

    Raises:
        ArgmapError: when the file held no map.
    """
    if argument.graph is None:
        message = f"{argument.path} holds no map that can be read"
        raise ArgmapError(message, f"run `argmap check {argument.path}`")
    return argument.graph


def evaluate(argument: Argument) -> Evaluation:
    """Evaluate a map under the grounded labelling.

    Raises:
        ArgmapError: when the file held no map.
    """
    graph_of(argument)
    evaluation = argument.evaluation
    assert evaluation is not None  # noqa: S101 - a graph is always evaluated
    return evaluation

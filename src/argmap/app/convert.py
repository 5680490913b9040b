"""Writing a map in another format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.app.status import evaluate, graph_of
from argmap.check.quotations import compare_citations
from argmap.formats.graph_json import write_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.app.load import Argument
    from argmap.evaluate.types import Evaluation
    from argmap.formats.graph_json import Verified
    from argmap.graph.types import Graph

CONVERSIONS: dict[str, Callable[[Graph, Evaluation, Verified], str]] = {"json": write_json}
"""The formats that a map can be written in."""


def convert(argument: Argument, target: str) -> str:
    """Write a map in another format.

    Raises:
        ArgmapError: when the file held no map.
    """
    graph = graph_of(argument)
    verified = {
        (one.node.index, one.citation): one.is_verified
        for one in compare_citations(graph, argument.materials)
    }
    return CONVERSIONS[target](graph, evaluate(argument), verified)

"""Writing a map in another format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.app.status import evaluate, graph_of
from argmap.formats.graph_json import write_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.app.load import Argument
    from argmap.evaluate.types import Evaluation
    from argmap.graph.types import Graph

CONVERSIONS: dict[str, Callable[[Graph, Evaluation], str]] = {"json": write_json}
"""The formats that a map can be written in."""


def convert(argument: Argument, target: str) -> str:
    """Write a map in another format.

    Raises:
        ArgmapError: when the file held no map.
    """
    return CONVERSIONS[target](graph_of(argument), evaluate(argument))

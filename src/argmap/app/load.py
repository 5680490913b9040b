"""From a file, or a text, to an argument ready to be checked and drawn."""

from __future__ import annotations

import sys
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.app.files import STDIN
from argmap.app.reads import note_file
from argmap.diagnostics import START, Problem
from argmap.evaluate.labelling import evaluate
from argmap.graph.build import build_graph
from argmap.model.build import build_map
from argmap.source.document import read_document
from argmap.source.limits import DEFAULT_LIMITS, Limits, describe_passed
from argmap.source.parser import collector_paused
from argmap.source.text import Text, decode

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from argmap.app.request import Request
    from argmap.evaluate.types import Evaluation
    from argmap.graph.types import Graph
    from argmap.model.map import ArgumentMap
    from argmap.source.material import Material


class Argument:
    """A map that was read; it is not changed any more."""

    path: str
    """How the file is named in findings."""
    text: Text | None
    """The file's text; None where it could not be read."""
    graph: Graph | None
    """The argument; None where the file holds no map."""
    problems: tuple[Problem, ...]
    """What was met while the file was read (AM0)."""
    is_missing: bool
    """Whether the file does not exist or may not be read."""
    limits: Limits
    """Within which it was read."""

    def __init__(
        self,
        path: str,
        text: Text | None,
        graph: Graph | None,
        problems: tuple[Problem, ...],
        *,
        is_missing: bool = False,
        limits: Limits = DEFAULT_LIMITS,
    ) -> None:
        self.path = path
        self.text = text
        self.graph = graph
        self.problems = problems
        self.is_missing = is_missing
        self.limits = limits

    @cached_property
    def evaluation(self) -> Evaluation | None:
        """What stands and why; None where there is no graph."""
        return None if self.graph is None else evaluate(self.graph)

    @cached_property
    def materials(self) -> Mapping[str, Material]:
        """What is at hand of each source, read when it is asked for."""
        sources = {} if self.graph is None else self.graph.sources
        if not any(source.text or source.fingerprint for source in sources.values()):
            from argmap.source.material import NOTHING

            return dict.fromkeys(sources, NOTHING)
        from pathlib import Path

        from argmap.app.sources import Materials

        return Materials(sources, Path(self.path).parent, self.limits)


def load(
    source: str | Path | bytes, *, path: str | None = None, limits: Limits = DEFAULT_LIMITS
) -> Argument:
    """Read a map within some limits; see `argmap.load`."""
    if isinstance(source, bytes):
        return read_bytes(source, path or "<bytes>", limits)
    if isinstance(source, str) and "\n" in source:
        return read_text(Text(path or "<text>", source), limits)
    try:
        data = read_file(source, limits)
    except OSError as error:
        message = f"file cannot be read: {error.strerror or error}"
        problem = Problem("AM007", START, message, "check the path and its permissions")
        return Argument(path or str(source), None, None, (problem,), is_missing=True)
    name = "<stdin>" if str(source) == STDIN else str(source)
    return read_bytes(data, path or name, limits)


def read_map_text(path: str, limits: Limits = DEFAULT_LIMITS) -> Text | None:
    """Read the text of a map alone; None where there is none."""
    try:
        text = decode(read_file(path, limits), path, limits.bytes)
    except OSError:
        return None
    return text if isinstance(text, Text) else None


def read_file(path: str | Path, limits: Limits) -> bytes:
    """Read a file's bytes, one more than the limit at most.

    Raises:
        OSError: when it is missing, a folder, or may not be read.
    """
    if str(path) == STDIN:
        return sys.stdin.buffer.read(limits.bytes + 1)
    with open(path, "rb") as file:
        data = file.read(limits.bytes + 1)
    note_file(path, data)
    return data


def read_bytes(data: bytes, path: str, limits: Limits = DEFAULT_LIMITS) -> Argument:
    """Read a map from the bytes of a file."""
    text = decode(data, path, limits.bytes)
    if isinstance(text, Problem):
        return Argument(path, None, None, (text,), limits=limits)
    return read_text(text, limits)


def read_text(text: Text, limits: Limits = DEFAULT_LIMITS) -> Argument:
    """Read a map from a text."""
    with collector_paused():
        document = read_document(text, limits)
        source, problems = build_map(text, document)
        if source is not None and len(source.places) > limits.nodes:
            problems = [*problems, _too_many_nodes(source, limits)]
            source = None
        graph = None if source is None else build_graph(source)
    return Argument(text.path, text, graph, (*document.problems, *problems), limits=limits)


def _too_many_nodes(source: ArgumentMap, limits: Limits) -> Problem:
    code, message, mend = describe_passed("nodes", limits.nodes)
    return Problem(code, source.span(limits.nodes), message, mend)


def load_map(path: str, request: Request | None = None) -> Argument:
    """Read a map that a command names, within the limits of its configuration.

    Args:
        path: of the map, or `-`.
        request: which configuration; None for the nearest.

    Raises:
        ConfigError: when its limits are not understood.
    """
    from argmap.app.limits import limits_for

    return load(path, limits=limits_for(path, request))

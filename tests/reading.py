"""What the tests on reading share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from argmap.source import parser
from argmap.source.limits import Limits
from argmap.source.text import Text
from argmap.source.tree import Mapping, Scalar, Sequence, Value, YamlDocument
from argmap.source.yaml import read_yaml
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.diagnostics import Problem, Span

both_parsers = pytest.mark.parametrize(
    "make_parser", [parser.make_c_parser, parser.make_python_parser], ids=["libyaml", "python"]
)


def read(content: str, limits: Limits = Limits()) -> YamlDocument:  # noqa: B008 - is frozen
    """Read a text as YAML."""
    return read_yaml(Text("map.yaml", content), limits)


def map_files() -> list[Path]:
    """Give every map there is: those that are shown, and those that tests are made of."""
    return sorted([*(ROOT / "maps").glob("*.yaml"), *(ROOT / "tests").rglob("*.yaml")])


def plain(value: Value | None) -> Any:
    """Give a YAML value as text, lists and dicts."""
    if isinstance(value, Scalar):
        return value.value
    if isinstance(value, Sequence):
        return [plain(item) for item in value.items]
    return value and {key: plain(item) for key, (_, item) in value.entries.items()}


def spans(value: Value | None) -> list[tuple[str, int, int]]:
    """Give type, start and end of every value, keys included."""
    if value is None:
        return []
    found = [(type(value).__name__, value.start, value.end)]
    if isinstance(value, Sequence):
        for item in value.items:
            found += spans(item)
    elif isinstance(value, Mapping):
        for key, item in value.entries.values():
            found += [*spans(key), *spans(item)]
    return found


def only(problems: tuple[Problem, ...]) -> Problem:
    """Give the one problem there is."""
    (problem,) = problems
    return problem


def at(span: Span) -> tuple[int, int, int, int]:
    """Give the numbers of a span."""
    return span.line, span.column, span.end_line, span.end_column

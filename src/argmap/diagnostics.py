"""What argmap says about a file: where, how grave, what and how to mend.

This module imports nothing of ours, so every layer may speak the same words.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class ArgmapError(Exception):
    """The work cannot go on: the message says what is wrong, `hint` how to mend it."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        """Keep the message and, where there is one, the mend."""
        super().__init__(message)
        self.hint = hint

    @property
    def parts(self) -> tuple[tuple[str, str | None], ...]:
        """Give what is wrong, each thing with its mend."""
        return ((str(self), self.hint),)


class Severity(StrEnum):
    """How grave a finding is, gravest first."""

    ERROR = "error"
    """The map itself is wrong."""
    WARNING = "warning"
    """The argument, or its documentation, is weak."""
    NOTE = "note"
    """Advice."""

    @property
    def rank(self) -> int:
        """Give 0 for error, 1 for warning, 2 for note."""
        return _RANKS[self]


_RANKS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


class Span(NamedTuple):
    """A stretch of a file: lines and columns from 1, columns in code points, end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int

    def overlaps(self, other: Span) -> bool:
        """Tell whether two stretches have a character in common."""
        return (self.line, self.column) < (other.end_line, other.end_column) and (
            (other.line, other.column) < (self.end_line, self.end_column)
        )


START = Span(1, 1, 1, 1)
"""Where findings about a file as a whole point."""


class Related(NamedTuple):
    """Another place that a finding is about (the first of two duplicates, a step of a circle)."""

    span: Span
    message: str
    path: str | None = None
    """The file the span is in; None for the file of the finding."""


class Edit(NamedTuple):
    """A piece of a file and what is to stand in its place."""

    span: Span
    """What goes; empty where something is only put in."""
    text: str
    """What comes; empty where something is only taken out."""


class Fix(NamedTuple):
    """A mend that can be made by a machine."""

    message: str
    """What it does, in the imperative."""
    edits: tuple[Edit, ...]
    """Changes of the file that the finding is in; they do not overlap."""
    is_safe: bool
    """Whether the argument stays what it is; otherwise the author must look at it first."""


class Problem(NamedTuple):
    """A finding as the layer that meets it sees it: a code and a place, no name or severity."""

    code: str
    span: Span
    message: str
    help: str | None = None
    node: str | None = None
    """Id or address of the node that the finding is about."""
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    """How it can be mended without the author; None where only the author can."""


class Diagnostic(NamedTuple):
    """A finding as it is reported: a problem with its file, rule name and severity."""

    path: str
    problem: Problem
    name: str
    severity: Severity
    accepted: str | None = None
    """Why the finding does not count: what the map's author says, or that it is in the baseline;
    None where it counts."""
    is_baselined: bool = False
    """Whether it is the baseline that accepts the finding, not the map."""

    @property
    def sort_key(self) -> tuple[str, Span, str, str]:
        """Order findings by path, place, code and words."""
        return (self.path, self.problem.span, self.problem.code, self.problem.message)

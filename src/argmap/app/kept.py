"""Findings in each of many maps, kept so that of these only those that changed are checked again.

They stand beside the output of the run (`argmap.app.cache`), which counts while nothing changed.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.app.cache import read_entry, write_entry
from argmap.app.reads import Read
from argmap.diagnostics import Diagnostic, Edit, Fix, Problem, Related, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterable


class KeptMap(NamedTuple):
    """What is found in one map, and what was read for it."""

    findings: list[Diagnostic]
    reads: tuple[Read, ...]


class KeptMaps:
    """What an earlier run has found in each map."""

    def __init__(self, key: str) -> None:
        """Read what is kept.

        Args:
            key: of the command that checks the maps.
        """
        self._key = f"{key}.maps"
        self._before: dict[str, Any] = read_entry(self._key) or {}
        self._now: dict[str, Any] = {}

    def find(self, name: str) -> KeptMap | None:
        """Give what was found in a map; None where it is not known, or something has changed.

        Args:
            name: tells the map, and how it is checked, from all others.
        """
        entry = self._before.get(name)
        if entry is None:
            return None
        reads = tuple(Read(*read) for read in entry["reads"])
        if not all(read.is_current for read in reads):
            return None
        self._now[name] = entry
        return KeptMap([_finding(fields) for fields in entry["findings"]], reads)

    def keep(self, name: str, findings: Iterable[Diagnostic], reads: Iterable[Read]) -> None:
        """Take what was found in a map."""
        self._now[name] = {"findings": list(findings), "reads": list(reads)}

    def write(self) -> None:
        """Keep what was taken and what was found, for the next run."""
        if self._now != self._before:
            write_entry(self._key, json.dumps(self._now))


def _finding(fields: list[Any]) -> Diagnostic:
    """Make of a list, as JSON has it, the finding that it was."""
    path, problem, name, severity, accepted, is_baselined = fields
    return Diagnostic(path, _problem(problem), name, Severity(severity), accepted, is_baselined)


def _problem(fields: list[Any]) -> Problem:
    code, span, message, mend, node, related, fix = fields
    others = tuple(Related(Span(*place), said, path) for place, said, path in related)
    return Problem(code, Span(*span), message, mend, node, others, fix and _fix(fix))


def _fix(fields: list[Any]) -> Fix:
    message, edits, is_safe = fields
    return Fix(message, tuple(Edit(Span(*span), text) for span, text in edits), is_safe)

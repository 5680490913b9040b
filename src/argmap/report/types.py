"""What every report is made from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.diagnostics import Diagnostic, Severity
    from argmap.source.text import Text


@dataclass(frozen=True)
class Report:
    """The findings of a run and the texts they are about."""

    findings: tuple[Diagnostic, ...]
    """In order; accepted ones included."""
    files: int
    """How many maps were checked."""
    texts: Mapping[str, Text]
    """Text of each file that could be read, by path."""

    @property
    def open_findings(self) -> tuple[Diagnostic, ...]:
        """The findings that nobody accepted."""
        return tuple(finding for finding in self.findings if finding.accepted is None)

    def fails(self, fail_on: Severity) -> bool:
        """Tell whether a finding that nobody accepted is at least as grave as `fail_on`."""
        return any(finding.severity.rank <= fail_on.rank for finding in self.open_findings)

    def count(self, severity: Severity) -> int:
        """Count the findings of a severity that nobody accepted."""
        return sum(finding.severity is severity for finding in self.open_findings)

    @property
    def accepted(self) -> int:
        """How many findings are accepted."""
        return len(self.findings) - len(self.open_findings)


Style: TypeAlias = Callable[..., str]
"""Colours a text for a terminal: takes the text and `fg`, `bold`, `dim` (as `click.style`)."""


def plain(text: str, **_: object) -> str:
    """Leave a text as it is."""
    return text

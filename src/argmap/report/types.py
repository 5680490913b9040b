"""What every report is made from."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.diagnostics import Diagnostic, Severity
    from argmap.report.rule_info import RuleInfo
    from argmap.source.text import Text


class Report(NamedTuple):
    """The findings of a run and the texts they are about."""

    findings: tuple[Diagnostic, ...]
    """In order; accepted ones included."""
    files: int
    """How many maps were checked."""
    texts: Mapping[str, Text]
    """Text of each file that could be read, by path; of many, those without findings are empty."""
    rules: tuple[RuleInfo, ...] = ()
    """The rules there are, in order of code."""
    version: str = ""
    """Version of argmap that made the report."""
    folder: str = ""
    """The working folder: paths below it are reported relative to it; empty where unknown."""
    fixed: int | None = None
    """How many findings were fixed; None where nothing was to be."""
    show_accepted: bool = False
    """Whether reports for people show accepted findings among the others."""

    @property
    def open_findings(self) -> tuple[Diagnostic, ...]:
        """The findings that nobody accepted."""
        return tuple(finding for finding in self.findings if finding.accepted is None)

    @property
    def shown_findings(self) -> tuple[Diagnostic, ...]:
        """The findings that reports for people show."""
        return self.findings if self.show_accepted else self.open_findings

    @property
    def paths(self) -> tuple[str, ...]:
        """The files that were checked, clean ones too, each once."""
        return tuple(dict.fromkeys((*self.texts, *(finding.path for finding in self.findings))))

    def source_line(self, finding: Diagnostic) -> str:
        """Give the line that a finding starts in; nothing where the file could not be read."""
        text = self.texts.get(finding.path)
        number = finding.problem.span.line
        if text is None or number > len(text.line_starts):
            return ""
        return text.line(number)

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

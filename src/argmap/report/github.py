"""Findings as GitHub workflow commands: annotations at the lines of a pull request.

Source: GitHub Docs, «Workflow commands for GitHub Actions», and how `actions/toolkit` escapes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import Severity
from argmap.report.place import relative_path
from argmap.report.types import Report, Style, plain
from argmap.source.display import printable

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def report_github(report: Report, style: Style = plain) -> str:
    """Write one workflow command for each finding that nobody accepted."""
    del style
    return "".join(f"{_command(finding, report)}\n" for finding in report.open_findings)


def _command(finding: Diagnostic, report: Report) -> str:
    problem = finding.problem
    span = problem.span
    properties = {
        "file": relative_path(finding.path, report.folder),
        "line": str(span.line),
        "col": str(span.column),
        "endLine": str(span.end_line),
        "endColumn": str(span.end_column),
        "title": f"{problem.code} {finding.name}",
    }
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    parts = [problem.message]
    if problem.help:
        parts.append(f"help: {problem.help}")
    parts += [
        f"see: {relative_path(related.path or finding.path, report.folder)}"
        f":{related.span.line}:{related.span.column}: {related.message}"
        for related in problem.related
    ]
    message = "%0A".join(map(_data, parts))
    return f"::{COMMANDS[finding.severity]} {written}::{message}"


def _data(text: str) -> str:
    r"""Escape a message.

    Line breaks of a text itself are shown as what they are; the log obeys none of them.

    >>> _data("100%\n::error::x")
    '100%25\\n::error::x'
    """
    return printable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape the value of a property.

    >>> _property("a,b:c")
    'a%2Cb%3Ac'
    """
    return _data(text).replace(":", "%3A").replace(",", "%2C")

"""Findings as JSON, in the form that the format's contract names."""

from __future__ import annotations

import json
from typing import Any

from argmap.diagnostics import Diagnostic, Severity, Span
from argmap.report.types import Report, Style, plain
from argmap.source.display import carried


def report_json(report: Report, style: Style = plain) -> str:
    """Write all findings, accepted ones too, as one JSON document."""
    del style
    summary = {
        "files": report.files,
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "notes": report.count(Severity.NOTE),
        "accepted": report.accepted,
    }
    findings = [finding_object(finding) for finding in report.findings]
    document = {"version": 1, "findings": findings, "summary": summary}
    return json_text(document, indent=2) + "\n"


def json_text(value: object, *, indent: int | None = None) -> str:
    r"""Write a value as JSON that people can read and every channel carries.

    >>> json_text(["中", chr(0x2028)])
    '["中", "\\u2028"]'
    """
    return carried(json.dumps(value, ensure_ascii=False, indent=indent))


def finding_object(finding: Diagnostic) -> dict[str, Any]:
    """Give one finding as the object that every JSON report holds."""
    problem = finding.problem
    span = problem.span
    return {
        "path": finding.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "code": problem.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": problem.message,
        "help": problem.help,
        "node": problem.node,
        "related": [
            _place(related.path or finding.path, related.span) | {"message": related.message}
            for related in problem.related
        ],
        "accepted": finding.accepted,
    }


def _place(path: str, span: Span) -> dict[str, Any]:
    return {"path": path, "line": span.line, "column": span.column}

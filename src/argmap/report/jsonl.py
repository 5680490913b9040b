"""Findings as JSON Lines: one object a line, for programs that read a stream."""

from __future__ import annotations

from argmap.report.json import finding_object, json_text
from argmap.report.types import Report, Style, plain


def report_jsonl(report: Report, style: Style = plain) -> str:
    """Write each finding, accepted ones too, as the object of the JSON report, on one line."""
    del style
    return "".join(f"{json_text(finding_object(finding))}\n" for finding in report.findings)

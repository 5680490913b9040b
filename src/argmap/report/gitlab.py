"""Findings as a GitLab Code Quality report.

Source: GitLab Docs, «Code Quality», section «Code Quality report format».
"""

from __future__ import annotations

from argmap.diagnostics import Severity
from argmap.report.fingerprint import fingerprints
from argmap.report.json import json_text
from argmap.report.place import relative_path
from argmap.report.types import Report, Style, plain

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def report_gitlab(report: Report, style: Style = plain) -> str:
    """Write the findings that nobody accepted as one JSON array."""
    del style
    findings = report.open_findings
    issues = [
        {
            "description": f"{finding.problem.code} {finding.problem.message}",
            "check_name": finding.name,
            "fingerprint": fingerprint,
            "severity": SEVERITIES[finding.severity],
            "location": {
                "path": relative_path(finding.path, report.folder),
                "lines": {"begin": finding.problem.span.line},
            },
        }
        for finding, fingerprint in zip(findings, fingerprints(report, findings), strict=True)
    ]
    return json_text(issues, indent=2) + "\n"

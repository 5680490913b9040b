"""Findings as SARIF 2.1.0, which code scanning services read.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0 with Errata 01.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from argmap.diagnostics import Severity
from argmap.report.fingerprint import fingerprints
from argmap.report.json import json_text
from argmap.report.place import file_uri
from argmap.report.types import Report, Style, plain

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic, Fix, Span
    from argmap.report.rule_info import RuleInfo

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
FINGERPRINT = "argmapFinding/v1"
"""Name of the fingerprint; the number rises when it is made in another way."""

_PLACEHOLDER = re.compile(r"\{(\d+)\}")
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")


def report_sarif(report: Report, style: Style = plain) -> str:
    """Write all findings, accepted ones as suppressed, and the rules there are as one SARIF log."""
    del style
    rules = [_rule(rule) for rule in report.rules]
    known = {rule["id"] for rule in rules}
    for finding in report.findings:
        if finding.problem.code not in known:
            known.add(finding.problem.code)
            rules.append({"id": finding.problem.code, "name": finding.name})
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    prints = fingerprints(report, report.findings)
    driver: dict[str, Any] = {"name": "argmap"}
    if report.version:
        driver["version"] = report.version
    run = {
        "tool": {"driver": driver | {"rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(finding, report, index[finding.problem.code], fingerprint)
            for finding, fingerprint in zip(report.findings, prints, strict=True)
        ],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_text(log, indent=2) + "\n"


def _rule(rule: RuleInfo) -> dict[str, Any]:
    page = rule.documentation
    why, mend = _one_line(page.why), _one_line(page.mend)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": page.summary},
        "fullDescription": {"text": why or page.summary},
        "help": {
            "text": f"{page.summary}\n\nWhy: {why}\n\nMend: {mend}",
            "markdown": f"{page.summary}\n\n**Why.** {why}\n\n**Mend.** {mend}",
        },
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _result(finding: Diagnostic, report: Report, rule: int, fingerprint: str) -> dict[str, Any]:
    problem = finding.problem
    help_ = f"\nhelp: {problem.help}" if problem.help else ""
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": LEVELS[finding.severity],
        "message": {"text": _message(problem.message + help_)},
        "locations": [_location(finding.path, problem.span, report)],
        "partialFingerprints": {FINGERPRINT: fingerprint},
    }
    if problem.node:
        result["locations"][0]["logicalLocations"] = [{"fullyQualifiedName": problem.node}]
    if problem.related:
        result["relatedLocations"] = [
            _location(related.path or finding.path, related.span, report)
            | {"id": number, "message": {"text": _message(related.message)}}
            for number, related in enumerate(problem.related, 1)
        ]
    if problem.fix is not None:
        result["fixes"] = [_fix(problem.fix, finding.path, report)]
    if finding.accepted is not None:
        kind = "external" if finding.is_baselined else "inSource"
        result["suppressions"] = [{"kind": kind, "justification": finding.accepted}]
    return result


def _message(text: str) -> str:
    r"""Escape what SARIF reads as a placeholder or as a link (3.11.5, 3.11.6), and nothing else.

    >>> _message("thesis.because[0] names {0} and [a](1)")
    'thesis.because[0] names {{0}} and \\[a](1)'
    """
    return _LINK.sub(r"\\[", _PLACEHOLDER.sub(r"{{\1}}", text))


def _fix(fix: Fix, path: str, report: Report) -> dict[str, Any]:
    replacements = []
    for edit in fix.edits:
        replacement: dict[str, Any] = {"deletedRegion": _region(edit.span)}
        if edit.text:
            replacement["insertedContent"] = {"text": edit.text}
        replacements.append(replacement)
    change = {
        "artifactLocation": {"uri": file_uri(path, report.folder)},
        "replacements": replacements,
    }
    return {
        "description": {"text": _message(fix.message)},
        "artifactChanges": [change],
        "properties": {"isSafe": fix.is_safe},
    }


def _location(path: str, span: Span, report: Report) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": file_uri(path, report.folder)},
            "region": _region(span),
        }
    }


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }

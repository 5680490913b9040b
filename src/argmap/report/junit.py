"""Findings as JUnit XML, which every CI shows as tests: one suite a file, one test a finding.

Source: the schema that Jenkins reads by, junit-4.xsd of its xUnit plug-in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.report.types import Report, Style, plain
from argmap.source.display import printable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from argmap.diagnostics import Diagnostic

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no place for, escaped or not (section 2.2)."""


def report_junit(report: Report, style: Style = plain) -> str:
    """Write a suite for each file: findings fail, accepted ones are skipped, clean files pass."""
    from xml.etree.ElementTree import Element

    del style
    by_path: dict[str, list[Diagnostic]] = {path: [] for path in report.paths}
    for finding in report.findings:
        by_path[finding.path].append(finding)
    root = Element("testsuites", name="argmap")
    for path, findings in by_path.items():
        _add_suite(root, path, findings)
    return finish(root)


def finish(root: Element) -> str:
    """Write suites under their sums."""
    from xml.etree.ElementTree import indent, tostring

    root.attrib |= {
        name: str(sum(int(suite.attrib[name]) for suite in root))
        for name in ("tests", "failures", "errors")
    }
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _add_suite(root: Element, path: str, findings: Sequence[Diagnostic]) -> None:
    from xml.etree.ElementTree import SubElement

    accepted = sum(finding.accepted is not None for finding in findings)
    counts = {
        "tests": str(max(1, len(findings))),
        "failures": str(len(findings) - accepted),
        "errors": "0",
        "skipped": str(accepted),
    }
    suite = SubElement(root, "testsuite", {"name": clean(path)} | counts)
    if not findings:
        SubElement(suite, "testcase", name="no findings", classname=clean(path))
    for finding in findings:
        add_case(suite, finding)


def add_case(suite: Element, finding: Diagnostic) -> None:
    """Add a finding to the suite of its file."""
    from xml.etree.ElementTree import SubElement

    problem = finding.problem
    place = f"{problem.span.line}:{problem.span.column}"
    name = f"{problem.code} {finding.name} at {place}"
    case = SubElement(suite, "testcase", name=clean(name), classname=clean(finding.path))
    if finding.accepted is not None:
        SubElement(case, "skipped").text = clean(f"{problem.message}; accepted: {finding.accepted}")
        return
    lines = [f"{finding.path}:{place}: {problem.code} {problem.message}"]
    if problem.help:
        lines.append(f"help: {problem.help}")
    lines += [
        f"see: {related.path or finding.path}:{related.span.line}:{related.span.column}: "
        f"{related.message}"
        for related in problem.related
    ]
    failure = SubElement(
        case, "failure", type=finding.severity.value, message=clean(problem.message)
    )
    failure.text = "\n".join(map(clean, lines))


def clean(text: str) -> str:
    r"""Show what XML cannot hold, and what a terminal would obey, as what it is.

    >>> clean("a\x00b" + chr(0xFFFE))
    'a\\x00b\\ufffe'
    """
    return _NOT_XML.sub(
        lambda found: found[0].encode("unicode_escape").decode("ascii"), printable(text)
    )

"""Findings as Markdown, for a comment on a pull request."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.diagnostics import Severity
from argmap.report.place import relative_path
from argmap.report.text import summary
from argmap.report.types import Report, Style, plain
from argmap.source.display import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.diagnostics import Diagnostic

_ICONS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.NOTE: "💡"}
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;"}
_BREAKS_NOTHING = "&#8203;"
"""A space without width."""
_SPECIAL = re.compile(
    r"(?P<entity>[&<>|])|(?P<markup>[\\`*_\[\]~$])|(?P<call>[@#]|:(?=//)|www(?=\.)|GH(?=-))",
    re.IGNORECASE,
)
"""What is HTML or ends a cell, what is Markdown, what a forge turns into a mention or a link."""


def report_markdown(report: Report, style: Style = plain) -> str:
    """Write a summary, a table for each file, what the rules mean, and what is accepted."""
    del style
    lines = [f"### argmap: {summary(report).strip()}"]
    by_path: dict[str, list[Diagnostic]] = {}
    for finding in report.open_findings:
        by_path.setdefault(finding.path, []).append(finding)
    for path, findings in by_path.items():
        lines += ["", f"#### {_code(relative_path(path, report.folder))}", ""]
        lines += ["| line | rule | finding |", "|---:|---|---|"]
        lines += [_row(finding, report) for finding in findings]
    lines += _explanations(report)
    lines += _accepted(report)
    return "\n".join(lines) + "\n"


def _row(finding: Diagnostic, report: Report) -> str:
    problem = finding.problem
    parts = [_text(problem.message)]
    if problem.help:
        parts.append(f"*help:* {_text(problem.help)}")
    for related in problem.related:
        path = _text(relative_path(related.path or finding.path, report.folder))
        parts.append(f"*see* {path}:{related.span.line}: {_text(related.message)}")
    rule = f"{_ICONS[finding.severity]} {problem.code} {_text(finding.name)}"
    return f"| {problem.span.line}:{problem.span.column} | {rule} | {'<br>'.join(parts)} |"


def _explanations(report: Report) -> Iterator[str]:
    met = {finding.problem.code for finding in report.open_findings}
    pages = [(rule, rule.documentation) for rule in report.rules if rule.code in met]
    if pages:
        yield from _folded(
            "What these rules mean",
            (
                f"- **{rule.code} {_text(rule.name)}**: {_text(page.summary)} {_text(page.mend)}"
                for rule, page in pages
            ),
        )


def _accepted(report: Report) -> Iterator[str]:
    if report.accepted:
        yield from _folded(
            "Accepted",
            (
                f"- {_text(relative_path(finding.path, report.folder))}:{finding.problem.span.line}"
                f" {finding.problem.code}: {_text(finding.problem.message)}"
                f" (accepted: {_text(finding.accepted)})"
                for finding in report.findings
                if finding.accepted is not None
            ),
        )


def _folded(title: str, items: Iterable[str]) -> Iterator[str]:
    yield from ("", f"<details><summary>{title}</summary>", "")
    yield from items
    yield from ("", "</details>")


def _text(text: str) -> str:
    r"""Escape a text so that Markdown shows it as it is, in a table too.

    A pair of backticks, as messages put them round an id, gives code; mentions are broken by a
    space without width.

    >>> _text("claim `safe` | *x* by @ann")
    'claim `safe` &#124; \\*x\\* by @&#8203;ann'
    """
    line = " ".join(printable(text.replace("\n", " ")).split())
    parts = line.split("`")
    if len(parts) % 2 == 0 or not all(_is_plain(code) for code in parts[1::2]):
        return _escape(line)
    return "".join(
        f"`{part}`" if number % 2 else _escape(part) for number, part in enumerate(parts)
    )


def _is_plain(code: str) -> bool:
    return bool(code.strip()) and not set(code) & set("|\\<>&")


def _escape(text: str) -> str:
    return _SPECIAL.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    if found["entity"]:
        return _ENTITIES[found[0]]
    return f"\\{found[0]}" if found["markup"] else f"{found[0]}{_BREAKS_NOTHING}"


def _code(text: str) -> str:
    """Write a text as code, whatever it holds.

    >>> _code("a`b")
    '`` a`b ``'
    """
    line = printable(text)
    longest = max(map(len, re.findall("`+", line)), default=0)
    fence = "`" * (longest + 1)
    return f"{fence} {line} {fence}" if longest else f"{fence}{line}{fence}"

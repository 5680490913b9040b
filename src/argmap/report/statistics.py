"""How many findings each rule brought, the most first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.report.json import json_text
from argmap.report.text import COLOURS, summary
from argmap.report.types import Report, Style, plain

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic


@dataclass(slots=True)
class Count:
    """The findings of one rule."""

    first: Diagnostic
    """Gives code, name and severity."""
    open: int = 0
    """How many findings nobody accepted."""
    accepted: int = 0


def count_findings(report: Report) -> list[Count]:
    """Count the findings of each rule that has some: the most first, then in order of code."""
    counts: dict[str, Count] = {}
    for finding in report.findings:
        count = counts.setdefault(finding.problem.code, Count(finding))
        if finding.accepted is None:
            count.open += 1
        else:
            count.accepted += 1
    return sorted(counts.values(), key=lambda count: (-count.open, count.first.problem.code))


def concise_statistics(report: Report, style: Style = plain) -> str:
    """Write one line for each rule: `12 AM201 unsupported-claim`."""
    shown = [count for count in count_findings(report) if count.open or report.show_accepted]
    width = max((len(str(count.open)) for count in shown), default=1)
    lines = []
    for count in shown:
        code = style(count.first.problem.code, fg=COLOURS[count.first.severity], bold=True)
        line = f"{count.open:{width}} {code} {count.first.name}"
        if count.accepted and report.show_accepted:
            line += style(f" ({count.accepted} accepted)", dim=True)
        lines.append(f"{line}\n")
    return "".join(lines)


def text_statistics(report: Report, style: Style = plain) -> str:
    """Write one line for each rule, and a summary."""
    lines = concise_statistics(report, style)
    return (f"{lines}\n" if lines else "") + summary(report, style)


def json_statistics(report: Report, style: Style = plain) -> str:
    """Write a JSON list with an object for each rule."""
    del style
    rows = [
        {
            "code": count.first.problem.code,
            "name": count.first.name,
            "count": count.open,
            "accepted": count.accepted,
        }
        for count in count_findings(report)
    ]
    return json_text(rows, indent=2) + "\n"

"""Findings for people: the source line, a caret under the span, and how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic, Severity, Span
from argmap.report.types import Report, Style, plain
from argmap.source.display import columns, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.source.text import Text

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_WIDEST_LINE = 160
"""Longer source lines are shown around the span only."""


def report_text(report: Report, style: Style = plain) -> str:
    """Write findings with their source lines, and a summary.

    Args:
        report: the findings.
        style: colours a text (`click.style` has this form).
    """
    blocks = [
        "\n".join(_finding(finding, report, style)) + "\n" for finding in report.shown_findings
    ]
    return "\n".join([*blocks, summary(report, style)])


def report_concise(report: Report, style: Style = plain) -> str:
    """Write one line for each finding: `path:line:column: CODE message`."""
    lines = [
        headline(finding, style) + _acceptance(finding, style) for finding in report.shown_findings
    ]
    return "".join(f"{line}\n" for line in lines)


def headline(finding: Diagnostic, style: Style = plain) -> str:
    """Write a finding's place, code and message in one line."""
    problem = finding.problem
    place = style(
        f"{printable(finding.path)}:{problem.span.line}:{problem.span.column}:", bold=True
    )
    code = style(problem.code, fg=COLOURS[finding.severity], bold=True)
    return f"{place} {code} {printable(problem.message)}"


def _acceptance(finding: Diagnostic, style: Style) -> str:
    if finding.accepted is None:
        return ""
    return style(f" (accepted: {_one_line(finding.accepted)})", dim=True)


def _one_line(text: str) -> str:
    return printable(" ".join(text.split()))


def summary(report: Report, style: Style = plain) -> str:
    """Write how many findings there are of each severity."""
    counts = [
        style(_plural(report.count(severity), severity.value), fg=COLOURS[severity])
        for severity in Severity
        if report.count(severity)
    ]
    accepted = f" ({report.accepted} accepted)" if report.accepted else ""
    done = f"{_plural(report.files, 'map')} checked"
    if report.fixed is not None:
        done += f", {_plural(report.fixed, 'finding')} fixed"
    if not counts:
        nothing = "nothing found" if not report.fixed else "nothing left"
        return f"{done}, {style(nothing, fg='green')}{accepted}\n"
    return f"{done}: {', '.join(counts)}{accepted}\n{_fixable(report)}"


_FIX, _FIX_UNSAFELY = "`--fix`", "`--fix --unsafe-fixes`"
"""What an author writes to have a fix made."""


def _fixable(report: Report) -> str:
    """Write how many findings can be fixed; nothing after a run that fixed what it could."""
    fixes = [finding.problem.fix for finding in report.open_findings if finding.problem.fix]
    safe = sum(fix.is_safe for fix in fixes)
    parts = [
        f"{count} {more}with {words}"
        for count, more, words in (
            (safe, "", _FIX),
            (len(fixes) - safe, "more " if safe else "", _FIX_UNSAFELY),
        )
        if count
    ]
    if not parts or report.fixed is not None:
        return ""
    return f"can be fixed: {', '.join(parts)}\n"


def _plural(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _finding(finding: Diagnostic, report: Report, style: Style) -> Iterator[str]:
    yield headline(finding, style)
    problem = finding.problem
    text = report.texts.get(finding.path)
    gutter = len(str(problem.span.line))
    if text is not None and text.content:
        yield from _source_line(text, problem.span, gutter, finding.severity, style)
    pad = " " * (gutter + 1)
    if problem.help:
        yield f"{pad}= {style('help', bold=True)}: {printable(problem.help)}"
    if problem.fix is not None:
        words = _FIX if problem.fix.is_safe else _FIX_UNSAFELY
        yield f"{pad}= {style('fix', bold=True)}: {printable(problem.fix.message)} ({words})"
    if finding.accepted is not None:
        yield f"{pad}= {style('accepted', fg='green')}: {_one_line(finding.accepted)}"
    for related in problem.related:
        path = printable(related.path or finding.path)
        place = f"{path}:{related.span.line}:{related.span.column}"
        yield f"{pad}= {style('see', bold=True)}: {place}: {printable(related.message)}"


def _source_line(
    text: Text, span: Span, gutter: int, severity: Severity, style: Style
) -> Iterator[str]:
    line = text.line(span.line)
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    cut = 0
    if len(line) > _WIDEST_LINE:
        cut = max(0, min(start - _WIDEST_LINE // 4, len(line) - _WIDEST_LINE))
        line = line[cut : cut + _WIDEST_LINE]
    before, under = line[: start - cut], line[start - cut : max(end, start + 1) - cut]
    carets = "^" * max(1, columns(under))
    bar = style("|", dim=True)
    yield f"{' ' * gutter} {bar}"
    yield f"{style(str(span.line), dim=True)} {bar} {printable(line)}".rstrip()
    mark = style(carets, fg=COLOURS[severity], bold=True)
    yield f"{' ' * gutter} {bar} {' ' * columns(before)}{mark}"

"""Reads case files: YAML maps whose comments say which findings they bring.

A marker is a comment. It names a place, a code and a part of the message:

    claim: It should be lent.      # expect: AM201 no reason
    id: lend                       # expect@5-9: AM101 given twice
    # expect[-2]@7: AM201 no reason
    thesis:                        # expect[+1]@3-+2:13: AM104 goes round

`[+1]` and `[-2]` count lines from the marker's own. `@7` is the start column, `@7-13` start and
exclusive end, `@7-+2:13` an end two lines further down. One comment may hold several markers.
`# accepted: …` in place of `# expect: …` is a finding that the map accepts.

A file that is free of findings says `# clean` in its first line. Comments at its top may name
optional rules that run besides: `# select: AM208`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from argmap.app.check import check
from argmap.app.load import load
from argmap.check.registry import all_rules, find_rule
from argmap.source.text import Text, decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from argmap.diagnostics import Diagnostic

_SIGN = re.compile(r"#\s*(?:expect|accepted)", re.IGNORECASE)
_MARKER = re.compile(
    r"# (?P<word>expect|accepted)"
    r"(?:\[(?P<offset>[+-]\d+)\])?"
    r"(?:@(?P<column>\d+)(?:-(?:\+(?P<lines>\d+):)?(?P<end>\d+))?)?"
    r": (?P<code>AM\d{3}) (?P<part>\S.*)"
)
_SELECT = re.compile(r"# select: (?P<codes>[A-Z0-9 ,]+)")


class BrokenCaseError(Exception):
    """A case file that says nothing, or not what its author thinks."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What one marker says."""

    code: str
    part: str
    line: int
    column: int | None
    end: tuple[int, int] | None
    """Line and column."""
    is_accepted: bool

    def fits(self, finding: Diagnostic) -> bool:
        """Tell whether a finding is the one that is expected."""
        problem = finding.problem
        span = problem.span
        return (
            problem.code == self.code
            and self.part in problem.message
            and span.line == self.line
            and self.column in {None, span.column}
            and self.end in {None, (span.end_line, span.end_column)}
            and self.is_accepted == (finding.accepted is not None)
        )


@dataclass(frozen=True, slots=True)
class Case:
    """One file with what it expects."""

    path: Path
    expected: tuple[Expected, ...]
    select: tuple[str, ...]
    """Codes of optional rules that run besides the others."""

    @property
    def is_clean(self) -> bool:
        """Whether the file expects no finding."""
        return not self.expected


def read_case(path: Path) -> Case:
    """Read a case file.

    Raises:
        BrokenCaseError: for a marker inside a text, one that cannot be read, and a file that
            neither has markers nor says that it is clean.
    """
    text = decode(path.read_bytes(), str(path), 1 << 30)
    if not isinstance(text, Text):
        raise BrokenCaseError(f"{path}: is no UTF-8 text")
    expected = tuple(_read_markers(text))
    is_clean = text.line(1).startswith("# clean")
    if is_clean == bool(expected):
        both = "has markers and says `# clean`" if is_clean else "has no marker and no `# clean`"
        raise BrokenCaseError(f"{path}: {both}")
    return Case(path, expected, tuple(_read_select(text)))


def _read_select(text: Text) -> Iterator[str]:
    for line in text.content.splitlines():
        if line and not line.startswith("#"):
            return
        found = _SELECT.fullmatch(line)
        if found is None and line.startswith("# select"):
            raise BrokenCaseError(f"{text.path}: `# select:` cannot be read")
        for code in re.findall(r"\w+", found["codes"]) if found else ():
            yield find_rule(code).code


def _read_markers(text: Text) -> Iterator[Expected]:
    texts = scalar_spans(text.content)
    signs = list(_SIGN.finditer(text.content))
    for sign in signs:
        line, _ = text.position(sign.start())
        where = f"{text.path}:{line}"
        if any(start <= sign.start() < end for start, end in texts):
            raise BrokenCaseError(f"{where}: the marker stands inside a text")
        rest = text.line(line)[sign.start() - text.line_starts[line - 1] :]
        following = _SIGN.search(rest, 1)
        found = _MARKER.fullmatch(rest[: following.start() if following else None].rstrip())
        if found is None:
            raise BrokenCaseError(f"{where}: the marker cannot be read")
        yield _expected(line, found)


def _expected(marker_line: int, found: re.Match[str]) -> Expected:
    line = marker_line + int(found["offset"] or 0)
    end = (line + int(found["lines"] or 0), int(found["end"])) if found["end"] else None
    column = int(found["column"]) if found["column"] else None
    is_accepted = found["word"] == "accepted"
    return Expected(found["code"], found["part"], line, column, end, is_accepted)


def scalar_spans(content: str) -> list[tuple[int, int]]:
    """Give the offsets between which the texts of a YAML file stand.

    Scanning starts again behind the line of a syntax error.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    while start < len(content):
        try:
            for token in yaml.scan(content[start:]):
                if isinstance(token, yaml.ScalarToken):
                    first, last = token.start_mark.index, token.end_mark.index
                    spans.append((start + first, start + last))
        except yaml.MarkedYAMLError as error:
            mark = error.context_mark or error.problem_mark
            at = start + (mark.index if mark else 0)
            line_end = content.find("\n", at)
            start = line_end + 1 if line_end >= 0 else len(content)
        except yaml.reader.ReaderError as error:
            start += error.position + 1
        else:
            break
    return spans


def findings_of(case: Case) -> tuple[Diagnostic, ...]:
    """Check a case with every rule that is not optional and those that it selects."""
    usual = [rule.code for rule in all_rules() if not rule.is_optional]
    return check(load(case.path), select=[*usual, *case.select]).findings


def differences(case: Case) -> list[str]:
    """Say what a case brings that it does not expect, and expects that it does not bring."""
    missing = sorted(case.expected, key=lambda one: (one.end is None, one.column is None))
    extra: list[Diagnostic] = []
    for finding in findings_of(case):
        fitting = next((one for one in missing if one.fits(finding)), None)
        if fitting is None:
            extra.append(finding)
        else:
            missing.remove(fitting)
    return [*_told_extra(extra), *(f"not found: {one}" for one in missing)]


def _told_extra(findings: Iterable[Diagnostic]) -> Iterator[str]:
    for finding in findings:
        yield f"line {finding.problem.span.line} is not expected: {marker_for(finding)}"


def marker_for(finding: Diagnostic) -> str:
    """Write the marker that expects a finding, to stand at the end of its line."""
    span = finding.problem.span
    lines = span.end_line - span.line
    end = f"+{lines}:{span.end_column}" if lines else str(span.end_column)
    word = "expect" if finding.accepted is None else "accepted"
    return f"# {word}@{span.column}-{end}: {finding.problem.code} {finding.problem.message}"

"""Reads case files: YAML maps whose comments say which findings they bring.

A marker is a comment. It names a place, a code and a part of the message:

    claim: It should be lent.      # expect: AM201 no reason
    id: lend                       # expect@5-9: AM101 given twice
    # expect[-2]@7: AM201 no reason
    thesis:                        # expect[+1]@3-+2:13: AM104 goes round

`[+1]` and `[-2]` count lines from the marker's own. `@7` is the start column, `@7-13` start and
exclusive end, `@7-+2:13` an end two lines further down. One comment may hold several markers.
`# accepted: …` in place of `# expect: …` is a finding that the map accepts, `# known: …` one that
its baseline knows.

A file that is free of findings, but for known ones, says `# clean` in its first line. Comments
at its top may say under what the file is checked, each on a line of its own:

    # select: AM208, AM402                 optional rules that run besides
    # limits: depth=6, values=40           bounds on reading; `bytes` is the third
    # baseline: AM904_gone.baseline.json   what is known, in a file beside this one

`# expect in baseline[4]@5-90: AM904 …` is a finding in the fourth line of the baseline.

A file need not be UTF-8: that is AM007. One with the byte order mark of UTF-16 has its comments
read as UTF-16; any other is taken for UTF-8 with a few wrong bytes.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import yaml

from argmap.app.check import check, check_paths
from argmap.app.load import load
from argmap.app.request import Request
from argmap.check.registry import all_rules, find_rule
from argmap.source.limits import DEFAULT_LIMITS, Limits
from argmap.source.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from argmap.diagnostics import Diagnostic

_SIGN = re.compile(r"#\s*(?:expect|accepted|known)", re.IGNORECASE)
_MARKER = re.compile(
    r"# (?P<word>expect|accepted|known)"
    r"(?:\[(?P<offset>[+-]\d+)\]| in baseline\[(?P<line>[1-9]\d*)\])?"
    r"(?:@(?P<column>\d+)(?:-(?:\+(?P<lines>\d+):)?(?P<end>\d+))?)?"
    r": (?P<code>AM\d{3}) (?P<part>\S.*)"
)
_CONDITION = re.compile(r"# ?(?P<name>select|limits|baseline)\b", re.IGNORECASE)
_SELECT = re.compile(r"# select: (?P<codes>[A-Z0-9 ,]+)")
_LIMITS = re.compile(
    r"# limits: (?P<limits>(?:bytes|depth|values)=\d+(?:, (?:bytes|depth|values)=\d+)*)"
)
_BASELINE = re.compile(r"# baseline: (?P<name>[\w.-]+\.json)")
_ENCODINGS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


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
    word: str
    """`expect`, `accepted` or `known`."""
    is_in_baseline: bool

    def fits(self, finding: Diagnostic, path: str) -> bool:
        """Tell whether a finding is the one that is expected of the case at a path."""
        problem = finding.problem
        span = problem.span
        return (
            problem.code == self.code
            and self.part in problem.message
            and span.line == self.line
            and self.column in {None, span.column}
            and self.end in {None, (span.end_line, span.end_column)}
            and self.word == _word_for(finding)
            and self.is_in_baseline == (finding.path != path)
        )


def _word_for(finding: Diagnostic) -> str:
    if finding.is_baselined:
        return "known"
    return "expect" if finding.accepted is None else "accepted"


@dataclass(frozen=True, slots=True)
class Case:
    """One file with what it expects."""

    path: Path
    expected: tuple[Expected, ...]
    select: tuple[str, ...] = ()
    """Codes of optional rules that run besides the others."""
    limits: Limits = DEFAULT_LIMITS
    """Bounds on what is read of the file."""
    baseline: Path | None = None
    """What is known."""

    @property
    def is_clean(self) -> bool:
        """Whether the file expects no finding but known ones."""
        return all(one.word == "known" for one in self.expected)


def encoding_of(data: bytes) -> str:
    """Name the encoding that a case is written in."""
    return next((name for mark, name in _ENCODINGS if data.startswith(mark)), "utf-8")


def read_case(path: Path) -> Case:
    """Read a case file.

    Raises:
        BrokenCaseError: for a marker inside a text, one that cannot be read, a condition that
            cannot, and a file that neither has markers nor says that it is clean.
    """
    data = path.read_bytes()
    text = Text(str(path), data.decode(encoding_of(data), "replace"))
    case = _read_conditions(Case(path, tuple(_read_markers(text))), text)
    is_clean = text.line(1).startswith("# clean")
    if is_clean != case.is_clean:
        both = "has markers and says `# clean`" if is_clean else "has no marker and no `# clean`"
        raise BrokenCaseError(f"{path}: {both}")
    if case.baseline is None and any(one.is_in_baseline for one in case.expected):
        raise BrokenCaseError(f"{path}: a marker names the baseline, and there is no `# baseline:`")
    return case


def _read_conditions(case: Case, text: Text) -> Case:
    """Read the comments at the top of a file."""
    for line in text.content.splitlines():
        if line and not line.startswith("#"):
            break
        if found := _SELECT.fullmatch(line):
            codes = re.findall(r"\w+", found["codes"])
            case = replace(case, select=tuple(find_rule(code).code for code in codes))
        elif found := _LIMITS.fullmatch(line):
            bounds = [bound.split("=") for bound in found["limits"].split(", ")]
            limits = DEFAULT_LIMITS._replace(**{name: int(most) for name, most in bounds})
            case = replace(case, limits=limits)
        elif found := _BASELINE.fullmatch(line):
            case = replace(case, baseline=_beside(case.path, found["name"]))
        elif found := _CONDITION.match(line):
            raise BrokenCaseError(f"{text.path}: `# {found['name']}:` cannot be read")
    if case.baseline is not None and case.limits != DEFAULT_LIMITS:
        raise BrokenCaseError(f"{text.path}: a case with a baseline has no limits of its own")
    return case


def _beside(path: Path, name: str) -> Path:
    found = path.parent / name
    if not found.is_file():
        raise BrokenCaseError(f"{path}: there is no baseline `{name}` beside it")
    return found


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
    line = int(found["line"] or marker_line + int(found["offset"] or 0))
    end = (line + int(found["lines"] or 0), int(found["end"])) if found["end"] else None
    column = int(found["column"]) if found["column"] else None
    is_in_baseline = found["line"] is not None
    return Expected(found["code"], found["part"], line, column, end, found["word"], is_in_baseline)


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
    select = (*usual, *case.select)
    if case.baseline is None:
        return check(load(case.path, limits=case.limits), select=select).findings
    request = Request(select, is_isolated=True, baseline=case.baseline)
    return check_paths([str(case.path)], request).report.findings


def differences(case: Case) -> list[str]:
    """Say what a case brings that it does not expect, and expects that it does not bring."""
    missing = sorted(case.expected, key=lambda one: (one.end is None, one.column is None))
    extra: list[Diagnostic] = []
    for finding in findings_of(case):
        fitting = next((one for one in missing if one.fits(finding, str(case.path))), None)
        if fitting is None:
            extra.append(finding)
        else:
            missing.remove(fitting)
    return [*_told_extra(case, extra), *(f"not found: {one}" for one in missing)]


def _told_extra(case: Case, findings: Iterable[Diagnostic]) -> Iterator[str]:
    for finding in findings:
        marker = marker_for(finding, str(case.path))
        yield f"line {finding.problem.span.line} is not expected: {marker}"


def marker_for(finding: Diagnostic, path: str) -> str:
    """Write the marker that expects a finding, to stand at the end of its line.

    Args:
        finding: what the case brings.
        path: of the case; a finding elsewhere is in its baseline.
    """
    span = finding.problem.span
    lines = span.end_line - span.line
    end = f"+{lines}:{span.end_column}" if lines else str(span.end_column)
    where = "" if finding.path == path else f" in baseline[{span.line}]"
    problem = finding.problem
    return f"# {_word_for(finding)}{where}@{span.column}-{end}: {problem.code} {problem.message}"

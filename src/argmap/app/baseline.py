"""The baseline: findings that were there when a project began to check, and do not count.

The file is JSON with a line for each finding, so that it reads well in a diff. It is read with the
reader of maps, of whose YAML it is a part: that one knows lines and columns.
"""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.app.files import write_file
from argmap.app.load import read_file
from argmap.app.reads import note_presence
from argmap.diagnostics import ArgmapError, Problem, Span
from argmap.source.document import read_document
from argmap.source.limits import DEFAULT_LIMITS
from argmap.source.text import Text, decode
from argmap.source.tree import Mapping, Scalar, Sequence, Value

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from argmap.app.load import Argument
    from argmap.diagnostics import Diagnostic

VERSION = "1"
_ANEW = "write it anew with `argmap check --write-baseline`"


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A finding that is known."""

    path: str
    """The map, relative to the folder of the baseline, with forward slashes."""
    code: str
    node: str
    """Id or address of what the finding is about; empty where it is about the whole map."""
    fingerprint: str
    """Made from the text that the finding points at and the text of its node."""
    span: Span = field(default=Span(1, 1, 1, 1), compare=False)
    """Where the entry stands in the baseline."""


@dataclass(frozen=True)
class Baseline:
    """The findings that are known."""

    path: str
    """How the file is named in findings."""
    entries: tuple[Entry, ...]
    text: Text | None = None
    """What the file holds; None where it is still to be written."""

    def holding(self, entries: Iterable[Entry]) -> Baseline:
        """Give a baseline with other entries."""
        return replace(self, entries=tuple(entries))

    @cached_property
    def by_map(self) -> dict[str, list[Entry]]:
        """The entries of each map."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            found[entry.path].append(entry)
        return dict(found)

    def name_of(self, path: str) -> str:
        """Give how entries name a map.

        Args:
            path: as it was given to the command, from the working folder.
        """
        folder = Path(self.path).absolute().parent
        try:
            name = os.path.relpath(path, folder)
        except ValueError:  # Windows: on another drive
            name = str(Path(path).absolute())
        shown = os.fsencode(name).decode("utf-8", "backslashreplace")
        return shown.replace(os.sep, "/")

    def has_map(self, entry: Entry) -> bool:
        """Tell whether the map of an entry is still there."""
        path = Path(self.path).absolute().parent / entry.path
        is_there = path.exists()
        note_presence(path, is_there=is_there)
        return is_there


def read_baseline(path: str) -> Baseline:
    """Read a baseline.

    Raises:
        ArgmapError: when it is missing, or is not what `--write-baseline` writes.
    """
    try:
        data = read_file(Path(path), DEFAULT_LIMITS)
    except OSError as error:
        raise ArgmapError(
            f"{path}: baseline cannot be read: {error.strerror or error}",
            f"write it with `argmap check --write-baseline {path}`",
        ) from None
    text = decode(data, path, DEFAULT_LIMITS.bytes)
    if isinstance(text, Problem):
        raise _refuse(path, text.span, text.message)
    document = read_document(text, DEFAULT_LIMITS)
    if document.problems:
        first = document.problems[0]
        raise _refuse(path, first.span, first.message)
    root = document.root
    version = root.get("version") if isinstance(root, Mapping) else None
    listed = root.get("findings") if isinstance(root, Mapping) else None
    if not isinstance(listed, Sequence) or not isinstance(version, Scalar):
        raise _refuse(path, Span(1, 1, 1, 1), "no baseline: `version` or `findings` is missing")
    if version.value != VERSION:
        span = text.span(version.start, version.end)
        raise _refuse(path, span, f"baseline has version {version.value}, expected {VERSION}")
    return Baseline(path, tuple(_read_entry(text, item) for item in listed.items), text)


def _read_entry(text: Text, item: Value) -> Entry:
    span = text.span(item.start, item.end)
    fields = {}
    for key in ("path", "code", "node", "fingerprint"):
        value = item.get(key) if isinstance(item, Mapping) else None
        if isinstance(value, Scalar) and not value.is_empty:
            fields[key] = value.value
        elif key != "node":
            raise _refuse(text.path, span, f"entry of the baseline has no `{key}`")
    return Entry(
        fields["path"], fields["code"], fields.get("node", ""), fields["fingerprint"], span
    )


def _refuse(path: str, span: Span, message: str) -> ArgmapError:
    return ArgmapError(f"{path}:{span.line}:{span.column}: {message}", _ANEW)


def write_baseline(baseline: Baseline) -> None:
    """Write a baseline, a line for each entry.

    Raises:
        OSError: when the folder cannot be written to.
    """
    import json

    lines = []
    for entry in sorted(baseline.entries):
        held = {"path": entry.path, "code": entry.code, "node": entry.node}
        held["fingerprint"] = entry.fingerprint
        lines.append("    " + json.dumps({key: text for key, text in held.items() if text}))
    body = ",\n".join(lines)
    listed = f"[\n{body}\n  ]" if lines else "[]"
    content = f'{{\n  "version": {VERSION},\n  "findings": {listed}\n}}\n'
    write_file(Path(baseline.path), content.encode())


def describe(
    baseline: Baseline, argument: Argument, findings: Iterable[Diagnostic]
) -> Iterator[Entry]:
    """Give the entries for findings about one map."""
    path = baseline.name_of(argument.path)
    for finding in findings:
        problem = finding.problem
        yield Entry(path, problem.code, problem.node or "", _fingerprint(argument, problem))


def _fingerprint(argument: Argument, problem: Problem) -> str:
    """Hash what a finding is about; lines above it and the place of its line change nothing."""
    shown = ""
    if argument.text is not None and problem.span.line <= len(argument.text.line_starts):
        line = argument.text.line(problem.span.line)
        is_one_line = problem.span.end_line == problem.span.line
        shown = line[problem.span.column - 1 : problem.span.end_column - 1 if is_one_line else None]
    said = ""
    if argument.graph is not None and problem.node is not None:
        node = argument.graph.by_name(problem.node)
        said = "" if node is None else argument.graph.nodes[node].text
    content = "\0".join([problem.code, *(" ".join(text.split()) for text in (shown, said))])
    return sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def hide_known(
    baseline: Baseline,
    argument: Argument,
    findings: Iterable[Diagnostic],
    applied: Collection[str],
) -> tuple[list[Diagnostic], list[Entry]]:
    """Mark the findings about one map that the baseline knows as accepted.

    An entry stands for one finding: of the same code, text and node, or, where another node that
    was put in or taken out has changed its address, of the same code and text.

    Args:
        baseline: what is known.
        argument: the map.
        findings: about it; accepted ones are left as they are.
        applied: codes of the rules that were applied.

    Returns:
        The findings, and the entries that no finding answers to any more. Of a map with errors
        none are given: an error keeps other findings back.
    """
    listed = list(findings)
    waiting = Counter(baseline.by_map.get(baseline.name_of(argument.path), ()))
    open_ = [number for number, finding in enumerate(listed) if finding.accepted is None]
    described = dict(
        zip(open_, describe(baseline, argument, (listed[n] for n in open_)), strict=True)
    )
    known: set[int] = set()
    for number, entry in described.items():
        if waiting[entry] > 0:
            waiting[entry] -= 1
            known.add(number)
    moved = _by_text(waiting)
    for number, entry in described.items():
        same = moved.get((entry.code, entry.fingerprint))
        if number not in known and same and _is_address(entry.node):
            waiting[same.pop()] -= 1
            known.add(number)
    reason = f"in the baseline {baseline.path}"
    for number in known:
        listed[number] = listed[number]._replace(accepted=reason, is_baselined=True)
    is_judged = argument.graph is not None and not argument.graph.unsound
    if not is_judged or argument.graph is None or not argument.graph.map.is_whole:
        return listed, []
    return listed, [entry for entry in waiting.elements() if entry.code in applied]


def _by_text(waiting: Counter[Entry]) -> dict[tuple[str, str], list[Entry]]:
    found: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in waiting.elements():
        if _is_address(entry.node):
            found[entry.code, entry.fingerprint].append(entry)
    return found


def _is_address(node: str) -> bool:
    return node == "thesis" or node.startswith(("thesis.", "thesis["))


def missing_maps(baseline: Baseline) -> list[Entry]:
    """Give the entries about maps that are gone."""
    gone = {path for path, entries in baseline.by_map.items() if not baseline.has_map(entries[0])}
    return [entry for entry in baseline.entries if entry.path in gone]


def stale_problem(entry: Entry) -> Problem:
    """Say of an entry that nothing answers to it any more (AM904)."""
    where = f"`{entry.node}` in {entry.path}" if entry.node else entry.path
    return Problem(
        "AM904",
        entry.span,
        f"the baseline holds {entry.code} of {where}, which does not occur any more",
        "remove the entry, or write the baseline anew with `--write-baseline`",
    )

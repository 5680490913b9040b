"""Mending maps on disk, or showing what would be changed in them."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.app.files import BOM, STDIN, write_file
from argmap.app.fix import fix_map
from argmap.app.judge import judge
from argmap.app.load import load, read_file
from argmap.source.display import printable
from argmap.source.limits import DEFAULT_LIMITS, Limits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.app.fix import Fixed
    from argmap.app.judge import Judged
    from argmap.app.known import Known
    from argmap.app.load import Argument
    from argmap.check.settings import Settings


@dataclass(frozen=True, slots=True)
class Fixing:
    """What is to be fixed, and what becomes of it."""

    is_unsafe: bool = False
    """Whether fixes are made that the author must look at."""
    is_dry: bool = False
    """Whether the changes are shown and nothing is written."""


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it is on disk, or came from standard input."""

    path: str
    data: bytes | None
    """None where it cannot be read."""
    argument: Argument


@dataclass(frozen=True, slots=True)
class Outcome:
    """What fixing one map came to; small enough to be sent to another process."""

    count: int
    """How many findings were fixed, or would be."""
    diff: str = ""
    """What would change, where nothing was to be written."""
    output: bytes | None = None
    """What standard input became."""
    left_out: tuple[str, ...] = ()
    """What is said of fixes that are not made."""
    failure: str | None = None
    """Why the file could not be written."""


@dataclass(frozen=True, slots=True)
class Fixes:
    """What fixing some maps came to."""

    fixing: Fixing
    outcomes: tuple[Outcome, ...]

    @property
    def count(self) -> int:
        """How many findings were fixed, or would be."""
        return sum(outcome.count for outcome in self.outcomes)

    @property
    def is_any_changed(self) -> bool:
        """Whether there is something to change in a map."""
        return any(outcome.diff for outcome in self.outcomes)

    @property
    def is_any_failed(self) -> bool:
        """Whether a map could not be read or written."""
        return any(outcome.failure for outcome in self.outcomes)

    @property
    def output(self) -> bytes | None:
        """What goes to standard output in place of the findings: differences, or a map."""
        if self.fixing.is_dry:
            return "".join(outcome.diff for outcome in self.outcomes).encode()
        return next((one.output for one in self.outcomes if one.output is not None), None)

    @property
    def talk(self) -> Iterator[str]:
        """What there is to say of it."""
        for outcome in self.outcomes:
            yield from outcome.left_out
            if outcome.failure is not None:
                yield f"argmap: {outcome.failure}"
        if self.fixing.is_dry:
            changed = sum(bool(outcome.diff) for outcome in self.outcomes)
            yield f"findings that would be fixed: {self.count}, maps that would change: {changed}"


def fix_file(
    path: str, name: str | None, settings: Settings, known: Known | None, fixing: Fixing
) -> tuple[Argument, Judged, Outcome]:
    """Fix a map, and write it or say what would change.

    Args:
        path: the file, or `-`.
        name: how it is named in findings, where not by its path.
        settings: the rules that are applied, and how.
        known: what its baseline knows of it.
        fixing: what is fixed.

    Returns:
        The map as it is now, what is found in it, and what fixing came to.
    """
    original = read_original(path, name, settings.limits)
    # a baseline that is written anew knows what is left, not what can be fixed
    is_later = known is not None and known.is_written
    fixed = fix_map(
        original.argument,
        lambda argument: judge(argument, settings, None if is_later else known),
        is_unsafe=fixing.is_unsafe,
    )
    outcome = keep_fixed(original, fixed, fixing)
    argument, judged = fixed.argument, fixed.judged
    if outcome.failure is not None:
        argument = original.argument
    if is_later or outcome.failure is not None:
        judged = judge(argument, settings, known)
    return argument, judged, outcome


def read_original(path: str, name: str | None, limits: Limits = DEFAULT_LIMITS) -> Original:
    """Read a map and keep its bytes.

    Args:
        path: the file, or `-`.
        name: how it is named in findings, where not by its path.
        limits: bounds on what is read.
    """
    try:
        data = read_file(Path(path), limits)
    except OSError:
        return Original(path, None, load(path, path=name))  # which says why
    shown = name or ("<stdin>" if path == STDIN else path)
    # what is over the limit was not read to its end: nothing of it is passed on
    passed = data if len(data) <= limits.bytes else b""
    return Original(path, passed, load(data, path=shown, limits=limits))


def keep_fixed(original: Original, fixed: Fixed, fixing: Fixing) -> Outcome:
    """Write a map that was fixed in the place of the old one, or say what would change.

    A link stays a link: what it leads to is written.
    """
    name = printable(original.argument.path)
    if original.data is None:
        failure = f"{name}: {original.argument.problems[0].message}"
        return Outcome(0, failure=failure if fixing.is_dry else None)
    left_out = tuple(
        f"{name}:{one.finding.problem.span.line}:{one.finding.problem.span.column}: "
        f"{one.finding.problem.code} is not fixed: the fix {one.reason}"
        for one in fixed.left_out
    )
    if fixing.is_dry:
        return Outcome(fixed.count, unified_diff(original.argument, fixed.argument), None, left_out)
    data = _encoded(original, fixed)
    if original.path == STDIN:
        return Outcome(fixed.count, "", data, left_out)
    if fixed.count and data is not None:
        try:
            _write(Path(original.path), data)
        except OSError as error:
            failure = f"{name}: file cannot be written: {error.strerror or error}"
            return Outcome(0, failure=failure)
    return Outcome(fixed.count, left_out=left_out)


def _encoded(original: Original, fixed: Fixed) -> bytes | None:
    data = original.data
    if data is None or not fixed.count or fixed.argument.text is None:
        return data
    mark = BOM if data.startswith(BOM) else b""
    return mark + fixed.argument.text.content.encode()


def _write(path: Path, data: bytes) -> None:
    target = path.resolve()
    # a file may be replaced by whoever may write its folder: one that is locked stays as it is
    if not target.stat().st_mode & 0o222 or not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    write_file(target, data)


def unified_diff(old: Argument, new: Argument) -> str:
    """Write what changes in a map as `patch` and `git apply -p0` read it."""
    if old.text is None or new.text is None or old.text.content == new.text.content:
        return ""
    import difflib

    name = printable(old.path)
    before, after = (_lines(text.content) for text in (old.text, new.text))
    lines = difflib.unified_diff(before, after, name, name)
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _lines(content: str) -> list[str]:
    """Split a text as `patch` does: at LF only."""
    lines = [f"{line}\n" for line in content.split("\n")]
    last = lines.pop().removesuffix("\n")
    return [*lines, last] if last else lines

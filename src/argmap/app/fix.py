"""Mending a map by the fixes of its findings: text in, text out.

What is found after a fix was there before: a fix that brings a finding is left out. So is one
that changes more of the map than it says. With nothing left to make, making them again changes
nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.app.files import BOM
from argmap.app.judge import Judged, judge
from argmap.app.load import Argument, read_text
from argmap.check.settings import default_settings
from argmap.diagnostics import Diagnostic
from argmap.source.change import Change, Stretch, stretches
from argmap.source.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.check.settings import Settings
    from argmap.model.map import ArgumentMap

Judge = Callable[[Argument], Judged]

LEAST_TRIES, MOST_TRIES = 10, 100
"""So often a map is checked in one round, to find the fixes that bring a finding."""
MOST_READ = 50_000_000
"""So many characters are read in one round: a large map is checked less often."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A finding whose fix is not made."""

    finding: Diagnostic
    reason: str
    """Why not, as the end of a sentence that begins with the fix."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A map after its fixes."""

    argument: Argument
    judged: Judged
    """What is found in it now."""
    count: int
    """How many findings were fixed."""
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class _Mend:
    """A fix, and the findings that have it."""

    edits: tuple[Stretch, ...]
    findings: tuple[Diagnostic, ...]


def fix(source: str, settings: Settings | None = None, *, is_unsafe: bool = False) -> str:
    """Mend the text of a map.

    Args:
        source: the YAML.
        settings: the rules whose findings are fixed; None for all that are not optional.
        is_unsafe: whether fixes are made that the author must look at.
    """
    chosen = settings or default_settings()
    argument = read_text(Text("<text>", source), chosen.limits)
    fixed = fix_map(argument, lambda one: judge(one, chosen), is_unsafe=is_unsafe)
    if fixed.argument.text is None or not fixed.count:
        return source
    mark = BOM.decode() if source.startswith(BOM.decode()) else ""
    return mark + fixed.argument.text.content


def fix_map(argument: Argument, judged_by: Judge, *, is_unsafe: bool) -> Fixed:
    """Make the fixes of what is found in a map, until nothing more can be fixed.

    Each round mends one finding or more and brings none, so there is a last one.

    Args:
        argument: the map.
        judged_by: checks a map; what it gives as accepted is not fixed.
        is_unsafe: whether fixes are made that the author must look at.
    """
    state = Fixed(argument, judged_by(argument), 0)
    while state.argument.graph is not None:
        made = _Round(state, state.argument.graph.map, judged_by).make(is_unsafe=is_unsafe)
        if not made.count:
            return replace(state, left_out=made.left_out)
        state = Fixed(made.argument, made.judged, state.count + made.count)
    return state


class _Round:
    """Makes as many fixes of a map as go together."""

    def __init__(self, state: Fixed, source: ArgumentMap, judged_by: Judge) -> None:
        self._old = source
        self._findings = state.judged.findings
        self._judge = judged_by
        size = max(1, len(source.text.content))
        self._tries = max(LEAST_TRIES, min(MOST_TRIES, MOST_READ // size))
        self._taken: list[_Mend] = []
        self._result = Fixed(state.argument, state.judged, 0)
        self._left_out: list[LeftOut] = []

    def make(self, *, is_unsafe: bool) -> Fixed:
        """Make what can be made together; what lies across another fix waits for its turn."""
        waiting = _mends(self._old.text, self._findings, is_unsafe=is_unsafe)
        while waiting and not self._taken:
            batch, waiting = _part(waiting)
            self._settle(batch)
        return replace(self._result, left_out=tuple(self._left_out))

    def _settle(self, mends: Sequence[_Mend]) -> None:
        """Take all of some fixes or, where that is not right, what is right of each half."""
        reason = self._objection([*self._taken, *mends]) if self._tries else _UNTRIED
        if reason is None:
            self._taken += mends
        elif len(mends) == 1 or reason is _UNTRIED:
            self._left_out += [LeftOut(one, reason) for mend in mends for one in mend.findings]
        else:
            middle = len(mends) // 2
            self._settle(mends[:middle])
            self._settle(mends[middle:])

    def _objection(self, mends: Sequence[_Mend]) -> str | None:
        """Try some fixes together: keep what they come to, or say what is not right with it."""
        self._tries -= 1
        old = self._old.text
        change = Change(old, [edit for mend in mends for edit in mend.edits])
        new = read_text(change.text, self._result.argument.limits)
        if new.graph is None or not change.keeps(self._old.root, new.graph.map.root):
            return _MORE
        judged = self._judge(new)
        mended = [finding for mend in mends for finding in mend.findings]
        brought = _brought(change, self._left(mended), judged.findings, old, change.text)
        if brought:
            return f"would bring {brought[0].problem.code}"
        self._result = Fixed(new, judged, len(mended))
        return None

    def _left(self, mended: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Give the findings that count, without those that are mended."""
        gone = {id(finding) for finding in mended}
        return [
            finding
            for finding in self._findings
            if finding.accepted is None and id(finding) not in gone
        ]


def _mends(text: Text, findings: Iterable[Diagnostic], *, is_unsafe: bool) -> list[_Mend]:
    """Give the fixes that may be made, in the order of their places.

    Where one fix mends several findings, it waits until all of them count.
    """
    by_edits: dict[tuple[Stretch, ...], list[Diagnostic]] = defaultdict(list)
    for finding in findings:
        made = finding.problem.fix
        if made is not None and made.edits and (made.is_safe or is_unsafe):
            by_edits[stretches(text, made.edits)].append(finding)
    return [
        _Mend(edits, tuple(group))
        for edits, group in sorted(by_edits.items(), key=lambda item: item[0])
        if all(finding.accepted is None for finding in group)
    ]


def _part(mends: Iterable[_Mend]) -> tuple[list[_Mend], list[_Mend]]:
    """Tell fixes that lie behind each other from those that lie across one before them."""
    apart: list[_Mend] = []
    across: list[_Mend] = []
    end = 0
    for mend in mends:
        if mend.edits[0].start < end:
            across.append(mend)
        else:
            apart.append(mend)
            end = mend.edits[-1].end
    return apart, across


_MORE = "would change more than it says"
_UNTRIED = "was not tried: too many others are not right"


def _brought(
    change: Change,
    before: Iterable[Diagnostic],
    after: Iterable[Diagnostic],
    old: Text,
    new: Text,
) -> list[Diagnostic]:
    """Give the findings that count and were not there before.

    A finding is the same one where it is of the same code, and at the same place, or in the same
    words, or about the same node: numbers in addresses change when an item is taken out.
    """
    left = list(before)
    fresh = [finding for finding in after if finding.accepted is None]
    left, fresh = _unpaired(
        left, fresh, lambda one: change.moved(_start(old, one)), lambda one: _start(new, one)
    )
    left, fresh = _unpaired(left, fresh, _message, _message)
    left, fresh = _unpaired(left, fresh, _node, _node)
    return fresh


_Key = Callable[[Diagnostic], object]


def _unpaired(
    before: Iterable[Diagnostic], after: Iterable[Diagnostic], old_key: _Key, new_key: _Key
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """Pair findings of the same code and key, each once; give those without a partner."""
    waiting: dict[tuple[str, object], list[Diagnostic]] = defaultdict(list)
    for finding in before:
        waiting[finding.problem.code, old_key(finding)].append(finding)
    fresh = []
    for finding in after:
        same = waiting.get((finding.problem.code, new_key(finding)))
        if same:
            same.pop()
        else:
            fresh.append(finding)
    return [finding for same in waiting.values() for finding in same], fresh


def _start(text: Text, finding: Diagnostic) -> int:
    return text.offset(finding.problem.span.line, finding.problem.span.column)


def _message(finding: Diagnostic) -> object:
    return finding.problem.message


def _node(finding: Diagnostic) -> object:
    return finding.problem.node or finding.problem.message

"""Checking maps: the one function behind the command, the editor and the library."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, NamedTuple

from argmap import __version__
from argmap.app.files import STDIN, find_maps, working_folder
from argmap.app.jobs import worker_count
from argmap.app.judge import Judged, check_argument, judge
from argmap.app.load import Argument, load, read_map_text
from argmap.app.reads import is_recording, note_all, recorded
from argmap.app.request import request_for
from argmap.app.settings import Configurations
from argmap.check.registry import all_rules
from argmap.report.types import Report
from argmap.source.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from argmap.app.fix_files import Fixes, Fixing, Outcome
    from argmap.app.known import Baselines, Known
    from argmap.app.reads import Read
    from argmap.app.request import Request
    from argmap.check.settings import Settings
    from argmap.diagnostics import Diagnostic, Severity


class Run(NamedTuple):
    """What checking some maps came to."""

    report: Report
    """The findings in one order."""
    is_any_missing: bool
    """Whether a file was missing or could not be read."""
    fail_on: Callable[[str], Severity]
    """Gives how grave a finding in a file must be to fail the run."""
    fixes: Fixes | None = None
    """What fixing came to; None where nothing was to be fixed."""

    @property
    def exit_code(self) -> int:
        """Give 0 for clean, 1 for findings that fail the run, 2 where a file was missing.

        Of a dry run of fixes: 1 where there is something to change. 2 also where a file that was
        to be fixed could not be written.
        """
        if self.is_any_missing or (self.fixes is not None and self.fixes.is_any_failed):
            return 2
        if self.fixes is not None and self.fixes.fixing.is_dry:
            return int(self.fixes.is_any_changed)
        gravest: dict[str, int] = {}
        for finding in self.report.open_findings:
            rank = finding.severity.rank
            gravest[finding.path] = min(rank, gravest.get(finding.path, rank))
        return int(any(rank <= self.fail_on(path).rank for path, rank in gravest.items()))


def check(
    source: Argument | str | Path | bytes,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    extend_select: Iterable[str] = (),
    config: str | Path | None = None,
) -> Report:
    """Check one map; see `argmap.check`."""
    request = request_for(config, select=select, ignore=ignore, extend_select=extend_select)
    configurations = Configurations(request)
    if isinstance(source, Argument):
        argument = source
    else:
        argument = load(source, limits=configurations.settings("").limits)
    texts = {} if argument.text is None else {argument.path: argument.text}
    findings = check_argument(argument, configurations.settings(argument.path))
    return _report(findings, 1, texts)


def check_paths(
    paths: Iterable[str],
    request: Request,
    *,
    stdin_name: str | None = None,
    jobs: int | None = 1,
    new_baseline: Path | None = None,
    fixing: Fixing | None = None,
    key: str | None = None,
) -> Run:
    """Check every map that paths name.

    Args:
        paths: files, folders, or `-` for standard input.
        request: which rules, and which configuration.
        stdin_name: how standard input is named in findings, and where its configuration is.
        jobs: how many processes check; 0 for as many as there are cores, None for as many as
            save time.
        new_baseline: where to write what is found now, so that it is known from now on.
        fixing: what is fixed before the findings are told; None for nothing.
        key: what is found in each of many maps is kept by; None for nothing.

    Raises:
        ArgmapError: for a selector that fits no rule, and a baseline that is none.
        ConfigError: when a configuration is not understood, with the problems of all of them.
        OSError: when the new baseline cannot be written.
    """
    configurations = Configurations(request)
    maps = settings_of_maps(paths, configurations, stdin_name)
    baselines = _baselines(configurations, new_baseline, [path for path, _ in maps], stdin_name)
    tasks = [
        _task(path, stdin_name if path == STDIN else None, settings, baselines, fixing)
        for path, settings in maps
    ]
    findings: list[Diagnostic] = []
    texts: dict[str, Text] = {}
    is_any_missing = False
    outcomes: list[Outcome] = []
    for checked in _checked_again(tasks, jobs, key):
        findings += checked.findings
        note_all(checked.reads)
        if baselines is not None and checked.known is not None:
            baselines.note(checked.path, checked.known)
        is_any_missing |= checked.is_missing
        if checked.outcome is not None:
            outcomes.append(checked.outcome)
        if checked.text is not None:
            texts[checked.path] = checked.text
    stale, baseline_texts = ([], {}) if baselines is None else baselines.finish()
    findings = sorted([*findings, *stale], key=lambda finding: finding.sort_key)
    report = _report(findings, len(tasks), texts | baseline_texts)
    if fixing is None:
        return Run(report, is_any_missing, configurations.fail_on)
    from argmap.app.fix_files import Fixes

    fixes = Fixes(fixing, tuple(outcomes))
    report = report._replace(fixed=fixes.count)
    return Run(report, is_any_missing, configurations.fail_on, fixes)


class _Task(NamedTuple):
    """A map that is to be checked."""

    path: str
    name: str | None
    """How it is named in findings, where not by its path."""
    settings: Settings
    known: Known | None
    fixing: Fixing | None
    is_recorded: bool
    """Whether what is read is written down."""


def _task(
    path: str,
    name: str | None,
    settings: Settings,
    baselines: Baselines | None,
    fixing: Fixing | None,
) -> _Task:
    known = None if baselines is None else baselines.known(name or path)
    return _Task(path, name, settings, known, fixing, is_recording())


def _shown(path: str, stdin_name: str | None) -> str:
    return stdin_name or path if path == STDIN else path


def _baselines(
    configurations: Configurations, written: Path | None, paths: list[str], stdin_name: str | None
) -> Baselines | None:
    """Give the baselines of a run; None where none is asked for."""
    names = (_shown(path, stdin_name) for path in paths)
    if written is None and not any(map(configurations.baseline, names)):
        return None
    from argmap.app.known import Baselines

    return Baselines(configurations, written)


class _Checked(NamedTuple):
    """What checking one map came to, small enough to be sent to another process."""

    path: str
    findings: list[Diagnostic]
    text: Text | None
    """Without a word where nothing is found: nobody is shown a line of it."""
    is_missing: bool
    known: Known | None
    outcome: Outcome | None = None
    reads: tuple[Read, ...] = ()


def settings_of_maps(
    paths: Iterable[str], configurations: Configurations, stdin_name: str | None = None
) -> list[tuple[str, Settings]]:
    """Give the maps that paths name, in a fixed order, with what holds for each.

    Raises:
        ConfigError: when a configuration is not understood, with the problems of all of them.
    """
    maps = list(find_maps(paths, configurations.is_excluded))
    named = [_shown(path, stdin_name) for path in maps]
    for name in named:
        configurations.config(name)
    configurations.raise_problems()
    return [(path, configurations.settings(name)) for path, name in zip(maps, named, strict=True)]


def _checked_again(tasks: list[_Task], jobs: int | None, key: str | None) -> Iterator[_Checked]:
    """Check those of many maps that are not known to be unchanged."""
    if key is None or len(tasks) == 1:
        yield from _checked(tasks, jobs)
        return
    from argmap.app.kept import KeptMaps

    kept = KeptMaps(key)
    names = [_name(task) for task in tasks]
    known = [None if name is None else kept.find(name) for name in names]
    anew = _checked([task for task, one in zip(tasks, known, strict=True) if one is None], jobs)
    for task, name, found in zip(tasks, names, known, strict=True):
        if found is not None:
            limits = task.settings.limits
            text = read_map_text(task.path, limits) if found.findings else Text(task.path, "")
            yield _Checked(task.path, found.findings, text, False, None, reads=found.reads)
            continue
        checked = next(anew)
        if name is not None and not checked.is_missing:
            kept.keep(name, checked.findings, checked.reads)
        yield checked
    kept.write()


def _name(task: _Task) -> str | None:
    """Tell a map and how it is checked from all others; None where more than the map decides."""
    if task.known is not None:
        return None
    how = task.settings
    codes = [rule.code for rule in how.rules]
    return repr((task.path, codes, how.severities, how.options, how.schemes, how.limits))


def _checked(tasks: list[_Task], jobs: int | None) -> Iterator[_Checked]:
    """Check maps in other processes, or in this one where they would not save time."""
    workers = worker_count(jobs, [task.path for task in tasks])
    if workers == 1:
        yield from map(_check_task, tasks)
        return
    from argmap.app.pool import run_in_order

    yield from run_in_order(_check_task, tasks, workers, is_bound=_reads_stdin)


def _reads_stdin(task: _Task) -> bool:
    return task.path == STDIN


_MOST_UNCOLLECTED = 500_000
"""So many objects may wait for the collector, some 100 MB, where it does not run of itself."""


def _check_task(task: _Task) -> _Checked:
    if gc.get_count()[0] > _MOST_UNCOLLECTED:
        gc.collect()
    if not task.is_recorded:
        return _check(task)
    with recorded() as reads:
        checked = _check(task)
    return checked._replace(reads=tuple(reads))


def _check(task: _Task) -> _Checked:
    if task.fixing is not None:
        from argmap.app.fix_files import fix_file

        argument, judged, outcome = fix_file(
            task.path, task.name, task.settings, task.known, task.fixing
        )
        return _result(argument, judged)._replace(outcome=outcome)
    argument = load(task.path, path=task.name, limits=task.settings.limits)
    return _result(argument, judge(argument, task.settings, task.known))


def _result(argument: Argument, judged: Judged) -> _Checked:
    text = argument.text
    if text is not None and not judged.findings:
        text = Text(argument.path, "")
    return _Checked(argument.path, judged.findings, text, argument.is_missing, judged.known)


def _report(findings: Iterable[Diagnostic], files: int, texts: dict[str, Text]) -> Report:
    return Report(tuple(findings), files, texts, all_rules(), __version__, working_folder())

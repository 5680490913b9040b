"""Checking maps: the one function behind the command, the editor and the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap import __version__
from argmap.app.files import find_maps, working_folder
from argmap.app.load import STDIN, Argument, load
from argmap.check.context import Context
from argmap.check.registry import all_rules
from argmap.check.runner import check_map, check_reading
from argmap.check.settings import default_settings
from argmap.report.types import Report
from argmap.source.parser import collector_paused

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from argmap.check.settings import Settings
    from argmap.diagnostics import Diagnostic
    from argmap.source.text import Text


def check(
    source: Argument | str | Path | bytes,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> Report:
    """Check one map; see `argmap.check`."""
    argument = source if isinstance(source, Argument) else load(source)
    texts = {} if argument.text is None else {argument.path: argument.text}
    findings = check_argument(argument, default_settings(select, ignore))
    return _report(findings, 1, texts)


def check_paths(
    paths: Iterable[str],
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    stdin_name: str | None = None,
) -> tuple[Report, bool]:
    """Check every map that paths name.

    Args:
        paths: files, folders, or `-` for standard input.
        select: as in `check`.
        ignore: as in `check`.
        stdin_name: how standard input is named in findings.

    Returns:
        The findings in one order, and whether a file was missing or could not be read.
    """
    settings = default_settings(select, ignore)
    findings: list[Diagnostic] = []
    texts: dict[str, Text] = {}
    count, is_any_missing = 0, False
    for path in find_maps(paths):
        argument = load(path, path=stdin_name if path == STDIN else None)
        is_any_missing |= argument.is_missing
        count += 1
        findings += check_argument(argument, settings)
        if argument.text is not None:
            texts[argument.path] = argument.text
    findings.sort(key=lambda finding: finding.sort_key)
    return _report(findings, count, texts), is_any_missing


def _report(findings: Iterable[Diagnostic], files: int, texts: dict[str, Text]) -> Report:
    return Report(
        tuple(findings),
        files,
        texts,
        rules=all_rules(),
        version=__version__,
        folder=working_folder(),
    )


def check_argument(argument: Argument, settings: Settings) -> list[Diagnostic]:
    """Apply rules to a map that was read."""
    with collector_paused():
        if argument.graph is None or argument.evaluation is None:
            return check_reading(argument.path, argument.problems, settings)
        context = Context(argument.graph, argument.evaluation, argument.problems)
        return check_map(context, settings)

"""Comparing maps with their `expect` blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.app.check import settings_of_maps
from argmap.app.judge import check_argument
from argmap.app.load import Argument, load
from argmap.app.settings import ISOLATED, Configurations, Request
from argmap.check.context import Context
from argmap.check.expectation import iter_outcomes
from argmap.diagnostics import Severity
from argmap.report.text import headline
from argmap.report.types import Style, plain
from argmap.source.display import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.check.settings import Settings


def compare_paths(
    paths: Iterable[str], style: Style = plain, request: Request = ISOLATED
) -> tuple[str, int]:
    """Test every map that paths name.

    A map with errors fails: a broken map proves nothing, whatever its statuses are.

    Args:
        paths: files, folders, or `-` for standard input.
        style: colours a text.
        request: which findings are errors, and which configuration.

    Returns:
        A line for each expectation with a summary, and the exit code.

    Raises:
        ConfigError: when a configuration is not understood, with the problems of all of them.
    """
    configurations = Configurations(request)
    lines: list[str] = []
    passed = failed = maps = 0
    is_any_missing = False
    for path, settings in settings_of_maps(paths, configurations):
        argument = load(path)
        is_any_missing |= argument.is_missing
        maps += 1
        held, fallen = _compare_map(argument, settings, lines, style)
        passed += held
        failed += fallen
    word = "map" if maps == 1 else "maps"
    lines.append(f"{maps} {word} tested: {passed} passed, {failed} failed")
    return "\n".join(lines) + "\n", 2 if is_any_missing else int(failed > 0)


def _compare_map(
    argument: Argument, settings: Settings, lines: list[str], style: Style
) -> tuple[int, int]:
    errors = [
        finding
        for finding in check_argument(argument, settings.without({"AM701"}))
        if finding.severity is Severity.ERROR and finding.accepted is None
    ]
    lines += [headline(finding, style) for finding in errors]
    if argument.graph is None or argument.evaluation is None:
        return 0, len(errors)
    passed = failed = 0
    path = printable(argument.path)
    context = Context(argument.graph, argument.evaluation, argument.problems)
    for outcome in iter_outcomes(context):
        place = f"{path}:{outcome.span.line}:{outcome.span.column}:"
        if outcome.failure is None:
            passed += 1
            lines.append(f"{style('ok', fg='green')}     {place} {printable(outcome.text)}")
        else:
            failed += 1
            lines.append(f"{style('FAILED', fg='red')} {place} {printable(outcome.failure)}")
    if not (passed or failed):
        lines.append(f"{path}: no `expect` block")
    return passed, failed + len(errors)

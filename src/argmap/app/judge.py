"""What is found in a map that was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.check.context import Context
from argmap.check.runner import check_map, check_reading
from argmap.model.schemes.library import SchemeLibrary
from argmap.source.parser import collector_paused

if TYPE_CHECKING:
    from argmap.app.known import Known
    from argmap.app.load import Argument
    from argmap.check.settings import Settings
    from argmap.diagnostics import Diagnostic


class Judged(NamedTuple):
    """What is found in one map."""

    findings: list[Diagnostic]
    known: Known | None
    """What comparing it with the baseline came to."""


def check_argument(argument: Argument, settings: Settings) -> list[Diagnostic]:
    """Apply rules to a map that was read."""
    with collector_paused():
        if argument.graph is None or argument.evaluation is None:
            return check_reading(argument.path, argument.problems, settings)
        context = Context(
            argument.graph,
            argument.evaluation,
            argument.problems,
            materials=argument.materials,
            schemes=SchemeLibrary(settings.schemes),
        )
        return check_map(context, settings)


def judge(argument: Argument, settings: Settings, known: Known | None = None) -> Judged:
    """Apply rules to a map, and mark what its baseline knows."""
    findings = check_argument(argument, settings)
    if known is None or argument.is_missing:
        return Judged(findings, None)
    return Judged(*known.compare(argument, findings, settings))

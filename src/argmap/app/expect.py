"""Comparing maps with their `expect` blocks."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.app.answer import SECONDS
from argmap.app.check import settings_of_maps
from argmap.app.judge import check_argument
from argmap.app.load import Argument, load
from argmap.app.request import ISOLATED, Request
from argmap.app.settings import Configurations
from argmap.app.status import evaluate, graph_of
from argmap.check.context import Context
from argmap.diagnostics import ArgmapError, Severity
from argmap.evaluate.expectation import iter_outcomes
from argmap.report.comparison import ComparedMap, Comparison

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.check.settings import Settings
    from argmap.evaluate.expectation import EvaluateAs
    from argmap.evaluate.reading import Reading
    from argmap.evaluate.types import Evaluation


@dataclass(frozen=True, slots=True)
class Tested:
    """What came of testing maps."""

    comparison: Comparison
    is_any_missing: bool
    trouble: ArgmapError | None
    """Why something could not be told; None where all was."""

    @property
    def exit_code(self) -> int:
        """0 all hold, 1 something fails, 2 a file is missing or something could not be told."""
        if self.is_any_missing or self.trouble is not None:
            return 2
        return int(self.comparison.failed > 0)


def compare_paths(
    paths: Iterable[str], request: Request = ISOLATED, seconds: float = SECONDS
) -> Tested:
    """Test every map that paths name.

    A map with errors fails: a broken map proves nothing, whatever its statuses are.

    Args:
        paths: files, folders, or `-` for standard input.
        request: which findings are errors, and which configuration.
        seconds: how long the labellings of one map are looked for at most.

    Raises:
        ConfigError: when a configuration is not understood, with the problems of all of them.
    """
    configurations = Configurations(request)
    maps: list[ComparedMap] = []
    troubles: list[ArgmapError] = []
    is_any_missing = False
    for path, settings in settings_of_maps(paths, configurations):
        argument = load(path, limits=settings.limits)
        is_any_missing |= argument.is_missing
        maps.append(_compare_map(argument, settings, seconds, troubles))
    return Tested(Comparison(tuple(maps)), is_any_missing, next(iter(troubles), None))


def _compare_map(
    argument: Argument, settings: Settings, seconds: float, troubles: list[ArgmapError]
) -> ComparedMap:
    errors = tuple(
        finding
        for finding in check_argument(argument, settings.without({"AM701"}))
        if finding.severity is Severity.ERROR and finding.accepted is None
    )
    graph, evaluation = argument.graph, argument.evaluation
    if graph is None or evaluation is None:
        return ComparedMap(argument.path, errors, ())
    doubtful = Context(graph, evaluation, argument.problems).doubtful
    evaluate_as = _evaluator(argument, seconds, troubles)
    outcomes = iter_outcomes(graph, evaluation, doubtful, evaluate_as)
    return ComparedMap(argument.path, errors, tuple(outcomes))


def _evaluator(argument: Argument, seconds: float, troubles: list[ArgmapError]) -> EvaluateAs:
    """Give what evaluates a map under other semantics, and notes why it could not."""
    end = time.monotonic() + seconds

    def evaluate_other(reading: Reading) -> Evaluation | None:
        from argmap.evaluate.labellings import OutOfTimeError
        from argmap.evaluate.reading import evaluate_as

        graph, evaluation = graph_of(argument), evaluate(argument)
        try:
            return evaluate_as(graph, evaluation, reading, lambda: time.monotonic() > end)
        except ArgmapError as error:
            hint = _MORE_TIME if isinstance(error, OutOfTimeError) else error.hint
            troubles.append(ArgmapError(f"{argument.path}: {error}", hint))
            raise

    return evaluate_other


_MORE_TIME = "give more time with `--time-limit`"

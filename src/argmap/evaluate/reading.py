"""What nodes amount to under any semantics: its labellings summed up, one status for each node."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from argmap.diagnostics import ArgmapError
from argmap.evaluate.labellings import Semantics
from argmap.evaluate.solve import find_acceptance
from argmap.evaluate.translate import Support, translate
from argmap.evaluate.types import Evaluation, Ground, Status, Verdict
from argmap.graph.walk import find_circles, support_of

if TYPE_CHECKING:
    from argmap.evaluate.labellings import IsOver
    from argmap.evaluate.solve import Acceptance
    from argmap.graph.types import Graph


class Mode(StrEnum):
    """How several labellings become one answer."""

    SKEPTICAL = "skeptical"
    """What every labelling says."""
    CREDULOUS = "credulous"
    """What some labelling says; to stand goes before to fall."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Under which semantics a map is evaluated."""

    semantics: Semantics = Semantics.GROUNDED
    mode: Mode = Mode.SKEPTICAL
    support: Support = Support.EVIDENTIAL

    @property
    def is_usual(self) -> bool:
        """Whether it is what `evaluate` does; one labelling knows no difference between modes."""
        return self.semantics is Semantics.GROUNDED and self.support is Support.EVIDENTIAL


def evaluate_as(
    graph: Graph, evaluation: Evaluation, reading: Reading, is_over: IsOver = lambda: False
) -> Evaluation | None:
    """Give each node its status under some semantics.

    A node stands where the labellings accept it, every one or some as the mode says; it is
    defeated where they reject it and undecided where they do neither. Under the evidential reading
    what no evidence reaches stays `unsupported`, for no labelling accepts it; the deductive
    reading asks for no evidence and calls nothing unsupported.

    Args:
        graph: the argument, without circles of support where the reading is not the usual one.
        evaluation: what it amounts to under the usual reading.
        reading: the semantics.
        is_over: asked now and then; when it says yes the search ends.

    Returns:
        Verdicts of nodes, with those of reasons as `evaluation` has them; None where there is no
        labelling, which only `stable` allows.

    Raises:
        OutOfTimeError: `is_over` said yes.
        ArgmapError: support goes round in a circle, or the solver is not installed.
        TooLargeError: the deductive reading is too large.
    """
    if reading.is_usual:
        return evaluation
    _refuse_circles(graph)
    found = find_acceptance(translate(graph, reading.support).framework, reading.semantics, is_over)
    if found is None:
        return None
    status_of = _skeptical if reading.mode is Mode.SKEPTICAL else _credulous
    is_evidential = reading.support is Support.EVIDENTIAL
    verdicts = tuple(
        verdict
        if is_evidential and verdict.status is Status.UNSUPPORTED
        else Verdict(status_of(found[node]), Ground.LABELLINGS)
        for node, verdict in enumerate(evaluation.nodes)
    )
    return Evaluation(verdicts, evaluation.reasons)


def _refuse_circles(graph: Graph) -> None:
    circles = find_circles(support_of(graph))
    if circles:
        message = f"support goes round in a circle at `{graph.name(circles[0][0])}`"
        hint = f"run `argmap check {graph.map.path}`, or leave the semantics at grounded"
        raise ArgmapError(message, hint)


def _skeptical(said: Acceptance) -> Status:
    if said.in_all:
        return Status.STANDS
    return Status.DEFEATED if said.out_all else Status.UNDECIDED


def _credulous(said: Acceptance) -> Status:
    if said.in_some:
        return Status.STANDS
    return Status.DEFEATED if said.out_some else Status.UNDECIDED

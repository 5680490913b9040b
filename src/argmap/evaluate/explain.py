"""The chain of reasons that makes a node stand, fall or hang, as steps of an outline."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from argmap.evaluate.labelling import is_conceded, is_grounded_of_itself
from argmap.evaluate.shortest import Way, find_shortest
from argmap.evaluate.types import Evaluation, Ground, Status, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.graph.types import Graph


class Link(StrEnum):
    """How a step bears on the step it stands under."""

    ASKED = "asked"
    """It is the node that was asked about."""
    BECAUSE = "because"
    """It makes the node above stand."""
    DESPITE = "despite"
    """It speaks against the node above, and has no force."""
    DEFEATED_BY = "defeated by"
    """It stands and speaks against the node above."""
    UNDERCUT_BY = "undercut by"
    """It stands and speaks against a step to the node above."""
    NEEDS = "needs"
    """The node above needs it, and it does not stand."""
    CAUGHT_WITH = "caught with"
    """It is undecided itself and leaves the node above so."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of an explanation."""

    depth: int
    """Levels below the node that was asked about."""
    node: int
    link: Link
    verdict: Verdict
    is_repeated: bool
    """Whether the node was explained above already."""


def explain(graph: Graph, evaluation: Evaluation, node: int) -> list[Step]:
    """Explain a node's status in as few steps as can be.

    Of several reasons that stand, attacks that defeat, or premises that fail, the one is told
    whose own explanation is shortest (`find_shortest`). What is conceded, or what no evidence
    reaches, has no force, whatever holds of it, so nothing is told below it.

    Args:
        graph: the argument.
        evaluation: its statuses.
        node: what is asked about.

    Returns:
        Steps in reading order: each is followed by the steps that decide it, one level deeper.
        Each node is explained once.
    """
    explainer = _Explainer(graph, evaluation)
    explainer.choose(node)
    steps: list[Step] = []
    explained: set[int] = set()
    waiting = [(0, node, Link.ASKED)]
    while waiting:
        depth, here, link = waiting.pop()
        is_left_out = link is Link.DESPITE and explainer.is_idle(here)
        is_repeated = here in explained and not is_left_out
        steps.append(Step(depth, here, link, evaluation.nodes[here], is_repeated))
        if is_repeated or is_left_out:
            continue
        explained.add(here)
        below = list(dict.fromkeys(explainer.deciding(here)))
        waiting += [(depth + 1, other, how) for other, how in reversed(below)]
    return steps


@dataclass(frozen=True, slots=True)
class _Case:
    """One way in which a node has its status."""

    demands: tuple[tuple[tuple[int, Link], ...], ...]
    """For each demand what may meet it."""
    despite: tuple[int, ...] = ()
    """What speaks against it and has no force."""


class _Explainer:
    def __init__(self, graph: Graph, evaluation: Evaluation) -> None:
        self.graph = graph
        self.evaluation = evaluation
        self.cases: dict[int, list[_Case]] = {}
        self.chosen: dict[int, tuple[int, tuple[int, ...]]] = {}

    def choose(self, node: int) -> None:
        """Choose the shortest case of each node that an explanation may come to."""
        self.chosen = find_shortest(node, self._ways)

    def is_idle(self, node: int) -> bool:
        """Tell whether a node has no force even if it should stand."""
        is_bare = self.evaluation.status(node) is Status.UNSUPPORTED
        return is_bare or is_conceded(self.graph, node)

    def deciding(self, node: int) -> Iterator[tuple[int, Link]]:
        """Give what decides a node's status, and how."""
        cases = self.cases[node]
        if not cases:
            return
        # where all goes round in a circle there is nothing to choose by: the first is told
        number, met = self.chosen.get(node, (0, ()))
        case = cases[number]
        for at, demand in enumerate(case.demands):
            links = dict(demand)
            other = met[at] if met else demand[0][0]
            yield other, links[other]
        yield from ((source, Link.DESPITE) for source in case.despite)

    def _ways(self, node: int) -> list[Way]:
        cases = self.cases[node] = list(self._cases(node))
        return [self._way(case) for case in cases]

    def _way(self, case: _Case) -> Way:
        demands = [tuple(node for node, _ in demand) for demand in case.demands]
        idle = [source for source in case.despite if self.is_idle(source)]
        defended = [(source,) for source in case.despite if not self.is_idle(source)]
        return Way((*demands, *defended), 1 + len(idle))

    def _cases(self, node: int) -> Iterator[_Case]:
        status = self.evaluation.status(node)
        if status is Status.STANDS:
            yield from self._standing(node)
        elif status is Status.UNSUPPORTED:
            yield self._unsupported(node)
        elif status is Status.DEFEATED:
            yield from self._defeated(node)
        else:
            caught = dict.fromkeys(self._caught(node))
            yield _Case(tuple(((other, Link.CAUGHT_WITH),) for other in caught))

    def _standing(self, node: int) -> Iterator[_Case]:
        against = self._sources(self.graph.attacks_on[node])
        if self.evaluation.nodes[node].ground is Ground.ITSELF:
            yield _Case((), against)
            return
        for number in self.graph.reasons_for[node]:
            if self.evaluation.reasons[number].status is Status.STANDS:
                needed = self.graph.reasons[number].needs
                undercuts = self._sources(self.graph.undercuts_on[number])
                because = tuple(((premise, Link.BECAUSE),) for premise in needed)
                yield _Case(because, (*undercuts, *against))

    def _unsupported(self, node: int) -> _Case:
        """Tell of each reason one premise that no evidence reaches."""
        return _Case(
            tuple(
                tuple((premise, Link.NEEDS) for premise in self._with(number, Status.UNSUPPORTED))
                for number in self.graph.reasons_for[node]
            )
        )

    def _defeated(self, node: int) -> Iterator[_Case]:
        for source in self._standing_among(self.graph.attacks_on[node]):
            yield _Case((((source, Link.DEFEATED_BY),),))
        reasons = self.graph.reasons_for[node]
        failed = {Status.DEFEATED, Status.UNSUPPORTED}
        if not is_grounded_of_itself(self.graph, node) and all(
            self.evaluation.reasons[number].status in failed for number in reasons
        ):
            yield _Case(tuple(tuple(self._failing(number)) for number in reasons))

    def _failing(self, number: int) -> Iterator[tuple[int, Link]]:
        """Give what a step may be said to fail by."""
        for source in self._standing_among(self.graph.undercuts_on[number]):
            yield source, Link.UNDERCUT_BY
        for status in (Status.DEFEATED, Status.UNSUPPORTED):
            for premise in self._with(number, status):
                yield premise, Link.NEEDS

    def _caught(self, node: int) -> Iterator[int]:
        attacks, needed = list(self.graph.attacks_on[node]), list[int]()
        for number in self.graph.reasons_for[node]:
            if self.evaluation.reasons[number].status is Status.UNDECIDED:
                attacks += self.graph.undercuts_on[number]
                needed += self._with(number, Status.UNDECIDED)
        for source in self._sources(attacks):
            is_open = self.evaluation.status(source) is Status.UNDECIDED
            if is_open and not is_conceded(self.graph, source):
                yield source
        yield from needed

    def _with(self, number: int, status: Status) -> list[int]:
        """List what a reason needs that has a status."""
        needed = self.graph.reasons[number].needs
        return [node for node in needed if self.evaluation.status(node) is status]

    def _sources(self, attacks: Iterable[int]) -> tuple[int, ...]:
        return tuple(self.graph.attacks[number].source for number in attacks)

    def _standing_among(self, attacks: Iterable[int]) -> Iterator[int]:
        for source in self._sources(attacks):
            stands = self.evaluation.status(source) is Status.STANDS
            if stands and not is_conceded(self.graph, source):
                yield source

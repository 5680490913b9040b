"""What a map's `expect` block asserts, and whether it holds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from argmap.diagnostics import ArgmapError
from argmap.evaluate.expected_strength import iter_strengths
from argmap.evaluate.outcome import Outcome, key_span, value_span
from argmap.evaluate.types import Evaluation, Status
from argmap.graph.walk import find_circles, support_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from argmap.diagnostics import Span
    from argmap.evaluate.reading import Reading
    from argmap.graph.types import Graph
    from argmap.model.expectation import Statuses

EvaluateAs: TypeAlias = "Callable[[Reading], Evaluation | None]"
"""Gives what a map amounts to under a semantics; None where there is no labelling."""

_WORDS = {
    Status.STANDS: "to stand",
    Status.UNSUPPORTED: "to be unsupported",
    Status.DEFEATED: "to be defeated",
    Status.UNDECIDED: "to be undecided",
}
_MOST_NAMED = 5


def iter_outcomes(
    graph: Graph,
    evaluation: Evaluation,
    doubtful: frozenset[int],
    evaluate_as: EvaluateAs | None = None,
) -> Iterator[Outcome]:
    """Give each assertion of a map by semantics, in the order of the statuses, then as written.

    Args:
        graph: the argument.
        evaluation: what it amounts to.
        doubtful: nodes that an error in the map may have changed.
        evaluate_as: finds what the argument amounts to under other semantics. Where it is None
            they are compared as far as that can be known without a search: where every node is
            decided, all semantics say the same. Otherwise they are left out.
    """
    expected = graph.map.header.expect
    if expected is None:
        return
    comparison = _Comparison(graph, evaluation, doubtful, evaluate_as)
    for way, statuses in expected.blocks():
        block = comparison.block(way)
        if block is not None:
            yield from block.outcomes(statuses)
    yield from iter_strengths(graph, expected.strength, doubtful)


@dataclass(frozen=True)
class _Comparison:
    """A map beside its expectations."""

    graph: Graph
    evaluation: Evaluation
    doubtful: frozenset[int]
    evaluate_as: EvaluateAs | None

    @cached_property
    def has_circles(self) -> bool:
        """Whether support goes round in a circle (AM104)."""
        return bool(find_circles(support_of(self.graph)))

    @cached_property
    def is_settled(self) -> bool:
        """Whether the grounded labelling decides all, so that there is no other complete one."""
        verdicts = self.evaluation.nodes
        return not (
            self.has_circles or any(verdict.status is Status.UNDECIDED for verdict in verdicts)
        )

    def block(self, way: tuple[str, ...]) -> _Block | None:
        """Find what is compared with the statuses under some keys; None where nothing is."""
        if not way:
            return _Block(self.graph, self.doubtful, way, self.evaluation)
        if self.evaluate_as is None:
            block = _Block(self.graph, self.doubtful, way, self.evaluation)
            return block if self.is_settled else None
        if self.has_circles:
            trouble = "support goes round in a circle"
            return _Block(self.graph, self.doubtful, way, None, trouble)
        from argmap.evaluate.labellings import Semantics
        from argmap.evaluate.reading import Mode, Reading

        semantics, mode = way
        try:
            found = self.evaluate_as(Reading(Semantics(semantics), Mode(mode)))
        except ArgmapError as error:
            return _Block(self.graph, self.doubtful, way, None, str(error), is_untold=True)
        return _Block(self.graph, self.doubtful, way, found, f"there is no {semantics} labelling")


@dataclass(frozen=True, slots=True)
class _Block:
    """Statuses found under one semantics."""

    graph: Graph
    doubtful: frozenset[int]
    way: tuple[str, ...]
    """The keys that lead from `expect` to the statuses asserted."""
    evaluation: Evaluation | None
    trouble: str = ""
    """Why there is no evaluation."""
    is_untold: bool = False

    @property
    def suffix(self) -> str:
        """The semantics, where it is not the usual one."""
        return f" ({', '.join(self.way)})" if self.way else ""

    def outcomes(self, statuses: Statuses) -> Iterator[Outcome]:
        """Compare the statuses asserted with those found."""
        for status in Status:
            names: tuple[str, ...] | None = getattr(statuses, status.value)
            if names == ():
                yield self._none_at_all(status)
            for number, name in enumerate(names or ()):
                yield self._named(status, name, number)

    def _named(self, status: Status, name: str, number: int) -> Outcome:
        span = value_span(self.graph.map, (*self.way, status.value, number))
        holds = self._holding(status, name, span)
        node = self.graph.by_name(name)
        if node is None:
            return replace(holds, failure=f"there is no node `{name}`", is_doubtful=True)
        holds = replace(holds, is_doubtful=node in self.doubtful)
        if self.evaluation is None:
            return self._unfound(holds, status, f"`{name}`")
        actual = self.evaluation.status(node)
        wrong = f"`{name}` {_is(actual)}{self.suffix}, expected {_WORDS[status]}"
        return replace(holds, found=actual, failure=None if actual is status else wrong)

    def _none_at_all(self, status: Status) -> Outcome:
        holds = self._holding(status, None, key_span(self.graph.map, (*self.way, status.value)))
        if self.evaluation is None:
            return self._unfound(holds, status, "no node")
        found = [
            node.index
            for node in self.graph.nodes
            if self.evaluation.status(node.index) is status and node.index not in self.doubtful
        ]
        if not found:
            return holds
        told = ", ".join(f"`{self.graph.name(node)}`" for node in found[:_MOST_NAMED])
        more = f" and {len(found) - _MOST_NAMED} more" if len(found) > _MOST_NAMED else ""
        failure = f"no node is expected {_WORDS[status]}{self.suffix}, found {told}{more}"
        return replace(holds, found=status, failure=failure)

    def _holding(self, status: Status, name: str | None, span: Span) -> Outcome:
        semantics, mode = self.way or ("grounded", None)
        text = f"{name or 'none'}: {status.value}{self.suffix}"
        return Outcome(text, span, name, semantics, mode, status)

    def _unfound(self, outcome: Outcome, status: Status, subject: str) -> Outcome:
        failure = f"{subject} is expected {_WORDS[status]}{self.suffix}, and {self.trouble}"
        return replace(outcome, failure=failure, is_untold=self.is_untold)


def _is(status: Status) -> str:
    return "stands" if status is Status.STANDS else f"is {status.value}"

"""What a rule sees: the map, its graph, the evaluation, and answers several rules ask for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING
from weakref import proxy

from argmap.check.facts import Facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.check.acceptance import Acceptance
    from argmap.check.answers import Answers
    from argmap.check.bibliography import Bibliography
    from argmap.check.ends import Ends
    from argmap.check.mending import Mending
    from argmap.check.quotations import Compared
    from argmap.check.said_again import SaidAgain
    from argmap.check.scheme_use import SchemeUse
    from argmap.check.wording.statements import Worded
    from argmap.diagnostics import Problem
    from argmap.evaluate.types import Evaluation
    from argmap.graph.types import Graph
    from argmap.model.nodes import Kind
    from argmap.model.schemes.library import SchemeLibrary
    from argmap.source.material import Material


class Context(Facts):
    """One map as the rules see it. Rules read it and change nothing.

    What only some rules ask for is imported and made when it is asked for.
    """

    def __init__(
        self,
        graph: Graph,
        evaluation: Evaluation,
        read_problems: tuple[Problem, ...] = (),
        *,
        materials: Mapping[str, Material] | None = None,
        schemes: SchemeLibrary | None = None,
        acceptances: Iterable[Acceptance] = (),
        rule_names: Mapping[str, str] | None = None,
    ) -> None:
        """Take over a map.

        Args:
            graph: the map, read.
            evaluation: its statuses.
            read_problems: what was met while the file was read (AM0).
            materials: what is at hand of each source, by its name; nothing where no text was
                looked for.
            schemes: the argumentation schemes that a reason may name; None for those of argmap.
            acceptances: what the map accepts, in document order: for the rules that run last.
            rule_names: the name of each rule there is by its code: for them as well.
        """
        super().__init__(graph, evaluation, read_problems)
        self.materials = materials or {}
        self.acceptances = tuple(acceptances)
        self._schemes = schemes
        self.rule_names = rule_names or {}
        self.known_occasions: dict[str, bool] = {}
        """Whether the map gives an occasion, as far as that was asked."""

    def with_acceptances(
        self, acceptances: Iterable[Acceptance], rule_names: Mapping[str, str]
    ) -> Context:
        """Give the same map for the rules that run last."""
        return Context(
            self.graph,
            self.evaluation,
            self.read_problems,
            materials=self.materials,
            schemes=self._schemes,
            acceptances=acceptances,
            rule_names=rule_names,
        )

    @cached_property
    def mending(self) -> Mending:
        """Makes fixes."""
        from argmap.check.mending import Mending

        return Mending(self.map, frozenset(problem.code for problem in self.read_problems))

    @cached_property
    def schemes(self) -> SchemeLibrary:
        """The argumentation schemes that a reason may name."""
        from argmap.model.schemes.library import SchemeLibrary

        return SchemeLibrary() if self._schemes is None else self._schemes

    @cached_property
    def bibliography(self) -> Bibliography:
        """The sources, by whom they are cited and through which others they are known."""
        from argmap.check.bibliography import Bibliography

        return Bibliography(self.graph)

    @cached_property
    def cited(self) -> frozenset[str]:
        """The names of the sources that are cited."""
        nodes = self.graph.nodes
        return frozenset(citation.source for node in nodes for citation in node.model.cite)

    @cached_property
    def used_sources(self) -> frozenset[str]:
        """The names of all sources that the map mentions."""
        header = self.map.header
        others = (header.article, *(source.via for source in header.sources.values()))
        return frozenset(self.cited.union(name for name in others if name is not None))

    @cached_property
    def scheme_uses(self) -> list[SchemeUse]:
        """The reasons that name a scheme."""
        from argmap.check.scheme_use import find_scheme_uses

        return find_scheme_uses(self.graph, self.schemes)

    @cached_property
    def compared(self) -> list[Compared]:
        """The citations of sources that are at hand, compared with them."""
        if not any(source.text or source.fingerprint for source in self.graph.sources.values()):
            return []
        from argmap.check.quotations import compare_citations

        return compare_citations(self.graph, self.materials)

    @cached_property
    def said_again(self) -> SaidAgain:
        """The nodes that say what others say, and where that is no argument."""
        from argmap.check.said_again import SaidAgain

        return SaidAgain(proxy(self))  # no circle: a map goes at once when it is checked

    def iter_worded(self, *kinds: Kind) -> Iterator[Worded]:
        """Give the nodes of some kinds whose wording can be judged."""
        for kind in kinds:
            yield from self.worded.get(kind, ())

    @cached_property
    def worded(self) -> Mapping[Kind, list[Worded]]:
        """The nodes of each kind whose wording can be judged."""
        from argmap.check.wording.statements import find_worded

        return find_worded(proxy(self))

    @cached_property
    def answers(self) -> Answers:
        """What is said to counterpoints, and what it is worth."""
        from argmap.check.answers import Answers

        return Answers(proxy(self), self.said_again)

    @cached_property
    def ends_of_support(self) -> list[Ends]:
        """For each node no evidence reaches, where its support ends: node and why there.

        At most one more than `MOST_ENDS` each, the first in document order.
        """
        from argmap.check.ends import find_ends

        return find_ends(self.evaluation, self.support, self.in_circle)

    @cached_property
    def _causes(self) -> list[tuple[int, ...]]:
        from argmap.check.causes import find_causes

        return find_causes(self.graph, self.evaluation)

    def falls_by(self, node: int) -> tuple[int, ...]:
        """Give the nodes that bring a node down or leave it undecided, the nearest first.

        At most one more than `MOST_CAUSES`, none for a node that stands or is not reached.
        """
        return self._causes[node]

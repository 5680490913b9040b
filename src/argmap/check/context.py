"""What a rule sees: the map, its graph, the evaluation, and answers several rules ask for."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.check.answers import find_hollow_answers, find_repeats
from argmap.check.bibliography import Bibliography
from argmap.check.causes import find_causes
from argmap.check.ends import find_ends
from argmap.check.likeness import Likeness, find_likeness, fold
from argmap.check.mending import Mending
from argmap.check.quotations import compare_citations
from argmap.check.scheme_use import find_scheme_uses
from argmap.check.structure import find_placeholder, find_shadows
from argmap.diagnostics import Fix, Problem, Related, Span
from argmap.evaluate.labelling import is_conceded
from argmap.evaluate.types import Evaluation, Status
from argmap.graph.walk import affected_by, find_circles, support_of
from argmap.model.nodes import Kind
from argmap.model.schemes.library import SchemeLibrary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.check.answers import Repeat
    from argmap.check.ends import Ends
    from argmap.check.quotations import Compared
    from argmap.check.scheme_use import SchemeUse
    from argmap.graph.types import Graph, GraphNode
    from argmap.model.map import ArgumentMap
    from argmap.source.material import Material


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule yields; the runner adds code, name, severity and file."""

    span: Span
    message: str
    help: str | None = None
    node: str | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A rule that a node, a group or a reference names under `accept`."""

    code: str
    """What is written there, which may be no rule's code."""
    reason: str | None
    """None where none is given: then nothing is accepted."""
    span: Span
    """The code."""
    place: int
    """Where it is written."""
    node: str
    """Id or address of where it is written."""
    is_unused: bool
    """Whether the rule was applied and found nothing there."""


@dataclass(frozen=True)
class Context:
    """One map as the rules see it. Rules read it and change nothing."""

    graph: Graph
    evaluation: Evaluation
    read_problems: tuple[Problem, ...] = ()
    """What was met while the file was read (AM0)."""
    materials: Mapping[str, Material] = field(default_factory=dict)
    """What is at hand of each source, by its name; nothing where no text was looked for."""
    schemes: SchemeLibrary = field(default_factory=SchemeLibrary)
    """The argumentation schemes that a reason may name."""
    acceptances: tuple[Acceptance, ...] = ()
    """What the map accepts, in document order: for the rules that run last."""
    rule_names: Mapping[str, str] = field(default_factory=dict)
    """The name of each rule there is by its code: for the rules that run last."""

    @property
    def map(self) -> ArgumentMap:
        """The map as it was written."""
        return self.graph.map

    def met_while_reading(self, code: str) -> Iterator[Finding]:
        """Give the findings of one code that reading the file brought up."""
        for problem in self.read_problems:
            if problem.code == code:
                yield Finding(
                    problem.span,
                    problem.message,
                    problem.help,
                    problem.node,
                    problem.related,
                    problem.fix,
                )

    @cached_property
    def mending(self) -> Mending:
        """Makes fixes."""
        return Mending(self.map, frozenset(problem.code for problem in self.read_problems))

    @cached_property
    def doubtful(self) -> frozenset[int]:
        """Nodes whose status an error in the map may have changed: they are not judged."""
        return affected_by(self.graph, self.graph.unsound)

    def judged(self, kind: Kind) -> Iterator[GraphNode]:
        """Give the nodes of a kind that no error in the map touches, in document order."""
        doubtful = self.doubtful
        for node in self._of_kind[kind]:
            if node.index not in doubtful:
                yield node

    def sound(self, kind: Kind) -> Iterator[GraphNode]:
        """Give the nodes of a kind whose own writing has no error."""
        for node in self._of_kind[kind]:
            if node.index not in self.graph.unsound:
                yield node

    def with_status(self, status: Status, kind: Kind) -> Iterator[GraphNode]:
        """Give the judged nodes of a kind that have a status."""
        verdicts = self.evaluation.nodes
        for node in self.judged(kind):
            if verdicts[node.index].status is status:
                yield node

    def name(self, node: int) -> str:
        """Give a node's id or address."""
        return self.graph.name(node)

    def text_span(self, node: int) -> Span:
        """Give the span of a node's text."""
        return self.map.text_span(self.graph.nodes[node].place)

    def related(self, node: int, message: str) -> Related:
        """Point at a node from a finding about another."""
        return Related(self.text_span(node), message)

    @cached_property
    def support(self) -> list[list[int]]:
        """For each node the nodes its reasons need."""
        return support_of(self.graph)

    @cached_property
    def circles(self) -> list[list[int]]:
        """Sets of nodes that support each other in a circle."""
        return find_circles(self.support)

    @cached_property
    def in_circle(self) -> frozenset[int]:
        """Nodes that lie on a circle of support."""
        return frozenset(node for circle in self.circles for node in circle)

    @cached_property
    def folded(self) -> list[str]:
        """For each node its text as words only, without case and punctuation."""
        return [fold(node.model.text) for node in self.graph.nodes]

    @cached_property
    def likeness(self) -> Likeness:
        """Pairs of nodes that say the same."""
        return find_likeness(self.folded)

    @cached_property
    def bibliography(self) -> Bibliography:
        """The sources, by whom they are cited and through which others they are known."""
        return Bibliography(self.graph)

    @cached_property
    def scheme_uses(self) -> list[SchemeUse]:
        """The reasons that name a scheme."""
        return find_scheme_uses(self.graph, self.schemes)

    @cached_property
    def _empty_keys(self) -> frozenset[int]:
        return frozenset(key.start for key in self.map.empty_lists)

    def leaves_empty(self, node: int, key: str) -> bool:
        """Tell whether a node has a key with an empty list, which is AM109 and told there."""
        entry = self.map.places[self.graph.nodes[node].place].value.entries.get(key)
        return entry is not None and entry[0].start in self._empty_keys

    def is_written(self, node: int) -> bool:
        """Tell whether a node says something; one with a placeholder is AM110, and told there."""
        return find_placeholder(self.graph.nodes[node].text) is None

    @cached_property
    def compared(self) -> list[Compared]:
        """The citations of sources that are at hand, compared with them."""
        return compare_citations(self.graph, self.materials)

    @cached_property
    def shadows(self) -> dict[int, int]:
        """Each node that only repeats what it is written under, and what that is."""
        return find_shadows(self.graph, self.folded, self._alike)

    @cached_property
    def repeats(self) -> dict[int, Repeat]:
        """By place each answer to a counterpoint that is the claim it should defend.

        One that only repeats the counterpoint it is written under is among the shadows.
        """
        found = find_repeats(self.graph, self.folded, self._alike)
        told = {self.graph.nodes[node].place for node in self.shadows}
        return {place: repeat for place, repeat in found.items() if place not in told}

    @cached_property
    def repeated_claims(self) -> dict[int, int]:
        """Each node that is written as such an answer, and the claim that it repeats."""
        written = self.graph.node_at
        return {r.answer: r.claim for place, r in self.repeats.items() if place in written}

    @cached_property
    def hollow_answers(self) -> dict[int, list[int]]:
        """Each answer that no evidence reaches, and the standing counterpoints it answers.

        Only counterpoints to the thesis side that are not conceded want an answer. Where the answer
        is evidence that cites nothing (AM301), is still to be written (AM110), has an empty list of
        reasons (AM109) or supports itself in a circle (AM203), that is told in its place.
        """
        bare = {
            node.index
            for kind in (Kind.CLAIM, Kind.COUNTERPOINT)
            for node in self.with_status(Status.UNSUPPORTED, kind)
            if not (kind is Kind.CLAIM and node.index in self.in_circle)
            and not is_conceded(self.graph, node.index)
            and not self.leaves_empty(node.index, "because")
            and self.is_written(node.index)
            and node.index not in self.shadows
        }
        standing = {
            node.index
            for node in self.with_status(Status.STANDS, Kind.COUNTERPOINT)
            if self.opposes_thesis[node.index] and not is_conceded(self.graph, node.index)
        }
        return find_hollow_answers(self.graph, bare, standing, self.repeats)

    @cached_property
    def told_as_answers(self) -> frozenset[int]:
        """Nodes whose missing support is told of them as answers (AM404, AM405, AM111)."""
        places, nodes = self.map.places, self.graph.nodes
        shadows = (n for n in self.shadows if places[nodes[n].place].slot in {"but", "unless"})
        return frozenset((*self.hollow_answers, *self.repeated_claims, *shadows))

    @cached_property
    def _alike(self) -> frozenset[tuple[str, str]]:
        return frozenset((self.folded[one], self.folded[two]) for one, two in self.likeness.pairs)

    @cached_property
    def _of_kind(self) -> dict[Kind, list[GraphNode]]:
        found: dict[Kind, list[GraphNode]] = {kind: [] for kind in Kind}
        for node in self.graph.nodes:
            found[node.model.kind].append(node)
        return found

    @cached_property
    def opposes_thesis(self) -> bytearray:
        """Mark the nodes that speak against the thesis side, where they are written.

        Each step through `but` or `unless` changes the side.
        """
        places = self.map.places
        side = bytearray(len(places))
        for place in places:
            above = side[place.parent] if place.parent >= 0 else 0
            side[place.index] = above ^ (place.slot in {"but", "unless"})
        return bytearray(side[node.place] for node in self.graph.nodes)

    @cached_property
    def ends_of_support(self) -> list[Ends]:
        """For each node no evidence reaches, where its support ends: node and why there.

        At most one more than `MOST_ENDS` each, the first in document order.
        """
        return find_ends(self.evaluation, self.support, self.in_circle)

    @cached_property
    def _causes(self) -> list[tuple[int, ...]]:
        return find_causes(self.graph, self.evaluation)

    def falls_by(self, node: int) -> tuple[int, ...]:
        """Give the nodes that bring a node down or leave it undecided, the nearest first.

        At most one more than `MOST_CAUSES`, none for a node that stands or is not reached.
        """
        return self._causes[node]

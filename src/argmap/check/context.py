"""What a rule sees: the map, its graph, the evaluation, and answers several rules ask for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from argmap.check.finding import Finding
from argmap.check.occasions import Occasions
from argmap.diagnostics import Related
from argmap.graph.walk import affected_by, find_circles, support_of
from argmap.model.nodes import NODES, Kind, Premises, Reference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.check.acceptance import Acceptance
    from argmap.check.answers import Answers
    from argmap.check.bibliography import Bibliography
    from argmap.check.ends import Ends
    from argmap.check.likeness import Likeness
    from argmap.check.mending import Mending
    from argmap.check.quotations import Compared
    from argmap.check.said_again import SaidAgain
    from argmap.check.scheme_use import SchemeUse
    from argmap.check.wording.statements import Worded
    from argmap.diagnostics import Problem, Span
    from argmap.evaluate.types import Evaluation, Status
    from argmap.graph.types import Graph, GraphNode
    from argmap.model.map import ArgumentMap, Place
    from argmap.model.schemes.library import SchemeLibrary
    from argmap.source.material import Material


class Context:
    """One map as the rules see it. Rules read it and change nothing.

    What only some rules ask for is imported and made when it is asked for.
    """

    graph: Graph
    evaluation: Evaluation
    read_problems: tuple[Problem, ...]
    materials: Mapping[str, Material]
    acceptances: tuple[Acceptance, ...]

    def __init__(
        self,
        graph: Graph,
        evaluation: Evaluation,
        read_problems: tuple[Problem, ...] = (),
        *,
        materials: Mapping[str, Material] | None = None,
        schemes: SchemeLibrary | None = None,
        acceptances: Iterable[Acceptance] = (),
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
        """
        self.graph = graph
        self.evaluation = evaluation
        self.read_problems = read_problems
        self.materials = materials or {}
        self.acceptances = tuple(acceptances)
        self._schemes = schemes
        self._with_status: dict[tuple[Status, Kind], list[GraphNode]] = {}

    def with_acceptances(self, acceptances: Iterable[Acceptance]) -> Context:
        """Give the same map for the rules that run last."""
        return Context(
            self.graph,
            self.evaluation,
            self.read_problems,
            materials=self.materials,
            schemes=self._schemes,
            acceptances=acceptances,
        )

    @property
    def map(self) -> ArgumentMap:
        """The map as it was written."""
        return self.graph.map

    def met_while_reading(self, code: str) -> Iterator[Finding]:
        """Give the findings of one code that reading the file brought up."""
        for p in self.read_problems:
            if p.code == code:
                yield Finding(p.span, p.message, p.help, p.node, p.related, p.fix)

    @cached_property
    def occasions(self) -> Occasions:
        """Tells which rules may find anything."""
        return Occasions(self)

    @cached_property
    def mending(self) -> Mending:
        """Makes fixes."""
        from argmap.check.mending import Mending

        return Mending(self.map, frozenset(problem.code for problem in self.read_problems))

    @cached_property
    def rule_names(self) -> Mapping[str, str]:
        """The name of each rule there is by its code."""
        from argmap.check.registry import all_rules

        return {rule.code: rule.name for rule in all_rules()}

    @cached_property
    def schemes(self) -> SchemeLibrary:
        """The argumentation schemes that a reason may name."""
        from argmap.model.schemes.library import SchemeLibrary

        return SchemeLibrary() if self._schemes is None else self._schemes

    @cached_property
    def references(self) -> list[tuple[Place, Reference]]:
        """The places of nodes that are defined elsewhere."""
        return [(p, p.model) for p in self.map.places if type(p.model) is Reference]

    @cached_property
    def groups(self) -> list[tuple[Place, Premises]]:
        """The places of groups of premises."""
        return [(p, p.model) for p in self.map.places if type(p.model) is Premises]

    @cached_property
    def doubtful(self) -> frozenset[int]:
        """Nodes whose status an error in the map may have changed: they are not judged."""
        return affected_by(self.graph, self.graph.unsound)

    def of_kind(self, kind: Kind) -> list[GraphNode]:
        """Give the nodes of a kind, in document order."""
        return self._of_kind[NODES[kind]]

    @cached_property
    def _of_kind(self) -> dict[type, list[GraphNode]]:
        found: dict[type, list[GraphNode]] = {model: [] for model in NODES.values()}
        for node in self.graph.nodes:
            found[type(node.model)].append(node)
        return found

    def judged(self, kind: Kind) -> Iterator[GraphNode]:
        """Give the nodes of a kind that no error in the map touches, in document order."""
        doubtful = self.doubtful
        return (node for node in self.of_kind(kind) if node.index not in doubtful)

    def sound(self, kind: Kind) -> Iterator[GraphNode]:
        """Give the nodes of a kind whose own writing has no error."""
        unsound = self.graph.unsound
        return (node for node in self.of_kind(kind) if node.index not in unsound)

    def with_status(self, status: Status, kind: Kind) -> list[GraphNode]:
        """Give the judged nodes of a kind that have a status."""
        if (status, kind) not in self._with_status:
            verdicts = self.evaluation.nodes
            found = [node for node in self.judged(kind) if verdicts[node.index].status is status]
            self._with_status[status, kind] = found
        return self._with_status[status, kind]

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
        inner = [node for node, below in enumerate(self.support) if below]
        number = {node: at for at, node in enumerate(inner)}
        edges = [[number[one] for one in self.support[node] if one in number] for node in inner]
        if all(one > at for at, below in enumerate(edges) for one in below):
            return []  # only a reference leads back in the document
        return [[inner[at] for at in circle] for circle in find_circles(edges)]

    @cached_property
    def in_circle(self) -> frozenset[int]:
        """Nodes that lie on a circle of support."""
        return frozenset(node for circle in self.circles for node in circle)

    @cached_property
    def likeness(self) -> Likeness:
        """Pairs of nodes that say the same."""
        from argmap.check.likeness import find_likeness

        return find_likeness([node.model.text for node in self.graph.nodes])

    @cached_property
    def placeholders(self) -> dict[int, str]:
        """The nodes whose text is still to be written, each with the mark that says so."""
        from argmap.check.placeholders import find_placeholders

        return find_placeholders([node.model.text for node in self.graph.nodes])

    @cached_property
    def bibliography(self) -> Bibliography:
        """The sources, by whom they are cited and through which others they are known."""
        from argmap.check.bibliography import Bibliography

        return Bibliography(self.graph)

    @cached_property
    def used_sources(self) -> frozenset[str]:
        """The names of all sources that the map mentions."""
        header = self.map.header
        cited = {citation.source for node in self.graph.nodes for citation in node.model.cite}
        others = (header.article, *(source.via for source in header.sources.values()))
        return frozenset(cited.union(name for name in others if name is not None))

    @cached_property
    def scheme_uses(self) -> list[SchemeUse]:
        """The reasons that name a scheme."""
        from argmap.check.scheme_use import find_scheme_uses

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
        return node not in self.placeholders

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

        return SaidAgain(self)

    @cached_property
    def worded(self) -> Mapping[Kind, list[Worded]]:
        """The nodes of each kind whose wording can be judged."""
        from argmap.check.wording.statements import find_worded

        return find_worded(self)

    @cached_property
    def answers(self) -> Answers:
        """What is said to counterpoints, and what it is worth."""
        from argmap.check.answers import Answers

        return Answers(self)

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

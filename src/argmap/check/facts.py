"""What a map is, as rules look at it: its nodes by kind and status, its references and groups."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from argmap.check.finding import Finding
from argmap.diagnostics import Related
from argmap.graph.walk import affected_by, find_circles, support_of
from argmap.model.nodes import NODES, Kind, Premises, Reference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.likeness import Likeness
    from argmap.diagnostics import Problem, Span
    from argmap.evaluate.types import Evaluation, Status
    from argmap.graph.types import Graph, GraphNode
    from argmap.model.map import ArgumentMap, Place


class Facts:
    """A map, its graph and its evaluation, and what is read off them."""

    def __init__(
        self, graph: Graph, evaluation: Evaluation, read_problems: tuple[Problem, ...] = ()
    ) -> None:
        """Take over a map.

        Args:
            graph: the map, read.
            evaluation: its statuses.
            read_problems: what was met while the file was read (AM0).
        """
        self.graph = graph
        self.evaluation = evaluation
        self.read_problems = read_problems
        self._with_status: dict[tuple[Status, Kind], list[GraphNode]] = {}

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
    def says_again(self) -> bool:
        """Whether any two nodes say the same."""
        folded = self.likeness.folded
        return bool(self.likeness.pairs) or len(set(folded)) < len(folded)

    @cached_property
    def placeholders(self) -> dict[int, str]:
        """The nodes whose text is still to be written, each with the mark that says so."""
        from argmap.check.placeholders import find_placeholders

        return find_placeholders([node.model.text for node in self.graph.nodes])

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

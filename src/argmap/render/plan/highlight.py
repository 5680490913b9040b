"""What stands out in a picture, while the rest is muted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.diagnostics import ArgmapError
from argmap.evaluate.explain import explain
from argmap.evaluate.types import Evaluation, Status
from argmap.graph.types import AttackType, Graph
from argmap.graph.walk import attacked_node
from argmap.model.messages import suggest
from argmap.render.plan.names import find_node

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_UNSUPPORTED = "unsupported"
_AGAINST = "against"
_WHY = "why"


@dataclass(frozen=True, slots=True)
class Highlight:
    """Nodes and lines that stand out."""

    words: str
    """What they are, for the legend."""
    nodes: frozenset[int]
    lines: frozenset[int]
    """Places whose line to what is above them stands out."""


def find_highlight(
    graph: Graph,
    evaluation: Evaluation,
    wanted: str,
    labels: Mapping[int, str],
) -> Highlight:
    """Find what is to stand out.

    Args:
        graph: the argument.
        evaluation: what its nodes amount to.
        wanted: `unsupported`, `against` or `why:NODE`.
        labels: of the whole picture.

    Raises:
        ArgmapError: for anything else, or a node that is not in the map.
    """
    name, colon, node = wanted.partition(":")
    if name == _WHY and node.strip():
        at = find_node(graph, lambda: labels, node.strip())
        return _why(graph, evaluation, at, labels)
    finder = _FINDERS.get(wanted)
    if finder is None:
        near = suggest(name, [*_FINDERS, _WHY]) if not colon else None
        known = f"choose `{_UNSUPPORTED}`, `{_AGAINST}` or `{_WHY}:NODE`"
        raise ArgmapError(f"cannot highlight `{wanted}`", f"{near} {known}" if near else known)
    return finder(graph, evaluation)


def _unsupported(graph: Graph, evaluation: Evaluation) -> Highlight:
    nodes = frozenset(
        node.index
        for node in graph.nodes
        if node.index not in graph.unsound and evaluation.status(node.index) is Status.UNSUPPORTED
    )
    return Highlight("what no evidence reaches", nodes, _lines_from(graph, nodes))


def _lines_from(graph: Graph, nodes: frozenset[int]) -> frozenset[int]:
    """Give the places at which nodes bear on others."""
    steps = (graph.reasons[at].place for node in nodes for at in graph.reasons_from[node])
    attacks = (graph.attacks[at].place for node in nodes for at in graph.attacks_by[node])
    return frozenset((*steps, *attacks))


def _against(graph: Graph, evaluation: Evaluation) -> Highlight:
    del evaluation
    nodes: set[int] = set()
    for attack in graph.attacks:
        nodes.add(attack.source)
        if attack.type is AttackType.REBUT:
            nodes.add(attack.target)
        else:
            step = graph.reasons[attack.target]
            nodes.update((step.conclusion, *step.needs))
    lines = frozenset(attack.place for attack in graph.attacks)
    return Highlight("what is spoken against, and what speaks against it", frozenset(nodes), lines)


def _why(graph: Graph, evaluation: Evaluation, node: int, labels: Mapping[int, str]) -> Highlight:
    """Take the steps of `argmap why`: the chain that decides the node's status."""
    nodes = frozenset(step.node for step in explain(graph, evaluation, node))
    status = evaluation.status(node).value
    verb = status if status == Status.STANDS.value else f"is {status}"
    words = f"why {labels.get(node, graph.name(node))} {verb}"
    lines = {
        reason.place
        for reason in graph.reasons
        if reason.conclusion in nodes and not nodes.isdisjoint(reason.needs)
    }
    for attack in graph.attacks:
        if attack.source in nodes and attacked_node(graph, attack) in nodes:
            lines.add(attack.place)
    return Highlight(words, nodes, frozenset(lines))


_FINDERS: dict[str, Callable[[Graph, Evaluation], Highlight]] = {
    _UNSUPPORTED: _unsupported,
    _AGAINST: _against,
}

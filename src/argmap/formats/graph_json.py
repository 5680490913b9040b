"""The flat graph as JSON: `argmap convert --to json`, version 1."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from argmap.graph.types import Attack, AttackType, Graph, GraphNode, Reason
from argmap.model.nodes import Counterpoint
from argmap.source.display import carried

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.evaluate.types import Evaluation
    from argmap.model.citation import Citation

    Verified = Mapping[tuple[int, Citation], bool | None]
    """For a node and one of its citations whether the source holds what is cited."""


def write_json(graph: Graph, evaluation: Evaluation, verified: Verified) -> str:
    """Write a map's nodes, reasons and attacks with their statuses.

    Args:
        graph: the map's argument.
        evaluation: what stands in it.
        verified: what comparing citations with their sources came to; of those that it does not
            have nothing is known.

    The order is the document's. A node without `id` has its address for one; a reason without
    has `reason:` and its address, which no node can have.
    """
    names = [node.model.id or graph.map.address(node.place) for node in graph.nodes]
    reason_names = [graph.reason_name(reason.index) for reason in graph.reasons]
    document = {
        "version": 1,
        "title": graph.map.header.title,
        "sources": [{"id": name} | source.given() for name, source in graph.sources.items()],
        "nodes": [
            _node(graph, evaluation, node, names[node.index], verified) for node in graph.nodes
        ],
        "reasons": [
            _reason(reason, names, reason_names, evaluation.reasons[reason.index].status.value)
            for reason in graph.reasons
        ],
        "attacks": [_attack(attack, names, reason_names) for attack in graph.attacks],
        "thesis": [names[node] for node in graph.thesis],
    }
    return carried(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _node(
    graph: Graph, evaluation: Evaluation, node: GraphNode, name: str, verified: Verified
) -> dict[str, Any]:
    model = node.model
    span = graph.map.span(node.place)
    return {
        "id": name,
        "address": graph.map.address(node.place),
        "kind": model.kind.value,
        "text": model.text,
        "by": model.by,
        "qualifier": model.qualifier,
        "conceded": model.conceded if isinstance(model, Counterpoint) else None,
        "cites": [_citation(node, citation, verified) for citation in model.cite],
        "section": node.section,
        "status": evaluation.status(node.index).value,
        "line": span.line,
        "column": span.column,
    }


def _citation(node: GraphNode, citation: Citation, verified: Verified) -> dict[str, Any]:
    """Give a citation; `verified` is null where nothing of the source is at hand."""
    return {
        "source": citation.source,
        "at": None if citation.at is None else str(citation.at),
        "quote": citation.quote,
        "verified": verified.get((node.index, citation)),
    }


def _reason(
    reason: Reason, names: list[str], reason_names: list[str], status: str
) -> dict[str, Any]:
    group = reason.group
    warrant = group.warrant if group else None
    return {
        "id": reason_names[reason.index],
        "conclusion": names[reason.conclusion],
        "premises": [names[premise] for premise in reason.premises],
        "warrant": warrant if reason.warrant is None else names[reason.warrant],
        "scheme": group.scheme if group else None,
        "status": status,
    }


def _attack(attack: Attack, names: list[str], reason_names: list[str]) -> dict[str, Any]:
    targets = names if attack.type is AttackType.REBUT else reason_names
    return {
        "from": names[attack.source],
        "to": targets[attack.target],
        "type": attack.type.value,
    }

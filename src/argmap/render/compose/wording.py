"""The words of a picture that are not the author's: kinds, statuses, citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.evaluate.types import Ground, Status
from argmap.model.nodes import Counterpoint
from argmap.render.measure.clean import clean, shorten
from argmap.render.plan.way import relation

if TYPE_CHECKING:
    from argmap.graph.types import Graph
    from argmap.model.citation import Citation
    from argmap.render.plan.types import Mark, Plan

_SOURCE_CHARACTERS = 52
_KEPT_TOGETHER = ",\u00a0"
"""Between a source and a place in it, so that no line begins with a lone number."""
_STATUS_WORDS = {
    Status.UNSUPPORTED: "No support",
    Status.DEFEATED: "Defeated",
    Status.UNDECIDED: "Undecided",
}


def status_words(plan: Plan, node: int) -> tuple[str, str] | None:
    """Give the pill of a node's status, words and class; None where it stands or is not judged."""
    if node in plan.graph.unsound:
        return None
    verdict = plan.evaluation.nodes[node]
    if verdict.status is Status.STANDS:
        return None
    if verdict.ground is Ground.NO_CITATION:
        return "No source", verdict.status.value
    return _STATUS_WORDS[verdict.status], verdict.status.value


def mark_pills(marks: tuple[Mark, ...]) -> list[tuple[str, str]]:
    """Give the pills of findings: code and class."""
    return [
        (f"{mark.code} accepted", "accepted") if mark.accepted else (mark.code, mark.severity)
        for mark in marks
    ]


def pills_of(plan: Plan, node: int, place: int) -> list[tuple[str, str]]:
    """Give all pills of a node: status first, then its strength, then findings."""
    status = status_words(plan, node)
    strength = [] if plan.strengths is None else [(f"strength {plan.strengths[node]}", "quiet")]
    return [*([status] if status else []), *strength, *mark_pills(plan.marks.get(place, ()))]


def _source_words(graph: Graph, key: str) -> str:
    if key == graph.map.header.article:
        return "Article"
    source = graph.sources.get(key)
    return shorten(source.title if source and source.title else key, _SOURCE_CHARACTERS)


def _locators(citation: Citation) -> list[str]:
    parts = []
    if citation.at is not None:
        parts.append(f"¶\u00a0{citation.at}".replace("-", "–"))
    if citation.page is not None:
        is_number = citation.page[:1].isdigit()
        parts.append(f"p.\u00a0{citation.page}" if is_number else citation.page)
    return parts


def describe_citations(graph: Graph, citations: tuple[Citation, ...]) -> str:
    """Write all citations of a node for readers: `Visitor survey 2023, ¶ 4–6, p. 12; Article`.

    Each source is named once; the article that the map is a reading of stands in full at the top
    of the picture only.
    """
    by_source: dict[str, list[str]] = {}
    for citation in citations:
        locators = by_source.setdefault(citation.source, [])
        locators.extend(part for part in _locators(citation) if part not in locators)
    return "; ".join(
        _KEPT_TOGETHER.join([_source_words(graph, key), *locators])
        for key, locators in by_source.items()
    )


def describe_node(plan: Plan, node: int) -> str:
    """Say in one line what a node is, for tooltips and screen readers."""
    model = plan.graph.nodes[node].model
    status = plan.evaluation.status(node).value if node not in plan.graph.unsound else "not judged"
    parts = [f"{model.kind.value.capitalize()} {plan.labels.get(node, '')}, {status}: {model.text}"]
    bears_on = _bears_on(plan, plan.graph.nodes[node].place)
    if bears_on:
        parts.append(f"It {bears_on}")
    if plan.strengths is not None:
        parts.append(f"Strength: {plan.strengths[node]}")
    if model.id is not None:
        parts.append(f"Id: {model.id}")
    parts.extend(f"“{citation.quote}”" for citation in model.cite if citation.quote)
    if isinstance(model, Counterpoint) and model.conceded is not None:
        parts.append(f"Conceded: {model.conceded}")
    if model.note is not None:
        parts.append(f"Note: {model.note}")
    if model.tags:
        parts.append(f"Tags: {', '.join(model.tags)}")
    return clean(" — ".join(parts))


def describe_step(plan: Plan, place: int) -> str:
    """Say in one line what linked premises are."""
    reason = plan.reasons.get(place)
    status = "" if reason is None else f", {plan.evaluation.reasons[reason].status.value}"
    return f"Linked premises{status}: together a reason that {_bears_on(plan, place)}"


def _bears_on(plan: Plan, place: int) -> str:
    return relation(plan.graph, place, lambda node: plan.labels.get(node, "?"))


def describe_reference(plan: Plan, node: int | None) -> str:
    """Say in one line what stands where a node is named that is told elsewhere."""
    if node is None:
        return "A reference that leads nowhere"
    return f"Reference to {describe_node(plan, node)}"

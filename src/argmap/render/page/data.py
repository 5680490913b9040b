"""What the page's scripts know of a map: items, boxes, panels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.evaluate.sentences import say_why, say_why_step
from argmap.model.nodes import Counterpoint, Premises, Reference
from argmap.model.schemes.library import question_text, scheme_title
from argmap.render.compose.banner import draw_banner
from argmap.render.compose.box import draw_box
from argmap.render.compose.drawn import BOX_WIDTH, PITCH
from argmap.render.layout.place import GAP
from argmap.render.page.sources import NO_SOURCES, write_checked, write_readings
from argmap.render.paint.svg import write_shapes
from argmap.render.plan.build import PlaceFinder, iter_cards

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.diagnostics import Diagnostic
    from argmap.model.citation import Citation
    from argmap.model.map import Place
    from argmap.model.nodes import StatementNode
    from argmap.render.page.sources import PageSources
    from argmap.render.plan.types import Box, Part, Plan

BANNER_WIDTH = 740.0
"""A banner's words are set in so many pixels; the page makes its ground as wide as the map, and
never narrower than this: see `LEAST_WIDTH` in `place.js`."""

Json = dict[str, Any]


def page_data(
    plan: Plan, diagnostics: tuple[Diagnostic, ...], sources: PageSources = NO_SOURCES
) -> Json:
    """Give all that the scripts need of a map, as JSON.

    Items are numbered as the map's places, so each comes before what is below it; boxes and
    panels name items and boxes by their numbers. Absent keys mean «none».

    Args:
        plan: what is drawn, in as many columns as it takes.
        diagnostics: findings to tell of at the items they name.
        sources: what is at hand of the map's sources.
    """
    return {
        "items": _items(plan, diagnostics, sources),
        "boxes": [_box(plan, box) for box in plan.boxes],
        "parts": [_part(plan, part) for part in plan.parts],
        "size": {"width": BOX_WIDTH, "pitch": PITCH, "gap": GAP, "banner": BANNER_WIDTH},
        "readings": write_readings(sources),
    }


def _items(plan: Plan, diagnostics: tuple[Diagnostic, ...], sources: PageSources) -> list[Json]:
    findings = _findings(plan, diagnostics)
    items = []
    for place in plan.graph.map.places:
        item: Json = {
            "parent": place.parent,
            "slot": place.slot.value,
            "kind": place.kind.value,
            "address": plan.graph.map.short_address(place.index),
            **_said(plan, place, sources),
        }
        if place.index in findings:
            item["findings"] = findings[place.index]
        items.append(_without_none(item))
    return items


def _said(plan: Plan, place: Place, sources: PageSources) -> Json:
    """Give what an item says, by what it is."""
    model = place.model
    if isinstance(model, Reference):
        return {"target": plan.graph.by_id.get(model.target), "text": model.target}
    if isinstance(model, Premises):
        return _group(plan, place, model)
    node = plan.graph.node_at.get(place.index)
    return {} if node is None else _statement(plan, node, sources)


def _group(plan: Plan, place: Place, model: Premises) -> Json:
    said: Json = {
        "id": model.id,
        "title": model.title,
        "warrant": model.warrant,
        "scheme": None if model.scheme is None else scheme_title(model.scheme),
        "questions": [_question(plan, model, name) for name in model.questions] or None,
        "note": model.note,
    }
    reason = plan.reasons.get(place.index)
    if reason is not None:
        said["status"] = plan.evaluation.reasons[reason].status.value
        said["why"] = say_why_step(plan.graph, plan.evaluation, reason)
    return said


def _question(plan: Plan, group: Premises, name: str) -> Json:
    answer = group.questions[name]
    node = plan.graph.by_id.get(answer.ref) if answer.ref is not None else None
    said = {
        "question": question_text(group.scheme, name),
        "text": answer.text if node is not None else answer.text or answer.ref,
        "node": node,
        "waived": answer.waived,
    }
    return _without_none(said)


def _statement(plan: Plan, node: int, sources: PageSources) -> Json:
    model: StatementNode = plan.graph.nodes[node].model
    is_judged = node not in plan.graph.unsound
    return {
        "node": node,
        "label": plan.labels.get(node),
        "id": model.id,
        "title": model.title,
        "text": model.text,
        "by": model.by,
        "qualifier": model.qualifier,
        "weight": model.weight,
        "strength": None if plan.strengths is None else plan.strengths[node],
        "conceded": model.conceded if isinstance(model, Counterpoint) else None,
        "note": model.note,
        "tags": list(model.tags) or None,
        "section": model.section,
        "status": plan.evaluation.status(node).value if is_judged else None,
        "why": say_why(plan.graph, plan.evaluation, node),
        "cites": [_citation(citation, node, sources) for citation in model.cite] or None,
        "uses": list(plan.uses.get(node, ())) or None,
    }


def _citation(citation: Citation, node: int, sources: PageSources) -> Json:
    return _without_none(
        {
            "source": citation.source,
            "at": None if citation.at is None else str(citation.at),
            "page": citation.page,
            "quote": citation.quote,
            "note": citation.note,
            **write_checked(sources, node, citation),
        }
    )


def _findings(plan: Plan, diagnostics: tuple[Diagnostic, ...]) -> dict[int, list[Json]]:
    found: dict[int, list[Json]] = {}
    finder = PlaceFinder(plan.graph) if diagnostics else None
    for diagnostic in diagnostics:
        problem = diagnostic.problem
        at = finder.find(problem.node or "") if finder is not None else None
        if at is None:
            continue
        found.setdefault(at, []).append(
            _without_none(
                {
                    "code": problem.code,
                    "name": diagnostic.name,
                    "severity": diagnostic.severity.value,
                    "message": problem.message,
                    "help": problem.help,
                    "accepted": diagnostic.accepted,
                }
            )
        )
    return found


def _box(plan: Plan, box: Box) -> Json:
    drawn = draw_box(plan, box)
    ports: list[Any] = [round(port.y, 2) for port in drawn.ports]
    supports = [None if rows is None else round(rows.y, 2) for rows in drawn.supports]
    return _without_none(
        {
            "item": box.place,
            "parent": box.parent,
            "port": box.port,
            "sign": box.sign.value,
            "idle": box.is_idle or None,
            "moved": True if box.continues is not None else None,
            "items": _defined(box),
            "width": drawn.drawing.width,
            "height": round(drawn.drawing.height, 2),
            "inset": drawn.entry.x,
            "entry": round(drawn.entry.y, 2),
            "step": round(drawn.step_port.y, 2),
            "ports": ports,
            "supports": supports if any(supports) else None,
            "svg": _svg(drawn.drawing.shapes),
        }
    )


def _defined(box: Box) -> list[int]:
    """List the statements that are told in full in a box; references are told elsewhere."""
    return [
        card.place for card in iter_cards(box) if not card.is_reference and card.node is not None
    ]


def _part(plan: Plan, part: Part) -> Json:
    banner = None
    if part.thesis is not None and part.thesis.node is not None:
        drawn = draw_banner(plan, part.thesis, BANNER_WIDTH)
        banner = {
            "item": part.thesis.place,
            "height": round(drawn.height, 2),
            "svg": _svg(drawn.shapes),
        }
    panels = [
        _without_none({"heading": panel.heading, "roots": [*panel.roots, *panel.moved]})
        for panel in part.panels
    ]
    return _without_none({"banner": banner, "panels": panels})


def _svg(shapes: Iterable[Any]) -> str:
    """Write shapes; their links are for the mouse alone, since the outline is for the keyboard."""
    return "".join(write_shapes(shapes)).replace("<a href=", '<a tabindex="-1" href=')


def _without_none(values: Json) -> Json:
    return {key: value for key, value in values.items() if value is not None}

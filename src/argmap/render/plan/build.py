"""Put the plan of a picture together: boxes, labels, uses and marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import ArgmapError
from argmap.model.map import ROOT
from argmap.model.nodes import Reference
from argmap.render.axes import choose_axes
from argmap.render.options import DEFAULT, PictureOptions
from argmap.render.plan.boxes import BoxBuilder
from argmap.render.plan.breadth import limit_breadth
from argmap.render.plan.highlight import Highlight, find_highlight
from argmap.render.plan.types import MAX_COLUMNS, Box, Card, Mark, Part, Plan
from argmap.render.plan.view import build_view

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.diagnostics import Diagnostic
    from argmap.evaluate.types import Evaluation
    from argmap.graph.types import Graph

_LETTERS = "ABCDEFGHIJKLMNOPQRSUVWXYZ"
"""Without T, which is the thesis."""


def build_plan(
    graph: Graph,
    evaluation: Evaluation,
    diagnostics: tuple[Diagnostic, ...] = (),
    options: PictureOptions = DEFAULT,
    columns: int | None = MAX_COLUMNS,
) -> Plan:
    """Decide what is drawn and where it belongs.

    Args:
        graph: the argument.
        evaluation: what its nodes amount to.
        diagnostics: findings to show at the nodes they name.
        options: what is shown of the map.
        columns: boxes side by side in a panel; what is more goes on elsewhere. None for any number.

    Raises:
        ArgmapError: where the options name a node or a section that is not in the map.
    """
    builder = _cut_whole(graph, evaluation)
    labels = _label(builder.parts, builder.boxes)
    view = build_view(graph, evaluation, options, lambda: labels)
    axes = choose_axes(options.direction, graph.map.header.lang)
    levels = MAX_COLUMNS if axes.is_vertical and columns is not None else columns
    if not view.is_whole or levels != MAX_COLUMNS:
        builder = BoxBuilder(graph, evaluation, view, levels)
        builder.build()
    if axes.is_vertical and columns is not None:
        limit_breadth(builder.boxes, builder.parts, columns)
    highlight = _highlight(graph, evaluation, options, labels)
    if highlight is not None:
        for box in builder.boxes:
            box.is_dim = box.place not in highlight.lines
    return Plan(
        graph=graph,
        evaluation=evaluation,
        parts=tuple(builder.parts),
        boxes=tuple(builder.boxes),
        labels=labels,
        uses=list_uses(graph),
        reasons=builder.reason_at,
        marks=_place_marks(graph, diagnostics),
        view=view,
        axes=axes,
        highlight=highlight,
        strengths=_strengths(graph, options),
    )


def _strengths(graph: Graph, options: PictureOptions) -> tuple[str, ...] | None:
    """Give how strong each node is; None where it is not asked for.

    Raises:
        ArgmapError: there is no gradual semantics of that name.
    """
    if options.strength is None:
        return None
    from argmap.evaluate.influence import INFLUENCES
    from argmap.evaluate.strength import find_strengths, strength_words

    if options.strength not in INFLUENCES:
        known = ", ".join(f"`{name}`" for name in INFLUENCES)
        raise ArgmapError(f"cannot show strength by `{options.strength}`", f"choose one of {known}")
    return tuple(map(strength_words, find_strengths(graph, INFLUENCES[options.strength]).nodes))


def _highlight(
    graph: Graph, evaluation: Evaluation, options: PictureOptions, labels: dict[int, str]
) -> Highlight | None:
    """Give what stands out; None where nothing is asked for, or nothing of the kind is there."""
    if options.highlight is None:
        return None
    found = find_highlight(graph, evaluation, options.highlight, labels)
    return found if found.nodes else None


def label_nodes(graph: Graph, evaluation: Evaluation) -> dict[int, str]:
    """Give each node the label that it has in every picture of the map: `A7`."""
    whole = _cut_whole(graph, evaluation)
    return _label(whole.parts, whole.boxes)


def _cut_whole(graph: Graph, evaluation: Evaluation) -> BoxBuilder:
    builder = BoxBuilder(graph, evaluation, build_view(graph, evaluation, DEFAULT, dict))
    builder.build()
    return builder


def letters(number: int) -> str:
    """Give the letter of a panel, counted from 0: A … Z without T, then AA, AB ….

    >>> letters(0), letters(24), letters(25)
    ('A', 'Z', 'AA')
    """
    text = ""
    number += 1
    while number > 0:
        number, digit = divmod(number - 1, len(_LETTERS))
        text = _LETTERS[digit] + text
    return text


def iter_below(roots: Sequence[int], boxes: Sequence[Box]) -> Iterator[Box]:
    """Yield boxes and all below them, each before its children, in order."""
    stack = list(reversed(roots))
    while stack:
        box = boxes[stack.pop()]
        yield box
        stack.extend(reversed(box.children))


def iter_cards(box: Box) -> Iterator[Card]:
    """Yield a box's cards, each followed by its rows."""
    for card in box.cards:
        yield card
        yield from card.rows


def _label(parts: Sequence[Part], boxes: Sequence[Box]) -> dict[int, str]:
    labels: dict[int, str] = {}
    theses = [part.thesis.node for part in parts if part.thesis is not None]
    for number, node in enumerate(theses, 1):
        if node is not None:
            labels[node] = "T" if len(theses) == 1 else f"T{number}"
    panels = [panel for part in parts for panel in part.panels]
    for at, panel in enumerate(panels):
        letter, counter = letters(at), 0
        for box in iter_below([*panel.roots, *panel.moved], boxes):
            for card in iter_cards(box):
                if not card.is_reference and card.node is not None:
                    counter += 1
                    labels[card.node] = f"{letter}{counter}"
    return labels


def list_uses(graph: Graph) -> dict[int, tuple[int, ...]]:
    """For each node list where else it is used, through `ref`."""
    node_at = {node.place: node.index for node in graph.nodes}
    uses: dict[int, list[int]] = {}
    for place in graph.map.places:
        if not isinstance(place.model, Reference):
            continue
        target = graph.by_id.get(place.model.target)
        at = place.parent
        while at != ROOT and at not in node_at:
            at = graph.map.places[at].parent
        if target is not None and at != ROOT:
            uses.setdefault(target, []).append(node_at[at])
    return {node: tuple(dict.fromkeys(users)) for node, users in uses.items()}


def _place_marks(graph: Graph, diagnostics: tuple[Diagnostic, ...]) -> dict[int, tuple[Mark, ...]]:
    if not diagnostics:
        return {}
    finder = PlaceFinder(graph)
    marks: dict[int, set[Mark]] = {}
    for found in diagnostics:
        at = finder.find(found.problem.node or "")
        if at is not None:
            mark = Mark(found.problem.code, found.severity.value, found.accepted is not None)
            marks.setdefault(at, set()).add(mark)
    return {
        place: tuple(sorted(found, key=lambda mark: (mark.code, mark.accepted)))
        for place, found in marks.items()
    }


class PlaceFinder:
    """Finds the place that an id or an address names."""

    def __init__(self, graph: Graph) -> None:
        """Look at the places of a map."""
        self.map = graph.map
        self.by_id: dict[str, int] = {}
        for place in graph.map.places:
            own = getattr(place.model, "id", None)
            if own is not None:
                self.by_id.setdefault(own, place.index)

    def find(self, name: str) -> int | None:
        """Give the place; None where the name names none."""
        if name in self.by_id:
            return self.by_id[name]
        return self.map.place_at(name.removeprefix("reason:"))

"""A map's places to cards, boxes and panels, without recursion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.evaluate.types import Evaluation, Status
from argmap.model.map import ROOT, Place
from argmap.model.nodes import Counterpoint, Kind, Premises, Reference, Slot, Statement
from argmap.render.plan.types import Box, Card, Panel, Part, Sign

if TYPE_CHECKING:
    from argmap.graph.types import Graph

MAX_COLUMNS = 6
"""Columns of a panel; what is deeper goes on below, so that text stays readable at page width."""

_SIGNS = {Slot.BUT: Sign.AGAINST, Slot.UNLESS: Sign.UNDERCUT}


@dataclass(slots=True)
class _Home:
    """Where a place went: a card of a box (-1: the box's step), or a thesis (no box)."""

    box: Box | None
    card: int
    panel: Panel | None
    part: Part


class BoxBuilder:
    """Cuts a map up for drawing."""

    def __init__(
        self, graph: Graph, evaluation: Evaluation, columns: int | None = MAX_COLUMNS
    ) -> None:
        """Look at a graph and what its nodes amount to; None is for any number of columns."""
        self.graph = graph
        self.columns = columns
        self.evaluation = evaluation
        self.places = graph.map.places
        self.node_at = {node.place: node.index for node in graph.nodes}
        self.reason_at = {reason.place: reason.index for reason in graph.reasons}
        self.boxes: list[Box] = []
        self.parts: list[Part] = []
        self.section_of: list[str | None] = []
        self._homes: list[_Home] = []
        self._shown_elsewhere: set[int] = set()
        self._panels: dict[tuple[int, str | None], Panel] = {}

    def build(self) -> None:
        """Fill `parts` and `boxes`."""
        for place in self.places:
            self.section_of.append(self._section(place))
            self._homes.append(self._put(place))

    def _section(self, place: Place) -> str | None:
        model = place.model
        own = model.section if isinstance(model, Statement) else None
        return own or (self.section_of[place.parent] if place.parent != ROOT else None)

    def _put(self, place: Place) -> _Home:
        if place.parent == ROOT:
            return self._put_thesis(place)
        parent = self._homes[place.parent]
        if self._opens_section(place, parent):
            return self._put_section(place, parent)
        return self._put_below(place, parent)

    def _put_below(self, place: Place, parent: _Home) -> _Home:
        if place.slot in {Slot.PREMISES, Slot.WARRANT} and parent.box and parent.card < 0:
            return self._put_premise(place, parent, parent.box)
        if self._is_row(place, parent):
            return self._put_row(place, parent)
        return self._put_box(place, parent)

    def _opens_section(self, place: Place, parent: _Home) -> bool:
        if parent.panel is None or not isinstance(place.model, Statement):
            return False
        return self.section_of[place.index] != parent.panel.heading

    def _put_section(self, place: Place, parent: _Home) -> _Home:
        """Leave a reference at the place of a node, and draw it in full in its own section."""
        self._shown_elsewhere.add(place.index)
        self._put_below(place, parent)
        self._shown_elsewhere.discard(place.index)
        panel = self._panel(parent.part, self.section_of[place.index])
        box = self._new_box(place, 0)
        box.continues = self._statement_above(place)
        panel.moved.append(box.number)
        box.cards.append(self._card(place))
        return _Home(box, 0, panel, parent.part)

    def _statement_above(self, place: Place) -> int | None:
        at = place.parent
        while at != ROOT and at not in self.node_at:
            at = self.places[at].parent
        return self.node_at.get(at)

    def _put_thesis(self, place: Place) -> _Home:
        is_statement = isinstance(place.model, Statement)
        part = Part(self._card(place) if is_statement else None)
        self.parts.append(part)
        home = _Home(None, 0, None, part)
        return home if is_statement else self._put_box(place, home)

    def _put_premise(self, place: Place, parent: _Home, box: Box) -> _Home:
        if isinstance(place.model, Premises):
            return self._put_box(place, parent)
        card = self._card(place)
        card.is_warrant = place.slot is Slot.WARRANT
        box.cards.append(card)
        return _Home(box, len(box.cards) - 1, parent.panel, parent.part)

    def _is_row(self, place: Place, parent: _Home) -> bool:
        """Tell whether support fits into its conclusion's own card."""
        if parent.box is None or parent.card < 0 or place.slot is not Slot.BECAUSE:
            return False
        if parent.box.cards[parent.card].is_reference:
            return False
        if place.index in self._shown_elsewhere:
            return True
        return not place.children and (place.kind is Kind.REF or self._is_lone_evidence(place))

    def _is_lone_evidence(self, place: Place) -> bool:
        """Tell whether a place is evidence that nothing else rests on."""
        node = self.node_at.get(place.index)
        if place.kind is not Kind.EVIDENCE or node is None:
            return False
        return len(self.graph.reasons_from[node]) <= 1 and not self.graph.attacks_by[node]

    def _put_row(self, place: Place, parent: _Home) -> _Home:
        assert parent.box is not None  # noqa: S101 - `_is_row` saw to it
        parent.box.cards[parent.card].rows.append(self._card(place))
        return parent

    def _put_box(self, place: Place, parent: _Home) -> _Home:
        panel = parent.panel
        box = self._new_box(place, parent.card)
        if parent.box is None or panel is None:
            panel = self._panel(parent.part, self.section_of[place.index])
            panel.roots.append(box.number)
        elif self.columns is None or parent.box.column + 1 < self.columns:
            box.parent, box.column = parent.box.number, parent.box.column + 1
            parent.box.children.append(box.number)
        else:
            self._move(box, panel, parent.box, parent.card)
        if not box.is_group:
            box.cards.append(self._card(place))
        return _Home(box, -1 if box.is_group else 0, panel, parent.part)

    def _new_box(self, place: Place, port: int) -> Box:
        box = Box(
            number=len(self.boxes),
            place=place.index,
            sign=_SIGNS.get(place.slot, Sign.FOR),
            parent=None,
            port=port,
            column=0,
            is_group=isinstance(place.model, Premises),
            is_idle=self._is_idle(place),
        )
        self.boxes.append(box)
        return box

    def _move(self, box: Box, panel: Panel, parent: Box, port: int) -> None:
        card = parent.cards[max(port, 0)] if parent.cards else None
        if card is not None:
            card.continued.append(box.number)
            box.continues = card.node
        panel.moved.append(box.number)

    def _panel(self, part: Part, section: str | None) -> Panel:
        key = (len(self.parts) - 1, section)
        if key not in self._panels:
            self._panels[key] = Panel(section)
            part.panels.append(self._panels[key])
        return self._panels[key]

    def _card(self, place: Place) -> Card:
        if isinstance(place.model, Reference):
            return Card(place.index, self.graph.by_id.get(place.model.target), is_reference=True)
        elsewhere = place.index in self._shown_elsewhere
        return Card(place.index, self.node_at.get(place.index), is_reference=elsewhere)

    def _is_idle(self, place: Place) -> bool:
        reason = self.reason_at.get(place.index)
        if reason is not None:
            return self.evaluation.reasons[reason].status is not Status.STANDS
        node = self._card(place).node
        if node is None:
            return True
        model = self.graph.nodes[node].model
        conceded = isinstance(model, Counterpoint) and model.conceded is not None
        return conceded or self.evaluation.status(node) is not Status.STANDS

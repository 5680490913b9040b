"""A map's places to cards, boxes and panels, without recursion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.evaluate.types import Evaluation, Status
from argmap.model.map import ROOT, Place
from argmap.model.nodes import Counterpoint, Kind, Premises, Reference, Slot, Statement
from argmap.render.plan.breadth import move_box
from argmap.render.plan.types import MAX_COLUMNS, SIGNS, Box, Card, Panel, Part, Sign
from argmap.render.plan.view import Shown, View
from argmap.render.plan.way import sign_of

if TYPE_CHECKING:
    from argmap.graph.types import Graph


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
        self,
        graph: Graph,
        evaluation: Evaluation,
        view: View,
        columns: int | None = MAX_COLUMNS,
    ) -> None:
        """Look at a graph, what its nodes amount to, and what is shown of it.

        `columns` is how many a panel may have; None is for any number.
        """
        self.graph = graph
        self.evaluation = evaluation
        self.view = view
        self.columns = columns
        self.places = graph.map.places
        self.node_at = {node.place: node.index for node in graph.nodes}
        self.reason_at = {reason.place: reason.index for reason in graph.reasons}
        self.boxes: list[Box] = []
        self.parts: list[Part] = []
        self.section_of = view.sections
        self._homes: list[_Home | None] = []
        self._shown_elsewhere: set[int] = set()
        self._panels: dict[tuple[int, str | None], Panel] = {}

    def build(self) -> None:
        """Fill `parts` and `boxes`."""
        roots = frozenset(self.view.roots)
        for place in self.places:
            if place.index in roots:
                self._homes.append(self._put_root(place))
            elif self.view.shown[place.index] in {Shown.NAMED, Shown.DRAWN}:
                self._homes.append(self._put(place, self._homes[place.parent]))
            else:
                self._homes.append(None)

    def _put(self, place: Place, parent: _Home | None) -> _Home | None:
        if parent is None:
            return self._put_moved(place, self.parts[-1])
        if not self.view.is_drawn(place.index):
            self._put_name(place, parent)
            return None
        if self._opens_section(place, parent):
            self._put_name(place, parent)
            return self._put_moved(place, parent.part)
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

    def _put_name(self, place: Place, parent: _Home) -> None:
        """Leave a reference at the place of a node that is drawn in full elsewhere."""
        self._shown_elsewhere.add(place.index)
        self._put_below(place, parent)
        self._shown_elsewhere.discard(place.index)

    def _put_moved(self, place: Place, part: Part) -> _Home:
        """Draw a node in its own section, away from what it bears on."""
        panel = self._panel(part, self.section_of[place.index])
        box = self._new_box(place, 0)
        box.continues = self._statement_above(place)
        box.sign = sign_of(self.graph, place.index)
        panel.moved.append(box.number)
        box.cards.append(self._card(place))
        return _Home(box, 0, panel, part)

    def _statement_above(self, place: Place) -> int | None:
        at = place.parent
        while at != ROOT and at not in self.node_at:
            at = self.places[at].parent
        return self.node_at.get(at)

    def _put_root(self, place: Place) -> _Home:
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
            move_box(box, panel, parent.box)
        if not box.is_group:
            box.cards.append(self._card(place))
        return _Home(box, -1 if box.is_group else 0, panel, parent.part)

    def _new_box(self, place: Place, port: int) -> Box:
        box = Box(
            number=len(self.boxes),
            place=place.index,
            sign=SIGNS.get(place.slot, Sign.FOR),
            parent=None,
            port=port,
            column=0,
            is_group=isinstance(place.model, Premises),
            is_idle=self._is_idle(place),
            room=self.columns or MAX_COLUMNS,
        )
        self.boxes.append(box)
        return box

    def _panel(self, part: Part, section: str | None) -> Panel:
        key = (len(self.parts) - 1, section)
        if key not in self._panels:
            self._panels[key] = Panel(section)
            part.panels.append(self._panels[key])
        return self._panels[key]

    def _card(self, place: Place) -> Card:
        if isinstance(place.model, Reference):
            node, is_reference = self.graph.by_id.get(place.model.target), True
        else:
            node, is_reference = self.node_at.get(place.index), False
        is_name = place.index in self._shown_elsewhere
        hidden = None if is_name else self.view.hidden.get(place.index)
        return Card(place.index, node, is_reference or is_name, hidden=hidden)

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

"""A map as text for a terminal: hanging indents, signs, ids, statuses in words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from argmap.evaluate.types import Evaluation, Ground, Status
from argmap.model.nodes import Counterpoint, Kind, Premises, Reference, Slot, StatementNode
from argmap.render.measure.clean import clean, shorten
from argmap.render.outline_lines import Segment, Style, fill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.graph.types import Graph
    from argmap.model.map import Place

_STEP = 2
_REFERENCE_CHARACTERS = 60
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_UNICODE = {
    "for": "+",
    "against": "−",
    "undercut": "×",
    "jump": "→",
    "stands": "✓",
    "unsupported": "⚠",
    "defeated": "✗",
    "undecided": "?",
    "more": "…",
    "dot": "·",
}
_ASCII = {
    "for": "+",
    "against": "-",
    "undercut": "x",
    "jump": "->",
    "stands": "ok",
    "unsupported": "!",
    "defeated": "x",
    "undecided": "?",
    "more": "...",
    "dot": "-",
}
_STATUS_STYLES = {
    Status.STANDS: Style.STANDS,
    Status.UNSUPPORTED: Style.UNSUPPORTED,
    Status.DEFEATED: Style.DEFEATED,
    Status.UNDECIDED: Style.UNDECIDED,
}


class _Sign(StrEnum):
    THESIS = "thesis"
    FOR = "for"
    AGAINST = "against"
    UNDERCUT = "undercut"
    AND = "and"
    WARRANT = "given that"


_SIGNS = {
    Slot.THESIS: _Sign.THESIS,
    Slot.BECAUSE: _Sign.FOR,
    Slot.BUT: _Sign.AGAINST,
    Slot.UNLESS: _Sign.UNDERCUT,
    Slot.PREMISES: _Sign.AND,
    Slot.WARRANT: _Sign.WARRANT,
}
_SIGN_STYLES = {
    _Sign.FOR: Style.FOR,
    _Sign.AGAINST: Style.AGAINST,
    _Sign.UNDERCUT: Style.UNDERCUT,
}


@dataclass(frozen=True, slots=True)
class _Item:
    """Something still to be written: a place, or a remark about one."""

    depth: int
    place: int | None = None
    sign: _Sign = _Sign.FOR
    remark: str = ""


class _Outline:
    def __init__(
        self,
        graph: Graph,
        evaluation: Evaluation,
        width: int,
        depth: int | None,
        marks: dict[str, str],
    ) -> None:
        self.graph = graph
        self.evaluation = evaluation
        self.width = max(20, width)
        self.depth = depth
        self.marks = marks
        self.node_at = {node.place: node.index for node in graph.nodes}
        self.sizes = _count_below(graph)

    def lines(self) -> Iterator[list[Segment]]:
        """Yield every line, walking the map with a stack of its own."""
        yield from fill([Segment(clean(self.graph.map.header.title), Style.TITLE)], self.width, 0)
        stack = [_Item(0, place, _Sign.THESIS) for place in reversed(self.graph.map.thesis)]
        while stack:
            item = stack.pop()
            if item.place is None:
                yield from self._remark(item)
                continue
            if item.sign is _Sign.THESIS:
                yield []
            place = self.graph.map.places[item.place]
            if not isinstance(place.model, Premises):
                yield from self._statement(item, place)
            elif place.model.title is not None:
                yield from self._remark(_Item(item.depth, remark=f"{place.model.title}:"))
            stack.extend(reversed(list(self._below(item, place))))

    def _below(self, item: _Item, place: Place) -> Iterator[_Item]:
        depth = item.depth if isinstance(place.model, Premises) else item.depth + 1
        if self.depth is not None and depth > self.depth:
            if self.sizes[place.index]:
                words = f"{self.marks['more']} {self.sizes[place.index]} more below"
                yield _Item(depth, remark=words)
            return
        signs = iter([item.sign])
        children = sorted(child for found in place.children.values() for child in found)
        for child in children:
            sign = _SIGNS[self.graph.map.places[child].slot]
            yield _Item(depth, child, next(signs, sign) if sign is _Sign.AND else sign)
        if isinstance(place.model, Premises):
            for name, said in (("warrant", place.model.warrant), ("scheme", place.model.scheme)):
                if said is not None:
                    yield _Item(depth, remark=f"{name}: {said}")

    def _remark(self, item: _Item) -> Iterator[list[Segment]]:
        words = Segment(self._clean(item.remark), Style.MUTED)
        indent = self._indent(item.depth)
        yield from fill([words], self.width, indent + 2, first=indent)

    def _indent(self, depth: int) -> int:
        """Indent by depth, as far as half the width holds text."""
        return min(depth * _STEP, self.width // 2 - 4)

    def _clean(self, text: str) -> str:
        return _DIRECTIONS.sub("", clean(text))

    def _statement(self, item: _Item, place: Place) -> Iterator[list[Segment]]:
        sign = self.marks.get(item.sign.value, item.sign.value)
        if item.depth * _STEP > self._indent(item.depth):
            sign = f"{item.depth} {sign}"
        style = _SIGN_STYLES.get(item.sign, Style.MUTED)
        lead = Segment("Thesis:" if item.sign is _Sign.THESIS else sign, style)
        indent = self._indent(item.depth)
        hanging = indent + (2 if len(lead.text) == 1 else 4)
        words = [lead, *self._words(item, place)]
        yield from fill(words, self.width, hanging, first=indent)
        node = self.node_at.get(place.index)
        if node is not None:
            yield from self._details(self.graph.nodes[node].model, hanging)

    def _words(self, item: _Item, place: Place) -> Iterator[Segment]:
        if isinstance(place.model, Reference):
            yield from self._reference(place.model)
            return
        node = self.node_at.get(place.index)
        if node is None:
            return
        model = self.graph.nodes[node].model
        if model.title is not None:
            yield Segment(f"{self._clean(model.title)}.", Style.STRONG)
        yield Segment(self._clean(model.text), Style.TEXT)
        opposed = item.sign in {_Sign.AGAINST, _Sign.UNDERCUT}
        said = model.kind is Kind.CLAIM or (model.kind is Kind.COUNTERPOINT and opposed)
        notes = [
            *([] if said else [model.kind.value]),
            *([model.qualifier] if model.qualifier else []),
        ]
        if notes:
            yield Segment(f"({', '.join(self._clean(note) for note in notes)})", Style.MUTED)
        if model.id is not None:
            yield Segment(f"[{model.id}]", Style.ID)
        yield from self._status(node)

    def _reference(self, model: Reference) -> Iterator[Segment]:
        yield Segment(self.marks["jump"], Style.MUTED)
        yield Segment(f"[{model.target}]", Style.ID)
        node = self.graph.by_id.get(model.target)
        if node is None:
            yield Segment("no such node", Style.UNSUPPORTED)
            return
        text = shorten(self.graph.nodes[node].text, _REFERENCE_CHARACTERS)
        yield Segment(self._clean(text), Style.MUTED)
        yield from self._status(node)

    def _status(self, node: int) -> Iterator[Segment]:
        if node in self.graph.unsound:
            return
        verdict = self.evaluation.nodes[node]
        status = verdict.status
        if status is Status.STANDS:
            needs_support = self.graph.nodes[node].kind in {Kind.CLAIM, Kind.COUNTERPOINT}
            if needs_support:
                yield Segment(self.marks["stands"], Style.STANDS)
            return
        words = {Status.UNSUPPORTED: "no support"}.get(status, status.value)
        if verdict.ground is Ground.NO_CITATION:
            words = "no source"
        yield Segment(f"{self.marks[status.value]} {words}", _STATUS_STYLES[status])

    def _details(self, model: StatementNode, indent: int) -> Iterator[list[Segment]]:
        """Write voice, sources and concession, each in a line of its own."""
        said: list[str] = []
        if model.by is not None:
            said.append(f"says: {model.by}")
        cited = [
            citation.source
            + (f" ¶ {citation.at}" if citation.at else "")
            + (f", p. {citation.page}" if citation.page else "")
            for citation in model.cite
        ]
        if cited:
            said.append("; ".join(cited))
        if isinstance(model, Counterpoint) and model.conceded is not None:
            said.append(f"conceded: {model.conceded}")
        for text in said:
            words = self._clean(text)
            if self.marks is _ASCII:
                words = words.replace("¶ ", "par. ")
            yield from fill([Segment(words, Style.SOURCE)], self.width, indent, first=indent)


def _count_below(graph: Graph) -> list[int]:
    """Count the statements below each place."""
    places = graph.map.places
    sizes = [0] * len(places)
    for place in reversed(places):
        if place.parent >= 0:
            own = 0 if isinstance(place.model, Premises) else 1
            sizes[place.parent] += sizes[place.index] + own
    return sizes


def render_outline(
    graph: Graph,
    evaluation: Evaluation,
    *,
    width: int,
    ascii: bool = False,  # noqa: A002 - named as the option of the command line
    depth: int | None = None,
) -> list[list[Segment]]:
    """Write a map as lines of styled text.

    Args:
        graph: the argument.
        evaluation: what its nodes amount to.
        width: columns of the terminal; less than 20 counts as 20.
        ascii: our own signs in ASCII; the author's words stay as they are.
        depth: levels below the thesis that are shown; None for all.
    """
    marks = _ASCII if ascii else _UNICODE
    return list(_Outline(graph, evaluation, width, depth, marks).lines())

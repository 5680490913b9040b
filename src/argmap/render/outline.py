"""A map as text for a terminal: hanging indents, signs, ids, statuses in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.evaluate.types import Evaluation, Ground, Status
from argmap.model.map import ROOT
from argmap.model.nodes import Counterpoint, Kind, Premises, Reference, StatementNode
from argmap.render.measure.clean import clean, shorten
from argmap.render.options import DEFAULT, PictureOptions
from argmap.render.outline_lines import NO_NOTES, Notes, Segment, Style, fill
from argmap.render.outline_signs import ASCII, LEAD_STYLES, LEADS, STATUS_STYLES, UNICODE, Lead
from argmap.render.plan.build import label_nodes, list_uses
from argmap.render.plan.view import Shown, View, build_view
from argmap.render.plan.way import LINKED, relation, statements_above

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.graph.types import Graph
    from argmap.model.map import Place

_STEP = 2
_REFERENCE_CHARACTERS = 60


@dataclass(frozen=True, slots=True)
class _Item:
    """Something still to be written: a place, or a remark about one."""

    depth: int
    place: int | None = None
    sign: Lead = Lead.FOR
    remark: str = ""


class _Outline:
    def __init__(
        self,
        graph: Graph,
        evaluation: Evaluation,
        view: View,
        width: int,
        marks: dict[str, str],
        notes: Notes,
    ) -> None:
        self.graph = graph
        self.evaluation = evaluation
        self.view = view
        self.width = max(20, width)
        self.marks = marks
        self.notes = notes
        self.node_at = {node.place: node.index for node in graph.nodes}

    def lines(self, title: str) -> Iterator[list[Segment]]:
        """Yield every line, walking the map with a stack of its own."""
        yield from fill([Segment(clean(title), Style.TITLE)], self.width, 0)
        for words in self.notes.head:
            yield from fill([Segment(clean(words), Style.STRONG)], self.width, 2)
        if not self.view.is_whole:
            yield from self._remark(_Item(0, remark=self._share()))
        if self.view.focus is not None:
            yield from self._way_to(self.view.focus)
        entries = self._entries()
        for root in self.view.roots:
            yield []
            stack = [item for entry in reversed(entries[root]) for item in self._entry(entry)]
            stack.append(_Item(0, root, LEADS[self.graph.map.places[root].slot]))
            while stack:
                item = stack.pop()
                yield from self._item(item)
                stack.extend(reversed(list(self._below(item))))

    def _share(self) -> str:
        """Say how much of the map is shown."""
        shown = sum(self.view.is_drawn(node.place) for node in self.graph.nodes)
        words = f"{shown} of {len(self.graph.nodes)} statements"
        if self.view.section is None:
            return words
        return f"{f'section “{self.view.section}”' if self.view.section else 'no section'}, {words}"

    def _way_to(self, place: int) -> Iterator[list[Segment]]:
        """Write the statements above a place, and where it is used besides."""
        for above in statements_above(self.graph, place):
            node = self.graph.node_at[above]
            yield from fill(list(self._named(node)), self.width, 2)
        users = list_uses(self.graph).get(self.graph.node_at[place], ())
        if users:
            names = ", ".join(f"[{self.graph.name(user)}]" for user in users)
            yield from self._remark(_Item(0, remark=f"also used at {names}"))

    def _entries(self) -> dict[int, list[int]]:
        """List for each root where the section that is shown begins, save right below it."""
        found: dict[int, list[int]] = {root: [] for root in self.view.roots}
        root = ROOT
        for place in self.graph.map.places:
            if place.index in found:
                root = place.index
            elif self.view.is_drawn(place.index) and not self.view.is_drawn(place.parent):
                found[root].append(place.index)
        return found

    def _entry(self, place: int) -> Iterator[_Item]:
        """Say what a section begins with, after what it bears on; the last comes first."""
        slot = self.graph.map.places[place].slot
        yield _Item(1, place, Lead.FOR if slot in LINKED else LEADS[slot])
        words = relation(self.graph, place, self.graph.name)
        yield _Item(1, remark=f"{self.marks['jump']} {words}")

    def _item(self, item: _Item) -> Iterator[list[Segment]]:
        if item.place is None:
            yield from self._remark(item)
            return
        place = self.graph.map.places[item.place]
        if not isinstance(place.model, Premises):
            yield from self._statement(item, place)
        elif place.model.title is not None:
            yield from self._remark(_Item(item.depth, remark=f"{place.model.title}:"))

    def _below(self, item: _Item) -> Iterator[_Item]:
        if item.place is None or not self.view.is_drawn(item.place):
            return
        place = self.graph.map.places[item.place]
        depth = item.depth if isinstance(place.model, Premises) else item.depth + 1
        signs = iter([item.sign])
        children = sorted(child for found in place.children.values() for child in found)
        for child in children:
            if self.view.shown[child] in {Shown.NAMED, Shown.DRAWN}:
                sign = LEADS[self.graph.map.places[child].slot]
                yield _Item(depth, child, next(signs, sign) if sign is Lead.AND else sign)
        if place.index in self.view.hidden:
            words = f"{self.marks['more']} {self.view.hidden[place.index].words}"
            yield _Item(depth, remark=words)
        if isinstance(place.model, Premises):
            for name, said in (("warrant", place.model.warrant), ("scheme", place.model.scheme)):
                if said is not None:
                    yield _Item(depth, remark=f"{name}: {said}")

    def _remark(self, item: _Item) -> Iterator[list[Segment]]:
        words = Segment(clean(item.remark), Style.MUTED)
        indent = self._indent(item.depth)
        yield from fill([words], self.width, indent + 2, first=indent)

    def _indent(self, depth: int) -> int:
        """Indent by depth, as far as half the width holds text."""
        return min(depth * _STEP, self.width // 2 - 4)

    def _statement(self, item: _Item, place: Place) -> Iterator[list[Segment]]:
        sign = self.marks.get(item.sign.value, item.sign.value)
        if item.depth * _STEP > self._indent(item.depth):
            sign = f"{item.depth} {sign}"
        style = LEAD_STYLES.get(item.sign, Style.MUTED)
        lead = Segment("Thesis:" if item.sign is Lead.THESIS else sign, style)
        indent = self._indent(item.depth)
        hanging = indent + (2 if len(lead.text) == 1 else 4)
        words = [lead, *self._words(item, place)]
        yield from fill(words, self.width, hanging, first=indent)
        node = self.node_at.get(place.index)
        if node is not None and self.view.is_drawn(place.index):
            yield from self._details(self.graph.nodes[node].model, hanging)

    def _words(self, item: _Item, place: Place) -> Iterator[Segment]:
        if isinstance(place.model, Reference):
            yield from self._reference(place.model)
            return
        node = self.node_at.get(place.index)
        if node is None:
            return
        if not self.view.is_drawn(place.index):
            yield from self._named(node)
            return
        model = self.graph.nodes[node].model
        if model.title is not None:
            yield Segment(f"{clean(model.title)}.", Style.STRONG)
        yield Segment(clean(model.text), Style.TEXT)
        opposed = item.sign in {Lead.AGAINST, Lead.UNDERCUT}
        said = model.kind is Kind.CLAIM or (model.kind is Kind.COUNTERPOINT and opposed)
        notes = [
            *([] if said else [model.kind.value]),
            *([model.qualifier] if model.qualifier else []),
        ]
        if notes:
            yield Segment(f"({', '.join(clean(note) for note in notes)})", Style.MUTED)
        if model.id is not None:
            yield Segment(f"[{model.id}]", Style.ID)
        yield from self._status(node)

    def _reference(self, model: Reference) -> Iterator[Segment]:
        node = self.graph.by_id.get(model.target)
        if node is not None:
            yield from self._named(node)
            return
        yield Segment(self.marks["jump"], Style.MUTED)
        yield Segment(f"[{model.target}]", Style.ID)
        yield Segment("no such node", Style.UNSUPPORTED)

    def _named(self, node: int) -> Iterator[Segment]:
        """Name a statement that is told elsewhere, and how it begins."""
        yield Segment(self.marks["jump"], Style.MUTED)
        yield Segment(f"[{self.graph.name(node)}]", Style.ID)
        text = shorten(self.graph.nodes[node].text, _REFERENCE_CHARACTERS)
        yield Segment(clean(text), Style.MUTED)
        yield from self._status(node)

    def _status(self, node: int) -> Iterator[Segment]:
        if node in self.graph.unsound:
            return
        note = self.notes.nodes.get(node)
        if self.notes.has_statuses:
            yield from self._verdict(node, is_new=note is not None and note.style is Style.STRONG)
        if note is not None:
            yield note

    def _verdict(self, node: int, *, is_new: bool) -> Iterator[Segment]:
        verdict = self.evaluation.nodes[node]
        status = verdict.status
        if status is Status.STANDS:
            needs_support = self.graph.nodes[node].kind in {Kind.CLAIM, Kind.COUNTERPOINT}
            if needs_support or is_new:
                yield Segment(self.marks["stands"], Style.STANDS)
            return
        words = {Status.UNSUPPORTED: "no support"}.get(status, status.value)
        words = {Ground.NO_CITATION: "no source", Ground.LEFT_OUT: "left out"}.get(
            verdict.ground, words
        )
        yield Segment(f"{self.marks[status.value]} {words}", STATUS_STYLES[status])

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
            words = clean(text)
            if self.marks is ASCII:
                words = words.replace("¶ ", "par. ")
            yield from fill([Segment(words, Style.SOURCE)], self.width, indent, first=indent)


def render_outline(
    graph: Graph,
    evaluation: Evaluation,
    *,
    width: int,
    ascii: bool = False,  # noqa: A002 - named as the option of the command line
    options: PictureOptions = DEFAULT,
    notes: Notes = NO_NOTES,
) -> list[list[Segment]]:
    """Write a map as lines of styled text.

    Args:
        graph: the argument.
        evaluation: what its nodes amount to.
        width: columns of the terminal; less than 20 counts as 20.
        ascii: our own signs in ASCII; the author's words stay as they are.
        options: what is shown of the map.
        notes: what is said besides.
    """
    marks = ASCII if ascii else UNICODE
    view = build_view(graph, evaluation, options, lambda: label_nodes(graph, evaluation))
    title = graph.map.header.title if options.title is None else options.title
    return list(_Outline(graph, evaluation, view, width, marks, notes).lines(title))

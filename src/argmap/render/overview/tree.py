"""A plan cut down to what an overview shows: nodes, what they hang on, and sections."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from argmap.model.map import ROOT
from argmap.model.nodes import Reference, Slot
from argmap.render.plan.build import iter_cards
from argmap.render.plan.types import Sign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model.map import Place
    from argmap.render.plan.types import Panel, Plan

MOST_THESES = 12
"""Theses that are shown with their words; more are marks like all other nodes."""
_SIGNS = {Slot.BUT: Sign.AGAINST, Slot.UNLESS: Sign.UNDERCUT}


@dataclass(frozen=True, slots=True)
class Link:
    """A line that no tree has: a reference, or a node told in another section than its parent."""

    above: int
    """Node that is supported or attacked."""
    below: int
    """Node that does it, where it is told."""
    sign: Sign
    group: int | None = None
    """Place of the `premises` it is one of."""


@dataclass(slots=True)
class Section:
    """The nodes under one heading, in the author's order."""

    heading: str | None
    thesis: int | None
    """Thesis that they are about; None where they are about several, or about none."""
    nodes: list[int] = field(default_factory=list)
    roots: list[int] = field(default_factory=list)
    """Those that hang on no other node of the section."""


@dataclass(frozen=True)
class Shape:
    """A map as it is drawn in an overview."""

    theses: tuple[int, ...]
    """Those shown with their words."""
    sections: tuple[Section, ...]
    above: tuple[int | None, ...]
    """For each node the one it hangs on; None for a thesis."""
    below: tuple[tuple[int, ...], ...]
    """For each node those of its own section that hang on it."""
    signs: tuple[Sign, ...]
    """What each node does to the one above it."""
    groups: tuple[int | None, ...]
    """For each node the place of the `premises` it is one of."""
    links: tuple[Link, ...]
    jumps: tuple[int, ...] = ()
    """Nodes told elsewhere that have a label where they are used. Each is numbered after all
    nodes, and hangs on what it is used by like a node."""

    @property
    def numbers(self) -> range:
        """Numbers of the labels in `jumps`."""
        return range(len(self.above) - len(self.jumps), len(self.above))

    def jump(self, node: int) -> int | None:
        """Give the node that a label leads to; None for what is a node itself."""
        at = node - (len(self.above) - len(self.jumps))
        return self.jumps[at] if at >= 0 else None


def build_shape(plan: Plan) -> Shape:
    """Find out what hangs on what, and in which section it is told.

    Args:
        plan: the plan of the whole picture, which the labels come from.
    """
    above, signs, groups, references = _hang(plan)
    theses = _theses(plan)
    sections = _sections(plan, theses)
    home = {node: at for at, section in enumerate(sections) for node in section.nodes}
    below: list[list[int]] = [[] for _ in above]
    shown = {*home, *theses}
    links = [link for link in references if {link.above, link.below} <= shown]
    for node, parent in enumerate(above):
        if parent is not None and parent in home and home[parent] == home.get(node):
            below[parent].append(node)
        elif node in home:
            sections[home[node]].roots.append(node)
            if parent is not None and parent in home:
                links.append(Link(parent, node, signs[node], groups[node]))
    return Shape(
        theses=theses,
        sections=sections,
        above=tuple(above),
        below=tuple(map(tuple, below)),
        signs=tuple(signs),
        groups=tuple(groups),
        links=tuple(links),
    )


def with_jumps(shape: Shape) -> Shape:
    """Put labels in place of lines across the page, where what they lead to is used."""
    home = {node for section in shape.sections for node in section.nodes}
    jumps = [link for link in shape.links if link.above in home]
    below: list[list[int]] = [*map(list, shape.below), *([] for _ in jumps)]
    for number, link in enumerate(jumps, len(shape.above)):
        below[link.above].append(number)
    return replace(
        shape,
        above=(*shape.above, *(link.above for link in jumps)),
        below=tuple(map(tuple, below)),
        signs=(*shape.signs, *(link.sign for link in jumps)),
        groups=(*shape.groups, *(link.group for link in jumps)),
        links=tuple(link for link in shape.links if link.above not in home),
        jumps=tuple(link.below for link in jumps),
    )


def _hang(plan: Plan) -> tuple[list[int | None], list[Sign], list[int | None], list[Link]]:
    """Go through the places, parents first, and note what each node hangs on."""
    graph = plan.graph
    above: list[int | None] = [None] * len(graph.nodes)
    signs = [Sign.FOR] * len(graph.nodes)
    groups: list[int | None] = [None] * len(graph.nodes)
    links: list[Link] = []
    holders: list[tuple[int | None, Sign]] = []
    for place in graph.map.places:
        holder, sign = _holder(place, holders)
        node = graph.node_at.get(place.index)
        if node is not None:
            above[node], signs[node] = holder, sign
            groups[node] = _group(place)
            holder = node
        elif isinstance(place.model, Reference):
            target = graph.by_id.get(place.model.target)
            if target is not None and holder is not None:
                links.append(Link(holder, target, sign, _group(place)))
        holders.append((holder, sign))
    return above, signs, groups, links


def _group(place: Place) -> int | None:
    return place.parent if place.slot is Slot.PREMISES else None


def _holder(place: Place, holders: list[tuple[int | None, Sign]]) -> tuple[int | None, Sign]:
    """Give the node that a place hangs on and what it does to it; a premise as its group does."""
    if place.parent == ROOT:
        return None, Sign.FOR
    holder, sign = holders[place.parent]
    if place.slot in {Slot.PREMISES, Slot.WARRANT}:
        return holder, sign
    return holder, _SIGNS.get(place.slot, Sign.FOR)


def _theses(plan: Plan) -> tuple[int, ...]:
    found = [part.thesis.node for part in plan.parts if part.thesis is not None]
    theses = tuple(node for node in found if node is not None)
    return theses if len(theses) <= MOST_THESES else ()


def _sections(plan: Plan, theses: tuple[int, ...]) -> tuple[Section, ...]:
    """Take over the panels of the picture; where there are many theses, one for each heading."""
    sections: dict[tuple[int | None, str | None], Section] = {}
    several = len(theses) > 1
    for part in plan.parts:
        thesis = part.thesis.node if part.thesis is not None else None
        about = thesis if several and thesis in theses else None
        if thesis is not None and not theses:
            heading = plan.graph.nodes[thesis].section
            _section(sections, None, heading).nodes.append(thesis)
        for panel in part.panels:
            nodes = list(_nodes_of(plan, panel))
            if nodes:
                _section(sections, about, panel.heading).nodes.extend(nodes)
    for section in sections.values():
        section.nodes.sort()
    return tuple(sections.values())


def _section(
    sections: dict[tuple[int | None, str | None], Section], thesis: int | None, heading: str | None
) -> Section:
    return sections.setdefault((thesis, heading), Section(heading, thesis))


def _nodes_of(plan: Plan, panel: Panel) -> Iterator[int]:
    stack = [*panel.roots, *panel.moved]
    while stack:
        box = plan.boxes[stack.pop()]
        stack.extend(box.children)
        for card in iter_cards(box):
            if card.node is not None and not card.is_reference:
                yield card.node

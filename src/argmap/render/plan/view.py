"""Which places of a map are shown: all, or what is below a node, in a section, down to a level."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from argmap.diagnostics import ArgmapError
from argmap.evaluate.types import Evaluation, Status
from argmap.model.map import ROOT, Place
from argmap.model.nodes import Kind, Premises, Statement
from argmap.render.plan.names import find_node, find_section, sections_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from argmap.graph.types import Graph
    from argmap.render.options import PictureOptions


class Shown(IntEnum):
    """What becomes of a place."""

    OUTSIDE = 0
    """It is not below what is shown."""
    CUT = 1
    """It is deeper than is shown, and counted at the place above it."""
    OTHER = 2
    """It is in a section that is not shown."""
    NAMED = 3
    """It is in a section that is not shown, and named where it bears on one that is."""
    DRAWN = 4
    """It is shown in full."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """What is left out below a place."""

    statements: int = 0
    references: int = 0
    unsupported: int = 0
    """Statements without support."""

    @property
    def words(self) -> str:
        """Say it: `7 more below, 2 without support`."""
        parts = [f"{self.statements} more"] if self.statements else []
        if self.references:
            plural = "" if self.references == 1 else "s"
            parts.append(f"{self.references} reference{plural}")
        lacking = f", {self.unsupported} without support" if self.unsupported else ""
        return f"{' and '.join(parts)} below{lacking}"


@dataclass(frozen=True, slots=True)
class View:
    """What is shown of a map."""

    roots: tuple[int, ...]
    """Places that all the rest is below."""
    shown: Sequence[Shown]
    """What becomes of each place."""
    sections: Sequence[str | None]
    """Heading that each place stands under."""
    hidden: Mapping[int, Hidden]
    """What is left out below a place that is shown."""
    focus: int | None = None
    """Place asked for, where it is no thesis."""
    section: str | None = None
    """Section asked for, empty for what has none; None where all are shown."""
    is_whole: bool = True
    """Whether it is all of the map."""

    def is_drawn(self, place: int) -> bool:
        """Tell whether a place is shown in full."""
        return self.shown[place] is Shown.DRAWN


def build_view(
    graph: Graph,
    evaluation: Evaluation,
    options: PictureOptions,
    labels: Callable[[], Mapping[int, str]],
) -> View:
    """Find out what is shown.

    Args:
        graph: the argument.
        evaluation: what its nodes amount to.
        options: what is asked for.
        labels: gives the labels of the whole picture, where one may be meant.

    Raises:
        ArgmapError: for a node or a section that is not in the map.
    """
    roots, focus = graph.map.thesis, None
    if options.focus is not None:
        roots = (graph.nodes[find_node(graph, labels, options.focus)].place,)
        focus = roots[0] if graph.map.places[roots[0]].parent != ROOT else None
    section = None if options.section is None else find_section(graph, options.section)
    sections = sections_of(graph)
    walk = _Walk(graph.map.places, frozenset(roots), sections, section, options.depth)
    walk.run()
    if section is not None and not walk.has_any:
        raise ArgmapError(*_nothing_there(options, section))
    hidden = _count_hidden(graph, evaluation, walk)
    is_whole = options.focus is None and section is None and not hidden
    return View(roots, walk.shown, sections, hidden, focus, section, is_whole)


def _nothing_there(options: PictureOptions, section: str) -> tuple[str, str]:
    what = f"of section `{section}`" if section else "without a section"
    if options.focus is None:
        return f"there is nothing {what} in the map", "give the name of a section"
    return f"there is nothing {what} below `{options.focus}`", "leave out `focus` or `section`"


class _Walk:
    """Goes through a map from the top, each place after what it stands under."""

    def __init__(
        self,
        places: tuple[Place, ...],
        roots: frozenset[int],
        sections: list[str | None],
        section: str | None,
        depth: int | None,
    ) -> None:
        self.places = places
        self.roots = roots
        self.sections = sections
        self.section = section
        self.depth = depth
        self.shown: list[Shown] = []
        self.owners: list[int] = []
        """For each place the nearest one shown in full, itself or above."""
        self.has_any = False
        """Whether anything is in the section asked for."""
        self._levels: list[int] = []

    def run(self) -> None:
        for place in self.places:
            self._levels.append(self._level(place))
            shown = self._shown(place)
            self.shown.append(shown)
            self.owners.append(place.index if shown is Shown.DRAWN else self._owner(place))

    def _owner(self, place: Place) -> int:
        return ROOT if place.parent == ROOT else self.owners[place.parent]

    def _level(self, place: Place) -> int:
        """Count levels: premises stand on that of their group, a section begins on the first."""
        if place.index in self.roots or place.parent == ROOT:
            return 0
        if self._is_entry(place):
            return 1
        above = self._levels[place.parent]
        return above if isinstance(self.places[place.parent].model, Premises) else above + 1

    def _is_entry(self, place: Place) -> bool:
        return self.shown[place.parent] in {Shown.OTHER, Shown.NAMED} and self._is_asked(place)

    def _is_asked(self, place: Place) -> bool:
        return self.section is None or (self.sections[place.index] or "") == self.section

    def _shown(self, place: Place) -> Shown:
        if place.index in self.roots:
            self.has_any = self.has_any or self._is_asked(place)
            return Shown.DRAWN
        if place.parent == ROOT:
            return Shown.OUTSIDE
        above = self.shown[place.parent]
        if above in {Shown.OUTSIDE, Shown.CUT}:
            return above
        is_asked = self._is_asked(place)
        self.has_any = self.has_any or is_asked
        if not is_asked and (above is not Shown.DRAWN or place.parent in self.roots):
            return Shown.OTHER
        if self.depth is not None and self._levels[-1] > self.depth:
            return Shown.CUT
        return Shown.DRAWN if is_asked else Shown.NAMED


def _count_hidden(graph: Graph, evaluation: Evaluation, walk: _Walk) -> dict[int, Hidden]:
    counts: dict[int, list[int]] = {}
    for place, shown, owner in zip(walk.places, walk.shown, walk.owners, strict=True):
        if shown is not Shown.CUT or place.kind is Kind.PREMISES:
            continue
        found = counts.setdefault(owner, [0, 0, 0])
        if not isinstance(place.model, Statement):
            found[1] += 1
            continue
        node = graph.node_at[place.index]
        found[0] += 1
        is_judged = node not in graph.unsound
        found[2] += is_judged and evaluation.status(node) is Status.UNSUPPORTED
    return {owner: Hidden(*found) for owner, found in counts.items()}

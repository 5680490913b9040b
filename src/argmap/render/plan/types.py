"""Cards, boxes and panels: a map cut up for drawing."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.model.nodes import Slot

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.evaluate.types import Evaluation
    from argmap.graph.types import Graph, GraphNode
    from argmap.render.axes import Axes
    from argmap.render.plan.highlight import Highlight
    from argmap.render.plan.view import Hidden, View


MAX_COLUMNS = 6
"""Columns of a panel; what is deeper goes on below, so that text stays readable at page width."""


class Sign(StrEnum):
    """What a box does to the one it hangs on."""

    FOR = "for"
    AGAINST = "against"
    UNDERCUT = "undercut"


SIGN_WORDS = {
    Sign.FOR: "supports",
    Sign.AGAINST: "speaks against",
    Sign.UNDERCUT: "speaks against the step to",
}
SIGNS = {Slot.BUT: Sign.AGAINST, Slot.UNLESS: Sign.UNDERCUT}
"""What stands in a list does to what the list belongs to; elsewhere it is for it."""


@dataclass(slots=True)
class Card:
    """A statement where it is defined, or the place of one that is defined elsewhere."""

    place: int
    """Place in `ArgumentMap.places`."""
    node: int | None
    """The node shown; None where a reference leads nowhere."""
    is_reference: bool
    rows: list[Card] = field(default_factory=list)
    """Evidence and references shown inside the card, as its support."""
    is_warrant: bool = False
    continued: list[int] = field(default_factory=list)
    """Boxes that belong under this card and are drawn elsewhere."""
    hidden: Hidden | None = None
    """What is left out below it."""


@dataclass(slots=True)
class Box:
    """What Graphviz places: a card, or linked premises together."""

    number: int
    place: int
    sign: Sign
    parent: int | None
    """Box it hangs on; None for a root of a panel."""
    port: int
    """Card of the parent that the line ends at; -1 for the parent's step as a whole."""
    column: int
    is_group: bool
    is_idle: bool
    """Whether it counts for nothing now: it does not stand, or is conceded."""
    cards: list[Card] = field(default_factory=list)
    children: list[int] = field(default_factory=list)
    continues: int | None = None
    """Node whose support or attack goes on here, for a box moved away from it."""
    room: int = MAX_COLUMNS
    """Columns that a panel may have."""
    is_dim: bool = False
    """Whether its line to the parent is muted, for something else to stand out."""


@dataclass(slots=True)
class Panel:
    """One section under one thesis."""

    heading: str | None
    roots: list[int] = field(default_factory=list)
    """Boxes that hang on the thesis."""
    moved: list[int] = field(default_factory=list)
    """Boxes that go on from a card elsewhere."""


@dataclass(slots=True)
class Part:
    """One thesis and what is under it."""

    thesis: Card | None
    """None where what stands at the root is no statement."""
    panels: list[Panel] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding shown at a node or a step."""

    code: str
    severity: str
    accepted: bool


@dataclass(frozen=True)
class Plan:
    """All that is drawn, and in what order."""

    graph: Graph
    evaluation: Evaluation
    parts: tuple[Part, ...]
    boxes: tuple[Box, ...]
    labels: Mapping[int, str]
    """Short name of each node in the picture: `A7`."""
    uses: Mapping[int, tuple[int, ...]]
    """For each node referred to, the nodes it is used at besides its definition."""
    reasons: Mapping[int, int]
    """Reason of each place under `because`."""
    marks: Mapping[int, tuple[Mark, ...]]
    """Findings by place."""
    view: View
    """Which places are drawn."""
    axes: Axes
    """Where reasons stand, seen from what they support."""
    highlight: Highlight | None = None
    """What stands out from the rest; None where nothing does."""
    strengths: tuple[str, ...] | None = None
    """How strong each node is, in words; None where that is not shown."""

    @cached_property
    def nodes(self) -> tuple[GraphNode, ...]:
        """The nodes that are drawn, in document order."""
        return tuple(node for node in self.graph.nodes if self.view.is_drawn(node.place))

    def label(self, node: int) -> str:
        """Give the short name of a node in the picture."""
        return self.labels.get(node, "?")

    def is_drawn(self, node: int) -> bool:
        """Tell whether a node is drawn in full."""
        return self.view.is_drawn(self.graph.nodes[node].place)

"""Statuses and the reasons for them."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Status(StrEnum):
    """What an argument amounts to at a node, under the grounded labelling."""

    STANDS = "stands"
    """Evidence reaches it and nothing that stands speaks against it."""
    UNSUPPORTED = "unsupported"
    """No evidence reaches it, even with every attack left out."""
    DEFEATED = "defeated"
    """Something that stands speaks against it, or against all its support."""
    UNDECIDED = "undecided"
    """Caught in a cycle."""


class Ground(StrEnum):
    """Why a node or a reason has its status."""

    ITSELF = "itself"
    """Evidence with a citation, or an assumption: nothing is needed under it."""
    REASON = "reason"
    """The reason `by` stands."""
    PREMISES = "premises"
    """All premises stand."""
    REBUTTED = "rebutted"
    """The attack `by` comes from a node that stands."""
    UNDERCUT = "undercut"
    """The attack `by` on the step comes from a node that stands."""
    PREMISE = "premise"
    """The premise `by` does not stand."""
    SUPPORT_LOST = "support-lost"
    """Every reason for it is defeated."""
    NO_REASON = "no-reason"
    """No reason is given."""
    NO_CITATION = "no-citation"
    """Evidence that cites nothing."""
    UNGROUNDED = "ungrounded"
    """It has reasons, and none reaches evidence."""
    CYCLE = "cycle"
    """It depends on itself through attacks."""
    SUPPOSED = "supposed"
    """It was asked what would be if it had this status."""
    LEFT_OUT = "left-out"
    """It was asked what would be without it."""
    LABELLINGS = "labellings"
    """The labellings of another semantics, taken together, say so."""


class Verdict(NamedTuple):
    """A status and what decided it."""

    status: Status
    ground: Ground
    by: int | None = None
    """Reason, attack or premise node that decided it, as `ground` says."""


class Supposition(NamedTuple):
    """What is otherwise than in the map: `what if`."""

    without: frozenset[int] = frozenset()
    """Nodes that are taken as not written at all."""
    stands: frozenset[int] = frozenset()
    """Nodes that are taken to stand, whatever speaks against them."""
    defeated: frozenset[int] = frozenset()
    """Nodes that are taken to be defeated, whatever supports them."""


AS_WRITTEN = Supposition()
"""The map as it is."""


class Evaluation(NamedTuple):
    """Verdicts of the grounded labelling, by node and by reason number."""

    nodes: tuple[Verdict, ...]
    reasons: tuple[Verdict, ...]

    def status(self, node: int) -> Status:
        """Give the status of a node."""
        return self.nodes[node].status

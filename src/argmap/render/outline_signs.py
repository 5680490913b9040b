"""Signs of an outline, and how they look."""

from __future__ import annotations

from enum import StrEnum

from argmap.evaluate.types import Status
from argmap.model.nodes import Slot
from argmap.render.outline_lines import Style

UNICODE = {
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
ASCII = {
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
STATUS_STYLES = {
    Status.STANDS: Style.STANDS,
    Status.UNSUPPORTED: Style.UNSUPPORTED,
    Status.DEFEATED: Style.DEFEATED,
    Status.UNDECIDED: Style.UNDECIDED,
}


class Lead(StrEnum):
    """What stands before a statement: what it does to the one above it."""

    THESIS = "thesis"
    FOR = "for"
    AGAINST = "against"
    UNDERCUT = "undercut"
    AND = "and"
    WARRANT = "given that"


LEADS = {
    Slot.THESIS: Lead.THESIS,
    Slot.BECAUSE: Lead.FOR,
    Slot.BUT: Lead.AGAINST,
    Slot.UNLESS: Lead.UNDERCUT,
    Slot.PREMISES: Lead.AND,
    Slot.WARRANT: Lead.WARRANT,
}
LEAD_STYLES = {
    Lead.FOR: Style.FOR,
    Lead.AGAINST: Style.AGAINST,
    Lead.UNDERCUT: Style.UNDERCUT,
}

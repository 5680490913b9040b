"""What rules find, and what a map accepts of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argmap.diagnostics import Fix, Related, Span


class Finding(NamedTuple):
    """What a rule yields; the runner adds code, name, severity and file."""

    span: Span
    message: str
    help: str | None = None
    node: str | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None


class Acceptance(NamedTuple):
    """A rule that a node, a group or a reference names under `accept`."""

    code: str
    """What is written there, which may be no rule's code."""
    reason: str | None
    """None where none is given: then nothing is accepted."""
    span: Span
    """The code."""
    place: int
    """Where it is written."""
    node: str
    """Id or address of where it is written."""
    is_unused: bool
    """Whether the rule was applied and found nothing there."""

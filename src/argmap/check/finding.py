"""What rules find."""

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

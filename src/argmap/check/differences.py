"""How a quotation differs from its source, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.source.nearness import Change

_MOST = 3
"""So many differences are told; more would not be read."""
_LONGEST = 40
"""So many characters of one difference are shown."""


def tell_changes(changes: Sequence[Change]) -> str:
    """Say how a quotation differs; nothing where no word does.

    >>> from argmap.source.nearness import Change
    >>> tell_changes([Change("not", "", "did"), Change("may", "must", "it")])
    'leaves out `not` behind `did`, has `must` for `may`'
    """
    told = [_tell(change) for change in changes[:_MOST]]
    return ", ".join(told) + (" and more" if len(changes) > _MOST else "")


def _tell(change: Change) -> str:
    behind = f" behind `{_cut(change.before)}`" if change.before else " at its beginning"
    if not change.quote:
        return f"leaves out `{_cut(change.source)}`{behind}"
    if not change.source:
        return f"puts in `{_cut(change.quote)}`{behind}"
    return f"has `{_cut(change.quote)}` for `{_cut(change.source)}`"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"

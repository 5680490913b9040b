"""Fixes that rules give: what several need, and when none can be trusted."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.diagnostics import Fix
from argmap.source.removal import Removals
from argmap.source.tree import find_shared

if TYPE_CHECKING:
    from argmap.diagnostics import Edit, Span
    from argmap.model.map import ArgumentMap
    from argmap.source.tree import Mapping

_UNCERTAIN = frozenset({"AM001", "AM007", "AM010"})
"""With one of these in a file, its YAML may not be what its author meant: nothing is edited."""
_REPEATED_KEY = "AM002"
"""Of a key that is given twice one value is not read: it goes first."""


class Mending:
    """Makes the fixes of one map."""

    def __init__(self, source: ArgumentMap, met: frozenset[str]) -> None:
        """Keep the map and the codes of what was met while its file was read."""
        self._map = source
        self._met = met
        self._removals = Removals(source.text)

    def taking_out(
        self, message: str, holder: Mapping, *path: str | int, is_safe: bool
    ) -> Fix | None:
        """Take a key or an item out; None where that is not certain to leave the rest as it is.

        Args:
            message: what is done, in the imperative.
            holder: where the path begins.
            path: keys and numbers of items; the last step is what goes.
            is_safe: whether the argument stays what it is.
        """
        edits = self._removals.find(holder, *path)
        return None if edits is None else Fix(message, edits, is_safe)

    def trusted(self, code: str, fix: Fix) -> Fix | None:
        """Give a fix of a rule, or none where it might do what nobody wants.

        That is in a file that is not read as it is written, and where an alias lets the same
        YAML stand in two places.
        """
        is_unread = _REPEATED_KEY in self._met and code != _REPEATED_KEY
        if is_unread or not self._met.isdisjoint(_UNCERTAIN):
            return None
        return None if any(map(self._is_shared, fix.edits)) else fix

    @cached_property
    def _shared(self) -> list[tuple[int, int]]:
        has_anchor = "&" in self._map.text.content
        return find_shared(self._map.root) if has_anchor else []

    def _is_shared(self, edit: Edit) -> bool:
        start, end = self._offsets(edit.span)
        before = bisect_left(self._shared, (max(end, start + 1), 0))
        return before > 0 and self._shared[before - 1][1] > start

    def _offsets(self, span: Span) -> tuple[int, int]:
        text = self._map.text
        return text.offset(span.line, span.column), text.offset(span.end_line, span.end_column)

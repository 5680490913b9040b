"""What a map accepts: `accept` under a node, and whether the finding is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.source.tree import Mapping

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.check.facts import Facts
    from argmap.diagnostics import Span


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


class _Entry(NamedTuple):
    place: int
    code: str
    reason: str | None
    span: Span


class Acceptances:
    """Says which findings a map accepts, and keeps which of its acceptances were met."""

    def __init__(self, facts: Facts) -> None:
        """Read what each node, group and reference accepts."""
        self._facts = facts
        self._entries = list(_read(facts))
        self._reasons = {(entry.place, entry.code): entry.reason for entry in self._entries}
        self._places: dict[str, int] = {}
        for entry in self._entries:
            self._places.setdefault(facts.map.name(entry.place), entry.place)
        self._met: set[tuple[int, str]] = set()

    def reason(self, code: str, node: str | None) -> str | None:
        """Give the reason why a finding is accepted, and note that it is there.

        Args:
            code: of the finding.
            node: id or address of what the finding is about.
        """
        place = self._places.get(node) if node else None
        if place is None:
            return None
        self._met.add((place, code))
        return self._reasons.get((place, code))

    def judge(self, codes: Iterable[str]) -> tuple[Acceptance, ...]:
        """Give each acceptance with whether its finding is missing.

        Args:
            codes: of the rules that were applied; nothing is said of the findings of others.
        """
        applied = frozenset(codes)
        return tuple(
            Acceptance(
                entry.code,
                entry.reason,
                entry.span,
                entry.place,
                self._facts.map.name(entry.place),
                is_unused=entry.code in applied
                and (entry.place, entry.code) not in self._met
                and self._is_judged(entry.place),
            )
            for entry in self._entries
        )

    def _is_judged(self, place: int) -> bool:
        """Tell whether no error in the map may have silenced a finding there."""
        from argmap.check.structure import owner

        facts = self._facts
        if not facts.map.is_whole or not facts.map.places[place].is_sound:
            return False
        above = owner(facts.map, facts.map.places[place])
        nearest = place if place in facts.graph.node_at or above is None else above
        return facts.graph.node_at.get(nearest) not in facts.doubtful


def _read(facts: Facts) -> Iterator[_Entry]:
    for place in facts.map.places:
        written = place.value.get("accept")
        if place.model.accept and isinstance(written, Mapping):
            for code, reason in place.model.accept.items():
                span = facts.map.span_of(written.entries[code][0])
                yield _Entry(place.index, code, (reason or "").strip() or None, span)

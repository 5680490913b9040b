"""What a map's `expect` block asserts of its nodes."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from argmap.model.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TOLERANCE = 0.005
"""A strength may differ by so much: it is written with two decimals."""


class Gradual(StrEnum):
    """The gradual semantics that strengths may be computed by."""

    DF_QUAD = "df-quad"
    QUADRATIC_ENERGY = "quadratic-energy"
    EULER = "euler"
    H_CATEGORIZER = "h-categorizer"


class Statuses(Record):
    """Ids or addresses of nodes by the status they must have.

    An empty tuple asserts that no node has the status; None asserts nothing.
    """

    __slots__ = ("defeated", "stands", "undecided", "unsupported")

    def __init__(
        self,
        stands: tuple[str, ...] | None = None,
        defeated: tuple[str, ...] | None = None,
        undecided: tuple[str, ...] | None = None,
        unsupported: tuple[str, ...] | None = None,
    ) -> None:
        """Keep the names."""
        self.stands: Final = stands
        self.defeated: Final = defeated
        self.undecided: Final = undecided
        self.unsupported: Final = unsupported


class Modes(Record):
    """Statuses under a semantics with several labellings."""

    __slots__ = ("credulous", "skeptical")

    def __init__(
        self, skeptical: Statuses | None = None, credulous: Statuses | None = None
    ) -> None:
        """Keep what every labelling must say, and what some labelling must say."""
        self.skeptical: Final = skeptical
        self.credulous: Final = credulous


class ExpectedStrength(Record):
    """How strong a node must be."""

    __slots__ = ("at", "by", "within")

    def __init__(self, at: float, within: float = TOLERANCE, by: Gradual = Gradual.DF_QUAD) -> None:
        """Keep the strength, in [0, 1], by how much it may differ, and the semantics."""
        self.at: Final = at
        self.within: Final = within
        self.by: Final = by


class Expectation(Statuses):
    """What `argmap test` asserts: statuses of nodes, under other semantics too, and strengths."""

    __slots__ = ("complete", "preferred", "semi_stable", "stable", "strength")

    def __init__(
        self,
        stands: tuple[str, ...] | None = None,
        defeated: tuple[str, ...] | None = None,
        undecided: tuple[str, ...] | None = None,
        unsupported: tuple[str, ...] | None = None,
        *,
        complete: Modes | None = None,
        preferred: Modes | None = None,
        stable: Modes | None = None,
        semi_stable: Modes | None = None,
        strength: Mapping[str, ExpectedStrength] | None = None,
    ) -> None:
        """Keep what is asserted; `strength` by the id or address of a node."""
        super().__init__(stands, defeated, undecided, unsupported)
        self.complete: Final = complete
        self.preferred: Final = preferred
        self.stable: Final = stable
        self.semi_stable: Final = semi_stable
        self.strength: Final[Mapping[str, ExpectedStrength]] = strength or {}

    def blocks(self) -> Iterator[tuple[tuple[str, ...], Statuses]]:
        """Give what is asserted of statuses, with the keys it stands under.

        Nothing for the usual semantics, `("preferred", "skeptical")` for another.
        """
        yield (), self
        for semantics in _SEMANTICS:
            modes: Modes | None = getattr(self, semantics.replace("-", "_"))
            for mode in MODE_KEYS:
                block = getattr(modes, mode, None)
                if block is not None:
                    yield (semantics, mode), block

    def names(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Give each name of a node, with the way that leads to it from `expect`."""
        for way, block in self.blocks():
            for status in STATUS_KEYS:
                for number, name in enumerate(getattr(block, status) or ()):
                    yield (*way, status, number), name
        for name in self.strength:
            yield ("strength", name), name


_SEMANTICS = ("complete", "preferred", "stable", "semi-stable")
STATUS_KEYS = ("stands", "defeated", "undecided", "unsupported")
MODE_KEYS = ("skeptical", "credulous")
STRENGTH_KEYS = ("at", "within", "by")
EXPECT_KEYS = (*STATUS_KEYS, *_SEMANTICS, "strength")
"""What may stand in each mapping of an `expect` block."""

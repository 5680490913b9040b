"""What a map's `expect` block asserts of its nodes."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from argmap.model.fields import Frozen, Words, as_list

if TYPE_CHECKING:
    from collections.abc import Iterator

TOLERANCE = 0.005
"""A strength may differ by so much: it is written with two decimals."""

Addresses = Annotated[
    tuple[Words, ...], BeforeValidator(as_list, json_schema_input_type=str | list[str] | None)
]
Fraction = Annotated[float, Field(ge=0, le=1)]


class Gradual(StrEnum):
    """The gradual semantics that strengths may be computed by."""

    DF_QUAD = "df-quad"
    QUADRATIC_ENERGY = "quadratic-energy"
    EULER = "euler"
    H_CATEGORIZER = "h-categorizer"


class Statuses(Frozen):
    """Ids or addresses of nodes by the status they must have.

    An empty list asserts that no node has the status; None asserts nothing.
    """

    stands: Addresses | None = None
    defeated: Addresses | None = None
    undecided: Addresses | None = None
    unsupported: Addresses | None = None


class Modes(Frozen):
    """Statuses under a semantics with several labellings."""

    skeptical: Statuses | None = None
    """What every labelling must say."""
    credulous: Statuses | None = None
    """What some labelling must say."""


class ExpectedStrength(Frozen):
    """How strong a node must be; a bare number is the strength itself."""

    at: Fraction
    """The strength, in [0, 1]."""
    within: Fraction = TOLERANCE
    """By how much it may differ, in [0, 1]."""
    by: Gradual = Gradual.DF_QUAD
    """The gradual semantics that it is computed by."""

    @model_validator(mode="before")
    @classmethod
    def _read_number(cls, value: Any) -> Any:
        if isinstance(value, dict):
            return value
        try:
            strength = float(value)
        except (TypeError, ValueError):
            strength = -1.0
        if not 0 <= strength <= 1:
            raise PydanticCustomError("strength", "no strength")
        return {"at": strength}


class Expectation(Statuses):
    """What `argmap test` asserts: statuses of nodes, under other semantics too, and strengths."""

    model_config = ConfigDict(validate_by_name=False, validate_by_alias=True)

    complete: Modes | None = None
    preferred: Modes | None = None
    stable: Modes | None = None
    semi_stable: Modes | None = Field(None, alias="semi-stable")
    strength: Annotated[
        dict[str, ExpectedStrength],
        BeforeValidator(
            lambda value: value or {},
            json_schema_input_type=dict[str, Fraction | ExpectedStrength] | None,
        ),
    ] = Field(default_factory=dict)
    """Id or address of a node to how strong it must be."""

    def blocks(self) -> Iterator[tuple[tuple[str, ...], Statuses]]:
        """Give what is asserted of statuses, with the keys it stands under.

        Nothing for the usual semantics, `("preferred", "skeptical")` for another.
        """
        yield (), self
        for semantics in _SEMANTICS:
            modes: Modes | None = getattr(self, semantics.replace("-", "_"))
            for mode in Modes.model_fields:
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
STATUS_KEYS = tuple(Statuses.model_fields)
MODE_KEYS = tuple(Modes.model_fields)
STRENGTH_KEYS = tuple(ExpectedStrength.model_fields)
EXPECT_KEYS = (*STATUS_KEYS, *_SEMANTICS, "strength")
"""What may stand in each mapping of an `expect` block."""

"""How a map's `expect` block is validated."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from argmap.model import expectation as values
from argmap.model.expectation import TOLERANCE, Gradual
from argmap.model.fields import Words, as_list
from argmap.model.validation.base import Validated

Addresses = Annotated[
    tuple[Words, ...], BeforeValidator(as_list, json_schema_input_type=str | list[str] | None)
]
Fraction = Annotated[float, Field(ge=0, le=1)]


class Statuses(Validated):
    """Ids or addresses of nodes by the status they must have.

    An empty list asserts that no node has the status; None asserts nothing.
    """

    plain = values.Statuses
    stands: Addresses | None = None
    defeated: Addresses | None = None
    undecided: Addresses | None = None
    unsupported: Addresses | None = None


class Modes(Validated):
    """Statuses under a semantics with several labellings."""

    plain = values.Modes
    skeptical: Statuses | None = None
    """What every labelling must say."""
    credulous: Statuses | None = None
    """What some labelling must say."""


class ExpectedStrength(Validated):
    """How strong a node must be; a bare number is the strength itself."""

    plain = values.ExpectedStrength
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

    plain = values.Expectation
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

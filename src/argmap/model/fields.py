"""The base of all models and the values that many fields hold."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, StringConstraints

SLUG = r"^[\w.\-]+$"
"""What an id, or the name of a source, is made of."""

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Slug = Annotated[str, StringConstraints(pattern=SLUG)]


class Frozen(BaseModel):
    """Base of all models: immutable, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, defer_build=True)


def as_list(value: Any) -> Any:
    """Take one value for a list of one, and nothing for a list of none."""
    return value if isinstance(value, list | tuple) else [] if value is None else [value]

"""Where in a source a node is found."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from argmap.model.fields import Frozen, Slug, Words, as_list

_LOCATOR = re.compile(r"(?P<first>[0-9]{1,9})(?:-(?P<last>[0-9]{1,9}))?")
_SHORT_CITATION = re.compile(r"(?P<source>[\w.\-]+)(?::(?P<at>[^:]+))?")


class Locator(Frozen):
    """Paragraphs of a source, counted from 1, both ends included."""

    first: Annotated[int, Field(ge=1)]
    last: Annotated[int, Field(ge=1)]

    def __str__(self) -> str:
        """Write the locator as the format does: `4` or `4-6`."""
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


def _read_locator(value: Any) -> Any:
    if isinstance(value, Locator):
        return value
    match = _LOCATOR.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        raise PydanticCustomError("locator", "not a paragraph", {"found": value})
    first, last = int(match["first"]), int(match["last"] or match["first"])
    if not 1 <= first <= last:
        raise PydanticCustomError("locator", "not a paragraph", {"found": value})
    return Locator(first=first, last=last)


def _is_spaced_out(entry: tuple[str, Any]) -> bool:
    """Tell a short form with a space in it (`[essay: 4]`) from a mapping."""
    name, at = entry
    is_place = isinstance(at, str) and _LOCATOR.fullmatch(at.strip()) is not None
    return is_place and name not in Citation.model_fields


class Citation(Frozen):
    """Where in a source a node is found: `essay:4`, or a mapping with a quotation."""

    source: Slug
    """Key of the source in the map's `sources`."""
    at: Annotated[Locator, BeforeValidator(_read_locator, json_schema_input_type=str)] | None = None
    """The paragraphs; None for the source as a whole."""
    quote: Words | None = None
    page: Words | None = None
    note: Words | None = None

    @model_validator(mode="before")
    @classmethod
    def _read_short_form(cls, value: Any) -> Any:
        if isinstance(value, dict) and len(value) == 1 and _is_spaced_out(*value.items()):
            raise PydanticCustomError("citation", "not a citation", {"found": value})
        if not isinstance(value, str):
            return value
        match = _SHORT_CITATION.fullmatch(value.strip())
        if match is None:
            raise PydanticCustomError("citation", "not a citation", {"found": value})
        locator = match["at"]
        return {"source": match["source"]} | ({"at": locator} if locator else {})


Citations = Annotated[
    tuple[Citation, ...],
    BeforeValidator(as_list, json_schema_input_type=str | Citation | list[str | Citation] | None),
]

"""How places in sources are validated."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from argmap.model import citation as values
from argmap.model.citation import LOCATOR
from argmap.model.fields import Slug, Words, as_list
from argmap.model.validation.base import Validated

_SHORT_CITATION = re.compile(r"(?P<source>[\w.\-]+)(?::(?P<at>[^:]+))?")


class Locator(Validated):
    """Paragraphs of a source, counted from 1, both ends included."""

    plain = values.Locator
    first: Annotated[int, Field(ge=1)]
    last: Annotated[int, Field(ge=1)]


def _read_locator(value: Any) -> Any:
    if isinstance(value, Locator):
        return value
    match = LOCATOR.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        raise PydanticCustomError("locator", "not a paragraph", {"found": value})
    first, last = int(match["first"]), int(match["last"] or match["first"])
    if not 1 <= first <= last:
        raise PydanticCustomError("locator", "not a paragraph", {"found": value})
    return Locator(first=first, last=last)


def _is_spaced_out(entry: tuple[str, Any]) -> bool:
    """Tell a short form with a space in it (`[essay: 4]`) from a mapping."""
    name, at = entry
    is_place = isinstance(at, str) and LOCATOR.fullmatch(at.strip()) is not None
    return is_place and name not in Citation.model_fields


class Citation(Validated):
    """Where in a source a node is found: `essay:4`, or a mapping with a quotation."""

    plain = values.Citation
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

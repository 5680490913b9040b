"""JSON Schema of the file format, for editors that check YAML while it is typed."""

from __future__ import annotations

from typing import Any

from argmap.model.fields import SLUG
from argmap.model.nodes import CHILD_SLOTS, Kind, Slot
from argmap.model.validation.nodes import MODELS, Header

SCHEMA_ID = "https://json-schema.org/draft/2020-12/schema"
_NUMERIC_TEXT = {"type": ["string", "number", "boolean", "null"]}
"""An editor's YAML reader makes numbers and booleans of what argmap reads as text."""
_LOOSE_SLUG = r"^[^\s:,;/\\\[\]{}()'\"#&*!|<>%@`]+$"
"""Slugs without `\\w`, which means ASCII letters only to the editors' engines."""


def build_schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of a map, made from the Pydantic models.

    Editors read `2024` as a number and `no` as a boolean where argmap reads text, so text fields
    take those too. What only argmap can say (ids that meet, quotations that match) is left out.
    """
    definitions: dict[str, Any] = {}
    for kind, model in MODELS.items():
        schema = _inline(model.model_json_schema(ref_template="#/$defs/{model}"), definitions)
        properties = schema["properties"]
        for slot in CHILD_SLOTS[kind]:
            properties[slot.value] = {"$ref": "#/$defs/nodes"}
        if kind is Kind.PREMISES:
            node = {"$ref": "#/$defs/node"}
            properties[Slot.WARRANT.value] = {"anyOf": [properties["warrant"], node]}
            schema["required"] = [Slot.PREMISES.value]
        definitions[kind.value] = schema
    definitions["node"] = {"oneOf": [{"$ref": f"#/$defs/{kind.value}"} for kind in Kind]}
    nodes = {"type": "array", "items": {"$ref": "#/$defs/node"}}
    definitions["nodes"] = {"anyOf": [nodes, {"type": "null"}]}
    header = _inline(Header.model_json_schema(ref_template="#/$defs/{model}"), definitions)
    header["properties"]["thesis"] = {
        "anyOf": [{"$ref": "#/$defs/node"}, nodes],
    }
    header["required"] = ["argmap", "title", "thesis"]
    header["properties"]["argmap"] = {"enum": [1, "1"]}
    return {
        "$schema": SCHEMA_ID,
        "title": "argmap file format, version 1",
        **{key: value for key, value in header.items() if key != "title"},
        "$defs": dict(sorted(definitions.items())),
    }


def _inline(schema: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    definitions.update(schema.pop("$defs", {}))
    _loosen_in_place(schema, definitions)
    return schema


def _loosen_in_place(schema: dict[str, Any], definitions: dict[str, Any]) -> None:
    """Widen what Pydantic says of text to what YAML readers of editors make of it."""
    waiting: list[Any] = [schema, *definitions.values()]
    while waiting:
        here = waiting.pop()
        if isinstance(here, list):
            waiting += here
        elif isinstance(here, dict):
            if here.get("type") == "string" and "const" not in here:
                here["type"] = list(_NUMERIC_TEXT["type"])
            if here.get("type") == "number":
                here["type"] = ["number", "string"]
            if here.get("pattern") == SLUG:
                here["pattern"] = _LOOSE_SLUG
            here.pop("default", None)
            waiting += here.values()

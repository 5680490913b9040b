"""What does not validate: all that is wrong with it is told, and what is right is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from argmap.model.header import HEADER_FIELDS
from argmap.model.messages import build_problem
from argmap.model.nodes import FIELDS, Kind
from argmap.model.validation.base import Validated
from argmap.model.validation.nodes import MODELS, Header
from argmap.source.tree import Mapping

if TYPE_CHECKING:
    from argmap.diagnostics import Problem
    from argmap.model import header
    from argmap.model.nodes import Node
    from argmap.source.text import Text
    from argmap.source.tree import Scalar

Model = TypeVar("Model", bound=Validated)


def validate_node(
    text: Text, kind: Kind, key: Scalar, data: dict[str, Any], value: Mapping
) -> tuple[Node, list[Problem]]:
    """Let a node's model read it, and tell what is wrong with it.

    Args:
        text: the file the node is from.
        kind: its kind.
        key: the key that says so.
        data: what its model is made from.
        value: the YAML.
    """
    model = MODELS[kind]
    try:
        return model.model_validate(data).record(), []
    except ValidationError as error:
        own = data.get("id")
        subject = f"{kind.value} `{own}`" if isinstance(own, str) and own else kind.value
        shown = with_kind(value, kind, key)
        problems = build_problems(error, shown, text, subject, FIELDS[kind])
        return build_from_rest(model, data, error).record(), problems


def validate_header(
    text: Text, data: dict[str, Any], root: Mapping
) -> tuple[header.Header, list[Problem]]:
    """Let the model of all but the thesis read it, and tell what is wrong with it."""
    try:
        return Header.model_validate(data).record(), []
    except ValidationError as error:
        problems = build_problems(error, root, text, "the map", HEADER_FIELDS)
        return build_from_rest(Header, data, error).record(), problems


def build_problems(
    error: ValidationError, value: Mapping, text: Text, subject: str, known: tuple[str, ...]
) -> list[Problem]:
    """Say all that a validation found.

    A field that is missing because its name is misspelt is told once, as misspelt.

    Args:
        error: what Pydantic raised.
        value: the YAML that was validated.
        text: the file the YAML is from.
        subject: what the YAML is, for the messages.
        known: names that a field may have at the top of it.
    """
    errors = error.errors(include_url=False)
    found = [build_problem(item, value, text, subject, known) for item in errors]
    meant = {problem.help for problem in found if problem.code == "AM003"}
    return [
        problem
        for item, problem in zip(errors, found, strict=True)
        if item["type"] != "missing" or f"did you mean `{item['loc'][-1]}`?" not in meant
    ]


def build_from_rest(model: type[Model], data: dict[str, Any], error: ValidationError) -> Model:
    """Build a model from the fields that are right, with placeholders for those it must have.

    Args:
        model: what to build.
        data: what did not validate; wrong values are taken out of it.
        error: what is wrong with it.
    """
    for item in reversed(error.errors(include_url=False)):
        _prune(data, item["loc"])
    # what is left may miss what was taken out of it, so what holds it goes as well
    for filler, take_out in (({}, _prune), ({}, _pop), (_PLACEHOLDERS[model], _pop)):
        try:
            return model.model_validate(filler | data)
        except ValidationError as left:
            for item in reversed(left.errors(include_url=False)):
                take_out(data, item["loc"])
    raise AssertionError(f"no placeholder mends {model.__name__}")


def with_kind(value: Mapping, kind: Kind, key: Scalar) -> Mapping:
    """Show a misspelt kind key under its right name, so that spans are found behind it."""
    entry = value.entries.get(key.value)
    if key.value == kind.value or entry is None:
        return value
    shown = Mapping(value.start)
    shown.end = value.end
    shown.entries = value.entries | {kind.value: entry}
    return shown


_PLACEHOLDERS: dict[type, dict[str, str]] = {
    model: {kind.value: "…"} for kind, model in MODELS.items()
} | {
    MODELS[Kind.PREMISES]: {},
    MODELS[Kind.REF]: {Kind.REF.value: "_"},
    Header: {"argmap": "1", "title": "…"},
}
"""What stands in for a required field that is missing or wrong, so that reading can go on."""


def _pop(data: dict[str, Any], loc: tuple[int | str, ...]) -> None:
    """Take the outermost value that a location names out of plain data."""
    data.pop(str(loc[0]), None)


def _prune(data: Any, loc: tuple[int | str, ...]) -> None:
    """Take the innermost value that a location names out of plain data."""
    holder, last = None, None
    here = data
    for step in loc:
        is_key = isinstance(here, dict) and step in here
        if is_key or (isinstance(here, list) and isinstance(step, int) and step < len(here)):
            holder, last = here, step
            here = here[step]
    if holder is None:
        return
    if holder is data.get("sources") and "[key]" not in loc:
        holder[last] = {}
    else:
        del holder[last]

"""Reading a rule's options from a configuration."""

from __future__ import annotations

import json
from dataclasses import field, fields, make_dataclass
from typing import TYPE_CHECKING, Annotated, Any, cast, get_type_hints

from argmap.app.config_problems import dotted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from argmap.app.config_problems import Complaints
    from argmap.check.rule import Rule
    from argmap.source.toml import KeyPath


def read_options(
    rule: Rule, values: Mapping[str, object], path: KeyPath, complaints: Complaints
) -> object | None:
    """Make an instance of a rule's options.

    Args:
        rule: whose options they are; it has some.
        values: what the configuration says, by the option's kebab name.
        path: where in the configuration that is.
        complaints: takes what is wrong.

    Returns:
        The options; None where something is wrong with them.
    """
    from pydantic import TypeAdapter, ValidationError

    from argmap.model.messages import suggest

    names = {option.name: option.field for option in rule.described_options}
    for key in values:
        if key not in names:
            mend = suggest(key, names) or "known here: " + ", ".join(f"`{name}`" for name in names)
            complaints.add((*path, key), f"{rule.code} has no option `{key}`", mend, is_key=True)
    known = {names[key]: value for key, value in values.items() if key in names}
    options = cast("Any", rule.options)
    adapter: TypeAdapter[object] = TypeAdapter(_limited(options))
    try:
        # In strict mode only JSON may give a tuple as a list.
        read = adapter.validate_json(json.dumps(known, default=str), strict=True)
        return cast("object", options(**{name: getattr(read, name) for name in names.values()}))
    except ValidationError as error:
        for entry in error.errors(include_url=False):
            complain(entry, values, path, complaints)
        return None


def _limited(options: Any) -> Any:
    """Give options whose numbers are refused where they are below their `least`."""
    from pydantic import Field

    limits = {one.name: one.metadata["least"] for one in fields(options) if "least" in one.metadata}
    if not limits:
        return options
    types = get_type_hints(options, include_extras=True)
    limited = [
        (name, Annotated[types[name], Field(ge=least)], field(default=getattr(options, name)))
        for name, least in limits.items()
    ]
    return make_dataclass(options.__name__, limited, bases=(options,), frozen=True)


def complain(
    entry: Any, values: Mapping[str, object], path: KeyPath, complaints: Complaints
) -> None:
    """Tell of one of Pydantic's errors in the words of a configuration.

    Args:
        entry: the error, with the path that leads to the value.
        values: what was validated.
        path: where in the configuration that is.
        complaints: takes what is wrong.
    """
    kebab = tuple(
        step.replace("_", "-") if number == 0 and isinstance(step, str) else step
        for number, step in enumerate(entry["loc"])
    )
    steps, found = follow(kebab, values)
    if entry["type"] == "value_error":
        complaints.add((*path, *steps), str(entry["ctx"]["error"]), is_key=not steps)
        return
    word = _EXPECTED.get(entry["type"])
    if word is None:
        complaints.add((*path, *steps), f"`{dotted(steps)}` cannot be {shown(found)}")
        return
    expected = word(entry.get("ctx", {}))
    is_type = entry["type"].endswith("_type")
    is_shown = shown(found) if not is_type else described(found)
    complaints.add((*path, *steps), f"`{dotted(steps)}` is {is_shown}, expected {expected}")


def follow(steps: KeyPath, values: object) -> tuple[KeyPath, object]:
    """Walk down as far as the configuration has what Pydantic names."""
    for number, step in enumerate(steps):
        try:
            values = values[step]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            return steps[:number], values
    return steps, values


def described(value: object) -> str:
    """Say of what kind a value of TOML is.

    >>> described(["AM2"])
    'a list'
    """
    if isinstance(value, bool):
        return shown(value)
    kinds = {str: "a text", int: "a whole number", float: "a number", list: "a list"}
    return kinds.get(type(value), "a table" if isinstance(value, dict) else "a date or a time")


def shown(value: object) -> str:
    """Write a value short enough for a line.

    >>> shown(True)
    '`true`'
    """
    if isinstance(value, dict | list):
        return described(value)
    text = " ".join((value if isinstance(value, str) else json.dumps(value, default=str)).split())
    if not text:
        return "an empty text"
    return f"`{text if len(text) <= _SHOWN else text[: _SHOWN - 1] + '…'}`"


_SHOWN = 40


def _fixed(text: str) -> Callable[[Mapping[str, Any]], str]:
    return lambda _: text


def _bound(form: str, name: str) -> Callable[[Mapping[str, Any]], str]:
    return lambda context: form.format(f"{context[name]:g}")


def _one_of(context: Mapping[str, Any]) -> str:
    return str(context["expected"]).replace("'", "`")


_EXPECTED: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "int_type": _fixed("a whole number"),
    "float_type": _fixed("a number"),
    "bool_type": _fixed("`true` or `false`"),
    "string_type": _fixed("a text"),
    "tuple_type": _fixed("a list"),
    "list_type": _fixed("a list"),
    "frozen_set_type": _fixed("a list"),
    "set_type": _fixed("a list"),
    "dict_type": _fixed("a table"),
    "model_type": _fixed("a table"),
    "finite_number": _fixed("a finite number"),
    "greater_than_equal": _bound("{} or more", "ge"),
    "greater_than": _bound("more than {}", "gt"),
    "less_than_equal": _bound("{} or less", "le"),
    "less_than": _bound("less than {}", "lt"),
    "multiple_of": _bound("a multiple of {}", "multiple_of"),
    "string_too_short": _bound("{} characters or more", "min_length"),
    "string_too_long": _bound("{} characters or less", "max_length"),
    "too_short": _bound("{} entries or more", "min_length"),
    "too_long": _bound("{} entries or less", "max_length"),
    "string_pattern_mismatch": lambda context: f"a text of the form `{context['pattern']}`",
    "literal_error": _one_of,
    "enum": _one_of,
}
"""Pydantic error type to what should stand there."""

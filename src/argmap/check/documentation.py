"""What there is to read about a rule: its docstring and its options."""

from __future__ import annotations

import inspect
import json
import re
from dataclasses import fields
from typing import Any, NamedTuple, cast

_SECTION = re.compile(r"^(Why|Mend|Fires|Clean|Source):\s*$", re.MULTILINE)


class Documentation(NamedTuple):
    """The parts of a rule's docstring."""

    summary: str
    why: str
    mend: str
    fires: str
    clean: str
    source: str


class Option(NamedTuple):
    """One of a rule's options, as an author of maps reads of it."""

    name: str
    """The key in a configuration: kebab-case."""
    field: str
    """The field of the rule's options."""
    default: object
    help: str
    """What it is for."""

    @property
    def example(self) -> str:
        """Write the line of a configuration that says the default: `most-words = 30`."""
        return f"{self.name} = {_toml(self.default)}"


def read_documentation(docstring: str) -> Documentation:
    """Take a rule's docstring apart."""
    summary, *parts = _SECTION.split(inspect.cleandoc(docstring))
    sections = {
        name: inspect.cleandoc(body.strip("\n"))
        for name, body in zip(parts[::2], parts[1::2], strict=True)
    }
    return Documentation(
        summary=summary.strip(),
        why=sections.get("Why", ""),
        mend=sections.get("Mend", ""),
        fires=sections.get("Fires", ""),
        clean=sections.get("Clean", ""),
        source=sections.get("Source", ""),
    )


def describe_options(options: type) -> tuple[Option, ...]:
    """Give the options of a rule, a frozen dataclass, with what there is to read about them."""
    defaults = options()
    return tuple(
        Option(
            field.name.replace("_", "-"),
            field.name,
            getattr(defaults, field.name),
            field.metadata.get("help", ""),
        )
        for field in fields(cast("Any", options))
    )


def _toml(value: object) -> str:
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(_toml, value))}]"
    # JSON and TOML write texts, numbers and truth values alike.
    return json.dumps(value, ensure_ascii=False, default=str)

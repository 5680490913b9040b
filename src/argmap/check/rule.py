"""What a rule is, and how one is written.

A rule is a stateless generator in a file of its own under `argmap/check/rules/`. Its docstring is
its documentation: a summary line, then the sections `Why:`, `Mend:`, `Fires:`, `Clean:` (YAML
maps that do and do not bring the finding) and `Source:`.
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING

from argmap.check.context import Context, Finding

if TYPE_CHECKING:
    from argmap.diagnostics import Severity

__all__ = ["Check", "Documentation", "Finding", "Fixable", "Option", "Rule", "rule"]

_SECTION = re.compile(r"^(Why|Mend|Fires|Clean|Source):\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Documentation:
    """The parts of a rule's docstring."""

    summary: str
    why: str
    mend: str
    fires: str
    clean: str
    source: str


@dataclass(frozen=True, slots=True)
class Option:
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


class Fixable(StrEnum):
    """Whether a rule's findings bring a fix, where one is certain."""

    NEVER = "never"
    SAFE = "safe"
    """A fix leaves the argument what it is."""
    UNSAFE = "unsafe"
    """The author must look at a fix first."""


Check = Callable[..., Iterator[Finding]]
"""Takes the context and, where the rule has options, those by the name `options`."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with its code, its name and how grave its findings are."""

    code: str
    """`AM` and three digits; never used again once given."""
    name: str
    """Kebab-case, what is wrong in two or three words."""
    severity: Severity
    since: str
    """Version of argmap that brought the rule."""
    is_optional: bool
    """Whether the rule runs only where it is selected."""
    runs_last: bool
    """Whether the rule looks at what the others found: they are applied before it."""
    fixable: Fixable
    """Whether its findings can be fixed without the author."""
    options: type | None
    """A frozen dataclass that holds the rule's options and their defaults; None without any."""
    check: Check

    def apply(self, context: Context, options: object | None = None) -> Iterator[Finding]:
        """Give what the rule finds in a map.

        Args:
            context: the map.
            options: an instance of the rule's options; None for the defaults.
        """
        if self.options is None:
            return self.check(context)
        return self.check(context, self.options() if options is None else options)

    @property
    def described_options(self) -> tuple[Option, ...]:
        """Give the rule's options with what there is to read about them."""
        if self.options is None:
            return ()
        defaults = self.options()
        return tuple(
            Option(
                field.name.replace("_", "-"),
                field.name,
                getattr(defaults, field.name),
                field.metadata.get("help", ""),
            )
            for field in fields(self.options)
        )

    @property
    def documentation(self) -> Documentation:
        """Read the docstring's parts."""
        text = inspect.cleandoc(self.check.__doc__ or "")
        summary, *parts = _SECTION.split(text)
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


def _toml(value: object) -> str:
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(_toml, value))}]"
    # JSON and TOML write texts, numbers and truth values alike.
    return json.dumps(value, ensure_ascii=False, default=str)


def rule(
    code: str,
    name: str,
    *,
    severity: Severity,
    since: str,
    is_optional: bool = False,
    runs_last: bool = False,
    fixable: Fixable = Fixable.NEVER,
    options: type | None = None,
) -> Callable[[Check], Rule]:
    """Make a rule of a generator of findings.

    Args:
        code: `AM` and three digits.
        name: the kebab name.
        severity: of its findings, where the configuration says nothing else.
        since: version of argmap that brought the rule.
        is_optional: whether it runs only where it is selected.
        runs_last: whether it looks at what the other rules found.
        fixable: whether its findings bring a fix where one is certain, and of which kind.
        options: a frozen dataclass; the check takes an instance of it after the context. Every
            field has a default and says in `field(metadata={"help": …})` what it is for.
    """

    def make(check: Check) -> Rule:
        return Rule(code, name, severity, since, is_optional, runs_last, fixable, options, check)

    return make

"""What a rule is, and how one is written.

A rule is a stateless generator in a file of its own under `argmap/check/rules/`. Its docstring is
its documentation: a summary line, then the sections `Why:`, `Mend:`, `Fires:`, `Clean:` (YAML
maps that do and do not bring the finding) and `Source:`.

What must be known of every rule stands in a table (`argmap.check.rule_table`), so that the file of
a rule is imported only where there may be something for it to find.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from argmap.check.finding import Finding
from argmap.check.occasions import has_occasion

if TYPE_CHECKING:
    from argmap.check.context import Context
    from argmap.check.documentation import Documentation, Option
    from argmap.diagnostics import Severity

__all__ = ["Check", "Finding", "Fixable", "Rule", "Written", "rule"]


class Fixable(StrEnum):
    """Whether a rule's findings bring a fix, where one is certain."""

    NEVER = "never"
    SAFE = "safe"
    """A fix leaves the argument what it is."""
    UNSAFE = "unsafe"
    """The author must look at a fix first."""


Check: TypeAlias = Callable[..., Iterator[Finding]]
"""Takes the context and, where the rule has options, those by the name `options`."""


Written: TypeAlias = tuple[Check, type | None]
"""What only the file of a rule knows: its check, and the frozen dataclass of its options if any."""


class Rule:
    """A check with its code, its name and how grave its findings are."""

    __slots__ = (
        "_written",
        "code",
        "fixable",
        "has_options",
        "is_optional",
        "name",
        "occasion",
        "runs_last",
        "severity",
        "since",
    )

    def __init__(
        self,
        code: str,
        name: str,
        severity: Severity,
        since: str,
        *,
        is_optional: bool = False,
        runs_last: bool = False,
        fixable: Fixable = Fixable.NEVER,
        has_options: bool = False,
        occasion: str = "",
        written: Written | None = None,
    ) -> None:
        """Take over what is known of a rule.

        Args:
            code: `AM` and three digits; never used again once given.
            name: kebab-case, what is wrong in two or three words.
            severity: of its findings.
            since: version of argmap that brought the rule.
            is_optional: whether the rule runs only where it is selected.
            runs_last: whether the rule looks at what the others found: they are applied before it.
            fixable: whether its findings can be fixed without the author.
            has_options: whether it has any.
            occasion: what a map must give for the rule to find anything (`Occasions`).
            written: its check and options; None where its file is still to be imported.
        """
        self.code = code
        self.name = name
        self.severity = severity
        self.since = since
        self.is_optional = is_optional
        self.runs_last = runs_last
        self.fixable = fixable
        self.has_options = has_options
        self.occasion = occasion
        self._written = written

    @property
    def written(self) -> Written:
        """The check and the options; the rule's file is imported for them."""
        if self._written is None:
            from importlib import import_module

            file = f"{self.code.lower()}_{self.name.replace('-', '_')}"
            self._written = import_module(f"argmap.check.rules.{file}").check.written
        return self._written

    @property
    def check(self) -> Check:
        """The generator of findings."""
        return self.written[0]

    @property
    def options(self) -> type | None:
        """A frozen dataclass that holds the rule's options and their defaults; None without any."""
        return self.written[1] if self.has_options else None

    def apply(self, context: Context, options: object | None = None) -> Iterator[Finding]:
        """Give what the rule finds in a map.

        Args:
            context: the map.
            options: an instance of the rule's options; None for the defaults.
        """
        if not has_occasion(context, self.occasion, self.code):
            return iter(())
        if self.options is None:
            return self.check(context)
        return self.check(context, self.options() if options is None else options)

    @property
    def described_options(self) -> tuple[Option, ...]:
        """Give the rule's options with what there is to read about them."""
        if self.options is None:
            return ()
        from argmap.check.documentation import describe_options

        return describe_options(self.options)

    @property
    def documentation(self) -> Documentation:
        """Read the docstring's parts."""
        from argmap.check.documentation import read_documentation

        return read_documentation(self.check.__doc__ or "")


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
    occasion: str = "",
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
            field has a default and says in `field(metadata={"help": …})` what it is for; a number
            may say under `least` what it is not to fall below.
        occasion: what a map must give for the rule to find anything, a property of `Occasions`;
            without one the rule looks at every map.
    """

    def make(check: Check) -> Rule:
        return Rule(
            code,
            name,
            severity,
            since,
            is_optional=is_optional,
            runs_last=runs_last,
            fixable=fixable,
            has_options=options is not None,
            occasion=occasion,
            written=(check, options),
        )

    return make

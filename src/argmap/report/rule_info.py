"""What a report must be told of the rules; for type checkers alone: start-up counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from argmap.diagnostics import Severity


class RulePage(Protocol):
    """What there is to read about a rule, as far as a report shows it."""

    @property
    def summary(self) -> str:
        """What the rule finds, in one sentence."""

    @property
    def why(self) -> str:
        """Why it matters."""

    @property
    def mend(self) -> str:
        """How to mend it."""


class RuleInfo(Protocol):
    """A rule as a report describes it; the checker's rules are of this form."""

    @property
    def code(self) -> str:
        """`AM` and three digits."""

    @property
    def name(self) -> str:
        """The kebab name."""

    @property
    def severity(self) -> Severity:
        """How grave its findings are."""

    @property
    def documentation(self) -> RulePage:
        """What there is to read about it."""

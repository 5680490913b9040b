"""What is asked of a run: which rules, how grave, with which options."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.check.registry import select_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.check.rule import Rule
    from argmap.diagnostics import Severity


@dataclass(frozen=True)
class Settings:
    """The rules that are applied to a map, and how."""

    rules: tuple[Rule, ...]
    """What is applied."""
    severities: Mapping[str, Severity] = field(default_factory=dict)
    """By code, where a rule's own severity does not hold."""
    options: Mapping[str, object] = field(default_factory=dict)
    """By code an instance of the rule's options, where the defaults do not hold."""

    def severity(self, rule: Rule) -> Severity:
        """Give how grave the findings of a rule are."""
        return self.severities.get(rule.code, rule.severity)


def default_settings(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Settings:
    """Give the settings of a run without a configuration; see `select_rules`."""
    return Settings(select_rules(select, ignore))

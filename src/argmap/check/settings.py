"""What is asked of a run: which rules, how grave, with which options."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.check.registry import find_rule, select_rules
from argmap.source.limits import DEFAULT_LIMITS, Limits

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from argmap.check.rule import Rule
    from argmap.diagnostics import Severity
    from argmap.model.schemes.scheme import Scheme

_NONE: Mapping[str, Any] = {}


class Settings(NamedTuple):
    """The rules that are applied to a map, and how."""

    rules: tuple[Rule, ...]
    """What is applied."""
    severities: Mapping[str, Severity] = _NONE
    """By code, where a rule's own severity does not hold."""
    options: Mapping[str, object] = _NONE
    """By code an instance of the rule's options, where the defaults do not hold."""
    schemes: tuple[Scheme, ...] = ()
    """The argumentation schemes of the project, besides those that argmap knows."""
    limits: Limits = DEFAULT_LIMITS
    """How much of a map is read."""

    def severity(self, rule: Rule) -> Severity:
        """Give how grave the findings of a rule are."""
        return self.severities.get(rule.code, rule.severity)

    def __reduce__(self) -> tuple[object, ...]:
        """Go to another process with the codes of the rules: their checks are not for pickling."""
        codes = tuple(rule.code for rule in self.rules)
        kept = (dict(self.severities), dict(self.options), self.schemes, self.limits)
        return _settings_of, (codes, *kept)

    def without(self, codes: Collection[str]) -> Settings:
        """Leave out the rules of some codes."""
        return self._replace(rules=tuple(rule for rule in self.rules if rule.code not in codes))


def _settings_of(
    codes: Iterable[str],
    severities: Mapping[str, Severity],
    options: Mapping[str, object],
    schemes: tuple[Scheme, ...],
    limits: Limits,
) -> Settings:
    return Settings(tuple(map(find_rule, codes)), severities, options, schemes, limits)


def default_settings(
    select: Iterable[str] = (), ignore: Iterable[str] = (), extend_select: Iterable[str] = ()
) -> Settings:
    """Give the settings of a run without a configuration; see `select_rules`.

    Where nothing is selected, every rule runs that is not optional.
    """
    return Settings(select_rules(tuple(select) or None, ignore, extend_select=extend_select))

"""Applies rules to a map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.registry import all_rules
from argmap.diagnostics import Diagnostic, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.check.acceptance import Acceptances
    from argmap.check.context import Context
    from argmap.check.rule import Rule
    from argmap.check.settings import Settings


def check_reading(path: str, problems: Iterable[Problem], settings: Settings) -> list[Diagnostic]:
    """Report what was met while a file was read that gave no map, whatever rules are applied.

    Nothing of it is mended: what the file was to be is not known.
    """
    by_code = {rule.code: rule for rule in all_rules()}
    found = []
    for problem in problems:
        rule = by_code[problem.code]
        unmended = problem._replace(fix=None)
        found.append(Diagnostic(path, unmended, rule.name, settings.severity(rule)))
    return sorted(found, key=lambda diagnostic: diagnostic.sort_key)


def check_map(context: Context, settings: Settings) -> list[Diagnostic]:
    """Apply rules to a map.

    Args:
        context: the map, its graph and its evaluation.
        settings: the rules that are applied, and how.

    Returns:
        The findings in order of place and code, each with the reason why the map's author
        accepts it, where the node says so.
    """
    usual = [rule for rule in settings.rules if not rule.runs_last]
    last = [rule for rule in settings.rules if rule.runs_last]
    acceptances = _read_acceptances(context)
    found = list(_apply(context, usual, settings, acceptances))
    if acceptances is not None and last:
        context = context.with_acceptances(
            acceptances.judge(rule.code for rule in usual),
            {rule.code: rule.name for rule in all_rules()},
        )
    found += _apply(context, last, settings, acceptances)
    return sorted(found, key=lambda diagnostic: diagnostic.sort_key)


def _read_acceptances(context: Context) -> Acceptances | None:
    if not any("accept" in place.value.entries for place in context.map.places):
        return None
    from argmap.check.acceptance import Acceptances

    return Acceptances(context)


def _apply(
    context: Context, rules: Iterable[Rule], settings: Settings, acceptances: Acceptances | None
) -> Iterator[Diagnostic]:
    for rule in rules:
        severity = settings.severity(rule)
        for finding in rule.apply(context, settings.options.get(rule.code)):
            fix = finding.fix
            problem = Problem(
                rule.code,
                finding.span,
                finding.message,
                finding.help,
                finding.node,
                finding.related,
                None if fix is None else context.mending.trusted(rule.code, fix),
            )
            reason = acceptances.reason(rule.code, finding.node) if acceptances else None
            yield Diagnostic(context.map.path, problem, rule.name, severity, reason)

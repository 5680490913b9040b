"""Applies rules to a map."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.check.acceptance import Acceptances
from argmap.check.registry import all_rules
from argmap.diagnostics import Diagnostic, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.check.context import Context
    from argmap.check.rule import Rule


def check_reading(path: str, problems: Iterable[Problem]) -> list[Diagnostic]:
    """Report what was met while a file was read that gave no map."""
    by_code = {rule.code: rule for rule in all_rules()}
    found = [_report(path, by_code[problem.code], problem) for problem in problems]
    return sorted(found, key=lambda diagnostic: diagnostic.sort_key)


def check_map(context: Context, rules: Sequence[Rule]) -> list[Diagnostic]:
    """Apply rules to a map.

    Args:
        context: the map, its graph and its evaluation.
        rules: what is applied.

    Returns:
        The findings in order of place and code, each with the reason why the map's author
        accepts it, where the node says so.
    """
    usual = [rule for rule in rules if not rule.runs_last]
    last = [rule for rule in rules if rule.runs_last]
    acceptances = Acceptances(context)
    found = list(_apply(context, usual, acceptances))
    if last:
        after = replace(
            context,
            acceptances=acceptances.judge(rule.code for rule in usual),
            rule_names={rule.code: rule.name for rule in all_rules()},
        )
        found += _apply(after, last, acceptances)
    return sorted(found, key=lambda diagnostic: diagnostic.sort_key)


def _apply(
    context: Context, rules: Iterable[Rule], acceptances: Acceptances
) -> Iterator[Diagnostic]:
    for rule in rules:
        for finding in rule.check(context):
            problem = Problem(
                rule.code,
                finding.span,
                finding.message,
                finding.help,
                finding.node,
                finding.related,
            )
            reason = acceptances.reason(rule.code, finding.node)
            yield _report(context.map.path, rule, problem, reason)


def _report(path: str, rule: Rule, problem: Problem, accepted: str | None = None) -> Diagnostic:
    return Diagnostic(path, problem, rule.name, rule.severity, accepted)

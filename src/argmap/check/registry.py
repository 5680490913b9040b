"""Finds every rule there is, by code and name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from argmap.diagnostics import ArgmapError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.check.rule import Rule


EVERY_RULE = "ALL"
"""The selector that means every rule, optional ones too."""


@cache
def all_rules() -> tuple[Rule, ...]:
    """Give every rule, in order of code. The files of the rules are not imported."""
    from argmap.check.rule_table import TABLE
    from argmap.check.tabulating import read_table

    return read_table(TABLE)


def find_rule(word: str) -> Rule:
    """Give the rule of a code or a kebab name.

    Raises:
        ArgmapError: when there is none.
    """
    for rule in all_rules():
        if word.upper() == rule.code or word.lower() == rule.name:
            return rule
    from argmap.model.messages import suggest

    known = [name for rule in all_rules() for name in (rule.code, rule.name)]
    near = suggest(word, known) or suggest(word.upper(), known) or suggest(word.lower(), known)
    raise ArgmapError(f"there is no rule `{word}`", near or "see `argmap rule` for the list")


def matching_rules(selector: str) -> tuple[Rule, ...]:
    """Give the rules that a code, a prefix of codes (`AM2`), a name or `ALL` means.

    Raises:
        ArgmapError: when there is none.
    """
    word = selector.upper()
    if word == EVERY_RULE:
        return all_rules()
    if word.startswith("AM"):
        found = tuple(rule for rule in all_rules() if rule.code.startswith(word))
        if found:
            return found
    return (find_rule(selector),)


def specificity(selector: str) -> int:
    """Rank a selector that means a rule: `ALL` lowest, then longer prefixes, codes and names."""
    word = selector.upper()
    return 0 if word == EVERY_RULE else len(word) if word.startswith("AM") else len("AM000")


def select_rules(
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    *,
    extend_select: Iterable[str] = (),
    base: Iterable[Rule] | None = None,
) -> tuple[Rule, ...]:
    """Choose rules by code, prefix of a code (`AM2`), name or `ALL`.

    The more specific word decides: `AM201` over `AM2` over `ALL`. Between words as specific,
    `ignore` decides.

    Args:
        select: what runs; None for the base.
        ignore: what does not run.
        extend_select: what runs besides.
        base: what runs where nothing is selected; None for every rule that is not optional.

    Raises:
        ArgmapError: for a selector that fits no rule.
    """
    words = [(specificity(word), False, word) for word in (*(select or ()), *extend_select)]
    words += [(specificity(word), True, word) for word in ignore]
    decided: dict[str, bool] = {}
    for _, is_ignored, word in sorted(words):
        for rule in matching_rules(word):
            decided[rule.code] = not is_ignored
    if base is None:
        base = (rule for rule in all_rules() if not rule.is_optional)
    running = {rule.code for rule in base} if select is None else set()
    return tuple(rule for rule in all_rules() if decided.get(rule.code, rule.code in running))

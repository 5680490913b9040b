"""Finds every rule there is: the files of `argmap.check.rules`, by name."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from argmap.check import rules
from argmap.diagnostics import ArgmapError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.check.rule import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Import every rule file and give its rule, in order of code.

    A file is named for its rule: `am201_unsupported_claim.py` holds `check`, the rule AM201.
    """
    names = sorted(info.name for info in pkgutil.iter_modules(rules.__path__))
    return tuple(import_module(f"{rules.__name__}.{name}").check for name in names)


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
    hint = suggest(word, known) or "see `argmap rule` for the list"
    raise ArgmapError(f"there is no rule `{word}`", hint)


def select_rules(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
    """Choose rules by code, prefix of a code (`AM2`) or name.

    Args:
        select: what runs; nothing stands for every rule that is not optional.
        ignore: what does not run all the same.

    Raises:
        ArgmapError: for a selector that fits no rule.
    """
    wanted, unwanted = list(select), list(ignore)
    for selector in (*wanted, *unwanted):
        if not any(_fits(rule, selector) for rule in all_rules()):
            find_rule(selector)
    chosen = [
        rule
        for rule in all_rules()
        if (any(_fits(rule, word) for word in wanted) if wanted else not rule.is_optional)
    ]
    return tuple(rule for rule in chosen if not any(_fits(rule, word) for word in unwanted))


def _fits(rule: Rule, selector: str) -> bool:
    is_prefix = selector.upper().startswith("AM") and rule.code.startswith(selector.upper())
    return is_prefix or selector.lower() == rule.name

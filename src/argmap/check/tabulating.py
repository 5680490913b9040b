"""The table of the rules: what must be known of each before its file is imported.

A line says code, name, severity and version of a rule, and whatever else holds of it: `optional`,
`last`, `options`, `fix:safe`, `fix:unsafe` and `on:` with its occasion.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Fixable, Rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

_SEVERITIES = {severity.value: severity for severity in Severity}
_FIXES = {f"fix:{fixable.value}": fixable for fixable in Fixable}
_OPTIONAL, _LAST, _OPTIONS, _OCCASION = "optional", "last", "options", "on:"
_HEAD = '''"""The rules there are: `make docs` writes this file from theirs.

`tabulating.py` says how to read it.
"""

TABLE = """\\
'''


def read_table(table: str) -> tuple[Rule, ...]:
    """Give the rules of a table, in its order."""
    return tuple(map(_read, table.splitlines()))


def _read(line: str) -> Rule:
    code, name, severity, since, *marks = line.split()
    fixes = [_FIXES[mark] for mark in marks if mark in _FIXES]
    occasions = [mark for mark in marks if mark.startswith(_OCCASION)]
    return Rule(
        code,
        name,
        _SEVERITIES[severity],
        since,
        is_optional=_OPTIONAL in marks,
        runs_last=_LAST in marks,
        fixable=fixes[0] if fixes else Fixable.NEVER,
        has_options=_OPTIONS in marks,
        occasion=occasions[0].removeprefix(_OCCASION) if occasions else "",
    )


def written_rules() -> tuple[Rule, ...]:
    """Import every rule file and give its rule, in order of code.

    A file is named for its rule: `am201_unsupported_claim.py` holds `check`, the rule AM201.
    """
    import pkgutil
    from importlib import import_module

    from argmap.check import rules

    names = sorted(info.name for info in pkgutil.iter_modules(rules.__path__))
    return tuple(import_module(f"{rules.__name__}.{name}").check for name in names)


def write_table(rules: Iterable[Rule]) -> str:
    """Write the file that holds the table of some rules."""
    return f'{_HEAD}{"".join(map(_write, rules))}"""\n'


def _write(rule: Rule) -> str:
    marks = {
        _OPTIONAL: rule.is_optional,
        _LAST: rule.runs_last,
        _OPTIONS: rule.has_options,
        f"fix:{rule.fixable.value}": rule.fixable is not Fixable.NEVER,
        f"{_OCCASION}{rule.occasion}": bool(rule.occasion),
    }
    held = [mark for mark, is_held in marks.items() if is_held]
    return f"{' '.join([rule.code, rule.name, rule.severity.value, rule.since, *held])}\n"

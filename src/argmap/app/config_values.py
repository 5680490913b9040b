"""The keys of a configuration: what each may hold, and what is made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.app.config_limits import read_limits
from argmap.app.config_schemes import read_scheme
from argmap.app.globs import Glob, read_glob
from argmap.app.options import described, read_options, shown
from argmap.check.registry import find_rule, matching_rules, specificity
from argmap.diagnostics import ArgmapError, Severity
from argmap.model.messages import suggest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from argmap.app.config_problems import Complaints
    from argmap.check.rule import Rule
    from argmap.model.schemes.scheme import Scheme
    from argmap.source.limits import Limits
    from argmap.source.toml import KeyPath

SEVERITIES = tuple(severity.value for severity in Severity)
_SEVERITY_WORDS = "`error`, `warning` or `note`"
_LIST_HELP = {
    "rules": 'write it in brackets: `["AM2", "unsupported-claim"]`',
    "patterns": 'write it in brackets: `["drafts", "*.old.yaml"]`',
}
_TABLE_HELP = {
    "severity": 'write a line for each rule below `[tool.argmap.severity]`: `AM201 = "note"`',
    "per-file-ignores": "write a line for each pattern below `[tool.argmap.per-file-ignores]`: "
    '`"drafts/*" = ["AM2"]`',
    "options": "write a table for each rule: `[tool.argmap.options.overlong-text]`",
    "schemes": "write a table for each scheme: `[tool.argmap.schemes.our-scheme]`",
    "limits": "write a line for each limit below `[tool.argmap.limits]`: `depth = 1000`",
}


def read_values(values: dict[str, Any], complaints: Complaints) -> dict[str, Any]:
    """Read the keys of a configuration.

    Args:
        values: as `tomllib` gives them.
        complaints: takes what is wrong.

    Returns:
        By field of `Config` what the configuration says, where nothing is wrong.
    """
    fields = {}
    for key, value in values.items():
        reader = _READERS.get(key)
        if reader is None:
            _unknown_key(key, value, complaints)
        else:
            fields[key.replace("-", "_")] = reader((key,), value, complaints)
    return fields


def _unknown_key(key: str, value: object, complaints: Complaints) -> None:
    mend = suggest(key, _READERS) or "known here: " + ", ".join(f"`{name}`" for name in _READERS)
    if key == "tool" and isinstance(value, dict) and "argmap" in value:
        mend = "leave out `tool.argmap`: the keys stand at the top of this file"
    complaints.add((key,), f"unknown key `{key}`", mend, is_key=True)


def _texts(
    path: KeyPath, value: object, what: str, complaints: Complaints
) -> Iterator[tuple[KeyPath, str]]:
    """Give the texts of a list with their key paths."""
    if not isinstance(value, list):
        message = f"`{path[-1]}` is {described(value)}, expected a list of {what}"
        complaints.add(path, message, _LIST_HELP[what])
        return
    for number, item in enumerate(value):
        if isinstance(item, str):
            yield (*path, number), item
        else:
            message = f"`{path[-1]}` holds {described(item)}, expected a list of {what}"
            complaints.add((*path, number), message, _LIST_HELP[what])


def _selectors(path: KeyPath, value: object, complaints: Complaints) -> tuple[str, ...]:
    """Read a list of codes, prefixes and names."""
    return tuple(
        word
        for here, word in _texts(path, value, "rules", complaints)
        if _rules(here, word, matching_rules, complaints)
    )


def _rules(
    path: KeyPath,
    word: str,
    find: Callable[[str], tuple[Rule, ...]],
    complaints: Complaints,
    *,
    is_key: bool = False,
) -> tuple[Rule, ...]:
    """Give the rules that a word means; nothing where there are none."""
    try:
        return find(word)
    except ArgmapError as error:
        complaints.add(path, f"AM903 {error}", error.hint, is_key=is_key)
        return ()


def _globs(path: KeyPath, value: object, complaints: Complaints) -> tuple[Glob, ...]:
    """Read a list of patterns for what is passed over."""
    found = []
    for here, pattern in _texts(path, value, "patterns", complaints):
        glob = _glob(here, pattern, complaints)
        if glob is not None and glob.is_negated:
            message = f"{shown(pattern)} begins with `!`, but `{path[-1]}` says what is passed over"
            complaints.add(here, message, "name the folders and files that are not to be searched")
        elif glob is not None:
            found.append(glob)
    return tuple(found)


def _glob(
    path: KeyPath, pattern: str, complaints: Complaints, *, is_key: bool = False
) -> Glob | None:
    try:
        return read_glob(pattern)
    except ValueError as error:
        message = f"{shown(pattern)} is no pattern for paths: {error}"
        complaints.add(path, message, is_key=is_key)
        return None


def _severity(path: KeyPath, value: object, complaints: Complaints) -> Severity | None:
    if isinstance(value, str) and value in SEVERITIES:
        return Severity(value)
    mend = suggest(value, SEVERITIES) if isinstance(value, str) else None
    complaints.add(path, f"`{path[-1]}` is {shown(value)}, expected {_SEVERITY_WORDS}", mend)
    return None


def _items(path: KeyPath, value: object, complaints: Complaints) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        yield from value.items()
    else:
        message = f"`{path[-1]}` is {described(value)}, expected a table"
        complaints.add(path, message, _TABLE_HELP[str(path[0])])


def _severities(path: KeyPath, value: object, complaints: Complaints) -> dict[str, Severity]:
    """Read the severity of rules, by code; the more specific word decides."""
    found: dict[str, Severity] = {}
    met: dict[tuple[Rule, ...], str] = {}
    items = list(_items(path, value, complaints))
    for word, level in sorted(items, key=lambda item: specificity(item[0])):
        severity = _severity((*path, word), level, complaints)
        rules = _rules((*path, word), word, matching_rules, complaints, is_key=True)
        _complain_of_twins((*path, word), rules, met, complaints)
        if severity is not None:
            found |= {rule.code: severity for rule in rules}
    return found


def _complain_of_twins(
    path: KeyPath, rules: tuple[Rule, ...], met: dict[tuple[Rule, ...], str], complaints: Complaints
) -> None:
    """Refuse two words for the same rule: which of them holds could not be told."""
    word = str(path[-1])
    if rules and met.setdefault(rules, word) != word:
        message = f"`{word}` and `{met[rules]}` mean the same"
        complaints.add(path, message, "remove one of them", is_key=True)


def _options(path: KeyPath, value: object, complaints: Complaints) -> dict[str, object]:
    """Read the options of rules, by code."""
    found: dict[str, object] = {}
    met: dict[tuple[Rule, ...], str] = {}
    for word, values in _items(path, value, complaints):
        here = (*path, word)
        rules = _rules(here, word, lambda name: (find_rule(name),), complaints, is_key=True)
        _complain_of_twins(here, rules, met, complaints)
        given = dict(_items(here, values, complaints))
        for rule in rules:
            if rule.options is None:
                message = f"{rule.code} {rule.name} has no options"
                complaints.add(here, message, f"see `argmap rule {rule.code}`", is_key=True)
            else:
                found[rule.code] = read_options(rule, given, here, complaints)
    return found


def _per_file_ignores(
    path: KeyPath, value: object, complaints: Complaints
) -> tuple[tuple[Glob, frozenset[str]], ...]:
    """Read which rules, by code, are not run on which files."""
    found = []
    for pattern, words in _items(path, value, complaints):
        here = (*path, pattern)
        glob = _glob(here, pattern, complaints, is_key=True)
        selectors = _selectors(here, words, complaints)
        codes = frozenset(rule.code for word in selectors for rule in matching_rules(word))
        if glob is not None:
            found.append((glob, codes))
    return tuple(found)


def _path(path: KeyPath, value: object, complaints: Complaints) -> str | None:
    if isinstance(value, str) and value:
        return value
    found = shown(value) if isinstance(value, str) else described(value)
    complaints.add(path, f"`{path[-1]}` is {found}, expected the path of a file")
    return None


def _switch(path: KeyPath, value: object, complaints: Complaints) -> bool:
    if isinstance(value, bool):
        return value
    message = f"`{path[-1]}` is {described(value)}, expected `true` or `false`"
    complaints.add(path, message, "write it without quotes")
    return False


def _schemes(path: KeyPath, value: object, complaints: Complaints) -> tuple[Scheme, ...]:
    """Read the argumentation schemes of a project."""
    found = []
    met: dict[str, str] = {}
    for name, values in _items(path, value, complaints):
        here = (*path, name)
        if not isinstance(values, dict):
            list(_items(here, values, complaints))
            continue
        scheme = read_scheme(name, values, here, complaints)
        if scheme is None:
            continue
        found.append(scheme)
        for word in scheme.names:
            if met.setdefault(word, name) != name:
                message = f"`{name}` and `{met[word]}` are both called `{word}`"
                complaints.add(here, message, "give one of them another name", is_key=True)
    return tuple(found)


def _limits(path: KeyPath, value: object, complaints: Complaints) -> Limits:
    """Read how much of a map is read."""
    return read_limits(dict(_items(path, value, complaints)), path, complaints)


_READERS: dict[str, Callable[[KeyPath, object, Complaints], Any]] = {
    "select": _selectors,
    "extend-select": _selectors,
    "ignore": _selectors,
    "fail-on": _severity,
    "severity": _severities,
    "options": _options,
    "per-file-ignores": _per_file_ignores,
    "exclude": _globs,
    "extend-exclude": _globs,
    "baseline": _path,
    "allow-outside": _switch,
    "schemes": _schemes,
    "limits": _limits,
}
KEYS = tuple(_READERS)
"""Every key that a configuration may have."""

"""What there is to read about the rules."""

from __future__ import annotations

from textwrap import indent
from typing import TYPE_CHECKING

from argmap.check.registry import all_rules, find_rule
from argmap.check.rule import Fixable
from argmap.report.text import COLOURS
from argmap.report.types import Style, plain

if TYPE_CHECKING:
    from argmap.check.rule import Rule

OFF = "off unless selected"
"""What is said of an optional rule."""
FIXES = {
    Fixable.SAFE: "with `--fix`, where it is certain",
    Fixable.UNSAFE: "with `--fix --unsafe-fixes`, where it is certain",
}
"""What is said of a rule whose findings can be fixed."""


def list_rules(style: Style = plain) -> str:
    """Write one line for each rule: code, name, severity, summary."""
    rules = all_rules()
    widest = max(len(rule.name) for rule in rules)
    lines = []
    for rule in rules:
        severity = style(f"{rule.severity.value:7}", fg=COLOURS[rule.severity])
        optional = f" ({OFF})" if rule.is_optional else ""
        summary = rule.documentation.summary
        lines.append(
            f"{style(rule.code, bold=True)}  {rule.name:{widest}}  {severity}  {summary}{optional}"
        )
    return "\n".join(lines) + "\n"


def explain_rule(word: str, style: Style = plain) -> str:
    """Write a rule's documentation.

    Args:
        word: a code or a name.
        style: colours a text.

    Raises:
        ArgmapError: when there is no such rule.
    """
    rule = find_rule(word)
    page = rule.documentation
    optional = f", {OFF}" if rule.is_optional else ""
    head = f"{style(f'{rule.code} {rule.name}', bold=True)} ({rule.severity.value}{optional})"
    fixable = f"\n\nFix: {FIXES[rule.fixable]}." if rule.fixable in FIXES else ""
    parts = [f"{head}\n\n{page.summary}{fixable}"]
    parts += [
        f"{style(title, bold=True)}\n{indent(body, '  ')}"
        for title, body in (
            ("Why", page.why),
            ("Mend", page.mend),
            ("Options", _options(rule)),
            ("Fires", page.fires),
            ("Clean", page.clean),
            ("Source", page.source),
        )
        if body
    ]
    return "\n\n".join(parts) + "\n"


def _options(rule: Rule) -> str:
    """Write a rule's options with their defaults, as a configuration holds them."""
    if not rule.described_options:
        return ""
    lines = [f"[tool.argmap.options.{rule.code}]"]
    for option in rule.described_options:
        lines += [f"# {option.help}", option.example]
    return "\n".join(lines)

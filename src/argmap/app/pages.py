"""The reference pages that are made from the program itself."""

from __future__ import annotations

import json
from textwrap import dedent
from typing import TYPE_CHECKING

from argmap.app.rules import FIXES, OFF
from argmap.app.schemes import schemes_page
from argmap.check.registry import all_rules
from argmap.evaluate import weights
from argmap.model.schema import build_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.rule import Rule

FAMILIES = {
    "AM0": "Reading",
    "AM1": "Structure",
    "AM2": "Support",
    "AM3": "Sources",
    "AM4": "Counterpoints",
    "AM5": "Schemes",
    "AM6": "Wording",
    "AM7": "Expectations",
    "AM8": "Conversion",
    "AM9": "Housekeeping",
}
_NOTICE = "<!-- Written by `make docs` from the rules themselves: do not edit. -->"


def rules_page() -> str:
    """Write the documentation of every rule as Markdown."""
    lines = [
        "# Rules",
        "",
        _NOTICE,
        "",
        "| code | name | severity | what it finds |",
        "|---|---|---|---|",
    ]
    for rule in all_rules():
        anchor = f"{rule.code}-{rule.name}".lower()
        summary = rule.documentation.summary
        lines.append(f"| [{rule.code}](#{anchor}) | {rule.name} | {_severity(rule)} | {summary} |")
    family = ""
    for rule in all_rules():
        if not rule.code.startswith(family) or not family:
            family = rule.code[:3]
            lines += ["", f"## {family} {FAMILIES[family]}"]
        page = rule.documentation
        lines += ["", f"### {rule.code} {rule.name}", "", page.summary]
        fixable = f" Fix: {FIXES[rule.fixable]}." if rule.fixable in FIXES else ""
        lines += ["", f"Severity: {_severity(rule)}. Since {rule.since}.{fixable}"]
        lines += ["", "**Why.** " + page.why, "", "**Mend.** " + page.mend]
        lines += _options(rule)
        lines += ["", "This fires:", "", "```yaml", dedent(page.fires), "```"]
        lines += ["", "This is clean:", "", "```yaml", dedent(page.clean), "```"]
        lines += ["", f"*{' '.join(page.source.split())}*"]
    return "\n".join(lines) + "\n"


def _severity(rule: Rule) -> str:
    return f"{rule.severity.value}, {OFF}" if rule.is_optional else rule.severity.value


def _options(rule: Rule) -> Iterator[str]:
    if rule.described_options:
        yield from ("", "**Options.** With their defaults:", "", "```toml")
        yield f"[tool.argmap.options.{rule.code}]"
        for option in rule.described_options:
            yield from (f"# {option.help}", option.example)
        yield "```"


def schema_page() -> str:
    """Write the JSON Schema of the file format."""
    return json.dumps(build_schema(), indent=2) + "\n"


def weights_page() -> str:
    """Write how much a node weighs by its qualifier or its kind as Markdown."""
    lines = [
        "# Weights",
        "",
        "<!-- Written by `make docs` from the weights themselves: do not edit. -->",
        "",
        "What a node weighs where its author gives no `weight`: the base score, or the ceiling, of"
        " its [strength](semantics.md#gradual-strength). The order is what matters, the figures are"
        " conventions, near those that Kent (1964), «Words of estimative probability», gives.",
        "",
        "| kind, without a qualifier | weight |",
        "|---|---|",
        f"| evidence with a citation | {weights.CITED_EVIDENCE} |",
        f"| assumption | {weights.ASSUMPTION} |",
        "",
        "| qualifier | weight |",
        "|---|---|",
    ]
    by_weight: dict[float, list[str]] = {}
    for word, weight in (*weights.STRENGTHENING.items(), *weights.WEAKENING.items()):
        by_weight.setdefault(weight, []).append(f"`{word}`")
    lines += [
        f"| {', '.join(by_weight[weight])} | {weight} |" for weight in sorted(by_weight)[::-1]
    ]
    lines.append(f"| any other | {weights.UNKNOWN_QUALIFIER} |")
    return "\n".join(lines) + "\n"


PAGES = {
    "rules.md": rules_page,
    "schemes.md": schemes_page,
    "argmap.schema.json": schema_page,
    "weights.md": weights_page,
}
"""File name under `docs/` to what writes it."""

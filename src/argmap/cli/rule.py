"""`argmap rule`."""

from __future__ import annotations

import click

from argmap.app.rules import explain_rule, list_rules
from argmap.cli.options import colour_option


@click.command("rule")
@click.argument("code", required=False)
@colour_option
def command(code: str | None, color: bool | None) -> None:
    """List the rules, or explain one, by code or name.

    Example: argmap rule AM202
    """
    text = explain_rule(code, click.style) if code else list_rules(click.style)
    click.echo(text, nl=False, color=color)

"""`argmap scheme`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.app.schemes import find_scheme, list_schemes, scheme_text, schemes_json, schemes_of
from argmap.cli.options import colour_option, config_options

if TYPE_CHECKING:
    from argmap.app.request import Request


@click.command("scheme")
@click.argument("name", metavar="[ID]", required=False)
@click.option(
    "--output-format", type=click.Choice(("text", "json")), default="text", show_default=True
)
@config_options
@colour_option
def command(name: str | None, request: Request, output_format: str, color: bool | None) -> None:
    """List the argumentation schemes, or show one, by id or alias.

    Those that the configuration of this folder adds are among them.

    Example: argmap scheme expert-opinion
    """
    library = schemes_of(request)
    chosen = library.schemes if name is None else (find_scheme(library, name),)
    if output_format == "json":
        text = schemes_json(library, chosen)
    elif name is None:
        text = list_schemes(library, click.style)
    else:
        text = scheme_text(chosen[0], click.style)
    click.echo(text, nl=False, color=color)

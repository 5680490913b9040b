"""`argmap why`."""

from __future__ import annotations

import shutil

import click

from argmap.app.load import load_map
from argmap.app.why import why_json, why_text
from argmap.cli.options import colour_option, map_argument


@click.command("why")
@map_argument
@click.argument("node")
@click.option(
    "--output-format", type=click.Choice(("text", "json")), default="text", show_default=True
)
@click.option("--width", type=click.IntRange(20), help="Columns; the terminal's by default.")
@colour_option
def command(
    path: str, node: str, *, output_format: str, width: int | None, color: bool | None
) -> None:
    """Say why a node stands, falls or hangs, in as few steps as can be.

    NODE is an id, an address, or a label of the picture.

    Example: argmap why maps/nato_asia.yaml thesis
    """
    if output_format == "json":
        click.echo(why_json(load_map(path), node), nl=False)
        return
    columns = width or max(20, shutil.get_terminal_size().columns)
    click.echo(
        why_text(load_map(path), node, width=columns, style=click.style), nl=False, color=color
    )

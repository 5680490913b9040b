"""`argmap crux`."""

from __future__ import annotations

import shutil

import click

from argmap.app.crux import MOST, crux_json, crux_text
from argmap.app.load import load_map
from argmap.cli.options import colour_option, map_argument


@click.command("crux")
@map_argument
@click.option(
    "--most",
    type=click.IntRange(1),
    metavar="N",
    default=MOST,
    show_default=True,
    help="Tell no more than these.",
)
@click.option(
    "--output-format", type=click.Choice(("text", "json")), default="text", show_default=True
)
@click.option("--width", type=click.IntRange(20), help="Columns; the terminal's by default.")
@colour_option
def command(
    path: str, *, most: int, output_format: str, width: int | None, color: bool | None
) -> None:
    """Find the single nodes that decide the fate of the thesis.

    Each node is left out, and taken to be defeated, and the map evaluated anew; those that change
    the thesis are told, and how. What changes most besides comes first.

    Example: argmap crux maps/nato_asia.yaml --most 3
    """
    argument = load_map(path)
    if output_format == "json":
        click.echo(crux_json(argument, most=most), nl=False)
        return
    columns = width or max(20, shutil.get_terminal_size().columns)
    text = crux_text(argument, most=most, width=columns, style=click.style)
    click.echo(text, nl=False, color=color)

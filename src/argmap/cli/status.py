"""`argmap status`."""

from __future__ import annotations

import shutil

import click

from argmap.app.load import load
from argmap.app.outline import outline_text
from argmap.cli.options import colour_option, map_argument


@click.command("status")
@map_argument
@click.option("--width", type=click.IntRange(20), help="Columns; the terminal's by default.")
@click.option("--depth", type=click.IntRange(0), help="Show so many levels below the thesis.")
@click.option("--ascii", "is_ascii", is_flag=True, help="Use no character outside ASCII for marks.")
@colour_option
def command(
    path: str, width: int | None, depth: int | None, is_ascii: bool, color: bool | None
) -> None:
    """Show what stands in a map, as a tree.

    Example: argmap status maps/nato_asia.yaml --depth 2
    """
    columns = width or max(20, shutil.get_terminal_size().columns)
    text = outline_text(
        load(path), width=columns, depth=depth, is_ascii=is_ascii, style=click.style
    )
    click.echo(text, nl=False, color=color)

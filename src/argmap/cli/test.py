"""`argmap test`."""

from __future__ import annotations

import click

from argmap.app.expect import compare_paths
from argmap.cli.options import chosen_paths, colour_option, only_maps_option, paths_argument


@click.command("test")
@paths_argument
@only_maps_option
@colour_option
def command(paths: tuple[str, ...], only_maps: bool, color: bool | None) -> int:
    """Compare maps with what their `expect` blocks assert.

    Exit code: 0 all hold, 1 one fails or a map has errors, 2 a file cannot be read.

    Example: argmap test maps
    """
    text, code = compare_paths(chosen_paths(paths, only_maps=only_maps), click.style)
    click.echo(text, nl=False, color=color)
    return code

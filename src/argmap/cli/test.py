"""`argmap test`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.app.expect import compare_paths
from argmap.cli.options import (
    chosen_paths,
    colour_option,
    config_options,
    only_maps_option,
    paths_argument,
)

if TYPE_CHECKING:
    from argmap.app.settings import Request


@click.command("test")
@paths_argument
@only_maps_option
@config_options
@colour_option
def command(paths: tuple[str, ...], only_maps: bool, request: Request, color: bool | None) -> int:
    """Compare maps with what their `expect` blocks assert.

    Exit code: 0 all hold, 1 one fails or a map has errors, 2 a file or the
    configuration cannot be read.

    Example: argmap test maps
    """
    text, code = compare_paths(chosen_paths(paths, only_maps=only_maps), click.style, request)
    click.echo(text, nl=False, color=color)
    return code

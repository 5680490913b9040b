"""`argmap test`."""

from __future__ import annotations

import click

from argmap.app.expect import compare_paths
from argmap.cli.options import colour_option, paths_argument


@click.command("test")
@paths_argument
@colour_option
def command(paths: tuple[str, ...], color: bool | None) -> int:
    """Compare maps with what their `expect` blocks assert.

    Exit code: 0 all hold, 1 one fails or a map has errors, 2 a file cannot be read.

    Example: argmap test maps
    """
    text, code = compare_paths(paths or (".",), click.style)
    click.echo(text, nl=False, color=color)
    return code

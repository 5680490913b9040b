"""`argmap cache`."""

from __future__ import annotations

import click

from argmap.app.cache import cache_folder, clear_cache
from argmap.source.display import printable


@click.group("cache")
def command() -> None:
    """Say where results of `argmap check` are kept, or remove them.

    Example: argmap cache dir
    """


@command.command("dir")
def show_folder() -> None:
    """Print the folder that results are kept in.

    Example: argmap cache dir
    """
    click.echo(printable(str(cache_folder())))


@command.command("clear")
def clear() -> None:
    """Remove all results that are kept.

    Example: argmap cache clear
    """
    count = clear_cache()
    click.echo(f"{printable(str(cache_folder()))}: {count} removed", err=True)

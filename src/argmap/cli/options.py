"""Options that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, TypeVar

import click

from argmap.app.files import keep_maps

Command = TypeVar("Command", bound=Callable[..., Any])

COLOUR_CHOICES = ("auto", "always", "never")


def colour_option(command: Command) -> Command:
    """Add `--color`, handed on as what `click.echo` takes: True, False or None for «look»."""
    return click.option(
        "--color",
        type=click.Choice(COLOUR_CHOICES),
        default="auto",
        show_default=True,
        callback=_read_colour,
        help="Colour the output; auto means on a terminal, unless NO_COLOR is set.",
    )(command)


def _read_colour(context: click.Context, parameter: click.Parameter, value: str) -> bool | None:
    del context, parameter
    if value == "auto":
        return False if os.environ.get("NO_COLOR") else None
    return value == "always"


def paths_argument(command: Command) -> Command:
    """Add `[PATH]…`: files, folders or `-`; this folder where none is given."""
    return click.argument("paths", nargs=-1, metavar="[PATH]...")(command)


def only_maps_option(command: Command) -> Command:
    """Add `--only-maps`, for callers that name every YAML file."""
    return click.option(
        "--only-maps",
        is_flag=True,
        help="Pass over the files named that have no argmap: key, as in folders.",
    )(command)


def chosen_paths(paths: tuple[str, ...], *, only_maps: bool) -> list[str]:
    """Give the paths to work on; none where files were named and none of them is a map."""
    chosen = paths or (".",)
    return list(keep_maps(chosen) if only_maps else chosen)


def map_argument(command: Command) -> Command:
    """Add `MAP`: one file, or `-`."""
    return click.argument("path", metavar="MAP")(command)


def fail_on_option(command: Command) -> Command:
    """Add `--fail-on`."""
    return click.option(
        "--fail-on",
        type=click.Choice(("error", "warning", "note")),
        default="warning",
        show_default=True,
        help="Exit with 1 from this severity on.",
    )(command)

"""`argmap test`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.app.answer import SECONDS
from argmap.app.expect import compare_paths
from argmap.cli.options import (
    chosen_paths,
    colour_option,
    config_options,
    only_maps_option,
    paths_argument,
)
from argmap.report.formats import COMPARISONS

if TYPE_CHECKING:
    from argmap.app.request import Request


@click.command("test")
@paths_argument
@click.option(
    "--output-format",
    type=click.Choice(tuple(COMPARISONS)),
    default="text",
    show_default=True,
    help="How results are written.",
)
@click.option(
    "--time-limit",
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    default=SECONDS,
    show_default=True,
    help="Look for the labellings of a map no longer than this.",
)
@only_maps_option
@config_options
@colour_option
def command(
    paths: tuple[str, ...],
    *,
    output_format: str,
    time_limit: float,
    only_maps: bool,
    request: Request,
    color: bool | None,
) -> int:
    """Compare maps with what their `expect` blocks assert.

    Semantics other than grounded need the extra `solve` where grounded leaves something undecided:
    pip install 'argmap[solve]'. Exit code: 0 all hold, 1 one fails or a map has errors, 2 a file
    or the configuration cannot be read, or an expectation cannot be compared.

    Example: argmap test maps
    """
    tested = compare_paths(chosen_paths(paths, only_maps=only_maps), request, time_limit)
    text = COMPARISONS[output_format](tested.comparison, click.style)
    click.echo(text, nl=False, color=color)
    if tested.trouble is not None:
        raise tested.trouble
    return tested.exit_code

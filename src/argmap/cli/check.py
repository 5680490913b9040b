"""`argmap check`."""

from __future__ import annotations

import click

from argmap.app.check import check_paths
from argmap.cli.options import (
    chosen_paths,
    colour_option,
    fail_on_option,
    only_maps_option,
    paths_argument,
)
from argmap.diagnostics import Severity
from argmap.report.formats import REPORTS


@click.command("check")
@paths_argument
@click.option(
    "--output-format",
    type=click.Choice(tuple(REPORTS)),
    default="text",
    show_default=True,
    help="How findings are written.",
)
@click.option("--select", multiple=True, metavar="RULE", help="Run these only: AM201, AM2, a name.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Do not run these.")
@click.option("--stdin-filename", metavar="NAME", help="How standard input is named in findings.")
@only_maps_option
@fail_on_option
@colour_option
def command(
    paths: tuple[str, ...],
    output_format: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    stdin_filename: str | None,
    only_maps: bool,
    fail_on: str,
    color: bool | None,
) -> int:
    """Find what is wrong and what is weak in maps.

    PATH may be a file, a folder (searched for maps) or - for standard input; without one this
    folder is searched. Exit code: 0 clean, 1 findings, 2 a file cannot be read.

    Example: argmap check maps --output-format json
    """
    report, is_any_missing = check_paths(
        chosen_paths(paths, only_maps=only_maps),
        select=_split(select),
        ignore=_split(ignore),
        stdin_name=stdin_filename,
    )
    click.echo(REPORTS[output_format](report, click.style), nl=False, color=color)
    if is_any_missing:
        return 2
    return int(report.fails(Severity(fail_on)))


def _split(words: tuple[str, ...]) -> list[str]:
    return [part.strip() for word in words for part in word.split(",") if part.strip()]

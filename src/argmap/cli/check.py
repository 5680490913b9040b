"""`argmap check`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from argmap.app.check import check_paths
from argmap.cli.options import (
    baseline_options,
    chosen_paths,
    colour_option,
    config_options,
    only_maps_option,
    paths_argument,
    rule_options,
)
from argmap.report.formats import REPORTS, STATISTICS

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.app.settings import Request


@click.command("check")
@paths_argument
@click.option(
    "--output-format",
    type=click.Choice(tuple(REPORTS)),
    metavar="FORMAT",
    default="text",
    show_default=True,
    help=f"How findings are written: {', '.join(REPORTS)}.",
)
@rule_options
@baseline_options
@config_options
@click.option("--statistics", is_flag=True, help="Count the findings of each rule instead.")
@click.option("--show-accepted", is_flag=True, help="Show accepted findings with their reasons.")
@click.option("--stdin-filename", metavar="NAME", help="How standard input is named in findings.")
@only_maps_option
@click.option(
    "--jobs",
    type=click.IntRange(0),
    metavar="N",
    help="Check in N processes; 0: one for each core.  [default: what saves time]",
)
@colour_option
def command(
    paths: tuple[str, ...],
    *,
    output_format: str,
    request: Request,
    statistics: bool,
    show_accepted: bool,
    stdin_filename: str | None,
    only_maps: bool,
    jobs: int | None,
    new_baseline: Path | None,
    color: bool | None,
) -> int:
    """Find what is wrong and what is weak in maps.

    PATH may be a file, a folder (searched for maps) or - for standard input; without one this
    folder is searched. Exit code: 0 clean, 1 findings, 2 a file or the configuration cannot be
    read.

    Example: argmap check maps --output-format json
    """
    if statistics and output_format not in STATISTICS:
        known = ", ".join(STATISTICS)
        raise click.UsageError(f"`--statistics` goes with `--output-format` {known} only")
    if new_baseline is not None and request.baseline is not None:
        raise click.UsageError("give `--baseline` or `--write-baseline`, not both")
    chosen = chosen_paths(paths, only_maps=only_maps)
    run = check_paths(
        chosen, request, stdin_name=stdin_filename, jobs=jobs, new_baseline=new_baseline
    )
    write = (STATISTICS if statistics else REPORTS)[output_format]
    report = replace(run.report, show_accepted=show_accepted)
    click.echo(write(report, click.style), nl=False, color=color)
    if new_baseline is not None:
        count = sum(finding.is_baselined for finding in report.findings)
        click.echo(f"{new_baseline}: {count} of these findings are known from now on", err=True)
    return run.exit_code

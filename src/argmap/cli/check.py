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
    fix_options,
    only_maps_option,
    paths_argument,
    rule_options,
)
from argmap.report.formats import REPORTS, STATISTICS

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.app.fix_files import Fixes, Fixing
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
@fix_options
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
    fixing: Fixing | None,
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
    is_dry = fixing is not None and fixing.is_dry
    if is_dry and (statistics or new_baseline is not None or output_format != "text"):
        raise click.UsageError("`--diff` shows changes only: leave other outputs out")
    chosen = chosen_paths(paths, only_maps=only_maps)
    run = check_paths(
        chosen,
        request,
        stdin_name=stdin_filename,
        jobs=jobs,
        new_baseline=new_baseline,
        fixing=fixing,
    )
    write = (STATISTICS if statistics else REPORTS)[output_format]
    report = replace(run.report, show_accepted=show_accepted)
    is_taken = run.fixes is not None and _show_fixes(run.fixes)
    if not is_dry:
        click.echo(write(report, click.style), nl=False, color=color, err=is_taken)
    if new_baseline is not None:
        count = sum(finding.is_baselined for finding in report.findings)
        click.echo(f"{new_baseline}: {count} of these findings are known from now on", err=True)
    return run.exit_code


def _show_fixes(fixes: Fixes) -> bool:
    """Write what fixing came to: talk, differences, and what standard input became.

    Returns:
        Whether standard output is taken by a map or by differences.
    """
    for line in fixes.talk:
        click.echo(line, err=True)
    output = fixes.output
    if output is not None:
        click.echo(output, nl=False)
    return output is not None

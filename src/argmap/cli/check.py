"""`argmap check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

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
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from argmap.app.check import Run
    from argmap.app.fix_files import Fixes, Fixing
    from argmap.app.request import Request
    from argmap.report.formats import Write


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
@click.option("--no-cache", is_flag=True, help="Check anew, and keep no result.")
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
    no_cache: bool,
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
    _refuse_contradictions(output_format, request, fixing, new_baseline, is_counted=statistics)
    write = (STATISTICS if statistics else REPORTS)[output_format]

    def check(key: str | None) -> Run:
        from argmap.app.check import check_paths

        run = check_paths(
            chosen_paths(paths, only_maps=only_maps),
            request,
            stdin_name=stdin_filename,
            jobs=jobs,
            new_baseline=new_baseline,
            fixing=fixing,
            key=key,
        )
        return run._replace(report=run.report._replace(show_accepted=show_accepted))

    def output(key: str | None) -> tuple[str, int]:
        run = check(key)
        return write(run.report, click.style), run.exit_code

    if fixing is not None or new_baseline is not None:
        run = check(None)
        _show_run(run, write, new_baseline, color=color)
        return run.exit_code
    asked = (paths, request, output_format, statistics, show_accepted, stdin_filename, only_maps)
    text, code = output(None) if no_cache else _remembered(asked, paths or (".",), output)
    click.echo(text, nl=False, color=color)
    return code


def _remembered(
    asked: object, paths: Sequence[str], make: Callable[[str | None], tuple[str, int]]
) -> tuple[str, int]:
    from argmap.app.cache import Output, remembered

    return remembered(asked, paths, lambda key: Output(*make(key)))


def _refuse_contradictions(
    output_format: str,
    request: Request,
    fixing: Fixing | None,
    new_baseline: Path | None,
    *,
    is_counted: bool,
) -> None:
    """Refuse options that do not go together."""
    if is_counted and output_format not in STATISTICS:
        known = ", ".join(STATISTICS)
        raise click.UsageError(f"`--statistics` goes with `--output-format` {known} only")
    if new_baseline is not None and request.baseline is not None:
        raise click.UsageError("give `--baseline` or `--write-baseline`, not both")
    is_dry = fixing is not None and fixing.is_dry
    if is_dry and (is_counted or new_baseline is not None or output_format != "text"):
        raise click.UsageError("`--diff` shows changes only: leave other outputs out")


def _show_run(run: Run, write: Write, new_baseline: Path | None, *, color: bool | None) -> None:
    """Write what a run found that has changed maps, or written a baseline."""
    is_taken = run.fixes is not None and _show_fixes(run.fixes)
    if run.fixes is None or not run.fixes.fixing.is_dry:
        click.echo(write(run.report, click.style), nl=False, color=color, err=is_taken)
    if new_baseline is not None:
        count = sum(finding.is_baselined for finding in run.report.findings)
        from argmap.source.display import printable

        name = printable(str(new_baseline))
        click.echo(f"{name}: {count} of these findings are known from now on", err=True)


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

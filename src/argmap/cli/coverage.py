"""`argmap coverage`."""

from __future__ import annotations

import shutil

import click

from argmap.app.coverage import coverage_json, coverage_of, coverage_text
from argmap.app.load import load_map
from argmap.app.numbers import read_numbers
from argmap.cli.options import colour_option, map_argument


@click.command("coverage")
@map_argument
@click.option("--source", metavar="NAME", help="The source; the map's article by default.")
@click.option("--exempt", metavar="N,…", help="Paragraphs that need no citation: 1,4-6.")
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    metavar="N",
    help="Exit with 1 where fewer than N per cent are cited.",
)
@click.option(
    "--output-format", type=click.Choice(("text", "json")), default="text", show_default=True
)
@click.option("--width", type=click.IntRange(20), help="Columns; the terminal's by default.")
@click.option("--ascii", "is_ascii", is_flag=True, help="Draw bars with #.")
@colour_option
def command(
    path: str,
    *,
    source: str | None,
    exempt: str | None,
    fail_under: float | None,
    output_format: str,
    width: int | None,
    is_ascii: bool,
    color: bool | None,
) -> int:
    """Show how often each paragraph of a source is cited.

    The source's text or its fingerprint must be at hand. Exit code: 0, or 1 where less is cited
    than `--fail-under` asks for.

    Example: argmap coverage maps/nato_asia.yaml --fail-under 100
    """
    argument = load_map(path)
    found = coverage_of(argument, source, read_numbers(exempt or "", "--exempt"))
    if output_format == "json":
        click.echo(coverage_json(argument, found), nl=False)
    else:
        columns = width or max(20, shutil.get_terminal_size().columns)
        text = coverage_text(argument, found, width=columns, is_ascii=is_ascii, style=click.style)
        click.echo(text, nl=False, color=color)
    return int(fail_under is not None and 100 * found.share < fail_under)

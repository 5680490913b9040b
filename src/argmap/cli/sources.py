"""`argmap sources`."""

from __future__ import annotations

import shutil

import click

from argmap.app.load import load_map
from argmap.app.source_lines import sources_text
from argmap.app.source_list import EXPORTS, Order, iter_remarks, list_sources
from argmap.cli.options import colour_option, map_argument


@click.command("sources")
@map_argument
@click.option(
    "--sort",
    type=click.Choice([order.value for order in Order]),
    help="In the order of the map otherwise.",
)
@click.option(
    "--output-format", type=click.Choice(("text", *EXPORTS)), default="text", show_default=True
)
@click.option("--width", type=click.IntRange(20), help="Columns; the terminal's by default.")
@colour_option
def command(
    path: str, *, sort: str | None, output_format: str, width: int | None, color: bool | None
) -> None:
    """List the sources of a map, and who cites them.

    BibTeX needs the extra `bib`: pip install 'argmap[bib]'. What a format cannot carry is told on
    standard error.

    Example: argmap sources maps/nato_asia.yaml --sort cited
    """
    listed = list_sources(load_map(path), None if sort is None else Order(sort))
    if output_format == "text":
        columns = width or max(20, shutil.get_terminal_size().columns)
        text = sources_text(listed, width=columns, style=click.style)
    else:
        text = EXPORTS[output_format](listed)
    click.echo(text, nl=False, color=color)
    for remark in iter_remarks(listed, output_format):
        click.echo(remark, err=True)

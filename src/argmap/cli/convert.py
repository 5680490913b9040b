"""`argmap convert`."""

from __future__ import annotations

from pathlib import Path

import click

from argmap.app.convert import CONVERSIONS, convert
from argmap.app.files import write_file
from argmap.app.load import load_map
from argmap.cli.options import map_argument
from argmap.source.display import printable


@click.command("convert")
@map_argument
@click.option("--to", "target", type=click.Choice(tuple(CONVERSIONS)), required=True)
@click.option("-o", "--output", metavar="FILE", help="Write there; standard output otherwise.")
def command(path: str, target: str, output: str | None) -> None:
    """Write a map in another format.

    Example: argmap convert maps/nato_asia.yaml --to json -o nato_asia.json
    """
    text = convert(load_map(path), target)
    if output is None:
        click.echo(text, nl=False)
    else:
        write_file(Path(output), text.encode())
        click.echo(f"wrote {printable(output)}", err=True)

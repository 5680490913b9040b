"""`argmap render`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.app.draw import FORMATS, draw, format_of
from argmap.app.files import write_file
from argmap.app.load import STDIN, load
from argmap.cli.options import config_options, map_argument
from argmap.cli.picture_options import picture_options

if TYPE_CHECKING:
    from argmap.app.settings import Request
    from argmap.render.options import PictureOptions


@click.command("render")
@map_argument
@click.option("-o", "--output", metavar="FILE", help="Default: output/<map name>.svg.")
@click.option("-f", "--format", "wanted", type=click.Choice(FORMATS), help="Overrides the suffix.")
@picture_options
@click.option("--check", "only_check", is_flag=True, help="Write nothing; 1 if out of date.")
@config_options
def command(
    path: str,
    output: str | None,
    wanted: str | None,
    only_check: bool,
    options: PictureOptions,
    request: Request,
) -> int:
    """Draw a map.

    Example: argmap render maps/nato_asia.yaml -o output/nato_asia.png
    """
    name = "map" if path == STDIN else Path(path).stem
    target = Path(output or f"output/{name}.{wanted or 'svg'}")
    drawing = draw(load(path), format_of(target, wanted), options, request)
    for warning in drawing.warnings:
        click.echo(f"argmap: {target}: {warning}", err=True)
    if only_check:
        is_current = target.is_file() and target.read_bytes() == drawing.data
        if not is_current:
            click.echo(f"{target} is out of date; run `argmap render {path} -o {target}`", err=True)
        return int(not is_current)
    write_file(target, drawing.data)
    click.echo(f"wrote {target}", err=True)
    return 0

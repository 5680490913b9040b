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
from argmap.source.display import printable

if TYPE_CHECKING:
    from argmap.app.settings import Request
    from argmap.render.options import PictureOptions


@click.command("render")
@map_argument
@click.option(
    "-o",
    "--output",
    "outputs",
    metavar="FILE",
    multiple=True,
    help="Default: output/<map name>.svg. May be repeated.",
)
@click.option("-f", "--format", "wanted", type=click.Choice(FORMATS), help="Overrides the suffix.")
@picture_options
@click.option("--check", "only_check", is_flag=True, help="Write nothing; 1 if out of date.")
@config_options
def command(
    path: str,
    outputs: tuple[str, ...],
    wanted: str | None,
    only_check: bool,
    options: PictureOptions,
    request: Request,
) -> int:
    """Draw a map.

    Example: argmap render maps/nato_asia.yaml -o output/nato_asia.png
    """
    name = "map" if path == STDIN else Path(path).stem
    targets = [Path(output) for output in outputs or (f"output/{name}.{wanted or 'svg'}",)]
    formats = [format_of(target, wanted) for target in targets]
    argument = load(path)
    finish = _compare if only_check else _write
    code = 0
    for target, form in zip(targets, formats, strict=True):
        drawing = draw(argument, form, options, request)
        for warning in drawing.warnings:
            click.echo(f"argmap: {printable(str(target))}: {warning}", err=True)
        code = max(code, finish(target, drawing.data))
    return code


def _write(target: Path, data: bytes) -> int:
    write_file(target, data)
    click.echo(f"wrote {printable(str(target))}", err=True)
    return 0


def _compare(target: Path, data: bytes) -> int:
    if target.is_file() and target.read_bytes() == data:
        return 0
    found = "out of date" if target.exists() else "not there"
    click.echo(f"{printable(str(target))} is {found}", err=True)
    click.echo("  help: run the same command without `--check`", err=True)
    return 1

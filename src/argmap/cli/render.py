"""`argmap render`."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from argmap.app.draw import BINARY, FORMATS, LEAST_WIDTH, TEXT_WIDTH, draw, format_of
from argmap.app.files import STDIN, write_file
from argmap.app.load import load_map
from argmap.app.outline import can_show_signs
from argmap.app.split import find_stale
from argmap.app.split import split as split_map
from argmap.cli.options import config_options, map_argument
from argmap.cli.picture_options import picture_options
from argmap.source.display import printable

if TYPE_CHECKING:
    from argmap.app.draw import Drawing
    from argmap.app.load import Argument
    from argmap.app.request import Request
    from argmap.render.options import PictureOptions

STDOUT = "-"


@click.command("render")
@map_argument
@click.option(
    "-o",
    "--output",
    "outputs",
    metavar="FILE",
    multiple=True,
    help="Default: output/<map name>.svg; - for standard output. May be repeated.",
)
@click.option("-f", "--format", "wanted", type=click.Choice(FORMATS), help="Overrides the suffix.")
@picture_options
@click.option(
    "--split",
    type=click.Choice(("sections",)),
    help="One file per section, named after FILE; in a PDF, one page per section.",
)
@click.option("--check", "only_check", is_flag=True, help="Write nothing; 1 if out of date.")
@config_options
def command(
    path: str,
    outputs: tuple[str, ...],
    wanted: str | None,
    split: str | None,
    only_check: bool,
    options: PictureOptions,
    request: Request,
) -> int:
    """Draw a map.

    Example: argmap render maps/nato_asia.yaml -o output/nato_asia.png
    """
    name = "map" if path == STDIN else Path(path).stem
    targets = outputs or (f"output/{name}.{wanted or 'svg'}",)
    formats = [_form_of(target, wanted) for target in targets]
    if STDOUT in targets and (split or only_check):
        other = "--split" if split else "--check"
        raise click.UsageError(f"`{other}` needs a file, not standard output")
    argument = load_map(path, request)
    code = 0
    for target, form in zip(targets, formats, strict=True):
        if target == STDOUT:
            _print(argument, form, options, request)
        else:
            job = _Job(argument, Path(target), form, options, request)
            code = max(code, _finish(job, is_split=split is not None, only_check=only_check))
    return code


class _Job(NamedTuple):
    """A file to be drawn; the arguments of `split_map`."""

    argument: Argument
    target: Path
    form: str
    options: PictureOptions
    request: Request


def _form_of(target: str, wanted: str | None) -> str:
    form = format_of(Path(target), wanted or ("svg" if target == STDOUT else None))
    if target == STDOUT and form in BINARY:
        raise click.UsageError(f"{form} goes into a file, not to standard output")
    return form


def _print(argument: Argument, form: str, options: PictureOptions, request: Request) -> None:
    """Write to standard output; an outline suits the terminal."""
    if form == "txt" and options.width is None:
        columns = shutil.get_terminal_size((TEXT_WIDTH, 24)).columns
        options = replace(options, width=max(LEAST_WIDTH, columns))
    is_ascii = not can_show_signs(sys.stdout.encoding)
    drawing = draw(argument, form, options, request, is_ascii=is_ascii)
    for warning in drawing.warnings:
        click.echo(f"argmap: {warning}", err=True)
    click.echo(drawing.data.decode(), nl=False)


def _whole(job: _Job) -> tuple[Path, Drawing]:
    return job.target, draw(job.argument, job.form, job.options, job.request)


def _finish(job: _Job, *, is_split: bool, only_check: bool) -> int:
    """Write what is drawn, or compare it with what is there."""
    finish = _compare if only_check else _write
    drawn = split_map(*job) if is_split else [_whole(job)]
    code = 0
    kept = set()
    for target, drawing in drawn:
        for warning in drawing.warnings:
            click.echo(f"argmap: {printable(str(target))}: {warning}", err=True)
        code = max(code, finish(target, drawing.data))
        kept.add(target)
    for stale in find_stale(job.target, kept) if is_split and job.form != "pdf" else []:
        click.echo(f"{printable(str(stale))} is left of a former split", err=True)
        click.echo("  help: delete it", err=True)
        code = max(code, int(only_check))
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

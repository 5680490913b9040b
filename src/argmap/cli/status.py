"""`argmap status`."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import click

from argmap.app.answer import answer
from argmap.app.load import load_map
from argmap.app.outline import can_show_signs, outline_text
from argmap.cli.options import colour_option, map_argument
from argmap.cli.question_options import question_options
from argmap.render.options import PictureOptions
from argmap.source.display import printable

if TYPE_CHECKING:
    from argmap.app.answer import Question


@click.command("status")
@map_argument
@question_options
@click.option("--width", type=click.IntRange(20), help="Columns; the terminal's by default.")
@click.option("--depth", type=click.IntRange(0), help="Show so many levels below the thesis.")
@click.option("--focus", metavar="NODE", help="Show what is below this id, address or label.")
@click.option("--section", metavar="NAME", help="Show one section only.")
@click.option(
    "--ascii",
    "is_ascii",
    is_flag=True,
    help="Use no character outside ASCII for marks, as where the terminal has none.",
)
@colour_option
def command(
    path: str,
    question: Question,
    width: int | None,
    depth: int | None,
    focus: str | None,
    section: str | None,
    is_ascii: bool,
    color: bool | None,
) -> None:
    """Show what stands in a map, as a tree.

    Other semantics than grounded need the extra `solve`: pip install 'argmap[solve]'.

    Example: argmap status maps/nato_asia.yaml --depth 2
    """
    argument = load_map(path)
    found = answer(argument, question)
    text = outline_text(
        argument,
        width=width or max(20, shutil.get_terminal_size().columns),
        options=PictureOptions(depth=depth, focus=focus, section=section),
        is_ascii=is_ascii or not can_show_signs(sys.stdout.encoding),
        style=click.style,
        answer=found,
    )
    click.echo(text, nl=False, color=color)
    if found.remark is not None:
        click.echo(f"argmap: {printable(found.remark)}", err=True)

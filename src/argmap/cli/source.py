"""`argmap source`: the texts that a map is a reading of."""

from __future__ import annotations

import shutil

import click

from argmap.app.load import load_map
from argmap.app.lock import build_locks, write_locks
from argmap.app.show import find_shown, shown_json, shown_text
from argmap.cli.options import colour_option, map_argument
from argmap.source.display import printable


@click.group("source", context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """Work with the sources of a map.

    Example: argmap source lock maps/nato_asia.yaml
    """


@command.command("lock")
@map_argument
@click.argument("names", nargs=-1, metavar="[SOURCE]...")
@click.option("--text", metavar="FILE", help="The text, where the map does not name it.")
@click.option("--check", "is_check", is_flag=True, help="Write nothing; exit with 1 if one is old.")
def lock(path: str, names: tuple[str, ...], text: str | None, *, is_check: bool) -> int:
    """Write the fingerprint of a source, by which quotations are proved without its text.

    Without SOURCE, of every source whose text is at hand. Run it again when the text changes, and
    when the map quotes fewer than four words that it did not quote before.

    Example: argmap source lock essay.yaml essay --text essay.md
    """
    locks = build_locks(load_map(path), names, text)
    old = [one for one in locks if not one.is_current]
    if not is_check:
        write_locks(old)
    for one in old:
        click.echo(f"{printable(str(one.path))}: {'out of date' if is_check else 'written'}")
    for one in locks:
        if not one.is_named:
            click.echo(f"name it in the map, under source `{one.source}`: {one.entry}", err=True)
        for quote in one.unproved:
            told = f"the fingerprint of `{one.source}` does not prove the quotation"
            click.echo(f"{told}: {printable(quote)}", err=True)
    return int(is_check and bool(old))


@command.command("show")
@click.argument("path", metavar="MAP|FILE")
@click.argument("source", required=False)
@click.option("--paragraph", metavar="N,…", help="Show these only: 1,4-6.")
@click.option(
    "--output-format", type=click.Choice(("text", "json")), default="text", show_default=True
)
@click.option("--width", type=click.IntRange(20), help="Columns; the terminal's by default.")
@colour_option
def show(
    path: str,
    source: str | None,
    *,
    paragraph: str | None,
    output_format: str,
    width: int | None,
    color: bool | None,
) -> None:
    """Show the text of a source with its paragraphs numbered, as citations count them.

    Takes a map and the name of a source (by default the map's article), or the file of a text
    itself: plain text, Markdown, HTML or PDF.

    Example: argmap source show essay.yaml essay --paragraph 4-6
    """
    shown = find_shown(path, source, paragraph or "")
    if output_format == "json":
        click.echo(shown_json(shown), nl=False)
    else:
        columns = width or max(20, shutil.get_terminal_size().columns)
        click.echo(shown_text(shown, width=columns, style=click.style), nl=False, color=color)

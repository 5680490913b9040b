"""`argmap new`."""

from __future__ import annotations

from pathlib import Path

import click

from argmap.app.begin import begin_map
from argmap.source.display import printable


@click.command("new")
@click.argument("article", metavar="ARTICLE")
@click.option(
    "-o", "--output", metavar="MAP", type=click.Path(path_type=Path), help="Where to write the map."
)
@click.option(
    "--fingerprint", "by_print", is_flag=True, help="Name a fingerprint in place of the text."
)
@click.option("--force", is_flag=True, help="Replace a map that is there.")
def command(article: str, output: Path | None, *, by_print: bool, force: bool) -> None:
    """Begin a map of an article.

    Reads title and metadata from the file, and writes a map with a block for each paragraph to
    work through. Without -o it is written to standard output.

    Example: argmap new essay.md -o essay.yaml
    """
    made = begin_map(article, output, by_print=by_print, is_forced=force)
    if made.warning is not None:
        message, mend = map(printable, made.warning)
        click.echo(f"argmap: {message}\n  help: {mend}", err=True)
    if output is None:
        click.echo(made.content, nl=False)
        return
    made.write()
    for path, _ in made.files:
        click.echo(f"wrote {printable(str(path))}", err=True)
    click.echo(f"fill in the thesis, then run: argmap check {printable(str(output))}", err=True)

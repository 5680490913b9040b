"""`argmap cite`."""

from __future__ import annotations

import click

from argmap.app.cite import find_words, places_text
from argmap.app.load import load_map
from argmap.cli.options import colour_option, map_argument


@click.command("cite")
@map_argument
@click.argument("words")
@click.option("--source", metavar="NAME", help="Look in this source only.")
@colour_option
def command(path: str, words: str, source: str | None, color: bool | None) -> int:
    """Find where words stand in a map's sources, and how to cite them.

    Prints each place with the `cite:` to paste. Where the words stand nowhere as they are, what is
    nearest is shown. Exit code: 0 found, 1 not found as they are.

    Example: argmap cite essay.yaml "passed the inspection"
    """
    places = find_words(load_map(path), words, source)
    click.echo(places_text(places, click.style), nl=False, color=color)
    is_found = any(place.is_exact for place in places)
    if not is_found:
        more = "; the nearest is shown" if places else ""
        click.echo(f"these words stand in no source{more}", err=True)
    return int(not is_found)

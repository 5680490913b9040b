"""Options that say what a picture shows, and how."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

import click

from argmap.render.options import (
    DIRECTIONS,
    LAYOUTS,
    STRENGTHS,
    THEMES,
    PictureKeywords,
    PictureOptions,
)

Command = TypeVar("Command", bound=Callable[..., Any])


def picture_options(command: Command) -> Command:
    """Add what may be asked of a picture, handed on as `options`."""

    @wraps(command)
    def collected(*args: Any, why: str | None, **values: Any) -> Any:
        if why is not None and values["highlight"] is not None:
            raise click.UsageError("give `--why` or `--highlight`, not both")
        if why is not None:
            values["highlight"] = f"why:{why}"
        asked = {
            name: values.pop(name) for name in PictureKeywords.__annotations__ if name in values
        }
        return command(*args, options=PictureOptions(**asked), **values)

    whole = cast("Command", collected)
    for option in reversed(_OPTIONS):
        whole = option(whole)
    return whole


_OPTIONS = (
    click.option(
        "--theme",
        type=click.Choice(THEMES),
        help="Colours; auto follows the reader's light or dark mode (SVG, HTML).  "
        "[default: light; auto for HTML]",
    ),
    click.option(
        "--direction",
        type=click.Choice(DIRECTIONS),
        help="Where reasons stand, seen from what they support (SVG, PNG, PDF).  "
        "[default: right; left where the map's `lang` is written from right to left]",
    ),
    click.option("--title", metavar="TEXT", help="Heading, in place of the map's title."),
    click.option(
        "--legend/--no-legend", default=True, help="Explain the signs below, or leave that out."
    ),
    click.option(
        "--width",
        type=click.IntRange(1),
        help="Pixels of the page (columns of a text).  [default: what suits the map]",
    ),
    click.option("--depth", type=click.IntRange(0), help="Show so many levels only."),
    click.option("--focus", metavar="NODE", help="Show what is below this id, address or label."),
    click.option("--section", metavar="NAME", help="Show one section only."),
    click.option(
        "--highlight",
        metavar="WHAT",
        help="Mute all but this: unsupported, against or why:NODE.",
    ),
    click.option(
        "--why", metavar="NODE", help="Mute all but what decides this node: --highlight why:NODE."
    ),
    click.option(
        "--strength",
        type=click.Choice(STRENGTHS),
        help="Show how strong each statement is (SVG, PNG, PDF, HTML).",
    ),
    click.option(
        "--scale",
        type=click.FloatRange(min=0.1),
        help="PNG: pixels per pixel of the picture.  [default: 2, or less if it is large]",
    ),
    click.option(
        "--system-fonts",
        is_flag=True,
        help="PNG, PDF: take other scripts from this machine's fonts; the file depends on them.",
    ),
    click.option(
        "--no-article",
        "article",
        flag_value=False,
        default=True,
        help="Leave the texts of sources out of the page (HTML): they may be under copyright.",
    ),
    click.option(
        "--overview",
        is_flag=True,
        help="One page of the whole map, every node a small mark (SVG, PNG, PDF).",
    ),
    click.option(
        "--whole",
        is_flag=True,
        help="Draw all cards of a map that no page can hold, not its overview (SVG, PNG, PDF).",
    ),
    click.option(
        "--layout",
        type=click.Choice(LAYOUTS),
        default="auto",
        show_default=True,
        help="Who places the cards: Graphviz, argmap's own tree, or what suits their number "
        "(SVG, PNG, PDF).",
    ),
)
"""In the order in which `--help` lists them."""

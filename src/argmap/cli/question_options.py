"""Options that say how a map is evaluated."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

import click

from argmap.app.answer import SECONDS, Question
from argmap.evaluate.influence import INFLUENCES
from argmap.evaluate.labellings import Semantics
from argmap.evaluate.reading import Mode, Reading
from argmap.evaluate.translate import Support

Command = TypeVar("Command", bound=Callable[..., Any])


def question_options(command: Command) -> Command:
    """Add what may be asked of statuses, handed on as `question`."""

    @wraps(command)
    def collected(
        *args: Any,
        semantics: str,
        mode: str,
        support: str,
        time_limit: float,
        strength: str | None,
        without: tuple[str, ...],
        suppose: tuple[str, ...],
        **values: Any,
    ) -> Any:
        reading = Reading(Semantics(semantics), Mode(mode), Support(support))
        question = Question(reading, time_limit, strength, without, suppose)
        return command(*args, question=question, **values)

    whole = cast("Command", collected)
    for option in reversed(_OPTIONS):
        whole = option(whole)
    return whole


_OPTIONS = (
    click.option(
        "--semantics",
        metavar="NAME",
        type=click.Choice([one.value for one in Semantics]),
        default=Semantics.GROUNDED.value,
        show_default=True,
        help=f"Which labellings count: {', '.join(one.value for one in Semantics)}.",
    ),
    click.option(
        "--mode",
        type=click.Choice([one.value for one in Mode]),
        default=Mode.SKEPTICAL.value,
        show_default=True,
        help="Let stand what every labelling accepts, or what some does.",
    ),
    click.option(
        "--support",
        type=click.Choice([one.value for one in Support]),
        default=Support.EVIDENTIAL.value,
        show_default=True,
        help="A conclusion needs its reasons, or follows from them.",
    ),
    click.option(
        "--time-limit",
        type=click.FloatRange(min=0, min_open=True),
        metavar="SECONDS",
        default=SECONDS,
        show_default=True,
        help="Look for labellings no longer than this.",
    ),
    click.option(
        "--strength", type=click.Choice(list(INFLUENCES)), help="Show how strong each node is."
    ),
    click.option(
        "--without",
        metavar="NODE,…",
        multiple=True,
        help="Show what would be without these. May be repeated.",
    ),
    click.option(
        "--suppose",
        metavar="NODE=STATUS",
        multiple=True,
        help="Show what would be if this one were stands or defeated. May be repeated.",
    ),
)
"""In the order in which `--help` lists them."""

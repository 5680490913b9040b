"""A map as an outline for a terminal or a text file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.app.status import evaluate, graph_of
from argmap.render.options import DEFAULT, PictureOptions
from argmap.report.types import plain

if TYPE_CHECKING:
    from argmap.app.answer import Answer
    from argmap.app.load import Argument
    from argmap.report.types import Style

_LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True},
    "strong": {"bold": True},
    "id": {"fg": "cyan"},
    "source": {"dim": True},
    "muted": {"dim": True},
    "for": {"fg": "blue", "bold": True},
    "against": {"fg": "red", "bold": True},
    "undercut": {"fg": "magenta", "bold": True},
    "stands": {"fg": "green"},
    "unsupported": {"fg": "yellow", "bold": True},
    "defeated": {"fg": "red"},
    "undecided": {"fg": "magenta"},
}
"""How each kind of stretch looks on a terminal that has colours."""

SIGNS = "−×→✓⚠✗…·¶"
"""Signs of ours that are not in ASCII; where one cannot be shown, all are written in ASCII."""


def can_show_signs(encoding: str | None) -> bool:
    """Tell whether a terminal of this encoding shows our signs."""
    try:
        SIGNS.encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def outline_text(
    argument: Argument,
    *,
    width: int,
    options: PictureOptions = DEFAULT,
    is_ascii: bool = False,
    style: Style = plain,
    answer: Answer | None = None,
) -> str:
    """Write a map as an outline with the status of each node.

    Args:
        argument: the map.
        width: columns to fill, 20 at least.
        options: what is shown of the map.
        is_ascii: whether our own signs keep to ASCII.
        style: colours a text.
        answer: what the statuses are, and what is said of them; None for those of the map as it is.

    Raises:
        ArgmapError: when the file held no map, or the options name what is not in it.
    """
    from argmap.render.draw import draw_outline

    lines = draw_outline(
        graph_of(argument),
        evaluate(argument) if answer is None else answer.evaluation,
        width=width,
        ascii=is_ascii,
        options=options,
        notes=None if answer is None else answer.notes,
    )
    written = (
        "".join(style(part.text, **_LOOKS.get(part.style.value, {})) for part in line)
        for line in lines
    )
    return "".join(f"{line}\n" for line in written)

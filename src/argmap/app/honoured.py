"""Which format can do what is asked of a picture."""

from __future__ import annotations

from dataclasses import fields

from argmap.diagnostics import ArgmapError
from argmap.render.options import DEFAULT, PictureOptions

_PART = frozenset({"title", "depth", "focus", "section", "width"})
"""What an outline does."""
_PICTURE = _PART | {
    "theme",
    "legend",
    "direction",
    "highlight",
    "overview",
    "strength",
    "whole",
    "layout",
}
_HONOURED = {
    "svg": _PICTURE,
    "png": _PICTURE | {"scale", "system_fonts"},
    "pdf": _PICTURE | {"system_fonts"},
    "html": frozenset({"title", "theme", "article", "strength"}),
    "dot": frozenset({"title"}),
    "txt": _PART,
}
"""For each format the options that make a difference in it."""
_NOT_IN_OVERVIEWS = {
    **dict.fromkeys(("direction", "width", "layout"), "an overview, which has one of its own"),
    "whole": "an overview, which shows every statement",
    "strength": "an overview, which has no room for numbers",
}
"""What it decides itself, or cannot show."""


def refuse_idle(form: str, options: PictureOptions) -> None:
    """Refuse what a format cannot do, rather than write a file that is not what was asked for.

    Args:
        form: the format.
        options: what is asked for.

    Raises:
        ArgmapError: for an option that makes no difference in this format.
    """
    for field in fields(options):
        if getattr(options, field.name) == getattr(DEFAULT, field.name):
            continue
        name = field.name.replace("_", "-")
        _refuse(form, field.name, name)
        if options.overview and field.name in _NOT_IN_OVERVIEWS:
            message = f"`{name}` does nothing in {_NOT_IN_OVERVIEWS[field.name]}"
            raise ArgmapError(message, f"leave out `{name}` or `overview`")


def refuse_split(form: str) -> None:
    """Refuse to draw sections apart where a format knows none.

    Raises:
        ArgmapError: for a format that shows no section by itself.
    """
    _refuse(form, "section", "split")


def _refuse(form: str, needed: str, said: str) -> None:
    if needed in _HONOURED[form]:
        return
    able = ", ".join(other for other, honoured in _HONOURED.items() if needed in honoured)
    raise ArgmapError(f"`{said}` does nothing in a {form} file", f"draw one of {able}")

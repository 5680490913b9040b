"""What is done with each input; whatever it raises is a fault."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import argmap
from argmap.app.config import read_config
from argmap.diagnostics import ArgmapError
from argmap.report.formats import REPORTS
from argmap.report.types import plain
from argmap.source.reading import read_source

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES = ("txt", "md", "html", "xhtml")


def try_map(data: bytes, *, is_drawn: bool = False) -> None:
    """Read, check and report a map, and draw it as text, or in every way.

    Args:
        data: the map.
        is_drawn: whether it is drawn as picture, page and DOT too, which takes longer.
    """
    argument = argmap.load(data)
    report = argmap.check(argument, select=["ALL"])
    for write in REPORTS.values():
        write(report, plain).encode()
    if argument.graph is None:
        return
    for form in ("txt", "dot", "svg", "html") if is_drawn else ("txt",):
        argmap.render(argument, form)


def try_source(data: bytes) -> None:
    """Read the text of a source under each name that it could have."""
    for suffix in SUFFIXES:
        read_source(data, f"text.{suffix}")


def try_configuration(data: bytes, folder: Path) -> None:
    """Read a configuration; what is wrong with it is told as such."""
    path = folder / "argmap.toml"
    path.write_bytes(data)
    with contextlib.suppress(ArgmapError):
        read_config(path)

"""Colours of a picture: one file per theme, data only."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-F]{6}$")]


class ThemeName(StrEnum):
    """The themes that come with argmap."""

    LIGHT = "light"
    DARK = "dark"
    PRINT = "print"


class Theme(BaseModel):
    """A colour for each role; names ending in `_ink` are text or icons on the ground before."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    background: Colour
    panel: Colour
    panel_line: Colour
    text: Colour
    muted: Colour
    """Sources, counts: still at least 4.5:1 on every ground."""
    card: Colour
    card_line: Colour
    row: Colour
    """Ground of evidence inside a card."""
    group: Colour
    group_line: Colour
    trunk: Colour
    banner: Colour
    banner_line: Colour
    banner_ink: Colour
    banner_muted: Colour
    claim: Colour
    evidence: Colour
    counterpoint: Colour
    assumption: Colour
    support: Colour
    """Lines of reasons."""
    rebut: Colour
    undercut: Colour
    sign_ink: Colour
    """Signs on the lines, on their colour."""
    stands: Colour
    jump: Colour
    unsupported: Colour
    unsupported_ink: Colour
    unsupported_line: Colour
    defeated: Colour
    defeated_ink: Colour
    defeated_text: Colour
    """Text of a card that is defeated."""
    undecided: Colour
    undecided_ink: Colour
    error: Colour
    error_ink: Colour
    quiet: Colour
    """Ground of pills that only inform."""
    quiet_ink: Colour
    dim: Colour
    """Text and signs of what is muted for the rest to stand out: still at least 3:1."""
    dim_line: Colour


@cache
def load_theme(name: ThemeName) -> Theme:
    """Read a theme."""
    text = (files(__name__) / f"{name.value}.toml").read_text(encoding="utf-8")
    return Theme.model_validate(tomllib.loads(text))

"""What a reader may ask of a picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, TypedDict, get_args

ThemeChoice: TypeAlias = Literal["light", "dark", "print", "auto"]
THEMES: tuple[ThemeChoice, ...] = get_args(ThemeChoice)
Direction: TypeAlias = Literal["right", "left", "down", "up"]
DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
LayoutChoice: TypeAlias = Literal["auto", "graphviz", "tree"]
LAYOUTS: tuple[LayoutChoice, ...] = get_args(LayoutChoice)
StrengthChoice: TypeAlias = Literal["df-quad", "quadratic-energy", "euler", "h-categorizer"]
STRENGTHS: tuple[StrengthChoice, ...] = get_args(StrengthChoice)


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureOptions:
    """What is shown of a map, and how."""

    theme: ThemeChoice | None = None
    """Colours; `auto` follows what the viewer prefers, light or dark, and is `light` in a PNG or
    PDF. None is `auto` for a page and `light` for anything else."""
    title: str | None = None
    """Heading of the picture; None for the map's own."""
    legend: bool = True
    """Whether what occurs in the picture is explained below it."""
    direction: Direction | None = None
    """Where reasons stand, seen from what they support; None for what suits the language."""
    width: int | None = None
    """Pixels of the page, or columns of a text; None for what suits the map."""
    depth: int | None = None
    """Levels below the thesis, or below the focus, that are shown; None for all."""
    focus: str | None = None
    """Node that the picture is of, by id, address or label; None for the thesis."""
    section: str | None = None
    """Section that the picture is of; None for all."""
    highlight: str | None = None
    """What stands out: `unsupported`, `against` or `why:NODE`; None for nothing."""
    scale: float | None = None
    """Pixels of a PNG per pixel of the picture, 0.1 at least; None for what suits its size."""
    system_fonts: bool = False
    """Whether a PNG or PDF takes what the bundled font lacks (Chinese, Arabic, emoji …) from the
    machine's fonts; then its bytes depend on the machine."""
    article: bool = True
    """Whether a page holds the texts of the sources that are at hand."""
    strength: StrengthChoice | None = None
    """Gradual semantics by which each statement shows how strong it is; None for none."""
    overview: bool = False
    """Whether every node is a small mark, so that one page shows the shape of the whole map."""
    whole: bool = False
    """Whether a map that no page can hold is drawn nevertheless, and not as an overview."""
    layout: LayoutChoice = "auto"
    """Who places the cards: Graphviz, our own tree, or what suits their number."""


class PictureKeywords(TypedDict, total=False):
    """The fields of `PictureOptions`, as keywords of a function."""

    theme: ThemeChoice | None
    title: str | None
    legend: bool
    direction: Direction | None
    width: int | None
    depth: int | None
    focus: str | None
    section: str | None
    highlight: str | None
    scale: float | None
    system_fonts: bool
    article: bool
    strength: StrengthChoice | None
    overview: bool
    whole: bool
    layout: LayoutChoice


DEFAULT = PictureOptions()

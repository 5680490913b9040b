"""What the style sheet of an overview has besides that of the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.render.overview.sizes import Size
    from argmap.render.paint.style import Rules

RULES: Rules = (
    (".m-stands,.m-unjudged,.badge", "fill", "card"),
    (".m-stands", "stroke", "stands"),
    (".m-unsupported", "fill", "unsupported_line"),
    (".m-defeated", "fill", "defeated"),
    (".m-undecided", "fill", "undecided_ink"),
    (".m-dot", "fill", "card"),
    (".m-cross", "stroke", "defeated_ink"),
    (".m-unjudged,.m-halo", "stroke", "muted"),
    (".join", "stroke", "group_line"),
    (".f-weak", "fill", "text"),
    (".panel text", "stroke", "panel"),
    (".dim .m,.dim .m-dot", "fill", "panel"),
    (".dim .m", "stroke", "dim_line"),
    (".dim .ic,.dim .m-cross", "stroke", "dim"),
    (".dim text", "fill", "dim"),
)


def write_forms(size: Size) -> str:
    """Write what does not change with the theme: lines as thick as marks of a size need."""
    line, thick = size.line, size.line * 1.5
    return (
        f".e,.trunk{{stroke-width:{line:g}}}.e.idle{{stroke-width:{line * 0.75:g}}}"
        f".e-against{{stroke-dasharray:{line * 2.6:g} {line * 1.5:g}}}"
        f".e-undercut,.e-undercut.idle{{stroke-width:{thick:g};"
        f"stroke-dasharray:.1 {thick * 1.6:g}}}"
        f".arc,.arc.idle{{stroke-width:{line * 0.75:g};stroke-opacity:.75}}"
        ".panel text{paint-order:stroke;stroke-width:2.5;stroke-linejoin:round}"
        f".join{{fill:none;stroke-width:{line * 2:g};stroke-linecap:round}}"
        f".m-stands,.m-unjudged{{stroke-width:{line:g}}}"
        f".m-halo{{fill:none;stroke-width:{line:g}}}"
        f".m-cross{{fill:none;stroke-width:{line * 1.2:g};stroke-linecap:round}}"
    )

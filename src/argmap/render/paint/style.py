"""The style sheet inside a picture: type from the table of sizes, colours from a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from argmap.render.fonts import font_data_uri
from argmap.render.measure.styles import REGULAR, SEMIBOLD, STYLES
from argmap.render.themes import Theme, ThemeName, load_theme

if TYPE_CHECKING:
    from collections.abc import Iterator

_FAMILIES = (
    'Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans",'
    '"Noto Sans CJK SC","Noto Sans Arabic",sans-serif'
)

_FORMS = (
    "svg a{text-decoration:none}"
    ".card,.sec,.tb,.and,.conc,.evb{stroke-width:1}"
    ".evb,.conc{stroke:none}"
    ".ic{fill:none;stroke-width:1.3;stroke-linejoin:round;stroke-linecap:round}"
    ".grp{stroke-width:1.3}"
    ".e,.trunk{fill:none;stroke-width:1.9}"
    ".e-against{stroke-dasharray:7 4}"
    ".e-undercut{stroke-dasharray:.1 5;stroke-width:2.8;stroke-linecap:round}"
    ".e.idle{stroke-width:1.1}.e-undercut.idle{stroke-width:1.9}"
    ".sign{stroke-width:1.6}.mark{fill:none;stroke-width:1.9;stroke-linecap:round}"
    ".k-assumption>.card{stroke-dasharray:2 2.5;stroke-width:1.3}"
    ".s-unsupported>.card{stroke-dasharray:6 3.5;stroke-width:1.6}"
    ".s-undecided>.card{stroke-dasharray:1 3;stroke-linecap:round;stroke-width:1.8}"
    ".ghost>.card{stroke-dasharray:none}"
    ".s-defeated>.card{stroke-width:1.6}"
    ".s-defeated>.tx{text-decoration:line-through}"
    ".pill{stroke-width:1}.f-strong{font-weight:600}"
)
"""What does not change with the theme."""

Rules: TypeAlias = tuple[tuple[str, str, str], ...]
"""Selector, property and role of the theme; later rules win over earlier ones."""

_RULES: Rules = (
    (".bg", "fill", "background"),
    (".sec", "fill", "panel"),
    (".sec", "stroke", "panel_line"),
    (".st,.mt,.tx,.te,.ti,.lg", "fill", "text"),
    (".sn,.so,.id,.f-muted,.sb", "fill", "muted"),
    (".card", "fill", "card"),
    (".card", "stroke", "card_line"),
    (".evb", "fill", "row"),
    (".conc", "fill", "quiet"),
    (".f-conceded,.f-voice", "fill", "quiet_ink"),
    (".ic.f-conceded,.ic.f-voice", "stroke", "quiet_ink"),
    (".ic.f-conceded,.ic.f-voice,.ic.f-jump", "fill", "none"),
    (".grp", "fill", "group"),
    (".grp,.and", "stroke", "group_line"),
    (".and", "fill", "card"),
    (".jn,.f-step", "fill", "quiet_ink"),
    (".ic.i-step", "stroke", "quiet_ink"),
    (".trunk", "stroke", "trunk"),
    (".tb", "fill", "banner"),
    (".tb", "stroke", "banner_line"),
    (".tt", "fill", "banner_ink"),
    (".tk,.ts,.thesis>.so", "fill", "banner_muted"),
    (".ic.i-thesis,.thesis>.i-jump", "stroke", "banner_muted"),
    (".thesis .f-jump", "fill", "banner_ink"),
    (".f-claim,.b-claim", "fill", "claim"),
    (".i-claim", "stroke", "claim"),
    (".f-evidence,.b-evidence", "fill", "evidence"),
    (".i-evidence", "stroke", "evidence"),
    (".f-counterpoint,.b-counterpoint", "fill", "counterpoint"),
    (".i-counterpoint", "stroke", "counterpoint"),
    (".f-assumption,.b-assumption", "fill", "assumption"),
    (".i-assumption", "stroke", "assumption"),
    (".e-for,.sign-for", "stroke", "support"),
    (".e-against,.sign-against", "stroke", "rebut"),
    (".e-undercut,.sign-undercut", "stroke", "undercut"),
    (".sign-for", "fill", "support"),
    (".sign-against", "fill", "rebut"),
    (".sign-undercut", "fill", "undercut"),
    (".mark", "stroke", "sign_ink"),
    (".sign.idle", "fill", "card"),
    (".mark-for.idle", "stroke", "support"),
    (".mark-against.idle", "stroke", "rebut"),
    (".mark-undercut.idle", "stroke", "undercut"),
    (".i-stands", "stroke", "stands"),
    (".f-stands", "fill", "stands"),
    (".p-stands", "fill", "card"),
    (".p-stands", "stroke", "stands"),
    (".i-jump,.ic.f-jump", "stroke", "jump"),
    (".f-jump", "fill", "jump"),
    (".p-jump", "fill", "card"),
    (".p-jump", "stroke", "jump"),
    (".p-unsupported,.p-warning", "fill", "unsupported"),
    (".p-unsupported,.p-warning", "stroke", "unsupported_line"),
    (".f-unsupported,.f-warning", "fill", "unsupported_ink"),
    (".i-unsupported", "stroke", "unsupported_ink"),
    (".s-unsupported>.card", "stroke", "unsupported_line"),
    (".p-defeated", "fill", "defeated"),
    (".f-defeated", "fill", "defeated_ink"),
    (".i-defeated", "stroke", "defeated_ink"),
    (".s-defeated>.tx,.s-defeated>.ti", "fill", "defeated_text"),
    (".s-defeated>.card", "stroke", "defeated"),
    (".p-undecided", "fill", "undecided"),
    (".f-undecided", "fill", "undecided_ink"),
    (".p-undecided,.i-undecided,.s-undecided>.card", "stroke", "undecided_ink"),
    (".p-error", "fill", "error"),
    (".f-error", "fill", "error_ink"),
    (".p-error", "stroke", "error_ink"),
    (".p-quiet,.p-note,.p-accepted,.p-hidden", "fill", "quiet"),
    (".f-quiet,.f-note,.f-accepted,.f-hidden", "fill", "quiet_ink"),
    (".p-note,.p-accepted,.p-hidden", "stroke", "group_line"),
    ("text.dim.dim.dim", "fill", "dim"),
    (".card.dim.dim.dim,.evb.dim.dim,.conc.dim.dim,.grp.dim.dim,.and.dim.dim", "fill", "panel"),
    (".card.dim.dim.dim,.grp.dim.dim,.and.dim.dim", "stroke", "dim_line"),
    (".pill.dim.dim", "fill", "panel"),
    (".pill.dim.dim", "stroke", "dim_line"),
    (".bar.dim.dim", "fill", "dim_line"),
    (".ic.dim.dim", "stroke", "dim"),
    (".e.dim.dim,.trunk.dim,.sign.dim.dim", "stroke", "dim_line"),
    (".sign.dim.dim", "fill", "panel"),
    (".mark.dim.dim", "stroke", "dim"),
)


def write_style(theme: ThemeName | None, forms: str = "", rules: Rules = (), *, latin: bool) -> str:
    """Write the style sheet.

    Args:
        theme: colours; None for light or dark as the viewer prefers.
        forms: more of what does not change with the theme.
        rules: more of what does.
        latin: whether the small font is enough.
    """
    parts = [*_faces(latin=latin), *_type(), _FORMS, forms]
    parts.extend(_colours(load_theme(theme or ThemeName.LIGHT), rules))
    if theme is None:
        dark = "".join(_colours(load_theme(ThemeName.DARK), rules))
        parts.append(f"@media (prefers-color-scheme:dark){{{dark}}}")
    return "".join(parts)


def write_page_style(*, latin: bool) -> str:
    """Write the style sheet of a page, whose reader changes the theme: colours by their roles.

    `--card-line` is the role `card_line`. Light is the ground; dark is for readers who prefer it
    and have not chosen light, and for those who have chosen it.

    Args:
        latin: whether the small font is enough.
    """
    light, dark, paper = (
        ";".join(f"--{_kebab(role)}:{colour}" for role, colour in load_theme(name))
        for name in (ThemeName.LIGHT, ThemeName.DARK, ThemeName.PRINT)
    )
    rules = (
        f"{selector}{{{name}:{role if role == 'none' else f'var(--{_kebab(role)})'}}}"
        for selector, name, role in _RULES
    )
    dark = f"color-scheme:dark;{dark}"
    return "".join(
        [
            *_faces(latin=latin),
            *_type(),
            _FORMS,
            f":root{{color-scheme:light;{light}}}",
            f"@media (prefers-color-scheme:dark){{:root:not([data-theme]){{{dark}}}}}",
            f":root[data-theme=dark]{{{dark}}}",
            f":root[data-theme=print]{{{paper}}}",
            f"@media print{{:root:root:root{{color-scheme:light;{paper}}}}}",
            *rules,
        ]
    )


def _kebab(role: str) -> str:
    return role.replace("_", "-")


def _faces(*, latin: bool) -> Iterator[str]:
    for weight in (REGULAR, SEMIBOLD):
        uri = font_data_uri(weight, latin=latin)
        yield f"@font-face{{font-family:Inter;font-weight:{weight};src:url({uri}) format('woff2')}}"


def _type() -> Iterator[str]:
    yield (
        f"text{{font-family:{_FAMILIES};font-kerning:none;font-variant-ligatures:none;"
        # without it, some browsers round each advance to whole pixels, and lines grow
        "white-space:pre;text-rendering:geometricPrecision}"
    )
    for style in STYLES:
        weight = "" if style.weight == REGULAR else f";font-weight:{style.weight}"
        spacing = f";letter-spacing:{style.spacing:g}px" if style.spacing else ""
        yield f".{style.name}{{font-size:{style.size:g}px{weight}{spacing}}}"


def _colours(theme: Theme, more: Rules) -> Iterator[str]:
    for selector, name, role in (*_RULES, *more):
        yield f"{selector}{{{name}:{role if role == 'none' else getattr(theme, role)}}}"

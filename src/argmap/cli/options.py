"""Options that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from pathlib import Path

Command = TypeVar("Command", bound=Callable[..., Any])

COLOUR_CHOICES = ("auto", "always", "never")


def colour_option(command: Command) -> Command:
    """Add `--color`, handed on as what `click.echo` takes: True, False or None for «look»."""
    return click.option(
        "--color",
        type=click.Choice(COLOUR_CHOICES),
        default="auto",
        show_default=True,
        callback=_read_colour,
        help="Colour the output; auto means on a terminal, unless NO_COLOR is set.",
    )(command)


def _read_colour(context: click.Context, parameter: click.Parameter, value: str) -> bool | None:
    del context, parameter
    if value == "auto":
        return False if os.environ.get("NO_COLOR") else None
    return value == "always"


def paths_argument(command: Command) -> Command:
    """Add `[PATH]…`: files, folders or `-`; this folder where none is given."""
    return click.argument("paths", nargs=-1, metavar="[PATH]...")(command)


def only_maps_option(command: Command) -> Command:
    """Add `--only-maps`, for callers that name every YAML file."""
    return click.option(
        "--only-maps",
        is_flag=True,
        help="Pass over the files named that have no argmap: key, as in folders.",
    )(command)


def chosen_paths(paths: tuple[str, ...], *, only_maps: bool) -> list[str]:
    """Give the paths to work on; none where files were named and none of them is a map."""
    chosen = paths or (".",)
    if not only_maps:
        return list(chosen)
    from argmap.app.files import keep_maps

    return list(keep_maps(chosen))


def map_argument(command: Command) -> Command:
    """Add `MAP`: one file, or `-`."""
    return click.argument("path", metavar="MAP")(command)


def config_options(command: Command) -> Command:
    """Add `--config` and `--no-config`, handed on as `request` with all that is asked for."""

    @click.option("--config", metavar="FILE", help="Go by this file for every map.")
    @click.option("--no-config", is_flag=True, help="Read no configuration.")
    @wraps(command)
    def collected(*args: Any, config: str | None, no_config: bool, **values: Any) -> Any:
        from argmap.app.request import Request

        if config is not None and no_config:
            raise click.UsageError("give `--config` or `--no-config`, not both")
        asked = {name: values.pop(name) for name in _ASKED if name in values}
        request = Request(**asked, config=_path(config), is_isolated=no_config)
        return command(*args, request=request, **values)

    return cast("Command", collected)


_ASKED = ("select", "extend_select", "ignore", "fail_on", "baseline", "no_baseline")
"""Options that go into the request where a command has them."""


def rule_options(command: Command) -> Command:
    """Add `--select`, `--extend-select`, `--ignore` and `--fail-on`, for `config_options`."""
    for option in (
        click.option(
            "--fail-on",
            type=click.Choice(("error", "warning", "note")),
            callback=_read_severity,
            help="Exit with 1 from this severity on.  [default: warning]",
        ),
        _selector_option("--ignore", "Do not run these."),
        _selector_option("--extend-select", "Run these besides."),
        _selector_option("--select", "Run these only: AM201, AM2, a name, ALL."),
    ):
        command = option(command)
    return command


def baseline_options(command: Command) -> Command:
    """Add `--baseline` and `--no-baseline`, for `config_options`, and `--write-baseline`."""
    for option in (
        click.option(
            "--write-baseline",
            "new_baseline",
            metavar="FILE",
            callback=_read_path,
            help="Write what is found into FILE, so that it counts no more.",
        ),
        click.option("--no-baseline", is_flag=True, help="Let known findings count."),
        click.option(
            "--baseline",
            metavar="FILE",
            callback=_read_path,
            help="Do not count the findings that FILE holds.",
        ),
    ):
        command = option(command)
    return command


def _read_path(
    context: click.Context, parameter: click.Parameter, value: str | None
) -> Path | None:
    del context, parameter
    return _path(value)


def _path(name: str | None) -> Path | None:
    """Make a path of a name: most runs need none, and what makes them is slow to import."""
    if name is None:
        return None
    from pathlib import Path

    return Path(name)


def fix_options(command: Command) -> Command:
    """Add `--fix`, `--diff` and `--unsafe-fixes`, handed on as `fixing`."""

    @click.option("--fix", "is_fixed", is_flag=True, help="Fix what can be fixed in the maps.")
    @click.option(
        "--diff", "is_dry", is_flag=True, help="Show what --fix would change; write nothing."
    )
    @click.option(
        "--unsafe-fixes", "is_unsafe", is_flag=True, help="Fix what you must look at as well."
    )
    @wraps(command)
    def collected(*args: Any, is_fixed: bool, is_dry: bool, is_unsafe: bool, **values: Any) -> Any:
        if is_fixed and is_dry:
            raise click.UsageError("give `--fix` or `--diff`, not both")
        if is_unsafe and not (is_fixed or is_dry):
            raise click.UsageError("`--unsafe-fixes` goes with `--fix` or `--diff`")
        if not (is_fixed or is_dry):
            return command(*args, fixing=None, **values)
        from argmap.app.fix_files import Fixing

        return command(*args, fixing=Fixing(is_unsafe=is_unsafe, is_dry=is_dry), **values)

    return cast("Command", collected)


def _selector_option(name: str, text: str) -> Callable[[Command], Command]:
    return click.option(name, multiple=True, metavar="RULE", callback=_read_selectors, help=text)


def _read_selectors(
    context: click.Context, parameter: click.Parameter, words: tuple[str, ...]
) -> tuple[str, ...] | None:
    del context
    parts = [part.strip() for word in words for part in word.split(",")]
    found = tuple(part for part in parts if part)
    return found or (None if parameter.name == "select" else ())


def _read_severity(
    context: click.Context, parameter: click.Parameter, value: str | None
) -> Severity | None:
    del context, parameter
    return None if value is None else Severity(value)

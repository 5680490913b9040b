r"""argmap: the linter for arguments.

Maps are read, checked, evaluated and drawn by four functions:

    >>> from argmap import check, load
    >>> argument = load("argmap: 1\ntitle: T\nthesis:\n  claim: The museum should lend it.\n")
    >>> [finding.problem.code for finding in check(argument).findings]
    ['AM201']
"""

from __future__ import annotations

from typing import TYPE_CHECKING

# Three functions below bear the names of packages. Importing a package binds its name here, so
# the packages come first (they hold a docstring each) and the functions keep the names.
import argmap.check
import argmap.evaluate
import argmap.render  # noqa: F401 - see above

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from typing_extensions import Unpack

    from argmap.app.load import Argument
    from argmap.evaluate.types import Evaluation
    from argmap.render.options import PictureKeywords
    from argmap.report.types import Report

__version__ = "0.1.0"
__all__ = ["__version__", "check", "evaluate", "load", "render"]


def load(
    source: str | Path | bytes, *, path: str | None = None, config: str | Path | None = None
) -> Argument:
    """Read a map.

    Args:
        source: a path, or the YAML itself: bytes, or a text that holds a line break.
        path: how the map is named in findings, where it is not a file.
        config: a file to go by for the limits on what is read, as in `check`.

    Returns:
        The argument, as far as it can be read. Nothing is raised for a bad or missing file:
        `Argument.problems` says what is wrong with it.

    Raises:
        ArgmapError: for a configuration that is not understood.
    """
    from argmap.app import load as module

    if config is None:
        return module.load(source, path=path)
    from argmap.app.limits import limits_for
    from argmap.app.request import request_for

    return module.load(source, path=path, limits=limits_for("", request_for(config)))


def check(
    source: Argument | str | Path | bytes,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    extend_select: Iterable[str] = (),
    config: str | Path | None = None,
) -> Report:
    """Check one map.

    Args:
        source: what was loaded, or what `load` takes.
        select: codes, prefixes (`AM2`) or names of the rules to run, or `ALL`; every rule that is
            not optional where none is named.
        ignore: the same, for rules that are not to run.
        extend_select: the same, for rules that run besides.
        config: a file to go by, as `--config` takes it. Without one nothing is read from disk but
            the map: what a program finds does not depend on the folder it runs in.

    Raises:
        ArgmapError: for a selector that fits no rule, or a configuration that is not understood.
    """
    from argmap.app import check as module

    return module.check(
        source, select=select, ignore=ignore, extend_select=extend_select, config=config
    )


def evaluate(argument: Argument) -> Evaluation:
    """Evaluate a map under the grounded labelling: what stands, and what decided it.

    Raises:
        ArgmapError: when the file held no map.
    """
    from argmap.app import status as module

    return module.evaluate(argument)


def render(
    argument: Argument,
    format: str = "svg",  # noqa: A002 - the word that the command line uses
    *,
    config: str | Path | None = None,
    **options: Unpack[PictureKeywords],
) -> bytes:
    """Draw a map.

    Args:
        argument: the map.
        format: `svg`, `png`, `pdf`, `html`, `dot` or `txt`.
        config: a file to go by for the findings that are marked, as in `check`; for SVG,
            PNG, PDF and HTML.
        options: what is shown, and how: the fields of `argmap.render.options.PictureOptions`.

    Returns:
        The bytes of the file; the same for the same map on every machine.

    Raises:
        ArgmapError: for an unknown format, a file that holds no map, a layout that fails, or a
            configuration that is not understood.
    """
    from argmap.app import draw as module

    return module.render(argument, format, config=config, **options)

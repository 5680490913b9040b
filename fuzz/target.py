"""What is done with each input; whatever it raises is a fault."""

from __future__ import annotations

import contextlib
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from argmap import __version__
from argmap.app.config import read_config
from argmap.app.convert import convert
from argmap.app.draw import draw
from argmap.app.judge import check_argument
from argmap.app.load import read_bytes
from argmap.check.registry import all_rules
from argmap.check.settings import default_settings
from argmap.diagnostics import ArgmapError, Severity
from argmap.render.options import PictureOptions
from argmap.report.formats import REPORTS
from argmap.report.types import Report, plain
from argmap.source.reading import read_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from argmap.app.load import Argument
    from argmap.check.settings import Settings
    from argmap.diagnostics import Diagnostic
    from argmap.report.rule_info import RulePage

SUFFIXES = ("txt", "md", "html", "xhtml")
DRAWINGS = ("svg", "html", "dot")
"""What takes longest; one input of many is drawn so."""
_OPTIONS = PictureOptions()


class _Rule(NamedTuple):
    """A rule as reports show it, with its page read once and not for each input."""

    code: str
    name: str
    severity: Severity
    documentation: RulePage


@cache
def _settings() -> Settings:
    return default_settings(["ALL"])


@cache
def _rules() -> dict[str, _Rule]:
    return {
        rule.code: _Rule(rule.code, rule.name, rule.severity, rule.documentation)
        for rule in all_rules()
    }


def try_map(data: bytes, *, turn: int | None = None, is_drawn: bool = True) -> None:
    """Read and check a map, report what is found, and draw it.

    Args:
        data: the map.
        turn: chooses two of the outputs, and one of the drawings; None for all.
        is_drawn: whether it is drawn as picture, page or DOT too, which takes longer.
    """
    argument = read_bytes(data, "<bytes>")
    findings = check_argument(argument, _settings())
    outputs: list[Callable[[], object]] = _outputs(argument, findings)
    drawings: tuple[str, ...] = DRAWINGS if is_drawn and argument.graph is not None else ()
    if turn is not None:
        outputs = [outputs[(turn + step) % len(outputs)] for step in (0, len(outputs) // 2)]
        drawings = drawings[turn % len(DRAWINGS) :][:1]
    for write in outputs:
        write()
    for form in drawings:
        draw(argument, form, _OPTIONS)


def _outputs(argument: Argument, findings: Iterable[Diagnostic]) -> list[Callable[[], object]]:
    """Give what there is to write of a map: reports, and the map itself where it holds one."""
    found = tuple(findings)
    codes = sorted({one.problem.code for one in found})
    texts = {} if argument.text is None else {argument.path: argument.text}
    rules = tuple(_rules()[code] for code in codes)
    report = Report(found, 1, texts, rules=rules, version=__version__, folder="")
    outputs: list[Callable[[], object]] = [
        lambda write=write: write(report, plain).encode()  # type: ignore[misc]
        for write in REPORTS.values()
    ]
    if argument.graph is not None:
        outputs.append(lambda: draw(argument, "txt", _OPTIONS))
        outputs.append(lambda: convert(argument, "json").encode())
    return outputs


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

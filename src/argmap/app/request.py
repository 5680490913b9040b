"""What the one who starts a run asks for, apart from everything that answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from argmap.diagnostics import Severity


class Request(NamedTuple):
    """What the one who starts a run asks for; it goes before any configuration."""

    select: tuple[str, ...] | None = None
    """Codes, prefixes or names of the rules to run; None where nothing is said."""
    extend_select: tuple[str, ...] = ()
    """The same, for rules that are to run besides."""
    ignore: tuple[str, ...] = ()
    """The same, for rules that are not to run."""
    fail_on: Severity | None = None
    """How grave a finding must be to fail the run."""
    config: Path | None = None
    """The configuration for every map; None for the nearest upward of each."""
    is_isolated: bool = False
    """Whether no configuration is read."""
    baseline: Path | None = None
    """The findings that are known; None for what the configuration names."""
    no_baseline: bool = False
    """Whether no baseline is read."""


ISOLATED = Request(is_isolated=True)
"""The defaults, whatever stands in any file."""


def request_for(
    config: str | Path | None,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    extend_select: Iterable[str] = (),
) -> Request:
    """Make the request of a program: it goes by no configuration that it does not name."""
    from pathlib import Path

    return Request(
        tuple(select) or None,
        tuple(extend_select),
        tuple(ignore),
        config=None if config is None else Path(config),
        is_isolated=config is None,
    )

"""argmap: the linter for arguments.

Maps are read, checked, evaluated and drawn by four functions:

    >>> from argmap import check, load
    >>> argument = load("argmap: 1\ntitle: T\nthesis:\n  claim: The museum should lend it.\n")
    >>> [finding.problem.code for finding in check(argument).findings]
    ['AM201']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argmap.app.check import check
    from argmap.app.draw import render
    from argmap.app.load import Argument, load
    from argmap.app.status import evaluate

__version__ = "0.1.0"
__all__ = ["Argument", "__version__", "check", "evaluate", "load", "render"]

_HOMES = {
    "Argument": "argmap.app.load",
    "load": "argmap.app.load",
    "check": "argmap.app.check",
    "evaluate": "argmap.app.status",
    "render": "argmap.app.draw",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for: start-up counts."""
    if name not in _HOMES:
        raise AttributeError(f"module 'argmap' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)

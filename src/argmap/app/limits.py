"""Which limits on what is read hold for a map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.app.files import folders_upward, is_configured
from argmap.source.limits import DEFAULT_LIMITS, Limits

if TYPE_CHECKING:
    from argmap.app.request import Request

_KEY = "limits"


def limits_for(path: str, request: Request | None = None) -> Limits:
    """Give the limits that hold for a map; nothing else of its configuration is looked at.

    Args:
        path: of the map.
        request: which configuration; None for the nearest.

    Raises:
        ConfigError: when its limits are not understood.
    """
    if request is not None and request.is_isolated:
        return DEFAULT_LIMITS
    if request is not None and request.config is not None:
        from argmap.app.config import read_config

        return read_config(request.config, only=_KEY).limits
    for folder in folders_upward(path):
        found = _limits_in(folder)
        if found is not None:
            return found
    return DEFAULT_LIMITS


def _limits_in(folder: str) -> Limits | None:
    if not is_configured(folder):
        return None
    from pathlib import Path

    from argmap.app.config import read_nearest

    config = read_nearest(Path(folder), only=_KEY)
    return None if config is None else config.limits

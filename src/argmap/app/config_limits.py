"""Reading the limits on what is read from a configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.app.options import described, shown
from argmap.model.messages import suggest
from argmap.source.limits import DEFAULT_LIMITS, MOST_LIMITS, Limits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.app.config_problems import Complaints
    from argmap.source.toml import KeyPath

LIMITS = {name.replace("_", "-"): name for name in Limits._fields if name != "repairs"}
"""What each limit is called in a configuration, and in the program."""


def read_limits(values: Mapping[str, object], path: KeyPath, complaints: Complaints) -> Limits:
    """Read the limits that a configuration sets; the others are as usual.

    Args:
        values: by the name of the limit.
        path: where in the configuration they are.
        complaints: takes what is wrong.
    """
    found = {}
    for key, value in values.items():
        if key not in LIMITS:
            mend = suggest(key, LIMITS) or "known here: " + ", ".join(f"`{one}`" for one in LIMITS)
            complaints.add((*path, key), f"there is no limit `{key}`", mend, is_key=True)
            continue
        most = getattr(MOST_LIMITS, LIMITS[key])
        if not isinstance(value, int) or isinstance(value, bool):
            message = f"`{key}` is {described(value)}, expected a whole number"
            complaints.add((*path, key), message, f"write one from 1 to {most}, without quotes")
        elif not 1 <= value <= most:
            message = f"`{key}` is {shown(value)}, expected a number from 1 to {most}"
            complaints.add((*path, key), message)
        else:
            found[LIMITS[key]] = value
    return DEFAULT_LIMITS._replace(**found)

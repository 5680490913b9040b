"""Paragraph numbers as a user gives them on the command line."""

from __future__ import annotations

import re

from argmap.diagnostics import ArgmapError

_RANGE = re.compile(r"(?P<first>[0-9]{1,6})(?:-(?P<last>[0-9]{1,6}))?")


def read_numbers(text: str, option: str) -> frozenset[int]:
    """Read numbers and ranges, such as `1,4-6`.

    Args:
        text: what was given; nothing gives no number.
        option: what it was given to, for messages.

    Raises:
        ArgmapError: where a part is neither a number from 1 on nor a range of them.

    >>> sorted(read_numbers("1, 4-6", "--exempt"))
    [1, 4, 5, 6]
    """
    found: set[int] = set()
    for part in filter(None, (part.strip() for part in text.split(","))):
        match = _RANGE.fullmatch(part)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 1 <= first <= last:
            raise ArgmapError(
                f"`{part}` is no paragraph number, in `{option}`",
                "write numbers and ranges, such as `1,4-6`",
            )
        found.update(range(first, last + 1))
    return frozenset(found)

"""What a document says of itself: title, author, date, and the like, in one form."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

KNOWN = ("title", "author", "date", "publisher", "url", "language")
"""What is told of a document, in this order."""
_SAME_AS = {"lang": "language", "authors": "author"}
_DATE = re.compile(
    r"(?P<year>\d{4})(?:[-/](?P<month>\d{2})(?:[-/](?P<day>\d{2}))?)?(?:$|[T\s])", re.ASCII
)
_LONGEST = 1_000
"""Characters; what is longer is cut: no title has more."""


def choose_facts(found: Iterable[tuple[str, str | None]]) -> tuple[tuple[str, str], ...]:
    """Choose what is told of a document from all that it says.

    Args:
        found: name and value, the most trustworthy of each name first. A date that is none,
            and what is empty, is passed over; so are names that are not known.

    >>> choose_facts([("date", "soon"), ("date", "2024-03-01T10:00"), ("title", " A  b ")])
    (('title', 'A b'), ('date', '2024-03-01'))
    """
    chosen: dict[str, str] = {}
    for said, value in found:
        name = _SAME_AS.get(said, said)
        words = " ".join((value or "").split())[:_LONGEST]
        shown = read_date(words) if name == "date" else words
        if shown and name in KNOWN:
            chosen.setdefault(name, shown)
    return tuple((name, chosen[name]) for name in KNOWN if name in chosen)


def read_date(text: str) -> str | None:
    """Give a date as a year, a year and month or a day (EDTF level 0); None where it is none.

    >>> read_date("2024/03/01 10:00"), read_date("2024-13"), read_date("March 2024")
    ('2024-03-01', None, None)
    """
    found = _DATE.match(text)
    if found is None or found["year"] == "0000":
        return None
    parts = [part for part in found.group("year", "month", "day") if part]
    try:
        date(int(parts[0]), int(found["month"] or 1), int(found["day"] or 1))
    except ValueError:
        return None
    return "-".join(parts)

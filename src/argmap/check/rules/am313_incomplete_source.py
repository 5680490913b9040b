"""AM313 incomplete-source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context
    from argmap.model.header import Source

_TITLE, _DATE, _WAY = "title", "date", "way to find it"
_MENDS = {
    _TITLE: "`title`",
    _DATE: "`date`",
    _WAY: "one of `url`, `author`, `publisher`",
}


@rule(
    "AM313",
    "incomplete-source",
    severity=Severity.NOTE,
    since="0.1.0",
    occasion="incomplete-source",
)
def check(context: Context) -> Iterator[Finding]:
    """A source without a title, a date or a way to find it.

    Why:
        A citation is worth as much as the reader's chance to look it up. That takes the title, the
        date, which tells one edition from another, and a way to the document: its `url`, its
        `text`, or who wrote or published it. A source that is known `via` another is found there,
        and may have no date of its own.

    Mend:
        Add what is missing. A page that bears no date gets the day on which you read it.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: Two thirds of the visitors walked past it.
              cite: survey

    Clean:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: Two thirds of the visitors walked past it.
              cite: survey

    Source:
        ISO 690:2021, Guidelines for bibliographic references: creator, title, date and location
        identify what is cited.
    """
    if not context.map.is_whole:
        return
    bibliography = context.bibliography
    for name, entry in bibliography.entries.items():
        missing = list(_missing(entry.source)) if entry.is_sound else []
        if missing:
            yield Finding(
                bibliography.key_span(name),
                f"source `{name}` has {_join([f'no {part}' for part in missing])}",
                f"add {_join([_MENDS[part] for part in missing])}",
            )


def _missing(source: Source) -> Iterator[str]:
    if source.title is None:
        yield _TITLE
    if source.date is None and source.via is None:
        yield _DATE
    if not (source.url or source.author or source.publisher or source.text or source.via):
        yield _WAY


def _join(parts: list[str]) -> str:
    *others, last = parts
    return f"{', '.join(others)} and {last}" if others else last

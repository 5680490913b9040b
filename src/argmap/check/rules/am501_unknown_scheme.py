"""AM501 unknown-scheme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, Fixable, rule
from argmap.check.structure import NameFinder
from argmap.diagnostics import Severity
from argmap.source.renaming import changing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule(
    "AM501",
    "unknown-scheme",
    severity=Severity.ERROR,
    since="0.1.0",
    fixable=Fixable.UNSAFE,
    occasion="unknown-scheme",
)
def check(context: Context) -> Iterator[Finding]:
    """A scheme that nobody knows.

    Why:
        The name of a scheme says which premises a reason of that form needs and what is to be
        asked of it. A name that leads nowhere says nothing, and nothing is asked.

    Mend:
        Correct the name; the finding shows the closest. `argmap scheme` lists those there are, and
        a project can add its own to its configuration.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          report: {title: Report on the tablet, author: The conservators, date: 2023}
          staff: {title: List of staff, author: The museum, date: 2023}

        thesis:
          claim: The tablet can travel.
          because:
            - premises:
                - evidence: The conservators have looked after such tablets for thirty years.
                  cite: staff
                - evidence: The conservators say that the tablet can travel.
                  cite: report
              scheme: experts-opinion

    Clean:
        argmap: 1
        title: A tablet
        sources:
          report: {title: Report on the tablet, author: The conservators, date: 2023}
          staff: {title: List of staff, author: The museum, date: 2023}

        thesis:
          claim: The tablet can travel.
          because:
            - premises:
                - evidence: The conservators have looked after such tablets for thirty years.
                  cite: staff
                - evidence: The conservators say that the tablet can travel.
                  cite: report
              scheme: expert-opinion
              questions:
                credible: Thirty years, and no loss in them.
                field: Tablets of clay are what they work on.
                said: The report says so in its summary.
                trustworthy: They gain nothing by the loan.
                other-experts: {waived: No one else has examined the tablet.}
                grounds: The report names four tests.

    Source:
        Walton, D., Reed, C. & Macagno, F. (2008), Argumentation Schemes, ch. 9: a compendium of
        schemes.
    """
    names: NameFinder | None = None
    for use in context.scheme_uses:
        if use.scheme is not None:
            continue
        names = names or NameFinder(context.schemes.names)
        place = use.place.index
        near = names.closest(use.name)
        span = context.map.value_span(place, "scheme")
        mend = "`argmap scheme` lists those there are; a project can add its own"
        yield Finding(
            span,
            f"there is no scheme `{use.name}`",
            names.suggest(use.name) or mend,
            context.map.name(place),
            fix=changing(context.map.text, span, use.name, near) if near else None,
        )

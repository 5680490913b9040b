"""AM211 missing-warrant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity
from argmap.model.nodes import Slot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule("AM211", "missing-warrant", severity=Severity.NOTE, since="0.1.0", is_optional=True)
def check(context: Context) -> Iterator[Finding]:
    """Linked premises without a word on how they lead to the conclusion.

    Why:
        Linked premises speak only together, and what holds them together is a rule: what is safe
        and wanted elsewhere may travel. Left unsaid, the rule cannot be doubted, and a reader who
        does not see it sees no reason at all. A lone premise has no place for a warrant and is
        not told.

    Mend:
        Say under `warrant` what carries from the premises to the conclusion, or name the
        argumentation `scheme` that the step follows.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - premises:
                - evidence: Two thirds of the visitors walked past it.
                  cite: survey
                - assumption: The borrower would show it at the door.

    Clean:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - premises:
                - evidence: Two thirds of the visitors walked past it.
                  cite: survey
                - assumption: The borrower would show it at the door.
              warrant: A thing belongs where it is looked at.

    Source:
        Toulmin, S. (1958), The Uses of Argument, ch. 3: the warrant answers «how do you get
        there?».
    """
    source = context.map
    for reason in context.graph.reasons:
        place = source.places[reason.place]
        if reason.group is None or reason.group.warrant or reason.group.scheme:
            continue
        if place.children.get(Slot.WARRANT) or not (place.is_sound and source.is_whole):
            continue
        name, conclusion = source.name(reason.place), context.name(reason.conclusion)
        yield Finding(
            source.span(reason.place),
            f"nothing says how the premises of `{name}` lead to `{conclusion}`",
            "say under `warrant` what carries from them to it, or name the `scheme`",
            name,
        )

"""AM503 open-critical-question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.check.scheme_use import unknown_questions
from argmap.diagnostics import Severity
from argmap.model.schemes.library import plain_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule("AM503", "open-critical-question", severity=Severity.NOTE, since="0.1.0", occasion="scheme")
def check(context: Context) -> Iterator[Finding]:
    """A reason that leaves open what its scheme asks.

    Why:
        Reasons of a known form fail in known ways, and the critical questions of the scheme name
        them. Each question that is left open is a place where a reader may stop following. One
        finding tells all that a reason leaves open.

    Mend:
        Answer under `questions`, with a text, with `{ref: id}` of the node that deals with it, or
        with `{waived: reason}` where it need not be answered. `argmap scheme ID` shows the
        questions in full, and where a counterpoint goes when the answer is bad.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          report: {title: Report on the tablet, author: The conservators, date: 2023}
          clay: {title: The care of clay, author: R. Okafor, date: 2019}

        thesis:
          claim: The tablet has been kept damp.
          because:
            - premises:
                - evidence: Salt shows on the tablet.
                  cite: report
                - evidence: Salt comes out of clay that is kept damp.
                  cite: clay
              scheme: sign
              questions:
                strength: It was so on all nine tablets of the report.

    Clean:
        argmap: 1
        title: A tablet
        sources:
          report: {title: Report on the tablet, author: The conservators, date: 2023}
          clay: {title: The care of clay, author: R. Okafor, date: 2019}

        thesis:
          claim: The tablet has been kept damp.
          because:
            - premises:
                - evidence: Salt shows on the tablet.
                  cite: report
                - evidence: Salt comes out of clay that is kept damp.
                  cite: clay
              scheme: sign
              questions:
                strength: It was so on all nine tablets of the report.
                other-causes: {waived: The report knows of none.}

    Source:
        Walton, D., Reed, C. & Macagno, F. (2008), Argumentation Schemes, ch. 1 and 9: critical
        questions.
    """
    for use in context.scheme_uses:
        if use.scheme is None or not (context.map.is_whole and use.place.is_sound):
            continue
        if unknown_questions(use.group, use.scheme):  # which one is meant nobody knows (AM505)
            continue
        asked = {plain_name(name): answer for name, answer in use.group.questions.items()}
        answered = {name for name, answer in asked.items() if answer.is_given}
        questions = use.scheme.questions
        unanswered = [f"`{one.id}`" for one in questions if one.id not in answered]
        if not unanswered:
            continue
        name = context.map.name(use.place.index)
        yield Finding(
            context.map.value_span(use.place.index, "scheme"),
            f"`{name}` leaves open what `{use.scheme.id}` asks: {', '.join(unanswered)}",
            "answer under `questions`, with a text, `{ref: id}` or `{waived: reason}`; "
            f"`argmap scheme {use.scheme.id}` shows them in full",
            name,
        )

"""AM505 unknown-question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, Fixable, rule
from argmap.check.scheme_use import question_key, unknown_questions
from argmap.check.structure import NameFinder
from argmap.diagnostics import Severity
from argmap.source.renaming import renaming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule(
    "AM505",
    "unknown-question",
    severity=Severity.ERROR,
    since="0.1.0",
    fixable=Fixable.UNSAFE,
    occasion="unknown-question",
)
def check(context: Context) -> Iterator[Finding]:
    """An answer to a question that the scheme does not ask.

    Why:
        The answer goes to nobody, and the question that was meant looks open. Without a scheme,
        or with one that nobody knows (AM501), the questions are the author's own.

    Mend:
        Correct the name of the question; `argmap scheme ID` shows those of a scheme.

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
                other-cause: {waived: The report knows of none.}

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
        Walton, D., Reed, C. & Macagno, F. (2008), Argumentation Schemes, ch. 9: each scheme lists
        its critical questions.
    """
    for use in context.scheme_uses:
        if use.scheme is None:
            continue
        ids = [question.id for question in use.scheme.questions]
        names = NameFinder(ids)
        listed = ", ".join(f"`{one}`" for one in ids) or "none"
        for question in unknown_questions(use.group, use.scheme):
            key = question_key(use.place, question)
            near = names.closest(question)
            is_free = near is not None and near not in use.group.questions
            yield Finding(
                context.map.span_of(key),
                f"`{use.scheme.id}` asks no question `{question}`",
                names.suggest(question) or f"it asks: {listed}",
                context.map.name(use.place.index),
                fix=renaming(context.map.text, key, near) if near and is_free else None,
            )

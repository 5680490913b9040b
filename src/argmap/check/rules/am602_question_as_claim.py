"""AM602 question-as-claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.check.wording.question import is_question
from argmap.diagnostics import Severity
from argmap.model.nodes import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule("AM602", "question-as-claim", severity=Severity.NOTE, since="0.1.0", occasion="question")
def check(context: Context) -> Iterator[Finding]:
    """A node that asks where it should say something.

    Why:
        A question is neither true nor false: nothing can support it or speak against it. A
        rhetorical question hides the claim that its author means, and each reader fills in
        another. A question in quotation marks, in brackets or behind a colon is told, not asked.
        Applies to claims, counterpoints, assumptions and evidence. Known languages: English,
        German, French, Spanish, Italian, Portuguese, Dutch, Greek, Russian, Arabic, Chinese,
        Japanese, where the map says its `lang`; each has its own question mark.

    Mend:
        Write the answer that is meant. The question itself may be the `title` of the map.

    Fires:
        argmap: 1
        title: A tablet
        lang: en
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: Should the museum lend the tablet?
          because:
            - evidence: Two thirds of the visitors walked past it.
              cite: survey

    Clean:
        argmap: 1
        title: Should the museum lend the tablet?
        lang: en
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: Two thirds of the visitors asked «Which tablet?»
              cite: survey

    Source:
        Aristotle, On Interpretation 4: not every sentence makes a statement, only one that is true
        or false.
    """
    for worded in context.iter_worded(
        Kind.CLAIM, Kind.COUNTERPOINT, Kind.ASSUMPTION, Kind.EVIDENCE
    ):
        if is_question(worded.text, worded.language.question_marks):
            yield Finding(
                worded.span,
                f"{worded.subject} is a question, which nothing can support",
                "write the answer that is meant",
                worded.name,
            )

"""AM605 no-sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.check.wording.heading import is_heading
from argmap.diagnostics import Severity
from argmap.model.nodes import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule("AM605", "no-sentence", severity=Severity.NOTE, since="0.1.0", occasion="language")
def check(context: Context) -> Iterator[Finding]:
    """A heading where a claim should stand.

    Why:
        «Cost of the war» says nothing that could be true or false: that it was high, or low, or
        borne by the wrong people, would be a claim. Under a heading, reasons and counterpoints
        speak for and against nothing. Only short texts are told, and only where no word can be a
        finite verb; a word in doubt lets the text pass. Applies to claims, counterpoints and
        assumptions: evidence may name a document or a figure. Known language: English, where the
        map says it as its `lang`; in other languages word lists do not tell verbs reliably enough.

    Mend:
        Write a sentence that says what is the case; a heading may be the node's `title` or
        `section`.

    Fires:
        argmap: 1
        title: A war
        lang: en
        sources:
          budget: {title: Budget of the crown, author: The treasury, date: 1784}

        thesis:
          claim: Cost of the war
          because:
            - evidence: The debt doubled from 1775 to 1783.
              cite: budget

    Clean:
        argmap: 1
        title: A war
        lang: en
        sources:
          budget: {title: Budget of the crown, author: The treasury, date: 1784}

        thesis:
          claim: The war cost more than the crown could bear.
          title: Cost of the war
          because:
            - evidence: The debt doubled from 1775 to 1783.
              cite: budget

    Source:
        Aristotle, On Interpretation 1: a name by itself, with nothing said of it, is neither true
        nor false.
    """
    for worded in context.iter_worded(Kind.CLAIM, Kind.COUNTERPOINT, Kind.ASSUMPTION):
        headings, clauses = worded.language.headings, worded.language.clauses
        if headings is None or clauses is None or not is_heading(worded.text, headings, clauses):
            continue
        yield Finding(
            worded.span,
            f"{worded.subject} is no sentence: it names something and says nothing of it",
            "write what is the case; a heading can be the `title` of the node",
            worded.name,
        )

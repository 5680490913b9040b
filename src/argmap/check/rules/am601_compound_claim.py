"""AM601 compound-claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.check.wording.compound import find_compound, may_be_compound
from argmap.check.wording.question import is_question
from argmap.diagnostics import Severity
from argmap.model.nodes import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule("AM601", "compound-claim", severity=Severity.NOTE, since="0.1.0", occasion="language")
def check(context: Context) -> Iterator[Finding]:
    """A claim, counterpoint or assumption that says two things.

    Why:
        What is joined by `and`, `but`, a semicolon or a full stop can be true in one half and
        false in the other. A reason given for it supports perhaps one of them, a counterpoint
        meets perhaps the other, and the map cannot show which. Only what is sure is told: both
        halves have a verb of their own, and neither stands in a subordinate or reported clause.
        Lists of nouns, `both … and …` and what stands in quotation marks are one thing. Evidence
        may report as much as was observed. Known languages: English, German, French, Spanish,
        Italian, Portuguese, Dutch, where the map says its `lang`.

    Mend:
        Make a node of each half and give each its own reasons. Where the parent needs both, write
        them as `premises`; where one is a reason for the other, put it under `because`.

    Fires:
        argmap: 1
        title: A bridge
        lang: en
        sources:
          survey: {title: Survey of the bridge, author: The city, date: 2023}

        thesis:
          claim: The bridge is unsafe, and the council has known it for years.
          because:
            - evidence: The survey found rust in nine of ten girders.
              cite: survey

    Clean:
        argmap: 1
        title: A bridge
        lang: en
        sources:
          survey: {title: Survey of the bridge, author: The city, date: 2023}

        thesis:
          claim: The girders and the bolts of the bridge are unsafe.
          because:
            - evidence: The survey found rust in nine of ten.
              cite: survey

    Source:
        Aristotle, On Interpretation 5: a statement is one by making one thing known, and several
        where it makes several known.
    """
    for worded in context.iter_worded(Kind.CLAIM, Kind.COUNTERPOINT, Kind.ASSUMPTION):
        text, clauses = worded.text, worded.language.clauses
        if clauses is None or not may_be_compound(text, worded.folded, worded.language):
            continue
        is_asked = is_question(text, worded.language.question_marks)
        joint = None if is_asked else find_compound(text, clauses)
        if joint is None:
            continue
        yield Finding(
            worded.span if joint.is_sentence_end else worded.span_within(joint.start, joint.end),
            f"{worded.subject} says two things, "
            + ("in two sentences" if joint.is_sentence_end else f"joined by `{joint.word}`"),
            "make a node of each, linked as `premises` where both are needed",
            worded.name,
        )

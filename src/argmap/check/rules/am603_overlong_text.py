"""AM603 overlong-text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.check.wording.compound import find_compound
from argmap.check.wording.words import count_words
from argmap.diagnostics import Severity
from argmap.model.nodes import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context
    from argmap.check.wording.statements import Worded


@dataclass(frozen=True)
class Options:
    """How long a text may be."""

    most_words: int = field(
        default=40, metadata={"help": "words that the text of a node may have", "least": 1}
    )


@rule(
    "AM603",
    "overlong-text",
    severity=Severity.NOTE,
    since="0.1.0",
    options=Options,
    occasion="language",
)
def check(context: Context, options: Options) -> Iterator[Finding]:
    """A text of more words than a reader takes in at once.

    Why:
        A node is read in a box among many. A long text mostly holds more than one point, or the
        reasons for it, which then are not seen as nodes. The longest of 131 texts in a map of a
        real article has 30 words; 40 leaves room. A text that AM601 tells to be two is told there.
        Applies to claims, counterpoints, assumptions and evidence. Known languages: English,
        German, French, Spanish, Italian, Portuguese, Dutch, Greek, Russian, Arabic, where words
        are set apart by spaces; Chinese, where 1.6 characters count as a word, and Japanese, where
        2.2 do. The map must say its `lang`.

    Mend:
        Keep the one point in the text. Put what supports it under `because`, the words of a source
        into `quote`, and the rest into `note`.

    Fires:
        argmap: 1
        title: A tablet
        lang: en
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: >-
            The museum, which has owned the tablet since an officer of the navy brought it home
            from the islands in a crate of tea in the spring of 1821, should now at last lend it to
            the museum of the islands for a year or two.
          because:
            - evidence: Two thirds of the visitors walked past it.
              cite: survey

    Clean:
        argmap: 1
        title: A tablet
        lang: en
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: The museum should lend the tablet.
          note: An officer of the navy brought it home from the islands in a crate of tea in 1821.
          because:
            - evidence: Two thirds of the visitors walked past it.
              cite: survey

    Source:
        Cutts, M. (2020), Oxford Guide to Plain English, 5th edition: sentences of 15 to 20 words
        on average, and few of more than 40.
    """
    for worded in context.iter_worded(
        Kind.CLAIM, Kind.COUNTERPOINT, Kind.ASSUMPTION, Kind.EVIDENCE
    ):
        count = count_words(worded.text, worded.language.characters_per_word)
        if count > options.most_words and not _is_told_as_compound(worded):
            yield Finding(
                worded.span,
                f"{worded.subject} has {count} words, more than {options.most_words}",
                _MENDS.get(worded.node.kind, _MEND),
                worded.name,
            )


_MEND = "keep one point in the text, put its reasons under `because` and the rest into `note`"
_MENDS = {
    Kind.EVIDENCE: "say what it shows, put a source's words into `quote` and the rest into `note`"
}


def _is_told_as_compound(worded: Worded) -> bool:
    clauses = worded.language.clauses
    is_evidence = worded.node.kind is Kind.EVIDENCE
    return (
        clauses is not None and not is_evidence and find_compound(worded.text, clauses) is not None
    )

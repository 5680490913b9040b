"""AM309 source-changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.coverage import spell_numbers
from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity
from argmap.model.map import follow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context
    from argmap.source.edition import Edit


@rule("AM309", "source-changed", severity=Severity.WARNING, since="0.1.0", occasion="locked-text")
def check(context: Context) -> Iterator[Finding]:
    """A source whose text is no longer what it was when its fingerprint was written.

    Why:
        A map is a reading of a text as it stood. Web pages are edited without a word, and
        paragraphs that are put in or taken out shift every number behind them. What only differs
        as a quotation may (line breaks, quotation marks, dashes) is no change.

    Mend:
        Read the paragraphs that are named, and mend the nodes that cite them. Then write the
        fingerprint anew with `argmap source lock`.

    Fires:
        # essay.txt:
        #   The borrower can keep it.
        # essay.json:
        #   {"argmap-fingerprint": 1, "key": "d96db4e9b2c7c3a2e1cf5b0e5f6c9e02",
        #    "paragraphs": [{"hash": "2b1c0d4e5f60", "words": 3, "runs": ""}]}
        argmap: 1
        title: A tablet
        sources:
          essay:
            title: Lending the tablet
            date: 2024
            text: essay.txt
            fingerprint: essay.json
        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: The borrower's vault passed the inspection.
              cite: essay:1

    Clean:
        # essay.txt:
        #   The borrower can keep it.
        argmap: 1
        title: A tablet
        sources:
          essay: {title: Lending the tablet, date: 2024, text: essay.txt}
        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: The borrower's vault passed the inspection.
              cite: essay:1

    Source:
        Klein, M. et al. (2014), Scholarly context not found, PLOS ONE 9(12): of the web pages
        that articles cite, a great part is gone or has changed within a few years.
    """
    for name, source in context.graph.sources.items():
        if source.text is None or source.fingerprint is None or name not in context.materials:
            continue
        material = context.materials[name]
        if material.text is None or material.fingerprint is None:
            continue
        from argmap.source.edition import compare_paragraphs

        changes = compare_paragraphs(material.fingerprint, material.text)
        if changes:
            value = follow(context.map.root, ("sources", name, "fingerprint"))
            yield Finding(
                context.map.span_of(value or context.map.root),
                f"text of source `{name}` is not what its fingerprint was made of: "
                + "; ".join(_tell(changes)),
                "mend the nodes that cite these, then run `argmap source lock`",
            )


def _tell(changes: list[Edit]) -> Iterator[str]:
    """Say which paragraphs are not what they were."""
    changed: list[int] = []
    added: list[int] = []
    gone: list[int] = []
    for first, last, begin, end in changes:
        shared = min(last - first, end - begin)
        changed += range(begin + 1, begin + shared + 1)
        added += range(begin + shared + 1, end + 1)
        gone += range(first + shared + 1, last + 1)
    for numbers, what in ((changed, "changed"), (added, "new"), (gone, "gone")):
        if numbers:
            word, verb = ("paragraphs", "are") if len(numbers) > 1 else ("paragraph", "is")
            was = " (as it was numbered)" if what == "gone" else ""
            yield f"{word} {spell_numbers(numbers)} {verb} {what}{was}"

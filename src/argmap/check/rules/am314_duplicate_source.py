"""AM314 duplicate-source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.check.sameness import source_marks
from argmap.diagnostics import Related, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule("AM314", "duplicate-source", severity=Severity.WARNING, since="0.1.0", occasion="two-sources")
def check(context: Context) -> Iterator[Finding]:
    """Two sources that are the same document.

    Why:
        One document under two names looks like two witnesses where there is one, and a correction
        of the one entry leaves the other as it was. Two sources are the same when they have the
        same `url`, the same `text` (without a text, the same `fingerprint`), or the same title,
        author and date. How an address is written does not matter: `http` or `https`, `www.`,
        the case of the host, a final `/`, and what follows `#`. The address of a whole site is
        not enough; there the titles must agree as well.

    Mend:
        Keep one entry and cite it everywhere; paragraphs and pages belong into the citation. If
        the documents differ, say in their titles and addresses in what.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, date: 2023, url: "https://example.org/survey"}
          visitors: {title: Survey of visitors, date: 2023, url: "http://www.example.org/survey/"}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: Two thirds of the visitors walked past it.
              cite: survey
            - evidence: Half of the visitors did not know that it was there.
              cite: visitors

    Clean:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, date: 2023, url: "https://example.org/survey"}
          loans: {title: Register of loans, date: 2022, url: "https://example.org/loans"}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: Two thirds of the visitors walked past it.
              cite: survey
            - evidence: Forty thousand came to see the last loan.
              cite: loans

    Source:
        RFC 3986, section 6: addresses that are written differently and lead to the same place.
    """
    bibliography = context.bibliography
    first: dict[tuple[str, ...], str] = {}
    for name, entry in bibliography.entries.items():
        if not entry.is_sound:
            continue
        same = [
            (earlier, what)
            for mark, what in source_marks(entry.source).items()
            if (earlier := first.setdefault(mark, name)) != name
        ]
        for earlier, what in same[:1]:
            yield Finding(
                bibliography.key_span(name),
                f"source `{name}` is the same document as `{earlier}`: it has the same {what}",
                "keep one of the two, and cite it everywhere",
                related=(Related(bibliography.key_span(earlier), f"`{earlier}` is declared here"),),
            )

"""AM308 source-text-missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity
from argmap.model.map import follow
from argmap.source.display import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context
    from argmap.source.material import Unreadable


@rule(
    "AM308",
    "source-text-missing",
    severity=Severity.WARNING,
    since="0.1.0",
    occasion="unproved",
)
def check(context: Context) -> Iterator[Finding]:
    """A source whose text or fingerprint is named and cannot be read.

    Why:
        A map that names the text of a source asks for its quotations and paragraphs to be compared
        with it. Where the file is missing, or is not what it should be, nothing is compared, and
        a wrong quotation goes unseen. A text that is missing beside a fingerprint that is there
        is no fault: that is how a map goes without a text that may not be passed on. A quotation
        of fewer than four words that is newer than the fingerprint cannot be proved by it.

    Mend:
        Correct the path, which is relative to the map, or put the file there. Where the text may
        not be passed on, name a `fingerprint` and write it with `argmap source lock`.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, date: 2023, text: lost/survey.txt}
        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: Two thirds of the visitors walked past it.
              cite: survey:2

    Clean:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, date: 2023, url: https://example.org/survey}
        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: Two thirds of the visitors walked past it.
              cite: survey:2

    Source:
        argmap file format, version 1, «Citations».
    """
    for name, source in context.graph.sources.items():
        if name not in context.materials or (source.text is None and source.fingerprint is None):
            continue
        material = context.materials[name]
        problem = material.text_problem
        if problem is not None and not (problem.is_missing and material.fingerprint is not None):
            yield _finding(context, name, "text", problem)
        if material.fingerprint_problem is not None:
            yield _finding(context, name, "fingerprint", material.fingerprint_problem)
    for one in context.compared:
        if one.citation.quote is not None and one.verdict is None and not one.is_out_of_range:
            if one.material.fingerprint is None:
                continue
            yield Finding(
                one.quote_span(context.graph),
                f"fingerprint of source `{one.citation.source}` holds too little to prove this "
                "short quotation",
                "run `argmap source lock` where the text is at hand, or quote four words or more",
                context.name(one.node.index),
            )


def _finding(context: Context, name: str, field: str, problem: Unreadable) -> Finding:
    value = follow(context.map.root, ("sources", name, field))
    return Finding(
        context.map.span_of(value or context.map.root),
        printable(f"{field} of source `{name}` {problem.message}"),
        problem.help,
    )

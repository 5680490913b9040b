"""AM301 evidence-without-citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity
from argmap.model.nodes import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule(
    "AM301",
    "evidence-without-citation",
    severity=Severity.WARNING,
    since="0.1.0",
    occasion="uncited",
)
def check(context: Context) -> Iterator[Finding]:
    """Evidence that cites no source.

    Why:
        Evidence is what the whole map rests on. Without a citation nobody can look it up, so it
        reaches nothing: a claim that rests on it alone is unsupported.

    Mend:
        Add `cite:` with the source and the paragraph, `cite: essay:4`. What has no source is a
        `claim` or an `assumption`.

    Fires:
        argmap: 1
        title: A tablet
        thesis:
          assumption: The museum should lend the tablet.
          but:
            - evidence: The courier dropped two crates last year.

    Clean:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: Two thirds of the visitors walked past it.
              cite: survey

    Source:
        Toulmin, S. (1958), The Uses of Argument, ch. 3: data are what we produce when a claim
        is challenged.
    """
    for node in context.sound(Kind.EVIDENCE):
        if not node.model.cite and not context.leaves_empty(node.index, "cite"):
            name = context.name(node.index)
            yield Finding(
                context.text_span(node.index),
                f"evidence `{name}` cites no source",
                "add `cite: source:paragraph`, or make it a `claim` or an `assumption`",
                name,
            )

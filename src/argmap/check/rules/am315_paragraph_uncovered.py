"""AM315 paragraph-uncovered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from argmap.check.coverage import find_coverage, spell_numbers
from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@dataclass(frozen=True)
class Options:
    """Options of AM315."""

    exempt: tuple[Annotated[int, Field(ge=1)], ...] = field(
        default=(),
        metadata={"help": "paragraphs of the article, from 1, that need no citation"},
    )


@rule(
    "AM315",
    "paragraph-uncovered",
    severity=Severity.NOTE,
    since="0.1.0",
    is_optional=True,
    options=Options,
    occasion="source-text",
)
def check(context: Context, options: Options) -> Iterator[Finding]:
    """Paragraphs of the article that no node cites.

    Why:
        A map that claims to be a reading of an article should account for all of it. A paragraph
        that nothing cites was forgotten, or holds what does not fit the map: the reader should
        know which.

    Mend:
        Map what the paragraph argues and cite it, or name it in the option `exempt` where it
        argues nothing. `argmap coverage` shows all paragraphs.

    Fires:
        # essay.txt:
        #   The vault passed the inspection.
        #
        #   The inspection looked at fire only.
        argmap: 1
        title: A tablet
        article: essay
        sources:
          essay: {title: Lending the tablet, date: 2024, text: essay.txt}
        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: The borrower's vault is safe.
              cite: essay:1

    Clean:
        # essay.txt:
        #   The vault passed the inspection.
        #
        #   The inspection looked at fire only.
        argmap: 1
        title: A tablet
        article: essay
        sources:
          essay: {title: Lending the tablet, date: 2024, text: essay.txt}
        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: The borrower's vault was found safe from fire.
              cite: essay:1-2

    Source:
        Freeman, J. B. (2011), Argument Structure: Representation and Theory: how the argument of
        a whole text is told from what else stands in it, and drawn.
    """
    article = context.map.header.article
    key = context.map.root.get("article")
    if article is None or key is None or article not in context.materials:
        return
    if not context.map.is_whole or context.graph.unsound:
        return
    found = find_coverage(context.graph, article, context.materials[article], options.exempt)
    if found is None or not found.uncovered:
        return
    word, verb = ("paragraphs", "are") if len(found.uncovered) > 1 else ("paragraph", "is")
    yield Finding(
        context.map.span_of(key),
        f"{word} {spell_numbers(found.uncovered)} of `{article}` {verb} cited by no node",
        "map what is argued there, or exempt what argues nothing",
    )

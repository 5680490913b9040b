"""AM903 unknown-rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, Fixable, rule
from argmap.check.structure import NameFinder
from argmap.diagnostics import Severity
from argmap.source.renaming import changing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule(
    "AM903",
    "unknown-rule",
    severity=Severity.ERROR,
    since="0.1.0",
    runs_last=True,
    fixable=Fixable.UNSAFE,
    occasion="acceptance",
)
def check(context: Context) -> Iterator[Finding]:
    """An acceptance of a rule that does not exist.

    Why:
        A misspelt code accepts nothing: the finding it was meant for still counts, or comes back
        unnoticed when the rule is looked for. Rules are named by their code here, because a code is
        never used again and names may be bettered.

    Mend:
        Correct the code; the finding names the closest. `argmap rule` lists them all.

    Fires:
        argmap: 1
        title: A tablet
        thesis:
          assumption: The museum should lend the tablet.
          accept: {AM21: The essay leaves it bare.}

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
        argmap file format, version 1, «Nodes»: `accept` maps a code to the reason.
    """
    text = context.map.text
    codes = {name: code for code, name in context.rule_names.items()}
    names = NameFinder([*context.rule_names, *codes])
    for acceptance in context.acceptances:
        if acceptance.code in context.rule_names:
            continue
        written = acceptance.code
        near = names.closest(written.upper()) or names.closest(written.lower())
        code = codes.get(near or "", near)
        is_free = code not in context.map.places[acceptance.place].model.accept
        yield Finding(
            acceptance.span,
            f"`{acceptance.node}` accepts `{written}`, which is no rule's code",
            f"did you mean `{code}`?" if code else "see `argmap rule` for the codes",
            acceptance.node,
            fix=changing(text, acceptance.span, written, code) if code and is_free else None,
        )

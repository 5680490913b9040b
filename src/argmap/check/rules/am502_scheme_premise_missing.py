"""AM502 scheme-premise-missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.check.scheme_use import missing_roles
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule(
    "AM502", "scheme-premise-missing", severity=Severity.WARNING, since="0.1.0", occasion="scheme"
)
def check(context: Context) -> Iterator[Finding]:
    """A reason without a premise that its scheme needs.

    Why:
        A reason of a known form is only as good as each of its premises. The one that is left
        unsaid is often the one that would not bear a look: that the witness was there, that the
        cases are alike in what matters.

    Mend:
        Say it as a premise, as evidence, a claim or an `assumption`. Premises fill the roles of a
        scheme in order; one whose `title` is the name of a role fills that role. What a scheme
        names as the general rule may stand under `warrant`. `argmap scheme ID` shows the roles.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          log: {title: Log of loans, author: The museum, date: 2023}

        thesis:
          claim: The tablet will come back whole.
          because:
            - premises:
                - evidence: The papyrus came back whole.
                  title: base
                  cite: log
              scheme: analogy
              questions:
                base: The log describes it on its return.
                similar: Both went in the same case.
                differences: {waived: Clay is the tougher of the two.}
                other-cases: No other loan is known.

    Clean:
        argmap: 1
        title: A tablet
        sources:
          log: {title: Log of loans, author: The museum, date: 2023}

        thesis:
          claim: The tablet will come back whole.
          because:
            - premises:
                - evidence: The papyrus came back whole.
                  title: base
                  cite: log
                - assumption: The tablet is no more fragile than the papyrus.
              scheme: analogy
              questions:
                base: The log describes it on its return.
                similar: Both went in the same case.
                differences: {waived: Clay is the tougher of the two.}
                other-cases: No other loan is known.

    Source:
        Walton, D., Reed, C. & Macagno, F. (2008), Argumentation Schemes, ch. 9: each scheme lists
        its premises.
    """
    for use in context.scheme_uses:
        if use.scheme is None or not (context.map.is_whole and use.place.is_sound):
            continue
        missing = missing_roles(context.graph, use.place, use.scheme)
        if not missing:
            continue
        name = context.map.name(use.place.index)
        roles = " and ".join(f"`{role.name}`" for role in missing)
        says = "; ".join(f"`{role.name}`: «{role.says.removesuffix('.')}»" for role in missing)
        yield Finding(
            context.map.value_span(use.place.index, "scheme"),
            f"`{name}` has no premise for {roles} of `{use.scheme.id}`",
            f"add a premise, {says}",
            name,
        )

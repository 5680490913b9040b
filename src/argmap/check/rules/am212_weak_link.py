"""AM212 weak-link."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import floor
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from argmap.check.grounds import beyond, hedged_support, steps_up, without_evidence
from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity
from argmap.evaluate.strength import find_strengths
from argmap.evaluate.types import Status
from argmap.evaluate.weights import is_hedge
from argmap.model.nodes import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context

_ROUNDING = 1e-9
"""A strength that is less than this below the bound is only computed so."""


@dataclass(frozen=True)
class Options:
    """What counts as weak."""

    bound: Annotated[float, Field(ge=0, le=1)] = field(
        default=0.5, metadata={"help": "strength, from 0 to 1, that a claim is not to fall below"}
    )


@rule(
    "AM212",
    "weak-link",
    severity=Severity.NOTE,
    since="0.1.0",
    is_optional=True,
    options=Options,
)
def check(context: Context, options: Options) -> Iterator[Finding]:
    """A claim that stands on little.

    Why:
        Whether a claim stands is a matter of yes or no; how well it stands is one of degree. A
        claim may stand on a rumour, or on good evidence against which much is said that does not
        quite defeat it. The strength weighs `weight`, `qualifier`, support and attacks against
        each other, as the page on the format describes. Of claims that are weak because of each
        other only the lowest is told: there the chain would break. Where AM207 or AM209 says why a
        claim is weak, nothing is added.

    Mend:
        Give more or better evidence for the claim, answer what is said against it, or set the
        `weight` of its evidence where the usual one does not do it justice. How weak is too weak
        is for you to say: set `bound`.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          paper: {title: A daily paper, publisher: The Courier, date: 2023}

        thesis:
          claim: The borrower wants the tablet for good.
          qualifier: possibly
          because:
            - evidence: Its director said so at dinner.
              qualifier: reportedly
              cite: paper

    Clean:
        argmap: 1
        title: A tablet
        sources:
          paper: {title: A daily paper, publisher: The Courier, date: 2023}

        thesis:
          claim: The borrower wants the tablet for good.
          qualifier: presumably
          because:
            - evidence: Its director said so on television.
              cite: paper

    Source:
        Rago, A., Toni, F., Aurisicchio, M. & Baroni, P. (2016), Discontinuity-free decision
        support with quantitative argumentation debates, KR 2016: DF-QuAD.
    """
    strengths = find_strengths(context.graph).nodes
    weak = {
        node: strength
        for node, strength in enumerate(strengths)
        if strength is not None and strength < options.bound - _ROUNDING
    }
    standing = context.with_status(Status.STANDS, Kind.CLAIM)
    claims = [node.index for node in standing if node.index in weak]
    steps = steps_up(context.graph, context.evaluation)
    inheriting = beyond(steps, claims, weak)
    told = _told_elsewhere(context, steps)
    for node in claims:
        if node in inheriting or node in told:
            continue
        name = context.name(node)
        yield Finding(
            context.text_span(node),
            f"claim `{name}` is weak: strength {_shown(weak[node])}, below {options.bound:g}",
            "give more evidence for it, answer what is said against it, or set a `weight`",
            name,
        )


def _told_elsewhere(context: Context, steps: list[list[int]]) -> set[int]:
    """Give what rests on assumptions only, or is put surer than its evidence."""
    hedged, _ = hedged_support(context.graph, context.evaluation)
    nodes = context.graph.nodes
    unsure = {node for node in hedged if not is_hedge(nodes[node].model.qualifier)}
    return unsure | without_evidence(context.graph, context.evaluation, steps)


def _shown(strength: float) -> str:
    """Write a strength with two digits, rounded down: never as the bound it is below."""
    return f"{floor(round(strength * 100, 6)) / 100:.2f}"

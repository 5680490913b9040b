"""How rules tell where the support of a node ends, and what brings a node down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.causes import MOST_CAUSES
from argmap.check.ends import MOST_ENDS
from argmap.evaluate.types import Ground
from argmap.model.nodes import Kind

if TYPE_CHECKING:
    from argmap.check.context import Context
    from argmap.diagnostics import Related

_WHY = {
    Ground.NO_REASON: "no reason given",
    Ground.NO_CITATION: "no citation",
    Ground.CYCLE: "supports itself in a circle",
}


def tell_ends(context: Context, node: int) -> str:
    """Name where the support of a node ends, and why there."""
    ends = context.ends_of_support[node]
    told = ", ".join(f"`{context.name(end)}` ({_WHY[ground]})" for end, ground in ends[:MOST_ENDS])
    return f"{told} and more" if len(ends) > MOST_ENDS else told


def related_ends(context: Context, node: int) -> tuple[Related, ...]:
    """Point at where the support of a node ends."""
    told = f"support of `{context.name(node)}` ends here"
    ends = context.ends_of_support[node][:MOST_ENDS]
    return tuple(context.related(end, told) for end, _ in ends)


def tell_causes(context: Context, node: int) -> str:
    """Name what brings a node down or leaves it undecided."""
    causes = context.falls_by(node)
    told = ", ".join(f"`{context.name(cause)}`" for cause in causes[:MOST_CAUSES])
    return f"{told} and more" if len(causes) > MOST_CAUSES else told


def mend_causes(context: Context, node: int) -> str:
    """Say what may be done about what brings a node down; only counterpoints can be conceded."""
    causes = context.falls_by(node)
    it = "it" if len(causes) == 1 else "each"
    kinds = {context.graph.nodes[cause].kind for cause in causes}
    mend = f"answer {it} under its `but`"
    return f"{mend}, concede {it}" if kinds == {Kind.COUNTERPOINT} else mend


def related_causes(context: Context, node: int, message: str) -> tuple[Related, ...]:
    """Point at what brings a node down or leaves it undecided."""
    causes = context.falls_by(node)[:MOST_CAUSES]
    return tuple(context.related(cause, message) for cause in causes)

"""How the rules on support tell where the support of a node ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.context import MOST_ENDS
from argmap.evaluate.types import Ground

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

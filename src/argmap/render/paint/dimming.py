"""Muting of what does not stand out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.render.shapes import End, Shape, Start

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.render.plan.types import Box, Plan


def dim_shapes(plan: Plan, box: Box, shapes: Iterable[Shape]) -> Iterator[Shape]:
    """Mute the shapes of what does not stand out in a box; each group says which node it is of.

    Args:
        plan: the picture.
        box: what is drawn.
        shapes: of the box, with the groups of its nodes.
    """
    if plan.highlight is None:
        yield from shapes
        return
    dim = [box.is_dim]
    for shape in shapes:
        if isinstance(shape, Start):
            dim.append(_is_dim(plan, shape, within=dim[-1]))
            yield shape
        elif isinstance(shape, End):
            dim.pop()
            yield shape
        else:
            yield replace(shape, ink=f"{shape.ink} dim".lstrip()) if dim[-1] else shape


def _is_dim(plan: Plan, start: Start, *, within: bool) -> bool:
    """Tell whether a group is muted; one that is of no node is so as what it stands in is."""
    assert plan.highlight is not None  # noqa: S101 - `dim_shapes` saw to it
    attributes = dict(start.attributes)
    if "data-group" in attributes:
        return int(attributes["data-group"]) not in plan.highlight.lines
    node = attributes.get("data-node") or attributes.get("data-ref")
    return within if node is None else not (node.isdigit() and int(node) in plan.highlight.nodes)

"""The thesis, as a banner across the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.evaluate.types import Status
from argmap.model.nodes import Counterpoint
from argmap.render import icons
from argmap.render.axes import LEFT, UP
from argmap.render.compose.card import node_identity
from argmap.render.compose.links import links_line
from argmap.render.compose.path import draw_path
from argmap.render.compose.stack import Stack, set_right
from argmap.render.compose.wording import describe_citations, describe_node, pills_of
from argmap.render.measure.clean import shorten
from argmap.render.measure.styles import BANNER, BANNER_KIND, BANNER_SMALL
from argmap.render.plan.way import relation
from argmap.render.shapes import Drawing, End, Path, Rectangle, Start, Words, moved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model.nodes import StatementNode
    from argmap.render.plan.types import Card, Plan

_LEFT = 20.0
_TEXT_WIDTH = 1060.0
_NARROWER = 0.7
"""Where it stands at the right, so that what is read from the left does not begin far from it."""
_PATH_GAP = 8.0


def draw_banner(plan: Plan, card: Card, width: float) -> Drawing:
    """Draw the thesis, or what the picture is of with the way to it from the thesis.

    Args:
        plan: the picture.
        card: the thesis.
        width: of the page, in pixels.
    """
    path = draw_path(plan, card.place, width)
    body = _draw_body(plan, card, width)
    way, top = 0.0, path.height
    if plan.axes is UP and path.height:
        # A line leads from the banner to what stands above it.
        way, top = body.height + _PATH_GAP, 0.0
    height = max(way + path.height, top + body.height)
    shapes = (*moved(path.shapes, 0, way), *moved(body.shapes, 0, top))
    return Drawing(width, height, shapes)


def _draw_body(plan: Plan, card: Card, width: float) -> Drawing:
    assert card.node is not None  # noqa: S101 - a thesis is a statement
    model = plan.graph.nodes[card.node].model
    room = min(_TEXT_WIDTH, width - 2 * _LEFT)
    left = _LEFT
    if plan.axes is LEFT:
        room = min(_TEXT_WIDTH * _NARROWER, room)
        left = width - _LEFT - room
    stack = Stack(left, 14, room)
    is_thesis = plan.view.focus is None
    label = plan.labels.get(card.node, "T")
    words = "THESIS" if is_thesis else model.kind.value.upper()
    if label != "T":
        words += f" {label}"
    if model.qualifier is not None:
        words += f" · {shorten(model.qualifier, 40)}"
    if not is_thesis:
        words += f" · {relation(plan.graph, card.place, plan.label)}"
    icon = icons.THESIS if is_thesis else icons.KINDS[model.kind]
    stack.shapes.append(Path(stack.x, stack.y, icon, "ic i-thesis"))
    stack.shapes.append(Words(stack.x + 18, stack.y + 10, BANNER_KIND.line(words), BANNER_KIND))
    stack.space(20)
    if model.title is not None:
        stack.text(model.title, BANNER_KIND)
    stack.text(model.text, BANNER)
    for line in _details(plan, model):
        stack.text(line, BANNER_SMALL)
    pills = pills_of(plan, card.node, card.place)
    judged = card.node not in plan.graph.unsound
    if judged and plan.evaluation.status(card.node) is Status.STANDS:
        pills.insert(0, ("Stands", "stands"))
    stack.space(4)
    stack.pills(pills)
    links_line(stack, plan, card)
    height = stack.y + 12
    start = Start(
        f"node k-{model.kind.value} thesis",
        describe_node(plan, card.node),
        node_identity(plan, card.node),
    )
    inside = set_right(stack.shapes, width - _LEFT) if plan.axes is LEFT else stack.shapes
    body = Rectangle(0, 0, width, height, 10, "tb")
    return Drawing(width, height, (start, body, *inside, End()))


def _details(plan: Plan, model: StatementNode) -> Iterator[str]:
    """Yield voice, sources and concession, each as a line."""
    if model.by is not None:
        yield f"says: {model.by}"
    yield describe_citations(plan.graph, model.cite)
    if isinstance(model, Counterpoint) and model.conceded is not None:
        yield f"Conceded: {model.conceded}"

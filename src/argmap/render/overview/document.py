"""An overview as one SVG file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from argmap.diagnostics import ArgmapError
from argmap.render import icons
from argmap.render.compose.card import node_identity
from argmap.render.compose.wording import describe_node
from argmap.render.measure.styles import LABEL
from argmap.render.overview.legend import MOST_LINKS
from argmap.render.overview.lines import PanelLines, draw_arc
from argmap.render.overview.marks import draw_halo, draw_mark, state_of
from argmap.render.overview.pack import PADDING, STACK_GAP
from argmap.render.overview.page import Page, lay_out
from argmap.render.overview.sizes import ICON
from argmap.render.overview.style import RULES, write_forms
from argmap.render.overview.tree import build_shape
from argmap.render.overview.words import draw_heading, enlarged
from argmap.render.paint.document import write_document
from argmap.render.paint.style import write_style
from argmap.render.shapes import End, Path, Rectangle, Start, Words
from argmap.render.themes import ThemeName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.render.options import PictureOptions
    from argmap.render.overview.place import Placed
    from argmap.render.overview.words import Counts
    from argmap.render.plan.types import Plan
    from argmap.render.shapes import Shape

_APART = 3.0
"""Between a mark, its icon and its label."""
_STANDS = "stands"


def write_overview(plan: Plan, options: PictureOptions) -> str:
    """Draw the shape of a whole map on one page.

    Args:
        plan: the plan of the whole picture.
        options: its colours, its title, and whether it has a legend.

    Raises:
        ArgmapError: for options that an overview has no use for.
    """
    if options.width is not None or options.direction is not None:
        message = "an overview has a width and a direction of its own"
        raise ArgmapError(message, "leave out `width` and `direction`")
    theme = None if options.theme == "auto" else ThemeName(options.theme or "light")
    title = options.title if options.title is not None else plan.graph.map.header.title
    page = lay_out(plan, build_shape(plan), title, legend=options.legend)
    shapes = [*page.besides, *_Painter(plan, page).paint()]
    style = partial(write_style, theme, write_forms(page.size), RULES)
    return write_document(plan, title, shapes, (page.width, page.height), style)


class _Painter:
    """Paints what is placed."""

    def __init__(self, plan: Plan, page: Page) -> None:
        self.plan = plan
        self.shape = page.shape
        self.page = page
        self.size = page.size
        self.states = [state_of(plan, node) for node in range(len(plan.graph.nodes))]
        self.middles = dict(page.theses)

    def paint(self) -> Iterator[Shape]:
        """Yield the grounds of all panels, then lines, then words, and marks over everything."""
        for placed in self.page.panels:
            panel = placed.panel
            yield Rectangle(panel.x, panel.y, panel.width, panel.height, 10, "sec")
            for spot, x, y in zip(placed.spots, placed.xs, placed.ys, strict=True):
                self.middles[spot.node] = (x + self.size.mark / 2, y)
        yield from self._links()
        for placed, counts in zip(self.page.panels, self.page.counts, strict=True):
            yield Start("panel", placed.panel.piece.section.heading or "")
            yield from self._lines(placed)
            yield from self._heading(placed, counts)
            for at, spot in enumerate(placed.spots):
                target = self.shape.jump(spot.node)
                if target is None:
                    yield from self._node(placed, at, spot.node)
                else:
                    yield from self._jump(placed.xs[at], placed.ys[at], target)
            yield End()

    def _lines(self, placed: Placed) -> list[Path]:
        ends = [x + self._reach(spot.node) for spot, x in zip(placed.spots, placed.xs, strict=True)]
        classes = [self._classes(spot.node) for spot in placed.spots]
        return PanelLines(self.shape, placed, ends, classes).draw()

    def _classes(self, node: int) -> str:
        """Give the classes of the line to a node: whether it counts, and whether it is muted."""
        highlight, target = self.plan.highlight, self.shape.jump(node)
        if target is not None:
            dim = self._dim(target)
        else:
            place = self.plan.graph.nodes[node].place
            dim = " dim" if highlight is not None and place not in highlight.lines else ""
        state = self.states[node if target is None else target]
        return dim if state == _STANDS else f" idle{dim}"

    def _heading(self, placed: Placed, counts: Counts) -> tuple[Shape, ...]:
        panel, words = placed.panel, self.size.words
        room = (panel.width - 2 * PADDING) / words
        heading = draw_heading(self.plan, panel.piece.section, counts, room)
        return enlarged(tuple(heading), (panel.x + PADDING, panel.y), words)

    def _dim(self, node: int) -> str:
        """Give the class that mutes a node while others stand out."""
        highlight = self.plan.highlight
        return " dim" if highlight is not None and node not in highlight.nodes else ""

    def _reach(self, node: int) -> float:
        """Give how far what is shown of a node reaches; nothing hangs on a label."""
        if self.shape.jump(node) is not None:
            return 0.0
        icon = ICON + _APART if self.size.shows_kind else 0.0
        label = LABEL.width(self.plan.labels.get(node, "")) if self.size.shows_label else 0.0
        return self.size.mark + icon + (label + 2 * _APART if label else 0.0)

    def _links(self) -> Iterator[Path]:
        if len(self.page.links) > MOST_LINKS:
            return
        for link in self.page.links:
            above, below = self.middles.get(link.above), self.middles.get(link.below)
            if above is not None and below is not None:
                ink = f"e e-{link.sign.value} arc{self._dim(link.below)}"
                yield Path(0, 0, draw_arc(above, below), ink)

    def _node(self, placed: Placed, at: int, node: int) -> Iterator[Shape]:
        size, state = self.size, self.states[node]
        x, y = placed.xs[at], placed.ys[at]
        kind = self.plan.graph.nodes[node].kind
        yield Start(
            f"node k-{kind.value} s-{state}{self._dim(node)}",
            describe_node(self.plan, node),
            node_identity(self.plan, node),
        )
        if self.shape.above[node] is None:
            yield draw_halo(x + size.mark / 2, y, size.mark)
        yield from draw_mark(state, x + size.mark / 2, y, size.mark)
        x += size.mark + _APART
        if size.shows_kind and kind in icons.KINDS:
            yield Path(x, y - ICON / 2, icons.KINDS[kind], f"ic i-{kind.value}")
            x += ICON + _APART
        label = LABEL.line(self.plan.labels.get(node, ""))
        if size.shows_label or self._has_room(placed, at, x + label.width):
            yield Words(x, y + 3.4, label, LABEL, "" if state == _STANDS else "f-weak")
        yield End()

    def _jump(self, x: float, y: float, target: int) -> Iterator[Shape]:
        """Draw the label that leads to a node told elsewhere."""
        label = LABEL.line(self.plan.labels.get(target, ""))
        title = describe_node(self.plan, target)
        yield Start(f"jump{self._dim(target)}", title, href=f"#n{target}")
        yield Path(x, y - ICON / 2, icons.JUMP, "ic i-jump")
        yield Words(x + ICON + _APART, y + 3.4, label, LABEL, "f-jump")
        yield End(is_link=True)

    def _has_room(self, placed: Placed, at: int, end: float) -> bool:
        """Tell whether a weak point at the end of its row has room for its label."""
        node = placed.spots[at].node
        if self.states[node] == _STANDS or self.shape.below[node]:
            return False
        stack = placed.stacks[placed.stack_of[at]]
        return self.size.row >= LABEL.size and end <= stack.right + STACK_GAP / 2

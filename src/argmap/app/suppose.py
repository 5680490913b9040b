"""What if: suppositions as a reader writes them, and what they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.app.status import evaluate, graph_of
from argmap.diagnostics import ArgmapError
from argmap.evaluate.types import Evaluation, Status, Supposition
from argmap.render.outline_lines import Notes, Segment, Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.app.load import Argument
    from argmap.graph.types import Graph

_OUT = "without"
_SUPPOSED = (Status.STANDS.value, Status.DEFEATED.value)


def find_named(argument: Argument, name: str) -> int:
    """Find the node of an id, an address or a label.

    Raises:
        ArgmapError: when the file held no map, or the map no such node.
    """
    from argmap.render.plan.build import label_nodes
    from argmap.render.plan.names import find_node

    graph, evaluation = graph_of(argument), evaluate(argument)
    return find_node(graph, lambda: label_nodes(graph, evaluation), name)


def read_supposition(
    argument: Argument, without: Iterable[str], suppose: Iterable[str]
) -> Supposition:
    """Read what is to be otherwise than in the map.

    Args:
        argument: the map.
        without: nodes that are left out, several with commas between them.
        suppose: nodes with what they are taken to be: `vault=defeated`, likewise.

    Raises:
        ArgmapError: for a node that is not in the map, a status that cannot be supposed, or a node
            of which two things are supposed.
    """
    found: dict[str, set[int]] = {_OUT: set(), **{status: set() for status in _SUPPOSED}}
    taken: dict[int, str] = {}
    for name, what in (*((name, _OUT) for name in _split(without)), *_pairs(suppose)):
        node = find_named(argument, name)
        if taken.setdefault(node, what) != what:
            raise ArgmapError(
                f"two things are supposed of `{graph_of(argument).name(node)}`",
                f"choose between {_said(taken[node])} and {_said(what)}",
            )
        found[what].add(node)
    return Supposition(*(frozenset(found[what]) for what in (_OUT, *_SUPPOSED)))


def _split(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield from (part.strip() for part in word.split(",") if part.strip())


def _pairs(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    for word in _split(words):
        name, _, status = (part.strip() for part in word.partition("="))
        if not name or status not in _SUPPOSED:
            known = " or ".join(f"`{name or 'ID'}={one}`" for one in _SUPPOSED)
            raise ArgmapError(f"cannot suppose `{word}`", f"write {known}")
        yield name, status


def _said(what: str) -> str:
    return "`--without`" if what == _OUT else f"`={what}`"


def compare(graph: Graph, before: Evaluation, after: Evaluation, supposed: Supposition) -> Notes:
    """Say what is supposed, and mark the nodes that it changes.

    Args:
        graph: the argument.
        before: what it amounts to as it is.
        after: what it amounts to if it were as supposed.
        supposed: what is supposed.
    """
    given = supposed.stands | supposed.defeated
    notes: dict[int, Segment] = {}
    changed = 0
    for node, verdict in enumerate(after.nodes):
        was = before.status(node)
        said = ["supposed"] if node in given else []
        if verdict.status is not was or node in supposed.without:
            said.append(f"was: {_WORDS[was]}")
            changed += node not in given | supposed.without
        if said:
            notes[node] = Segment(f"({'; '.join(said)})", Style.STRONG)
    what = "1 other statement changes" if changed == 1 else f"{changed} other statements change"
    return Notes((f"What if {_list(graph, supposed)}: {what}",), notes)


_WORDS = {status: status.value for status in Status} | {Status.UNSUPPORTED: "no support"}


def _list(graph: Graph, supposed: Supposition) -> str:
    """List what is supposed, in the order of the map."""
    words = {
        **dict.fromkeys(supposed.without, "is left out"),
        **dict.fromkeys(supposed.stands, "stands"),
        **dict.fromkeys(supposed.defeated, "is defeated"),
    }
    return ", ".join(f"[{graph.name(node)}] {words[node]}" for node in sorted(words))

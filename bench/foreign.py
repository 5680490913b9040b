"""The argument of a generated map in the formats of other tools."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from bench.maps import write_map

if TYPE_CHECKING:
    from collections.abc import Iterator

_KINDS = ("claim", "evidence", "counterpoint")


def write_argdown(text: str) -> str:
    """Write a generated map as Argdown: statements, supports, attacks and references.

    Args:
        text: what `bench.maps.write_map` writes. Citations and concessions are left out, for which
            Argdown has no words of its own.
    """
    lines = []
    for node, depth, sign in _iter_nodes(text):
        head = f"{'  ' * depth}{sign} " if sign else ""
        said = f": {_text(node)}" if "ref" not in node else ""
        lines.append(f"{head}[{node.get('id') or node['ref']}]{said}")
    return "\n".join(lines) + "\n"


def write_ltac(text: str) -> str:
    """Write a generated map as LTAC, one line for each node.

    What speaks against is a claim, as is evidence used again: LTAC refers to no other kind.

    Args:
        text: what `bench.maps.write_map` writes. Citations and concessions are left out.
    """
    lines = []
    nodes = list(_iter_nodes(text))
    used_again = {node["ref"] for node, _, _ in nodes if "ref" in node}
    for node, depth, _ in nodes:
        if "ref" in node:
            said = f"Claim ^{node['ref']}"
        else:
            is_leaf = "evidence" in node and node["id"] not in used_again
            said = f"{'Evidence' if is_leaf else 'Claim'} {node['id']}: {_text(node)}"
        lines.append(f"{'  ' * depth}- {said}")
    return "\n".join(lines) + "\n"


def _text(node: dict[str, Any]) -> str:
    return next(str(node[kind]) for kind in _KINDS if kind in node)


def _iter_nodes(text: str) -> Iterator[tuple[dict[str, Any], int, str]]:
    """Give each node with its depth and the sign by which it bears on its parent."""
    stack = [(yaml.load(text, Loader=yaml.CSafeLoader)["thesis"], 0, "")]
    while stack:
        node, depth, sign = stack.pop()
        yield node, depth, sign
        below = [(child, depth + 1, "+") for child in node.get("because", ())]
        below += [(child, depth + 1, "-") for child in node.get("but", ())]
        stack.extend(reversed(below))


def main(path: Path, nodes: int) -> None:
    """Write a map, and its argument in the other formats beside it."""
    text = write_map(nodes)
    path.write_text(text, encoding="utf-8")
    path.with_suffix(".argdown").write_text(write_argdown(text), encoding="utf-8")
    path.with_suffix(".ltac").write_text(write_ltac(text), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))

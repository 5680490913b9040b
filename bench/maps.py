"""A seeded generator of realistic maps: sentences of 12 to 25 words, 15 % cross links."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = [
    "the",
    "a",
    "of",
    "to",
    "in",
    "and",
    "that",
    "for",
    "with",
    "on",
    "as",
    "by",
    "at",
    "from",
    "policy",
    "council",
    "report",
    "evidence",
    "river",
    "bridge",
    "harbour",
    "price",
    "worker",
    "train",
    "school",
    "energy",
    "water",
    "market",
    "survey",
    "measure",
    "figure",
    "increase",
    "decline",
    "study",
    "region",
    "method",
    "result",
    "group",
    "agreement",
    "minister",
    "budget",
    "project",
    "growth",
    "risk",
    "source",
    "period",
    "member",
    "question",
    "answer",
    "system",
    "public",
    "private",
    "large",
    "small",
    "early",
    "late",
    "common",
    "rare",
    "stable",
    "likely",
    "known",
    "local",
    "foreign",
    "annual",
    "total",
    "average",
    "former",
    "recent",
    "shows",
    "suggests",
    "remains",
    "reaches",
    "supports",
    "limits",
    "explains",
    "reduces",
    "follows",
    "requires",
    "allows",
    "holds",
    "carries",
    "meets",
]
CROSS_LINKS = 0.15
"""Share of the nodes that are also used elsewhere, by `ref`."""
BRANCHING = 4
"""Reasons under a claim, at the most."""


def sentence(chooser: random.Random) -> str:
    """Write 12 to 25 random words as a sentence."""
    words = chooser.choices(WORDS, k=chooser.randint(12, 25))
    return " ".join(words).capitalize() + "."


def write_map(nodes: int, seed: int = 1) -> str:
    """Write a map of so many nodes as YAML.

    Args:
        nodes: claims, evidence and counterpoints, the thesis included.
        seed: of the random choices; the same seed gives the same bytes.
    """
    head = ["argmap: 1", f"title: Generated map of {nodes} nodes", "article: essay", "sources:"]
    head += ["  essay: {title: An essay, author: Generated, date: 2024}", "thesis:"]
    return "\n".join([*head, *_Writer(nodes, seed).lines()]) + "\n"


class _Writer:
    def __init__(self, nodes: int, seed: int) -> None:
        self.chooser = random.Random(seed)  # noqa: S311 - repeatable data, not secrets
        self.reasons: list[list[int]] = [[] for _ in range(nodes)]
        self.counterpoint: list[int | None] = [None] * nodes
        self._grow(nodes)
        self.attacks = {node for node in self.counterpoint if node is not None}

    def _grow(self, nodes: int) -> None:
        """Give each node a parent with a smaller number; one child in eight speaks against it."""
        open_nodes = [0]
        for node in range(1, nodes):
            at = self.chooser.randrange(min(2 * BRANCHING, len(open_nodes)))
            parent = open_nodes[at]
            is_attack = bool(self.reasons[parent]) and self.chooser.random() < 1 / 8
            if is_attack and self.counterpoint[parent] is None:
                self.counterpoint[parent] = node
            else:
                self.reasons[parent].append(node)
            if len(self.reasons[parent]) >= BRANCHING:
                open_nodes.pop(at)
            open_nodes.append(node)

    def lines(self) -> Iterator[str]:
        """Write the nodes in document order."""
        stack: list[tuple[int, int] | str] = [(0, 1)]
        while stack:
            item = stack.pop()
            if isinstance(item, str):
                yield item
                continue
            node, depth = item
            pad = "  " * depth
            yield from self._node(node, pad)
            stack.extend(reversed(list(self._children(node, depth))))

    def _node(self, node: int, pad: str) -> Iterator[str]:
        dash = pad[:-2] + "- " if node else pad
        yield f"{dash}{self._kind(node)}: {sentence(self.chooser)}"
        yield f"{pad}id: n{node}"
        yield f"{pad}cite: essay:{self.chooser.randint(1, 40)}"
        if node in self.attacks:
            yield f"{pad}conceded: {sentence(self.chooser)}"

    def _kind(self, node: int) -> str:
        if node in self.attacks:
            return "counterpoint"
        return "claim" if self.reasons[node] else "evidence"

    def _children(self, node: int, depth: int) -> Iterator[tuple[int, int] | str]:
        pad = "  " * depth
        if self.reasons[node]:
            yield f"{pad}because:"
            for child in self.reasons[node]:
                yield child, depth + 2
            other = self._cross_link(node)
            if other is not None:
                yield f"{pad}  - ref: n{other}"
        against = self.counterpoint[node]
        if against is not None:
            yield f"{pad}but:"
            yield against, depth + 2

    def _cross_link(self, node: int) -> int | None:
        """Choose a node with a greater number that is no child: so no circle can arise."""
        last = len(self.reasons) - 1
        if node + 1 >= last or self.chooser.random() > CROSS_LINKS / SHARE_OF_CLAIMS:
            return None
        other = self.chooser.randint(node + 1, last)
        is_fit = other not in self.reasons[node] and other not in self.attacks
        return other if is_fit else None


SHARE_OF_CLAIMS = 0.4
"""Roughly so many nodes have reasons of their own, and can hold a cross link."""

"""Boxes of known height in a tree, to be placed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Forest:
    """Trees whose nodes are numbered in the order they are drawn, parents before children."""

    heights: tuple[float, ...]
    """Of each box; its width, where reasons stand above or below."""
    parents: tuple[int | None, ...]

    def children(self) -> tuple[list[int], list[list[int]]]:
        """Give the roots, and the children of each node, in order."""
        roots: list[int] = []
        below: list[list[int]] = [[] for _ in self.heights]
        for number, parent in enumerate(self.parents):
            (roots if parent is None else below[parent]).append(number)
        return roots, below

    def columns(self) -> list[int]:
        """Give the column of each node, roots in column 0."""
        columns: list[int] = []
        for parent in self.parents:
            columns.append(0 if parent is None else columns[parent] + 1)
        return columns


def overlaps(forest: Forest, tops: list[float], gap: float) -> bool:
    """Tell whether two boxes of one column come nearer than `gap`, or stand out of order."""
    ends: dict[int, float] = {}
    for column, top, height in zip(forest.columns(), tops, forest.heights, strict=True):
        if column in ends and top < ends[column] + gap - 0.5:
            return True
        ends[column] = top + height
    return False

"""Which part of a web page is its main text.

Nothing here is guessed from how pages usually look but what is written down in
`docs/sources.md`: a paragraph's number must not change with a library's taste.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.source.html_names import (
    BLOCKS,
    CELLS,
    CLASSES_BESIDE,
    CONTAINERS,
    LEFT_OUT,
    ROLES_LEFT_OUT,
    WORDS_BESIDE,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from selectolax.lexbor import LexborNode

_WORDS = re.compile(r"[a-z]+|[A-Z][a-z]*")
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)")
_RUNNING = 25
"""Characters outside links from which on a block is taken for running text."""
_SHARE = 0.9
"""Part of the running text that the main part holds at least."""


def iter_nodes(
    root: LexborNode, skip: Callable[[LexborNode], bool]
) -> Iterator[tuple[LexborNode, bool]]:
    """Give each node below a root, and itself: on the way in with True, out with False.

    What is skipped is not entered, but for the root. Texts have no way out.
    """
    path: list[LexborNode] = []
    node: LexborNode | None = root
    while node is not None:
        is_entered = node.is_element_node and not (path and skip(node))
        if is_entered or node.is_text_node:
            yield node, True
        child = node.first_child if is_entered else None
        if child is not None:
            path.append(node)
            node = child
            continue
        if is_entered:
            yield node, False
        while path and node.next is None:
            node = path.pop()
            yield node, False
        node = node.next if path else None


def is_note_mark(node: LexborNode) -> bool:
    """Tell whether an element is the mark of a footnote: a raised link into the page."""
    inner = node.first_child
    if inner is None or inner.next is not None or {node.tag, inner.tag} != {"sup", "a"}:
        return False
    link = node if node.tag == "a" else inner
    return (link.attributes.get("href") or "").startswith("#")


@dataclass
class MainPart:
    """The main part of a page and what inside it is left out."""

    root: LexborNode
    """The page's body, until `narrow` finds less."""
    _beside: set[int] = field(default_factory=set)
    """Elements that their class says to stand beside the text."""
    laid_out: set[int] = field(default_factory=set)
    """Rows of tables whose cells hold blocks: the table only lays out the page."""

    def narrow(self) -> None:
        """Leave out what stands beside the text, and find the innermost element around it."""
        sizes = self._measure()
        whole = sizes[-1][1]
        self._beside = {
            node.mem_id for node, size in sizes if size * 2 < whole and _is_named_beside(node)
        }
        sizes = self._measure()
        whole = sizes[-1][1]
        if whole:
            full = (node for node, size in sizes if size >= whole * _SHARE and _holds_blocks(node))
            self.root = _enclosing(next(full, self.root))

    def skips(self, node: LexborNode) -> bool:
        """Tell whether an element is no part of the text."""
        tag = node.tag or ""
        if tag in LEFT_OUT or node.mem_id in self._beside:
            return True
        attributes = node.attributes
        if attributes and _is_hidden(attributes):
            return True
        if tag in {"header", "footer"}:
            keepers = {"article", "main"} if tag == "header" else {"blockquote"}
            return _inside(node, keepers) is None
        return tag in {"sup", "a"} and is_note_mark(node)

    def _measure(self) -> list[tuple[LexborNode, int]]:
        """Give each block with the size of the running text in it, inner ones first."""
        meter = _Meter(self.laid_out)
        for node, is_entered in iter_nodes(self.root, self.skips):
            meter.take(node, is_entered=is_entered)
        return meter.sizes


@dataclass
class _Meter:
    """Measures the running text in the blocks of a page."""

    laid_out: set[int]
    sizes: list[tuple[LexborNode, int]] = field(default_factory=list)
    own: list[int] = field(default_factory=list)
    """For each block that is open, the size of the text that stands in it itself."""
    inner: list[int] = field(default_factory=list)
    """And the size of the running text in blocks within it."""
    rows: list[int] = field(default_factory=list)
    links: int = 0

    def take(self, node: LexborNode, *, is_entered: bool) -> None:
        tag = node.tag or ""
        if tag == "a":
            self.links += 1 if is_entered else -1
        elif tag == "br":
            self.laid_out.update(self.rows[-1:])
        elif tag in BLOCKS and is_entered:
            self._enter(node, tag)
        elif tag in BLOCKS:
            self._leave(node, tag)
        elif node.is_text_node and not self.links:
            self.own[-1] += len((node.text_content or "").strip())

    def _enter(self, node: LexborNode, tag: str) -> None:
        self.own.append(0)
        self.inner.append(0)
        if tag == "tr":
            self.rows.append(node.mem_id)
        elif tag not in CELLS:
            self.laid_out.update(self.rows[-1:])

    def _leave(self, node: LexborNode, tag: str) -> None:
        own, inner = self.own.pop(), self.inner.pop()
        size = inner + (own if own >= _RUNNING else 0)
        self.sizes.append((node, size))
        if self.inner:
            self.inner[-1] += size
        if tag == "tr":
            self.rows.pop()


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    role = attributes.get("role")
    return role in ROLES_LEFT_OUT or _HIDDEN.search(attributes.get("style") or "") is not None


def _is_named_beside(node: LexborNode) -> bool:
    names = node.attributes.get("class") or ""
    if not CLASSES_BESIDE.isdisjoint(names.split()):
        return True
    return any(word.lower() in WORDS_BESIDE for word in _WORDS.findall(names))


def _holds_blocks(node: LexborNode) -> bool:
    return node.tag in CONTAINERS and any(child.tag in BLOCKS for child in node.iter())


def _inside(node: LexborNode, tags: set[str]) -> LexborNode | None:
    parent = node.parent
    while parent is not None and parent.tag not in tags:
        parent = parent.parent
    return parent


def _enclosing(inner: LexborNode) -> LexborNode:
    """Give the article around a block, else the main part of the page, else the block."""
    for tag in ("article", "main"):
        found = inner if inner.tag == tag else _inside(inner, {tag})
        if found is not None:
            return found
    return inner

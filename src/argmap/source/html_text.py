"""Web pages: the main text in numbered paragraphs, and what the page says of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.source.composing import Block, compose
from argmap.source.html_depth import is_too_deep
from argmap.source.html_encoding import decode_html
from argmap.source.html_facts import read_facts
from argmap.source.html_names import BLOCKS, CELLS, HEADINGS, VOID
from argmap.source.html_tree import MainPart, iter_nodes
from argmap.source.material import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

    from argmap.source.paragraphs import SourceText

_SPACES = re.compile(r"[ \t\n\r\f]+")
_EMPTY_TAG = re.compile(r"<([A-Za-z][^\s<>/]*+)([^<>]*)/>")
_BREAK, _CELL = "\v", "\x1f"
"""Stand in a block that is gathered for the end of a line and of a cell."""
_SEEN = re.compile("[^\\s\u200b-\u200d\u2060\ufeff\xad]")


def read_html(data: bytes, *, is_xml: bool) -> SourceText | Unreadable:
    """Read the main text of a web page.

    Args:
        data: the file's bytes; where it begins with a byte order mark, in UTF-8 without it.
        is_xml: whether it is XHTML, where any element may be closed as it is opened.
    """
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError:
        return Unreadable("is HTML, which is read with selectolax", "pip install 'argmap[html]'")
    content = decode_html(data)
    if isinstance(content, Unreadable):
        return content
    if is_xml:
        content = _EMPTY_TAG.sub(_close, content)
    if is_too_deep(content):
        message = "nests its elements too deep, or leaves too many of them open"
        return Unreadable(message, "save its text as plain text or Markdown")
    page = LexborHTMLParser(content)
    blocks = () if page.body is None else tuple(_iter_blocks(page.body))
    if all(block.level is not None for block in blocks):
        return Unreadable("holds no text", "save the page as it shows in a browser")
    return compose(blocks, read_facts(page))


def _close(tag: re.Match[str]) -> str:
    return tag[0] if tag[1].lower() in VOID else f"<{tag[1]}{tag[2]}></{tag[1]}>"


def _one_line(text: str) -> str:
    """Give a line, or the cells of a row that are not empty at its edges, with single spaces."""
    return _SPACES.sub(" ", text.strip().replace(_CELL, " | "))


def _iter_blocks(body: LexborNode) -> Iterator[Block]:
    part = MainPart(body)
    part.narrow()
    writer = _Writer(part)
    for node, is_entered in iter_nodes(part.root, part.skips):
        yield from writer.take(node, is_entered=is_entered)
    yield from writer.flush()


@dataclass
class _Writer:
    """Gathers the text of a block until it ends."""

    part: MainPart
    pieces: list[str] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)
    """Of the headings that are open."""
    preformatted: int = 0
    """How many `pre` are open."""
    rows: list[bool] = field(default_factory=list)
    """Of the rows of tables that are open, whether each is one paragraph."""

    def take(self, node: LexborNode, *, is_entered: bool) -> Iterator[Block]:
        """Take a node and give the blocks that end with it."""
        tag = node.tag or ""
        if node.is_text_node:
            text = node.text_content or ""
            self.pieces.append(self._lines(text) if self.preformatted else _SPACES.sub(" ", text))
        elif tag == "br":
            self.pieces += [_BREAK] * is_entered
        elif tag == "q":
            self.pieces.append("“" if is_entered else "”")
        elif tag in CELLS and self.rows and self.rows[-1]:
            self.pieces += [_CELL] * is_entered
        elif tag in BLOCKS:
            yield from self.flush()
            self._count(node, tag, is_entered=is_entered)

    def _lines(self, text: str) -> str:
        return _BREAK.join(text.splitlines() or [text]) + _BREAK * text.endswith(("\n", "\r"))

    def _count(self, node: LexborNode, tag: str, *, is_entered: bool) -> None:
        if tag == "pre":
            self.preformatted += 1 if is_entered else -1
        elif tag == "tr" and is_entered:
            self.rows.append(node.mem_id not in self.part.laid_out)
        elif tag == "tr":
            self.rows.pop()
        elif tag in HEADINGS and is_entered:
            self.levels.append(HEADINGS[tag])
        elif tag in HEADINGS:
            self.levels.pop()

    def flush(self) -> Iterator[Block]:
        """Give what was gathered: two breaks in a row part paragraphs, but not lines of code."""
        lines = "".join(self.pieces).split(_BREAK)
        self.pieces.clear()
        group: list[str] = []
        for line in lines:
            shown = line.rstrip() if self.preformatted else _one_line(line)
            if _SEEN.search(shown):
                group.append(shown)
            elif group and not self.preformatted:
                yield self._block(group)
                group = []
        if group:
            yield self._block(group)

    def _block(self, lines: list[str]) -> Block:
        if self.levels:
            return Block(" ".join(lines), self.levels[-1])
        return Block("\n".join(lines))

"""What a reader of a source sees: its paragraphs, without the marks of Markdown.

Emphasis, code, links around their text, escapes, HTML tags, images, footnote signs and comments
are taken out. What is between two paragraphs (headings, blank lines) is no part of the text either.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from argmap.source.folding import BREAK, Folded, Replacement, replace_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TARGET = r"\([^()]*(?:\([^()]*\)[^()]*)*\)"
"""Where a link leads to; its address may hold brackets in pairs."""
_MARK = re.compile(
    r"\\[!-/:-@\[-`{-~\r\n]"  # an escape
    rf"|!\[[^\[\]]*\]{_TARGET}|\[\^[^\[\]\s]*\]"  # an image, the sign of a footnote
    r"|</?(?P<tag>[A-Za-z][A-Za-z0-9-]*)(?:[\s/][^<>]*)?>"
    r"|<[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]*>"  # an address
    rf"|\[(?=[^\[\]]*\]{_TARGET})|\]{_TARGET}"  # a link around its text
    r"|(?<=[^\s*])\*+|\*+(?=[^\s*])|~~+|`+|(?<![^\W_])_+|_+(?![^\W_])"  # emphasis and code
    r"|&(?:[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});"  # a character by name
    r"|>[> \t]*"  # a quoted block
)
_PARTING = frozenset(
    (
        *("br", "hr", "p", "div", "blockquote", "pre", "li", "ul", "ol", "td", "th", "tr"),
        *("h1", "h2", "h3", "h4", "h5", "h6"),
    )
)
"""What stands on two sides of these is not one word."""


def show(text: str, spans: Iterable[tuple[int, int]], *, is_markdown: bool) -> Folded:
    """Give a source as its reader sees it.

    Args:
        text: the source's text.
        spans: where its paragraphs begin and end, in order.
        is_markdown: whether the marks of Markdown are taken out.
    """
    even = text.replace(BREAK, " ")
    return replace_all(text, even, _replacements(text, spans, is_markdown=is_markdown))


def _replacements(
    text: str, spans: Iterable[tuple[int, int]], *, is_markdown: bool
) -> Iterator[Replacement]:
    comments = list(iter_comments(text)) if is_markdown else []
    comments.reverse()
    done = 0
    for start, end in spans:
        if start > done:
            yield Replacement(done, start, BREAK)
        if is_markdown:
            yield from _marks(text, start, end, comments)
        done = end
    if done < len(text):
        yield Replacement(done, len(text), BREAK)


def _marks(
    text: str, start: int, end: int, comments: list[tuple[int, int]]
) -> Iterator[Replacement]:
    """Give the marks of one paragraph and its comments, which are taken off the pile."""
    found = [Replacement(*match.span(), _read(match)) for match in _MARK.finditer(text, start, end)]
    while comments and comments[-1][0] < end:
        begin, behind = comments.pop()
        if begin >= start:
            found.append(Replacement(begin, behind, ""))
    found.sort(key=lambda one: (one.start, -one.end))
    for one in found:
        if one.start >= start and one.text != text[one.start : one.end]:
            yield one
            start = one.end


def _read(match: re.Match[str]) -> str:
    """Give what a reader sees in place of a mark."""
    found, text = match[0], match.string
    first = found[0]
    if first == "\\":
        return found[1]
    if first == "&":
        return html.unescape(found)
    if first == ">":
        return "" if _begins_line(text, match.start()) else found
    if first == "<":
        name = match["tag"]
        if name is None:
            return found[1:-1]
        if name.lower() in _PARTING:
            return " "
    start, end = match.span()
    is_in_number = text[start - 1 : start].isdigit() and text[end : end + 1].isdigit()
    return found if is_in_number else ""


def _begins_line(text: str, at: int) -> bool:
    while at and text[at - 1] in " \t":
        at -= 1
    return not at or text[at - 1] in "\r\n"


def iter_comments(text: str) -> Iterator[tuple[int, int]]:
    """Give where the comments of a Markdown text stand; one that is never closed is none."""
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            return
        yield start, end + 3
        start = text.find("<!--", end + 3)

"""The text of a source, cut into numbered paragraphs under their headings.

A paragraph is a block between blank lines, counted from 1; headings are not counted. In Markdown
neither are comments, rules, definitions of links and the front matter, and a fenced block is one
paragraph whatever blank lines it holds.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from argmap.source.folding import Folded, fold_again
from argmap.source.marks import iter_comments, show
from argmap.source.words import WordIndex

if TYPE_CHECKING:
    from collections.abc import Iterator


class Paragraph(NamedTuple):
    """A numbered block of a source; `start` and `end` are offsets into its text."""

    number: int
    """From 1."""
    start: int
    end: int
    """Exclusive."""
    heading: int | None
    """The heading it stands under, as a place in `SourceText.headings`."""
    page: int | None = None
    """Page of a PDF that it begins on, from 1."""


class Heading(NamedTuple):
    """A heading of a source."""

    text: str
    level: int
    """From 1, the topmost."""
    start: int
    end: int


@dataclass(frozen=True)
class SourceText:
    """The text of one source. Offsets are code points from 0."""

    content: str
    """The text as it was read; of HTML and PDF what was taken out of them."""
    paragraphs: tuple[Paragraph, ...]
    headings: tuple[Heading, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
    """What the file says of itself: `title`, `author`, `date` …"""
    is_markdown: bool = False

    @cached_property
    def shown(self) -> Folded:
        """The paragraphs as a reader sees them, without the marks of Markdown."""
        spans = ((paragraph.start, paragraph.end) for paragraph in self.paragraphs)
        return show(self.content, spans, is_markdown=self.is_markdown)

    @cached_property
    def folded(self) -> Folded:
        """The paragraphs without the differences that a quotation may have."""
        return fold_again(self.shown)

    @cached_property
    def as_written(self) -> SourceText:
        """The same paragraphs with all the marks that they are written with."""
        return replace(self, is_markdown=False) if self.is_markdown else self

    @cached_property
    def words(self) -> WordIndex:
        """Where each word of the folded text stands."""
        return WordIndex(self.folded.text)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each paragraph begins in the folded text."""
        return [self.folded.find_start(paragraph.start) for paragraph in self.paragraphs]

    def number_at(self, offset: int) -> int:
        """Give the number of the paragraph around an offset of the folded text."""
        return bisect_right(self._starts, offset)

    def folded_span(self, number: int) -> tuple[int, int]:
        """Give where a paragraph begins and ends in the folded text."""
        paragraph = self.paragraphs[number - 1]
        return self.folded.find_start(paragraph.start), self.folded.find_start(paragraph.end)

    def text(self, number: int) -> str:
        """Give the text of a paragraph, counted from 1."""
        paragraph = self.paragraphs[number - 1]
        return self.content[paragraph.start : paragraph.end]

    def read(self, start: int, end: int) -> str:
        """Give what a reader sees between two offsets, without the marks of Markdown."""
        shown = self.shown
        return shown.text[shown.find_start(start) : shown.find_start(end)]

    def heading_of(self, paragraph: Paragraph) -> Heading | None:
        """Give the heading that a paragraph stands under."""
        return None if paragraph.heading is None else self.headings[paragraph.heading]


_LINE = re.compile(r"[^\r\n]+")
_LINE_ENDS = frozenset(("\n", "\r\n", "\r"))
_HASHES = re.compile(r" {0,3}(?P<sign>#{1,6})(?P<text>[ \t][^\r\n]*|$)")
_UNDERLINE = re.compile(r" {0,3}(?P<sign>=+|-{2,})[ \t]*")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
_DEFINITION = re.compile(r" {0,3}\[(?!\^)[^\]]+\]:[ \t]*\S.*")
_FENCE = re.compile(r" {0,3}(?P<sign>`{3,}|~{3,})")
_FRONT_MATTER = re.compile(
    r"---[ \t]*(?=[\r\n])(?P<body>.*?)(?<![^\r\n])---[ \t]*(?![^\r\n])", re.DOTALL
)
_HIDDEN = "\x01"
"""Stands for each character of a comment while a text is cut."""
_FIELD = re.compile(r"(?<![^\r\n])(?P<key>[A-Za-z][\w-]*)[ \t]*:[ \t]*(?P<value>\S[^\r\n]*)")


def read_paragraphs(content: str, *, is_markdown: bool) -> SourceText:
    """Cut a text into paragraphs.

    Args:
        content: the text; lines end at LF, CRLF or CR.
        is_markdown: whether it is Markdown; else only lines that begin with `#` are headings.
    """
    cutter = _Cutter(content, is_markdown=is_markdown)
    cutter.cut()
    return SourceText(
        content,
        tuple(cutter.paragraphs),
        tuple(cutter.headings),
        tuple(cutter.metadata),
        is_markdown,
    )


class _Cutter:
    def __init__(self, content: str, *, is_markdown: bool) -> None:
        self.content = _hide_comments(content) if is_markdown else content
        self.is_markdown = is_markdown
        self.paragraphs: list[Paragraph] = []
        self.headings: list[Heading] = []
        self.metadata: list[tuple[str, str]] = []
        self._fence: str | None = None

    def cut(self) -> None:
        begin = self._front_matter() if self.is_markdown else 0
        for start, end in self._blocks(begin):
            if self.is_markdown:
                self._markdown_block(start, end)
            else:
                self._plain_block(start, end)

    def _front_matter(self) -> int:
        found = _FRONT_MATTER.match(self.content)
        if found is None:
            return 0
        for field in _FIELD.finditer(found["body"]):
            self.metadata.append((field["key"].lower(), field["value"].rstrip().strip("\"'")))
        return found.end()

    def _blocks(self, begin: int) -> Iterator[tuple[int, int]]:
        """Give the blocks between blank lines; a fenced one is whole."""
        start: int | None = None
        end = begin
        fence: str | None = None
        for line in _LINE.finditer(self.content, begin):
            if line[0].isspace():
                continue
            is_next = self.content[end : line.start()] in _LINE_ENDS
            if start is not None and not is_next and fence is None:
                yield start, end
                start = None
            start, end = line.start() if start is None else start, line.end()
            if self.is_markdown:
                fence = _fence_behind(line[0], fence)
        if start is not None:
            yield start, end

    def _plain_block(self, start: int, end: int) -> None:
        found = _HASHES.fullmatch(self.content, start, end)
        if found is not None and found["text"]:
            self._add_heading(found["text"], len(found["sign"]), start, end)
        else:
            self._add_paragraph(start, end)

    def _markdown_block(self, start: int, end: int) -> None:
        """Take headings off the head of a block; what is left is a paragraph."""
        if _FENCE.match(self.content, start):
            self._add_paragraph(start, end)
            return
        at: int | None = None
        for line in _LINE.finditer(self.content, start, end):
            heading = _HASHES.fullmatch(line[0])
            if heading is not None:
                self._add_paragraph(at, line.start())
                self._add_heading(heading["text"] or "", len(heading["sign"]), *line.span())
                at = None
            elif at is not None and (under := _UNDERLINE.fullmatch(line[0])) is not None:
                text = " ".join(self.content[at : line.start()].split())
                self._add_heading(text, 1 if under["sign"][0] == "=" else 2, at, line.end())
                at = None
            elif at is None and not _RULE.fullmatch(line[0]):
                at = line.start()
        self._add_paragraph(at, end)

    def _add_heading(self, text: str, level: int, start: int, end: int) -> None:
        shown = text.replace(_HIDDEN, "").strip().rstrip("#").rstrip()
        if shown:
            self.headings.append(Heading(shown, level, start, end))

    def _add_paragraph(self, start: int | None, end: int) -> None:
        if start is None:
            return
        block = self.content[start:end]
        start += len(block) - len(block.lstrip())
        end -= len(block) - len(block.rstrip())
        if self.is_markdown and _says_nothing(block):
            return
        heading = len(self.headings) - 1 if self.headings else None
        self.paragraphs.append(Paragraph(len(self.paragraphs) + 1, start, end, heading))


def _fence_behind(line: str, fence: str | None) -> str | None:
    """Give the fence that is open behind a line, where one was open before it or none."""
    found = _FENCE.match(line)
    if found is None:
        return fence
    if fence is None:
        return found["sign"]
    closes = found["sign"].startswith(fence) and not line.strip(" \t`~")
    return None if closes else fence


def _hide_comments(content: str) -> str:
    pieces: list[str] = []
    done = 0
    for start, end in iter_comments(content):
        pieces += (content[done:start], _HIDDEN * (end - start))
        done = end
    return "".join((*pieces, content[done:]))


def _says_nothing(block: str) -> bool:
    lines = block.replace(_HIDDEN, "").splitlines()
    return all(not line.strip() or _DEFINITION.fullmatch(line) for line in lines)

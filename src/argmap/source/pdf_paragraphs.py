"""The lines of a PDF put into paragraphs and headings."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from argmap.source.composing import Block
from argmap.source.pdf_lines import Line, join_words
from argmap.source.pdf_words import BROKEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_OTHER_SIZE = 0.08
"""By how much of itself a font is larger or smaller than one of the same size at most."""
_HEADING_SIZE = 1.15
"""How many times larger than the text a heading is set at least."""
_INITIAL_SIZE = 2.2
_WIDE_GAP = 1.25
"""How many times wider than usual a space between lines is that parts paragraphs."""
_USUAL_GAP = 2.4
"""Distance of base lines, in sizes of the font, at most: they are so far apart in manuscripts."""
_INDENT = 0.8
"""Width of an indent, in sizes of the font, at least."""
_LONGEST_HEADING = 200
_LOOK_BACK = 30
"""So many paragraphs back one may have begun that goes on in another column."""

_SENTENCE_END = re.compile(r"[.!?…:;。！？；：][\"'”’»›)\]」』]*$")
_BULLET = re.compile(r"[•◦▪‣∙●○■□✓➢–—*-] ")
_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)] ")
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])[-‐\u00ad\x02]$")
_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")


@dataclass(slots=True)
class _Block:
    lines: list[Line]
    is_bold: bool

    @property
    def last(self) -> Line:
        return self.lines[-1]

    def add(self, line: Line) -> None:
        self.lines.append(line)
        self.is_bold = self.is_bold and line.is_bold


def build_blocks(pages: Iterable[Sequence[Line]]) -> list[Block]:
    """Put the lines of a document into paragraphs and headings.

    Args:
        pages: the lines of each page in the order of reading, without running heads.
    """
    lines = [line for page in pages for line in _with_initials(page)]
    if not lines:
        return []
    blocks = _Builder(lines).blocks()
    headings = _find_headings(lines, blocks)
    ranks = sorted({_rounded(block.last.size) for block in headings.values()}, reverse=True)
    joiner = _Joiner(lines)
    return [
        Block(
            joiner.join(block.lines),
            ranks.index(_rounded(block.last.size)) + 1 if number in headings else None,
            block.lines[0].page,
        )
        for number, block in enumerate(blocks)
    ]


def _find_headings(lines: Sequence[Line], blocks: Sequence[_Block]) -> dict[int, _Block]:
    """Give the blocks that are set larger than the text, or are bold where little else is."""
    sizes: Counter[float] = Counter()
    bold = 0
    for line in lines:
        sizes[_rounded(line.size)] += len(line.text)
        bold += len(line.text) * line.is_bold
    body = max(sizes, key=lambda size: (sizes[size], -size))
    is_bold_rare = bold * 2 < sizes.total()
    return {
        number: block
        for number, block in enumerate(blocks)
        if _is_heading(block, body, is_bold_rare=is_bold_rare)
    }


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _with_initials(lines: Sequence[Line]) -> list[Line]:
    """Put a large first letter before the line that it begins."""
    done: list[Line] = []
    for line in lines:
        before = done[-1] if done else None
        if before and len(before.text) == 1 and before.size > _INITIAL_SIZE * line.size:
            line.text, line.left = before.text + line.text, before.left
            done.pop()
        done.append(line)
    return done


def _is_heading(block: _Block, body: float, *, is_bold_rare: bool) -> bool:
    text = " ".join(line.text for line in block.lines)
    if len(text) > _LONGEST_HEADING or not any(map(str.isalpha, text)):
        return False
    if block.last.size >= body * _HEADING_SIZE:
        return True
    is_title = is_bold_rare and block.is_bold and _rounded(block.last.size) >= body
    return is_title and text[-1] not in ".,;:"


class _Builder:
    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self._gaps = _usual_gaps(lines)
        self._lefts: dict[tuple[int, int], float] = {}
        self._rights: dict[tuple[int, int], float] = {}
        for line in lines:
            self._lefts[line.place] = min(line.left, self._lefts.get(line.place, line.left))
            self._rights[line.place] = max(line.right, self._rights.get(line.place, line.right))
        self._blocks: list[_Block] = []
        self._indents = self._spaces = 0
        """Paragraphs told by an indent, and by a space between lines."""

    def blocks(self) -> list[_Block]:
        for line in self.lines:
            block = self._block_of(line)
            if block is None:
                self._blocks.append(_Block([line], line.is_bold))
            else:
                block.add(line)
        return self._blocks

    def _block_of(self, line: Line) -> _Block | None:
        """Give the paragraph that a line goes on with; None where it begins one."""
        if not self._blocks:
            return None
        block = self._blocks[-1]
        if block.last.place != line.place:
            return self._carried(line)
        return None if self._parts(block, line) else block

    def _carried(self, line: Line) -> _Block | None:
        """Give the paragraph that goes on in another column or on another page."""
        if _BULLET.match(line.text):
            return None
        for block in self._blocks[: -_LOOK_BACK - 1 : -1]:
            if _is_other_font(block, line):
                continue
            is_whole = block.last.page != line.page and self._is_short(block.last, line)
            if is_whole and not _BROKEN_WORD.search(block.last.text):
                return None
            goes_on = not _ends_sentence(block.last) or line.text[0].islower()
            return block if goes_on or self._lacks_indent(line) else None
        return None

    def _lacks_indent(self, line: Line) -> bool:
        """Tell whether paragraphs have an indent and the line has none, though under no heading."""
        before = self._blocks[-1]
        is_under_heading = before.last.size >= line.size and _is_other_font(before, line)
        is_indented = line.left - self._lefts[line.place] > _INDENT * line.size
        return self._indents > max(self._spaces, 1) and not (is_indented or is_under_heading)

    def _is_short(self, last: Line, line: Line) -> bool:
        """Tell whether the first word of a line would have had room on the one before."""
        first = line.words[0]
        return self._rights[last.place] - last.right > first.right - first.left + line.size

    def _parts(self, block: _Block, line: Line) -> bool:
        """Tell whether a line of the same column begins another paragraph."""
        last = block.last
        if _is_other_font(block, line) or _BULLET.match(line.text):
            return True
        widest = line.size * _USUAL_GAP
        usual = min(self._gaps.get(_rounded(line.size), widest), widest)
        if last.base - line.base > usual * _WIDE_GAP:
            self._spaces += 1
            return True
        if not _ends_sentence(last):
            return False
        indent = line.left - last.left
        is_listed = _BULLET.match(last.text) or _NUMBERED.match(last.text)
        if indent > _INDENT * line.size and not is_listed:
            self._indents += 1
            return True
        is_back = -indent > _INDENT * line.size and len(block.lines) > 1
        return is_back or bool(_NUMBERED.match(line.text)) or self._is_short(last, line)


def _usual_gaps(lines: Sequence[Line]) -> dict[float, float]:
    """Give, for each size of font, the most common distance of base lines; the least of several."""
    found: dict[float, Counter[float]] = {}
    for last, line in pairwise(lines):
        is_near = last.place == line.place and last.base > line.base
        if is_near and _rounded(last.size) == _rounded(line.size):
            counts = found.setdefault(_rounded(line.size), Counter())
            counts[_rounded(last.base - line.base)] += 1
    return {
        size: max(counts, key=lambda gap: (counts[gap], -gap)) for size, counts in found.items()
    }


def _is_other_font(block: _Block, line: Line) -> bool:
    size = block.last.size
    if abs(size - line.size) > _OTHER_SIZE * max(size, line.size):
        return True
    if block.is_bold:
        return not line.is_bold
    return line.is_bold and _ends_sentence(block.last)


def _ends_sentence(line: Line) -> bool:
    return _SENTENCE_END.search(line.text) is not None


class _Joiner:
    """Joins lines, and words that a line break parts."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._words: set[str] = set()
        for line in lines:
            self._words.update(word[0].lower() for word in _WORD.finditer(line.text))

    def join(self, lines: Sequence[Line]) -> str:
        pieces = [lines[0].text]
        for line in lines[1:]:
            before = pieces[-1]
            if _BROKEN_WORD.search(before) and line.text[0].isalpha():
                pieces[-1] = before[:-1] + self._sign(before, line.text)
                pieces.append(line.text)
            else:
                pieces += (join_words((before[-1], line.text))[1 : -len(line.text)], line.text)
        return "".join(pieces).replace(BROKEN, "-")

    def _sign(self, before: str, following: str) -> str:
        """Give the hyphen where the word is written with one, as far as the document shows."""
        if not following[0].islower():
            return "-"
        first = before[:-1].rpartition(" ")[2].rpartition("-")[2].lower()
        second = (_WORD.match(following) or following)[0].lower()
        is_compound = f"{first}-{second}" in self._words and first + second not in self._words
        return "-" if is_compound else ""

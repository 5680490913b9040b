"""The words of a PDF's page with their places, as PDFium finds them."""

from __future__ import annotations

import math
from ctypes import byref, c_double, create_string_buffer
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfPage, PdfTextPage

BROKEN = "\x02"
"""What PDFium gives for a hyphen at the end of a line, and no white space behind it."""
_SPACE = 32
_SIGNS = frozenset("0123456789*†‡")
_SMALL = 0.8
"""Part of the size of the word before it that the mark of a footnote has at most."""
_RAISED = 0.15
"""Part of the word's size that such a mark stands above the line at least."""
_ENDS = '.,;:!?"”’»)]。，'
"""What the mark of a footnote stands behind, where it is sure to be one."""


class Word(NamedTuple):
    """A word; points from the left and from the bottom of the page as it is turned for reading."""

    text: str
    left: float
    right: float
    base: float
    """Height of the base line."""
    size: float
    """Of the font, in points."""
    is_bold: bool


def iter_words(page: PdfPage, text: PdfTextPage) -> Iterator[Word]:
    """Give the words of a page in the order in which they are in the file.

    Words that are not written from left to right on the page as it is turned are left out:
    stamps at the edge, labels of axes.
    """
    codes = [pdfium.FPDFText_GetUnicode(text, at) for at in range(text.count_chars())]
    letters = [chr(code or _SPACE) for code in codes]
    reader = _Reader(text, pdfium.FPDFPage_GetRotation(page), letters)
    before: Word | None = None
    start = 0
    for at, letter in enumerate((*letters, " ")):
        is_broken = letter == BROKEN
        if not is_broken and not letter.isspace():
            continue
        word = reader.word(start, at + is_broken) if at + is_broken > start else None
        start = at + 1
        if word is not None and not _is_note_mark(word, before):
            before = word
            yield word


def _is_note_mark(word: Word, before: Word | None) -> bool:
    """Tell whether a word is the mark of a footnote that stands a little apart."""
    if before is None or before.text[-1] not in _ENDS or not _SIGNS.issuperset(word.text):
        return False
    is_small = word.size <= before.size * _SMALL
    return is_small and _RAISED <= (word.base - before.base) / before.size < 1


class _Reader:
    def __init__(self, text: PdfTextPage, turn: int, letters: list[str]) -> None:
        self.text = text
        self.turn = turn
        """Quarters of a turn, clockwise; -1 where a damaged page does not tell."""
        self.letters = letters

    def word(self, start: int, end: int) -> Word | None:
        """Give the word between two characters; None where it is not written to the right."""
        matrix = self._matrix(start)
        along, up = self._turned(matrix.a, matrix.b)
        if along <= abs(up):
            return None
        size = self._size(start)
        left, base = self._origin(start)
        last = end
        while last - start > 1 and self._is_mark(last - 1, size, base):
            last -= 1
        if self.letters[last - 1] in _ENDS:
            end = last
        joined = "".join(self.letters[start:end])
        text = joined.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return Word(text, left, max(left, self._right(end - 1)), base, size, self._is_bold(start))

    def _is_mark(self, at: int, size: float, base: float) -> bool:
        """Tell whether a character is a small raised figure or star."""
        is_sign = self.letters[at] in _SIGNS
        is_small = is_sign and self._size(at) <= size * _SMALL
        return is_small and self._origin(at)[1] - base >= size * _RAISED

    def _matrix(self, at: int) -> Any:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self.text, at, matrix)
        return matrix

    def _size(self, at: int) -> float:
        matrix = self._matrix(at)
        scale = math.hypot(matrix.c, matrix.d)
        return float(pdfium.FPDFText_GetFontSize(self.text, at)) * scale

    def _origin(self, at: int) -> tuple[float, float]:
        x, y = c_double(), c_double()
        pdfium.FPDFText_GetCharOrigin(self.text, at, byref(x), byref(y))
        return self._turned(x.value, y.value)

    def _right(self, at: int) -> float:
        box = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(self.text, at, byref(box))
        corners = (self._turned(box.left, box.bottom), self._turned(box.right, box.top))
        return max(corner[0] for corner in corners)

    def _turned(self, x: float, y: float) -> tuple[float, float]:
        """Turn a point as the page is turned, clockwise by quarters."""
        for _ in range(self.turn):
            x, y = y, -x
        return x, y

    def _is_bold(self, at: int) -> bool:
        length = pdfium.FPDFText_GetFontInfo(self.text, at, None, 0, None)
        name = create_string_buffer(length)
        pdfium.FPDFText_GetFontInfo(self.text, at, name, length, None)
        return any(sign in name.raw.lower() for sign in (b"bold", b"black", b"heavy"))

"""PDFs opened in a test and closed again."""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

import pypdfium2

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def opened(pdf: bytes) -> Iterator[Any]:
    """Read a PDF."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        yield document


def text_of(page: Any) -> str:
    """Give the text of a page, with the line ends where pdfium joins a word at its hyphen."""
    text: str = page.get_textpage().get_text_range()
    return text.replace("\ufffe", "-\n")


def texts(pdf: bytes) -> list[str]:
    """Give the text of each page of a PDF."""
    with opened(pdf) as document:
        return [text_of(page) for page in document]

"""PDF files: the text in numbered paragraphs, and what the file says of itself."""

from __future__ import annotations

import re
from contextlib import closing
from threading import Lock
from typing import TYPE_CHECKING

from argmap.source.composing import compose
from argmap.source.facts import choose_facts
from argmap.source.limits import DEFAULT_LIMITS
from argmap.source.material import Unreadable
from argmap.source.pdf_guard import unpacked_size

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfDocument

    from argmap.source.paragraphs import SourceText
    from argmap.source.pdf_lines import Line

_MOST_CHARACTERS = 5_000_000
"""As many as some 2,000 pages hold."""
_NO_NAME = re.compile(
    r"untitled.*|anonymous|microsoft word\b.*|.*\.(?:docx?|indd|odt|pdf|rtf|tex)", re.IGNORECASE
)
"""What programs write where no one has said a title or an author."""
_LOCK = Lock()
"""PDFium may be called by one thread at a time."""
_DATE = re.compile(r"D:(\d{4})(\d{2})?(\d{2})?")


class _TooMuchError(Exception):
    """There is more text than is read."""


def read_pdf(data: bytes) -> SourceText | Unreadable:
    """Read the text of a PDF.

    Args:
        data: the file's bytes.
    """
    try:
        from pypdfium2 import PdfDocument, PdfiumError
    except ImportError:
        return Unreadable("is a PDF, which is read with pypdfium2", "pip install 'argmap[pdf]'")
    limit = DEFAULT_LIMITS.bytes
    if unpacked_size(data, limit) > limit:
        return Unreadable(f"holds more than {limit} bytes when unpacked", "cite a shorter file")
    with _LOCK:
        try:
            with closing(PdfDocument(data)) as document:
                return _read(document)
        except PdfiumError as error:
            return _explain(error.err_code, data)
        except _TooMuchError:
            message = f"holds more than {_MOST_CHARACTERS} characters"
            return Unreadable(message, "cite a shorter file")


def _explain(code: int | None, data: bytes) -> Unreadable:
    from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

    if code in {FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY}:
        return Unreadable("is locked with a password", "save it without one")
    if b"%PDF-" not in data[:1024]:
        return Unreadable("is no PDF, though its name says so", "check that it is the right file")
    return Unreadable("is a damaged PDF", "fetch or save it anew")


def _read(document: PdfDocument) -> SourceText | Unreadable:
    from argmap.source.pdf_heads import drop_heads
    from argmap.source.pdf_paragraphs import build_blocks

    blocks = build_blocks(drop_heads(list(_iter_pages(document))))
    if all(block.level is not None for block in blocks):
        message = "holds no text, only pictures of it or none at all"
        return Unreadable(message, "run text recognition (OCR) on it")
    heading = next((block.text for block in blocks if block.level == 1), None)
    return compose(blocks, choose_facts([*_facts(document), ("title", heading)]))


def _facts(document: PdfDocument) -> Iterator[tuple[str, str]]:
    for name in ("Title", "Author"):
        value = document.get_metadata_value(name)
        if not _NO_NAME.fullmatch(value):
            yield name.lower(), value
    made = _DATE.match(document.get_metadata_value("CreationDate"))
    if made is not None:
        yield "date", "-".join(filter(None, made.groups()))


def _iter_pages(document: PdfDocument) -> Iterator[list[Line]]:
    from argmap.source.pdf_lines import read_lines
    from argmap.source.pdf_words import iter_words

    count = 0
    for number in range(len(document)):
        with closing(document[number]) as page, closing(page.get_textpage()) as text:
            count += text.count_chars()
            if count > _MOST_CHARACTERS:
                raise _TooMuchError
            yield read_lines(iter_words(page, text), number + 1)

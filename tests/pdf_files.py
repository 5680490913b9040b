"""PDFs made for tests, each line where and how the test says, and what is read of them."""

from __future__ import annotations

import io
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import reportlab
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from argmap.source.material import Unreadable
from argmap.source.paragraphs import SourceText
from argmap.source.reading import read_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_FONTS = Path(reportlab.__file__).parent / "fonts"
CHINESE = "STSong-Light"
"""A font that readers have."""
EMBEDDED = "Vera"
"""A font that is put into the file, with ligatures."""


class Put(NamedTuple):
    """A text on a page; points from the left and from the bottom."""

    text: str
    x: float = 72
    y: float = 700
    size: float = 10
    font: str = "Times-Roman"
    turn: float = 0
    """Degrees against the clock."""


def column(
    lines: Iterable[str], *, x: float = 72, y: float = 700, size: float = 10, leading: float = 12
) -> list[Put]:
    """Set lines below each other; an empty one leaves room."""
    return [
        Put(line.lstrip("\t"), x + size * 1.5 * line.startswith("\t"), y - row * leading, size)
        for row, line in enumerate(lines)
        if line
    ]


def make_pdf(
    *pages: Sequence[Put],
    title: str | None = None,
    author: str | None = None,
    lock: str | None = None,
    rotation: int = 0,
) -> bytes:
    """Make a PDF; the same arguments give the same bytes; `lock` is a password."""
    if EMBEDDED not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(EMBEDDED, str(_FONTS / "Vera.ttf")))
        pdfmetrics.registerFont(UnicodeCIDFont(CHINESE))
    file = io.BytesIO()
    encryption = None if lock is None else StandardEncryption(lock, strength=40)
    canvas = Canvas(file, pagesize=(595, 842), invariant=1, encrypt=encryption)
    if title is not None:
        canvas.setTitle(title)
    if author is not None:
        canvas.setAuthor(author)
    for page in pages:
        canvas.setPageRotation(rotation)
        for put in page:
            canvas.saveState()
            canvas.translate(put.x, put.y)
            canvas.rotate(put.turn)
            canvas.setFont(put.font, put.size)
            canvas.drawString(0, 0, put.text)
            canvas.restoreState()
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def pack_pdf(content: bytes, *, times: int = 1, dictionary: bytes = b"") -> bytes:
    """Make a PDF of one page by hand, its content packed as often as is asked for."""
    for _ in range(times):
        content = zlib.compress(content, 9)
    filters = b"[" + b"/FlateDecode " * times + b"]"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d/Filter%b%b>>stream\n%b\nendstream"
        % (len(content), filters, dictionary, content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
    )
    out = b"%PDF-1.7\n"
    table = b"0000000000 65535 f \n"
    for number, body in enumerate(objects, start=1):
        table += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    count = len(objects) + 1
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (count, len(out))
    return out + b"xref\n0 %d\n%b" % (count, table) + trailer


def read_paper(data: bytes) -> SourceText:
    """Read a PDF that can be read."""
    text = read_source(data, "paper.pdf")
    assert isinstance(text, SourceText), text
    return text


def refused(data: bytes, name: str = "paper.pdf") -> tuple[str, str]:
    """Give why a file cannot be read, and the mend."""
    problem = read_source(data, name)
    assert isinstance(problem, Unreadable)
    return problem.message, problem.help


def paragraphs(*pages: Sequence[Put]) -> list[str]:
    """Give the paragraphs of a PDF with these pages."""
    text = read_paper(make_pdf(*pages))
    return [text.text(paragraph.number) for paragraph in text.paragraphs]


HARBOUR = [
    "The council will vote on dredging the harbour on Monday, and nobody can say",
    "how the vote will end. The work would cost four million and take two years, the",
    "engineers say.",
]
FERRY = [
    "Ferries now wait for high water. On a hundred and twelve days of last year none of",
    "them could land at all, and the company says it will leave.",
]
MUD = [
    "The mud carries lead and tin from the old smelter, a study of the university found,",
    "and whoever stirs it sets them free.",
]


def joined(*lines: str) -> str:
    """Give the lines as one paragraph."""
    return " ".join(lines)

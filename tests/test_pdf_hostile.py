"""PDFs: what they say of themselves, and those that cannot be read."""

from __future__ import annotations

import random
import sys
import zlib

import pytest

from argmap.source import pdf_text
from argmap.source.material import Unreadable
from argmap.source.paragraphs import SourceText
from argmap.source.pdf_guard import unpacked_size
from argmap.source.reading import read_source
from tests.pdf_files import (
    Put,
    make_pdf,
    pack_pdf,
    read_paper,
    refused,
)


def test_what_a_pdf_says_of_itself() -> None:
    page = [Put("Of mud", 72, 740, 20), Put("The mud is grey.")]
    said = read_paper(make_pdf(page, title="Of the mud", author="Ines Dahl")).metadata
    assert said == (("title", "Of the mud"), ("author", "Ines Dahl"), ("date", "2000-01-01"))
    unsaid = read_paper(make_pdf(page, title="untitled", author="anonymous")).metadata
    assert unsaid == (("title", "Of mud"), ("date", "2000-01-01"))
    assert read_paper(pack_pdf(b"BT /F 10 Tf 72 700 Td (The mud is grey.) Tj ET")).metadata == ()


SMALL = make_pdf([Put("The mud is grey.")])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(
            make_pdf([]), "holds no text, only pictures of it or none at all", id="no text"
        ),
        pytest.param(make_pdf([Put("secret")], lock="x"), "is locked with a password", id="locked"),
        pytest.param(SMALL[: len(SMALL) // 2], "is a damaged PDF", id="cut off"),
        pytest.param(b"%PDF-1.7\n" + b"[" * 100_000, "is a damaged PDF", id="nested"),
        pytest.param(b"<p>The mud is grey.", "is no PDF, though its name says so", id="HTML"),
        pytest.param(b" \n", "is empty", id="empty"),
    ],
)
def test_what_cannot_be_read(data: bytes, message: str) -> None:
    assert refused(data)[0] == message


def test_other_kinds_of_files_are_told_by_how_they_begin() -> None:
    assert refused(SMALL, "paper.txt") == ("is a PDF, not what its name says", "name it `.pdf`")
    message = "is a packed file, as of a word processor, not what its name says"
    assert refused(b"PK\x03\x04", "paper.md") == (message, "save it as PDF or plain text")


@pytest.mark.parametrize("times", [1, 2, 3])
def test_a_stream_that_unpacks_to_too_much_is_refused(
    monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    bomb = pack_pdf(b"0" * (70 << 20), times=times)
    assert len(bomb) < 80_000
    assert refused(bomb) == ("holds more than 67108864 bytes when unpacked", "cite a shorter file")
    monkeypatch.setattr(pdf_text, "_MOST_CHARACTERS", 15)
    assert refused(SMALL) == ("holds more than 15 characters", "cite a shorter file")


def test_the_size_of_streams_is_counted_without_pictures() -> None:
    content = b"q Q " * 50_000
    assert unpacked_size(pack_pdf(content), 1 << 20) == len(content)
    twice = unpacked_size(pack_pdf(content, times=2), 1 << 20)
    assert len(content) < twice < len(content) + 1_000
    assert unpacked_size(pack_pdf(content, dictionary=b"/Subtype /Image"), 1 << 20) == 0
    assert unpacked_size(b"stream\nno packed text", 1 << 20) == 0
    assert unpacked_size(pack_pdf(content, times=5), 1 << 20) < len(content) + 2_000
    noise = random.Random(7).randbytes(150_000)
    packed = zlib.compress(noise)
    assert unpacked_size(b"stream\n" + packed, 1 << 20) == len(noise)
    assert 0 < unpacked_size(b"stream\n" + packed[: len(packed) // 2], 1 << 20) < len(noise)


def test_no_damage_brings_it_down() -> None:
    chance = random.Random(7)
    for _ in range(200):
        data = bytearray(SMALL)
        for _ in range(chance.randrange(1, 20)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        assert isinstance(read_source(bytes(data), "paper.pdf"), SourceText | Unreadable)


def test_without_the_extra_the_mend_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    assert refused(SMALL) == (
        "is a PDF, which is read with pypdfium2",
        "pip install 'argmap[pdf]'",
    )

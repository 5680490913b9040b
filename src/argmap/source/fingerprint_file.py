"""Fingerprints as files: JSON, a line for each paragraph, so that a diff shows which changed."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from argmap.source.fingerprint import (
    HASH_BYTES,
    VERSION,
    WINDOW,
    Fingerprint,
    ParagraphPrint,
    Piece,
)
from argmap.source.material import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable

_ANEW = "write it anew with `argmap source lock`"

_Hex = Annotated[str, Field(pattern=rf"^[0-9a-f]{{{2 * HASH_BYTES}}}$")]
_Word = Annotated[int, Field(ge=0, le=10_000_000)]


class _Paragraph(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    hash: _Hex
    words: _Word
    runs: str
    no_start: list[_Word] = []
    no_end: list[_Word] = []
    pieces: list[tuple[_Hex, _Word, _Word]] = []


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    argmap_fingerprint: Literal[1] = Field(alias="argmap-fingerprint")
    key: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
    asked: list[_Hex] = []
    paragraphs: list[_Paragraph]


def write_fingerprint(fingerprint: Fingerprint) -> str:
    """Write a fingerprint; the same text for the same fingerprint."""
    lines = ",\n".join(f"  {json.dumps(_entry(one))}" for one in fingerprint.paragraphs)
    asked = json.dumps(sorted(piece.hex() for piece in fingerprint.asked))
    return (
        f'{{"argmap-fingerprint": {VERSION},\n "key": "{fingerprint.key.hex()}",\n'
        f' "asked": {asked},\n "paragraphs": [\n{lines}\n ]}}\n'
    )


def _entry(paragraph: ParagraphPrint) -> dict[str, Any]:
    entry: dict[str, Any] = {"hash": paragraph.hash.hex(), "words": paragraph.words}
    entry["runs"] = b64encode(paragraph.runs).decode()
    for name, numbers in (("no_start", paragraph.no_start), ("no_end", paragraph.no_end)):
        if numbers:
            entry[name] = sorted(numbers)
    if paragraph.pieces:
        entry["pieces"] = [[one.hash.hex(), one.word, one.words] for one in paragraph.pieces]
    return entry


def read_fingerprint(data: bytes) -> Fingerprint | Unreadable:
    """Read a fingerprint from a file's bytes, or say why it is none."""
    try:
        file = _File.model_validate_json(data)
        paragraphs = tuple(_paragraphs(file.paragraphs))
    except (ValidationError, ValueError) as error:
        is_json = (
            not isinstance(error, ValidationError) or error.errors()[0]["type"] != "json_invalid"
        )
        what = "is damaged or of another version" if is_json else "is no JSON"
        return Unreadable(f"is no fingerprint that can be read: it {what}", _ANEW)
    asked = frozenset(bytes.fromhex(piece) for piece in file.asked)
    return Fingerprint(bytes.fromhex(file.key), paragraphs, asked)


def _paragraphs(entries: Iterable[_Paragraph]) -> Iterable[ParagraphPrint]:
    for entry in entries:
        runs = b64decode(entry.runs, validate=True)
        if len(runs) != HASH_BYTES * max(0, entry.words - WINDOW + 1):
            raise ValueError("the runs do not fit the words")
        yield ParagraphPrint(
            bytes.fromhex(entry.hash),
            entry.words,
            runs,
            frozenset(entry.no_start),
            frozenset(entry.no_end),
            tuple(Piece(bytes.fromhex(one), word, words) for one, word, words in entry.pieces),
        )

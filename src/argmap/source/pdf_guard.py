"""How much the streams of a PDF hold once they are unpacked, found without keeping any of it."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_STREAM = re.compile(rb"stream\r?\n")
_IMAGE = re.compile(rb"/Subtype\s*/Image\b")
_HEAD = 1_024
"""Bytes before a stream in which its dictionary is looked for."""
_PIECE = 1 << 16
_LAYERS = 4
"""How often a stream is packed at most for what is in it to be counted."""


def unpacked_size(data: bytes, limit: int) -> int:
    """Count the bytes in all streams but pictures, up to somewhat more than a limit.

    A stream of a few kilobytes can hold gigabytes. Pictures are not unpacked to read a text.
    """
    size = done = 0
    for found in _STREAM.finditer(data):
        head = data[max(done, found.start() - _HEAD) : found.start()]
        done = found.end()
        if not _IMAGE.search(head, head.rfind(b" obj") + 1):
            size += _unpacked(data, found.end(), limit - size)
        if size > limit:
            break
    return size


def _unpacked(data: bytes, start: int, limit: int) -> int:
    """Count what a stream holds, and what that holds where it is packed again."""
    total = 0
    for layers in range(1, _LAYERS + 1):
        pieces: Iterable[bytes] = _pieces(data, start)
        for _ in range(layers):
            pieces = _inflate(pieces)
        size = 0
        for piece in pieces:
            size += len(piece)
            if total + size > limit:
                return total + size
        if not size:
            break
        total += size
    return total


def _pieces(data: bytes, start: int) -> Iterator[bytes]:
    for at in range(start, len(data), _PIECE):
        yield data[at : at + _PIECE]


def _inflate(pieces: Iterable[bytes]) -> Iterator[bytes]:
    machine = zlib.decompressobj()
    for piece in pieces:
        rest = piece
        while rest:
            try:
                out = machine.decompress(rest, _PIECE)
            except zlib.error:
                return
            yield out
            if machine.eof:
                return
            rest = machine.unconsumed_tail

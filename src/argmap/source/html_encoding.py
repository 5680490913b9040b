"""The bytes of a HTML file to its text."""

from __future__ import annotations

import re

from argmap.source.material import Unreadable

_HEAD = 4_096
"""Bytes in which a file must say how it is encoded; the HTML standard asks for 1,024."""
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?\sencoding\s*=\s*["'](?P<xml>[\w:.-]+)"""
    rb"""|<meta[^>]{0,500}?\scharset\s*=\s*["']?\s*(?P<meta>[\w:.-]+)"""
    rb"""|<meta[^>]{0,500}?;\s*charset\s*=\s*(?P<content>[\w:.-]+)""",
    re.IGNORECASE,
)
_SAME_AS = {
    "ascii": "windows-1252",
    "us-ascii": "windows-1252",
    "latin1": "windows-1252",
    "iso-8859-1": "windows-1252",
    "iso8859-1": "windows-1252",
    "iso-8859-9": "windows-1254",
    "iso-8859-11": "windows-874",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "x-mac-cyrillic": "mac-cyrillic",
    "macintosh": "mac-roman",
    "utf8": "utf-8",
    "utf-16": "utf-8",
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
    "windows-874": "cp874",
}
"""What a name means to a browser (WHATWG Encoding), where Python takes it otherwise."""
_ENCODINGS = re.compile(
    r"utf-8|windows-125\d|cp(?:125\d|874|932|949|866)|ibm866|iso-?8859-\d{1,2}|koi8-[ru]"
    r"|mac-(?:roman|cyrillic)|gb18030|big5(?:-hkscs)?|euc-jp|iso-2022-jp"
)
"""All that a web page may be in."""


def decode_html(data: bytes) -> str | Unreadable:
    """Decode a HTML file that begins with no byte order mark.

    UTF-8 is told by its bytes, whatever the file says: no other text looks like it. Otherwise
    the file's own word counts, as browsers understand it; without one it is Windows-1252.
    """
    if b"\0" in data:
        return Unreadable("is no text: it holds a NUL character", "save it as UTF-8")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        is_not_utf8 = error
    said = _declared(data)
    encoding = _SAME_AS.get(said, said) if said else "windows-1252"
    if not _ENCODINGS.fullmatch(encoding):
        return Unreadable(f"says it is {said.upper()}, which is not read", "save it as UTF-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        at = is_not_utf8.start if encoding == "utf-8" else error.start
        line = data.count(b"\n", 0, at) + 1
        message = f"is not {encoding.upper()}: byte 0x{data[at]:02x} in line {line}"
        return Unreadable(message, "save it as UTF-8")


def _declared(data: bytes) -> str:
    found = _DECLARED.search(data, 0, _HEAD)
    return found[found.lastgroup or 0].decode("ascii").lower() if found else ""

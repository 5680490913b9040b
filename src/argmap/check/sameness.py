"""When two sources are the same document."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from unicodedata import normalize

from argmap.check.likeness import fold

if TYPE_CHECKING:
    from argmap.model.header import Source

_DOI_HOSTS = frozenset({"doi.org", "dx.doi.org"})
_USUAL_PORTS = frozenset({None, 80, 443})


def source_marks(source: Source) -> dict[tuple[str, ...], str]:
    """Give what tells a document: sources that share any of these are the same.

    Args:
        source: as the map declares it.

    Returns:
        Each mark with the words for what is the same.
    """
    marks: dict[tuple[str, ...], str] = {}
    title = _fold(source.title)
    if source.url is not None:
        address, is_site = fold_address(source.url)
        marks["url", address, title if is_site else ""] = "`url`"
    # a fingerprint only stands for a text that is not there
    key = "fingerprint" if source.text is None else "text"
    path = source.text or source.fingerprint
    if path is not None:
        marks[key, posixpath.normpath(path.replace("\\", "/"))] = f"`{key}`"
    if title:
        # without an author or a date, the same title may well be that of another document
        maker = " ".join(sorted(_fold(source.author or source.publisher).split()))
        rest = [] if maker and source.date else [source.url, source.text, source.via]
        mark = ("title", title, maker, source.date or "", *(one or "" for one in rest))
        marks[mark] = _what_is_given(source)
    return marks


def _what_is_given(source: Source) -> str:
    """Name what tells a document apart where its address does not: `title, author and date`."""
    maker = "author" if source.author else "publisher" if source.publisher else None
    last = [what for what in (maker, "date" if source.date else None) if what]
    return " and ".join([", ".join(["title", *last[:-1]]), *last[-1:]])


def _fold(text: str | None) -> str:
    """Write a text as its words only; as it is where it has none.

    >>> _fold("Ｖisitor  survey!"), _fold("???"), _fold(None)
    ('visitor survey', '???', '')
    """
    return fold(normalize("NFKC", text)) or text if text else ""


def fold_address(url: str) -> tuple[str, bool]:
    """Write an address without what does not matter, and tell whether it is that of a whole site.

    Source: RFC 3986, section 6. What follows `#` is kept where it names a page (`#/`, `#!`).

    >>> fold_address("HTTP://www.Example.org:80/survey/#results")
    ('example.org/survey', False)
    >>> fold_address("https://example.org/")
    ('example.org', True)
    >>> fold_address("https://doi.org/10.1000/ABC") == fold_address("doi:10.1000/abc")
    True
    """
    from urllib.parse import unquote, urlsplit

    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return url, False
    path = unquote(parts.path).rstrip("/")
    if parts.scheme == "doi" or host in _DOI_HOSTS:
        return f"doi:{path.strip('/').casefold()}", False
    query = f"?{parts.query}" if parts.query else ""
    page = f"#{parts.fragment}" if parts.fragment.startswith(("/", "!")) else ""
    if not parts.scheme.startswith("http") or not host:
        return f"{parts.scheme}:{host}{path}{query}{page}", False
    place = host if port in _USUAL_PORTS else f"{host}:{port}"
    return f"{place}{path}{query}{page}", not (path or query or page)

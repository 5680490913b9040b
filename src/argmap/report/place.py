"""How reports name files for other programs: relative, with forward slashes."""

from __future__ import annotations

import re

_DRIVE = re.compile(r"[A-Za-z]:/")


def relative_path(path: str, folder: str = "") -> str:
    r"""Name a file relative to a folder, where it is below it, with forward slashes.

    A backslash is read as a separator on every system: Windows writes paths so.

    >>> relative_path(".\\maps\\tax.yaml")
    'maps/tax.yaml'
    >>> relative_path("/home/someone/maps/tax.yaml", "/home/someone")
    'maps/tax.yaml'
    """
    name = path.replace("\\", "/")
    root = folder.replace("\\", "/").rstrip("/")
    if root and name.startswith(f"{root}/"):
        name = name[len(root) + 1 :]
    while name.startswith("./"):
        name = name[2:].lstrip("/")
    return name or path


def file_uri(path: str, folder: str = "") -> str:
    r"""Give the URI of a file: relative where the path is, else `file:///…`.

    >>> file_uri("maps\\наша карта.yaml")
    'maps/%D0%BD%D0%B0%D1%88%D0%B0%20%D0%BA%D0%B0%D1%80%D1%82%D0%B0.yaml'
    >>> file_uri("C:\\maps\\tax.yaml")
    'file:///C:/maps/tax.yaml'
    """
    from urllib.parse import quote

    name = relative_path(path, folder)
    if _DRIVE.match(name):
        return f"file:///{name[:2]}{quote(_encoded(name[2:]))}"
    if name.startswith("/"):
        return "file:///" + quote(_encoded(name.lstrip("/")))
    return quote(_encoded(name))


def _encoded(name: str) -> bytes:
    """Give the bytes of a name; Python keeps bytes that are no UTF-8 as lone surrogates."""
    try:
        return name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return name.encode("utf-8", "surrogatepass")

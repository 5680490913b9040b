"""The skeleton of a map of an article: what can be known of it before anything is argued."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.app.sources import read_at
from argmap.diagnostics import ArgmapError
from argmap.source.display import printable
from argmap.source.fingerprint import build_fingerprint
from argmap.source.fingerprint_file import write_fingerprint
from argmap.source.material import Unreadable
from argmap.source.reading import read_source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.source.paragraphs import SourceText

NAME = "article"
"""How the article is called in its map."""
_FIELDS = ("title", "author", "publisher", "date", "url")
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:\S+")
_LANG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_FIRST_WORDS = 60
"""So many characters of a paragraph are shown, to know it by."""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A map to be filled in."""

    content: str
    """The map."""
    fingerprint: str | None = None
    """What to write beside it, where the map is to go without the article's text."""
    text: str | None = None
    """The path of the article from the map on, where the map names it."""


def read_article(path: str) -> SourceText:
    """Read an article from a file.

    Raises:
        ArgmapError: when it cannot be read, or holds no paragraph.
    """
    found: SourceText | Unreadable = read_at(Path(path), read_source)
    if isinstance(found, Unreadable):
        hint = "check the path" if found.is_missing else found.help
        raise ArgmapError(f"{path} {found.message}", hint)
    if not found.paragraphs:
        raise ArgmapError(f"{path} holds no paragraph", "give the file that holds the article")
    return found


def build_skeleton(
    article: SourceText, path: str, *, folder: str = ".", fingerprint: str | None = None
) -> Skeleton:
    """Write the skeleton of a map.

    Args:
        article: the article's text.
        path: of its file.
        folder: that the map will be in; paths in a map are relative to it.
        fingerprint: the name of the article's fingerprint, relative to the map, where the map is
            to go without the text; None where it names the text.

    Raises:
        ArgmapError: where no path leads from the folder to the article (another drive).
    """
    fields = dict(_metadata(article, path))
    lines = ["argmap: 1", f"title: {scalar(fields['title'])}", f"article: {NAME}"]
    language = next((value for key, value in article.metadata if key in {"lang", "language"}), "")
    is_known = _LANG.fullmatch(language) is not None
    lines += [f"lang: {language}" if is_known else "# lang: en", "", "sources:", f"  {NAME}:"]
    lines += [f"    {key}: {scalar(value)}" for key, value in fields.items()]
    text = None if fingerprint else _relative(path, folder)
    lines.append(
        f"    text: {scalar(text)}" if text else f"    fingerprint: {scalar(fingerprint or '')}"
    )
    lines += ["", *_thesis(article)]
    kept = write_fingerprint(build_fingerprint(article)) if fingerprint else None
    return Skeleton("".join(f"{line}\n" for line in lines), kept, text)


def _metadata(article: SourceText, path: str) -> Iterator[tuple[str, str]]:
    """Give what the file says of the article, as far as the format takes it."""
    known = {key: " ".join(value.split()) for key, value in reversed(article.metadata)}
    if article.headings and not known.get("title"):
        known["title"] = article.headings[0].text
    known["title"] = known.get("title") or Path(path).stem
    for key in _FIELDS:
        form = {"date": _DATE, "url": _URL}.get(key)
        if known.get(key) and (form is None or form.fullmatch(known[key])):
            yield key, printable(known[key])


def _relative(path: str, folder: str) -> str:
    try:
        found = os.path.relpath(path, folder)
    except ValueError as error:
        message = f"no path leads from {folder} to {path}"
        raise ArgmapError(message, "put the article and the map on one drive") from error
    found = found.replace(os.sep, "/")
    return f"./{found}" if found.startswith("~") else found  # a map names no folder of a user


_HEAD = (
    "thesis:",
    '  claim: "TODO: what the article argues for, in one sentence of your own"',
    "  id: thesis",
    "  # Below stands a block for each paragraph. Take the `# ` off the next line and off what",
    "  # you use, say it in your own words, and remove the rest.",
    "  # because:",
)


def _thesis(article: SourceText) -> Iterator[str]:
    yield from _HEAD
    heading = None
    for paragraph in article.paragraphs:
        if paragraph.heading is not None and paragraph.heading != heading:
            heading = paragraph.heading
            yield f"    # ## {_shown(article.headings[heading].text)}"
        yield f"    # Paragraph {paragraph.number}: {_shown(article.text(paragraph.number))}"
        yield "    # - claim: …"
        yield f"    #   cite: {NAME}:{paragraph.number}"
        yield "    #   because:"
        yield "    #     - evidence: …"
        yield f"    #       cite: {NAME}:{paragraph.number}"


def _shown(text: str) -> str:
    """Give the head of a text in one line, cut between words."""
    words = printable(" ".join(text[: 4 * _FIRST_WORDS].split()))
    if len(words) <= _FIRST_WORDS:
        return words
    head = words[:_FIRST_WORDS]
    return f"{head.rpartition(' ')[0]} …" if " " in head else f"{head}…"


def scalar(text: str) -> str:
    """Write a text as a YAML value that reads as that text.

    >>> scalar("War: what is it good for?")
    '"War: what is it good for?"'
    """
    import json

    is_plain = _PLAIN.fullmatch(text) and ": " not in text and " #" not in text
    return text if is_plain else json.dumps(text, ensure_ascii=False)


_PLAIN = re.compile(r"[^\W_](?:[^\n\r\t\x00-\x1f\x7f\x85\u2028\u2029]*[^\s:])?")
"""What needs no quotes: it begins with a letter or digit, and no `: ` or ` #` stands in it."""

"""Articles to quote from, and another way to tell whether they hold a quotation: by expressions."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.source.paragraphs import SourceText, read_paragraphs

if TYPE_CHECKING:
    import random

FOLDER = Path(__file__).parent / "data" / "articles"
ARTICLES = ("salt_road.md", "lantern_tax.md", "uhrwerk.md")
_QUOTES = "'\"‘’‚‛‹›“”„«»「」『』"
_DASHES = "-‐‑‒–—―−"
_HYPHENS = "-‐‑"
_HAN = "\u4e00-\u9fff"
_SPACED = rf"[^\W_{_HAN}]"


@cache
def article(name: str) -> str:
    """Give an article as it is written."""
    return (FOLDER / name).read_text(encoding="utf-8")


@cache
def source(name: str) -> SourceText:
    """Give an article in paragraphs."""
    return read_paragraphs(article(name), is_markdown=True)


def strip_marks(content: str) -> list[str]:
    """Give the paragraphs of a Markdown article as a reader sees them."""
    content = re.sub(r"\A---\n.*?\n---\n", "", content, flags=re.DOTALL)
    content = re.sub(r"<!--.*?-->", "", content, flags=re.DOTALL)
    content = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", content)
    content = re.sub(r"\[\^\w+\](?!:)|\*|`", "", content)
    content = re.sub(r"^> ?", "", content, flags=re.MULTILINE)
    content = re.sub(r"^#.*$", "", content, flags=re.MULTILINE)
    content = re.sub(r"^\[\^\w+\]:", "", content, flags=re.MULTILINE)
    return [block.strip() for block in re.split(r"\n\s*\n", content) if block.strip()]


def occurs(quote: str, paragraphs: list[str]) -> bool:
    """Tell whether a quotation without gaps and brackets stands in one of some paragraphs."""
    expression = re.compile(_left(quote) + _body(quote) + _right(quote))
    return any(expression.search(paragraph) for paragraph in paragraphs)


def _body(quote: str) -> str:
    parts = []
    for part in re.findall(rf"\s*[{_DASHES}]+\s*|\s+|.", quote):
        if part.strip() and part.strip()[0] in _DASHES:
            parts.append(rf"\s*[{_DASHES}]+\s*")
        elif part.isspace():
            parts.append(r"\s+")
        else:
            parts.append(f"[{re.escape(_QUOTES)}]" if part in _QUOTES else re.escape(part))
    return "".join(parts)


def _left(quote: str) -> str:
    first = quote[0]
    if not re.match(r"[^\W_]", first):
        return ""
    alone = rf"(?<!{_SPACED})" if re.match(_SPACED, first) else ""
    number = rf"(?<!\d[.,/:])(?<![\s(]['\"{_DASHES}])" if first.isdigit() else ""
    return rf"{alone}(?<![^\W_][{_HYPHENS}]){number}(?<!\b[nN]['’])(?!(?<=[nN]['’])t\b)"


def _right(quote: str) -> str:
    last = quote[-1]
    if re.match(r"['’]", last):
        return rf"(?<!{_SPACED}['’](?={_SPACED}))"
    if last in ".,":
        return r"(?<!\d[.,](?=\d))"
    if not re.match(r"[^\W_]", last):
        return ""
    alone = rf"(?!{_SPACED})" if re.match(_SPACED, last) else ""
    number = r"(?![.,/:]\d|[%‰+])" if last.isdigit() else ""
    return rf"{alone}(?![{_HYPHENS}][^\W_]){number}(?!['’](?!s\b)[^\W\d_{_HAN}])"


def random_span(rng: random.Random, text: str, most: int = 25) -> str:
    """Give some words of a text, letters of a Chinese one, as they are written."""
    words = list(re.finditer(rf"[{_HAN}]|[^\s{_HAN}]+", text))
    first = rng.randrange(len(words))
    last = min(len(words) - 1, first + rng.randrange(most))
    return text[words[first].start() : words[last].end()]

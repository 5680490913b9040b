"""Web pages made for tests, and what is read of them."""

from __future__ import annotations

from argmap.source.material import Unreadable
from argmap.source.paragraphs import SourceText
from argmap.source.reading import read_source


def read_page(page: str | bytes, name: str = "page.html") -> SourceText:
    """Read a page that can be read."""
    text = read_source(page.encode() if isinstance(page, str) else page, name)
    assert isinstance(text, SourceText), text
    return text


def paragraphs(page: str | bytes, name: str = "page.html") -> list[str]:
    """Give the paragraphs of a page."""
    text = read_page(page, name)
    return [text.text(paragraph.number) for paragraph in text.paragraphs]


def refused(data: str | bytes, name: str = "page.html") -> tuple[str, str]:
    """Give why a file cannot be read, and the mend."""
    problem = read_source(data.encode() if isinstance(data, str) else data, name)
    assert isinstance(problem, Unreadable), problem
    return problem.message, problem.help

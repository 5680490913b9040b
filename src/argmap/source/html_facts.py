"""What a web page says of itself: JSON-LD (schema.org), OpenGraph, Dublin Core, plain HTML."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from argmap.source.facts import choose_facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborHTMLParser

_ARTICLES = ("Article", "BlogPosting", "Report", "WebPage", "Chapter", "Book")
"""Ends of the types of schema.org that a text is of; the first that is found counts."""
_META = {
    "citation_title": "title",
    "dc.title": "title",
    "og:title": "title",
    "twitter:title": "title",
    "citation_author": "author",
    "dc.creator": "author",
    "author": "author",
    "citation_publication_date": "date",
    "citation_date": "date",
    "article:published_time": "date",
    "og:article:published_time": "date",
    "dc.date": "date",
    "dcterms.created": "date",
    "date": "date",
    "citation_journal_title": "publisher",
    "citation_publisher": "publisher",
    "dc.publisher": "publisher",
    "og:site_name": "publisher",
    "application-name": "publisher",
    "og:url": "url",
    "dc.language": "language",
}
"""Names of `meta` elements, the most trustworthy first."""
_JOINED = frozenset(("citation_author", "dc.creator", "author"))
"""Those that are given once for each of several people."""


def read_facts(page: LexborHTMLParser) -> tuple[tuple[str, str], ...]:
    """Read what a page says of itself."""
    return choose_facts(_iter_facts(page))


def _iter_facts(page: LexborHTMLParser) -> Iterator[tuple[str, str | None]]:
    yield from _linked_data(page)
    said: dict[str, list[str]] = {}
    for node in page.css("meta[content]"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or ""
        said.setdefault(name.lower(), []).append(attributes.get("content") or "")
    for name, fact in _META.items():
        values = said.get(name, [])
        yield fact, ", ".join(values) if name in _JOINED else next(iter(values), None)
    for query, attribute, fact in (
        ('link[rel="canonical"]', "href", "url"),
        ("article time[datetime], main time[datetime]", "datetime", "date"),
        ("html", "lang", "language"),
    ):
        found = page.css_first(query)
        yield fact, found.attributes.get(attribute) if found is not None else None
    for query in ("title", "h1"):
        found = page.css_first(query)
        yield "title", found.text() if found is not None else None


def _linked_data(page: LexborHTMLParser) -> Iterator[tuple[str, str | None]]:
    entries = [
        entry
        for node in page.css('script[type="application/ld+json"]')
        for entry in _entries(node.text())
    ]
    for end in _ARTICLES:
        for entry in entries:
            if any(str(kind).endswith(end) for kind in _listed(entry.get("@type"))):
                yield "title", _name(entry.get("headline"))
                yield "title", _name(entry.get("name"))
                authors = [_name(author) for author in _listed(entry.get("author"))]
                yield "author", ", ".join(author for author in authors if author)
                yield "date", _name(entry.get("datePublished"))
                yield "publisher", _name(entry.get("publisher"))
                yield "url", _name(entry.get("url"))
                yield "language", _name(entry.get("inLanguage"))


def _entries(text: str) -> list[dict[str, Any]]:
    """Give the things that a block of JSON-LD describes, those in its graph too."""
    try:
        found = _listed(json.loads(text))
    except (ValueError, RecursionError):
        return []
    things = [thing for thing in found if isinstance(thing, dict)]
    inner = [thing for outer in things for thing in _listed(outer.get("@graph"))]
    return [*things, *(thing for thing in inner if isinstance(thing, dict))]


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _name(value: object) -> str | None:
    """Give a text, or the name of a thing."""
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else None

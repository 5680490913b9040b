"""All of a map but its argument: plain values."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from argmap.model.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model.expectation import Expectation

_NONE: Mapping[str, Source] = MappingProxyType({})


class Source(Record):
    """A document that citations point at."""

    __slots__ = ("title", "author", "publisher", "date", "url", "text", "fingerprint", "via")

    def __init__(
        self,
        title: str | None = None,
        author: str | None = None,
        publisher: str | None = None,
        date: str | None = None,
        url: str | None = None,
        text: str | None = None,
        fingerprint: str | None = None,
        via: str | None = None,
    ) -> None:
        """Keep what is written.

        Args:
            title: its title.
            author: who wrote it.
            publisher: who brought it out.
            date: EDTF level 0: year, year-month or day.
            url: its address on the web.
            text: path of its text, relative to the map.
            fingerprint: path of its fingerprint, relative to the map.
            via: the source through which alone it is known.
        """
        self.title: Final = title
        self.author: Final = author
        self.publisher: Final = publisher
        self.date: Final = date
        self.url: Final = url
        self.text: Final = text
        self.fingerprint: Final = fingerprint
        self.via: Final = via

    def given(self, *names: str) -> dict[str, str]:
        """Give the fields that say something, or those of them that are named."""
        fields = self.fields()
        chosen = names or self.field_names()
        return {name: fields[name] for name in chosen if fields[name] is not None}


class Header(Record):
    """All of a map but its argument."""

    __slots__ = ("argmap", "title", "article", "lang", "sources", "expect")

    def __init__(
        self,
        title: str,
        argmap: str = "1",
        article: str | None = None,
        lang: str | None = None,
        sources: Mapping[str, Source] = _NONE,
        expect: Expectation | None = None,
    ) -> None:
        """Keep what is written.

        Args:
            title: of the map.
            argmap: version of the format.
            article: the source that the map is a reading of.
            lang: BCP 47.
            sources: documents that citations point at, by their names.
            expect: what `argmap test` asserts.
        """
        self.title: Final = title
        self.argmap: Final = argmap
        self.article: Final = article
        self.lang: Final = lang
        self.sources: Final = sources
        self.expect: Final = expect


HEADER_FIELDS = (*Header.field_names(), "thesis")
"""The keys at the top of a map."""

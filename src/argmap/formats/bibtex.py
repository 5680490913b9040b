"""The sources of a map as a bibliography for BibTeX and biblatex.

The library that writes it is the extra `bib`; it is imported here alone, and only when called.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.diagnostics import ArgmapError
from argmap.formats.authors import split_authors
from argmap.source.display import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.model.header import Source

_SPECIAL = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",  # `\{` would count as an open brace where the file is read
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
} | {character: f"\\{character}" for character in "&%#_$"}
_ESCAPES = str.maketrans(_SPECIAL)
_LIGATURE = re.compile(
    r"(?<=-)(?=-)|(?<=`)(?=`)|(?<=')(?=')|(?<=,)(?=,)|(?<=<)(?=<)|(?<=>)(?=>)|(?<=[?!])(?=`)"
)
"""Between two characters that TeX would print as another one."""
_ADDRESS_ESCAPES = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})
"""What no address may hold as it is, and what would end a field."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE_PARTS = ("year", "month", "day")


def write_bibtex(sources: Mapping[str, Source]) -> str:
    """Write sources as entries of a bibliography, under their names, in UTF-8.

    Raises:
        ArgmapError: when the extra `bib` is not installed.
    """
    try:
        from bibtexparser.entrypoint import write_string
        from bibtexparser.library import Library
        from bibtexparser.model import Entry, Field
        from bibtexparser.writer import BibtexFormat
    except ImportError:
        message = "BibTeX is written by the package bibtexparser, which is not installed"
        raise ArgmapError(message, "install it: pip install 'argmap[bib]'") from None
    library = Library()
    for name, source in sources.items():
        fields = [Field(key, value) for key, value in _iter_fields(source)]
        library.add(Entry("misc" if source.url is None else "online", name, fields))
    layout = BibtexFormat()  # type: ignore[no-untyped-call]
    layout.indent, layout.trailing_comma, layout.block_separator = "  ", True, "\n"
    return write_string(library, unparse_stack=[], bibtex_format=layout)


def iter_bibtex_losses(sources: Mapping[str, Source]) -> Iterator[str]:
    """Tell what BibTeX cannot carry as it is."""
    first: dict[str, str] = {}
    for name, source in sources.items():
        earlier = first.setdefault(name.casefold(), name)
        if earlier != name:
            yield f"BibTeX takes `{earlier}` and `{name}` for one: they differ in case only"
        for field, value in source.given().items():
            if printable(_line(value)) != _line(value):
                where = f"`{field}` of source `{name}`"
                yield f"BibTeX has no control characters: escapes stand for them in {where}"


def _iter_fields(source: Source) -> Iterator[tuple[str, str]]:
    """Give the fields of an entry with their values as they stand in the file."""
    if source.author is not None:
        names = " and ".join(f"{{{_text(one)}}}" for one in split_authors(source.author))
        yield "author", f"{{{names}}}"
    # Inner braces keep the capitals of a title, and an `and` in the name of a publisher.
    if source.title is not None:
        yield "title", f"{{{{{_text(source.title)}}}}}"
    if source.publisher is not None:
        yield "organization", f"{{{{{_text(source.publisher)}}}}}"
    if source.date is not None:
        yield from _iter_dates(source.date)
    if source.url is not None:
        yield "url", f"{{{printable(source.url).translate(_ADDRESS_ESCAPES)}}}"
    rest = source.given("text", "fingerprint", "via")
    if rest:
        words = "; ".join(f"{field}: {value}" for field, value in rest.items())
        yield "annotation", f"{{{_text(words)}}}"


def _iter_dates(date: str) -> Iterator[tuple[str, str]]:
    """Give a date in full for biblatex, and its year and month for older programs."""
    parts = dict(zip(_DATE_PARTS, date.split("-"), strict=False))
    yield "date", f"{{{date}}}"
    yield "year", f"{{{parts['year']}}}"
    if "month" in parts:
        yield "month", _MONTHS[int(parts["month"]) - 1]


def _text(value: str) -> str:
    return _LIGATURE.sub("{}", printable(_line(value)).translate(_ESCAPES))


def _line(value: str) -> str:
    return " ".join(value.split())

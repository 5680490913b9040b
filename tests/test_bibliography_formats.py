"""The sources of a map as BibTeX and CSL-JSON."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares.latex_encoding import LatexDecodingMiddleware
from bibtexparser.middlewares.names import SeparateCoAuthors
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from argmap.diagnostics import ArgmapError
from argmap.formats.authors import split_authors
from argmap.formats.bibtex import iter_bibtex_losses, write_bibtex
from argmap.formats.csl_json import csl_items
from argmap.model.header import Source
from tests.conftest import ROOT

if TYPE_CHECKING:
    from bibtexparser.model import Entry

FERRY = Source(
    title="The ferry: keep it",
    author="Anna Lindqvist; Port of Ö",
    publisher="Simon and Schuster",
    date="2024-03-05",
    url="https://example.org/a_b%20c#d",
    text="essay_1.txt",
    fingerprint="essay.json",
    via="count",
)
SCHEMA = json.loads((ROOT / "tests" / "data" / "csl-data.schema.json").read_text(encoding="utf-8"))


def entries(text: str) -> dict[str, Entry]:
    """Read a bibliography with the library, its values as they stand in the file."""
    library = parse_string(text, append_middleware=[SeparateCoAuthors()])
    assert library.failed_blocks == []
    return {entry.key: entry for entry in library.entries}


def printed(text: str) -> dict[str, Any]:
    """Read a bibliography of one entry, and give its fields as TeX would print them."""
    (entry,) = entries(text).values()
    return {
        field.key: [decoded(name) for name in field.value]
        if isinstance(field.value, list)
        else decoded(field.value)
        for field in entry.fields
    }


def decoded(value: str) -> str:
    """Turn TeX into what it prints.

    The library knows braces under other names, and reads `^` as another hat than the keyboard's.
    """
    known = value.replace(r"\textbraceleft", r"\lbrace").replace(r"\textbraceright", r"\rbrace")
    decoding = LatexDecodingMiddleware(keep_math_mode=False)
    library = parse_string(f"@misc{{a, b = {{{known}}}}}", append_middleware=[decoding])
    assert library.failed_blocks == []
    return str(library.entries[0].fields_dict["b"].value).replace("ˆ", "^")


def fields(source: Source) -> dict[str, Any]:
    """Write a source, read it back, and give the values of its fields."""
    (entry,) = entries(write_bibtex({"one": source})).values()
    return {field.key: field.value for field in entry.fields}


def test_every_field_comes_back() -> None:
    text = write_bibtex({"ferry-1": FERRY})
    (entry,) = entries(text).values()
    assert (entry.key, entry.entry_type) == ("ferry-1", "online")
    assert entry.fields_dict["url"].value == FERRY.url, "an address is no text of TeX"
    assert printed(text) | {"url": ""} == {
        "author": ["Anna Lindqvist", "Port of Ö"],
        "title": "The ferry: keep it",
        "organization": "Simon and Schuster",
        "date": "2024-03-05",
        "year": "2024",
        "month": "mar",
        "url": "",
        "annotation": "text: essay_1.txt; fingerprint: essay.json; via: count",
    }


@pytest.mark.parametrize(
    "title",
    [
        "50 % of all",
        "Sand & Lime #3, $5, snake_case",
        "a } closed and { opened",
        "C:\\new\\table",
        '~ and ^ and " and | and @',
        "pages 3--9 --- and more",
        "渡船を残すべきか",
        "Паром: быть или не быть",
        "@comment{nothing}",
        "ends in a backslash \\",
        "<< or >>",
    ],
)
def test_a_title_is_printed_as_it_is_written(title: str) -> None:
    assert printed(write_bibtex({"one": Source(title=title)})) == {"title": title}


@given(st.text('ab{}\\%&#_$~^-<>@"=,;()渡é ', min_size=1).filter(str.strip))
def test_any_text_comes_back(words: str) -> None:
    source = Source(title=words, author=words, publisher=words)
    line = " ".join(words.split())
    assert printed(write_bibtex({"one": source})) == {
        "author": split_authors(words),
        "title": line,
        "organization": line,
    }


def test_braces_of_a_value_are_balanced_for_readers_that_only_count_them() -> None:
    text = write_bibtex({"one": Source(title="a } b { c }", url="https://example.org/}{\\")})
    assert text.count("{") == text.count("}")
    assert "url = {https://example.org/%7D%7B%5C}" in text


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("pages 3--9", "pages 3-{}-9"),
        ("a --- b", "a -{}-{}- b"),
        ("``a''", "`{}`a'{}'"),
        ("it's", "it's"),
        ("?`!`", "?{}`!{}`"),
        ("<<a>>,,", "<{}<a>{}>,{},"),
    ],
)
def test_tex_joins_no_characters(words: str, written: str) -> None:
    assert fields(Source(title=words))["title"] == f"{{{written}}}"


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2024", {"date": "2024", "year": "2024"}),
        ("2024-12", {"date": "2024-12", "year": "2024", "month": "dec"}),
        ("0044-03-15", {"date": "0044-03-15", "year": "0044", "month": "mar"}),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(date: str, expected: dict[str, str]) -> None:
    assert fields(Source(date=date)) == expected
    (item,) = csl_items({"one": Source(date=date)})
    assert item["issued"] == {"date-parts": [[int(part) for part in date.split("-")]]}


def test_names_of_any_script_are_keys() -> None:
    sources = {"渡船": Source(title="a"), "b.2_c-d": Source(title="b"), "empty": Source()}
    assert list(entries(write_bibtex(sources))) == list(sources)


def test_no_sources_are_an_empty_bibliography() -> None:
    assert write_bibtex({}) == ""


def test_what_bibtex_cannot_carry_is_told() -> None:
    sources = {
        "Essay": Source(title="It \x1b[31mruns\nand\truns"),
        "essay": Source(author="\u202eA. Lind"),
        "plain": Source(title="It runs"),
    }
    assert list(iter_bibtex_losses(sources)) == [
        "BibTeX has no control characters: escapes stand for them in `title` of source `Essay`",
        "BibTeX takes `Essay` and `essay` for one: they differ in case only",
        "BibTeX has no control characters: escapes stand for them in `author` of source `essay`",
    ]
    text = write_bibtex(sources)
    assert "\x1b" not in text
    assert "\u202e" not in text
    shown = printed(write_bibtex({"Essay": sources["Essay"]}))
    assert shown == {"title": "It \\x1b[31mruns and runs"}


def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "bibtexparser.entrypoint", None)
    with pytest.raises(ArgmapError, match="bibtexparser, which is not installed") as told:
        write_bibtex({})
    assert told.value.hint == "install it: pip install 'argmap[bib]'"


def test_csl_holds_every_field() -> None:
    assert csl_items({"ferry": FERRY}) == [
        {
            "id": "ferry",
            "type": "webpage",
            "author": [{"literal": "Anna Lindqvist"}, {"literal": "Port of Ö"}],
            "title": "The ferry: keep it",
            "publisher": "Simon and Schuster",
            "issued": {"date-parts": [[2024, 3, 5]]},
            "URL": "https://example.org/a_b%20c#d",
            "custom": {"text": "essay_1.txt", "fingerprint": "essay.json", "via": "count"},
        }
    ]
    assert csl_items({"empty": Source()}) == [{"id": "empty", "type": "document"}]


def test_csl_is_valid_by_its_schema() -> None:
    Draft7Validator.check_schema(SCHEMA)
    validator = Draft7Validator(SCHEMA)
    items = csl_items({"ferry": FERRY, "empty": Source(), "渡船": Source(date="2011")})
    assert list(validator.iter_errors(items)) == []
    assert list(validator.iter_errors([items[0] | {"via": "count"}])), "the schema does refuse"


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("NATO", ["NATO"]),
        ("R. Okafor", ["R. Okafor"]),
        ("Martyn Williams and Peter Makowsy", ["Martyn Williams", "Peter Makowsy"]),
        ("Ada Okafor, Per Holm and Bo Lind", ["Ada Okafor", "Per Holm", "Bo Lind"]),
        ("Ada Okafor, Per Holm, and Bo Lind", ["Ada Okafor", "Per Holm", "Bo Lind"]),
        ("Ursula von der Leyen and O. Scholz", ["Ursula von der Leyen", "O. Scholz"]),
        ("Okafor, Ada; Lind, Bo;", ["Okafor, Ada", "Lind, Bo"]),
        ("王 小明 and 李 雷", ["王 小明", "李 雷"]),
        ("Okafor, Ada and Lind, Bo", ["Okafor, Ada and Lind, Bo"]),
        ("Ada Okafor, Per Holm", ["Ada Okafor, Per Holm"]),
        ("Ada Okafor and Per Holm and Bo Lind", ["Ada Okafor and Per Holm and Bo Lind"]),
        ("Anna Ek & Bo Ek", ["Anna Ek", "Bo Ek"]),
        ("Johnson & Johnson", ["Johnson & Johnson"]),
        ("NATO and Japan", ["NATO and Japan"]),
        ("Marks and Spencer", ["Marks and Spencer"]),
        ("US Army and Royal Dutch Marines", ["US Army and Royal Dutch Marines"]),
        ("Department of Health and Social Care", ["Department of Health and Social Care"]),
        ("Ministry of Sea, Fish and Food", ["Ministry of Sea, Fish and Food"]),
        ("Chinese and Russian delegations", ["Chinese and Russian delegations"]),
        ("The Times and Ada Okafor", ["The Times and Ada Okafor"]),
        ("  A  library \n of things ", ["A library of things"]),
        (";", [";"]),
    ],
)
def test_only_sure_names_are_taken_apart(text: str, authors: list[str]) -> None:
    assert split_authors(text) == authors


def test_the_administration_of_space_is_one_body() -> None:
    name = "National Aeronautics and Space Administration"
    assert fields(Source(author=name))["author"] == [f"{{{name}}}"]

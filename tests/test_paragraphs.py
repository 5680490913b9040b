"""Texts cut into paragraphs, and the bytes that they are read from."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.source.material import Unreadable
from argmap.source.paragraphs import SourceText, read_paragraphs
from argmap.source.reading import decode_source, read_source


def cut(content: str, *, is_markdown: bool = True) -> list[str]:
    text = read_paragraphs(content, is_markdown=is_markdown)
    assert [one.number for one in text.paragraphs] == list(range(1, len(text.paragraphs) + 1))
    return [text.text(one.number) for one in text.paragraphs]


def headings(content: str, *, is_markdown: bool = True) -> list[tuple[str, int]]:
    text = read_paragraphs(content, is_markdown=is_markdown)
    return [(one.text, one.level) for one in text.headings]


@pytest.mark.parametrize(
    ("content", "paragraphs"),
    [
        ("", []),
        (" \n\t\n", []),
        ("a", ["a"]),
        ("\n\n  a\nb  \n \t \nc\n", ["a\nb", "c"]),
        ("a\n\n\n\nb", ["a", "b"]),
        ("a\r\n\r\nb\r\rc\n\rd", ["a", "b", "c", "d"]),
        ("a\u3000\n\u3000\nb", ["a", "b"]),
        ("# H\n\na", ["a"]),
        ("# H\na\n## I\nb", ["a", "b"]),
        ("#hash\n\na", ["#hash", "a"]),
        ("H\n===\na\nI\n---\nb", ["b"]),
        ("***\n\na\n\n- - -\n\n___", ["a"]),
        ("***\na", ["a"]),
        ("a\n***\nb", ["a\n***\nb"]),
        ("[a]: http://x.y\n[b]: z\n\nc", ["c"]),
        ("[^a]: a note", ["[^a]: a note"]),
        ("<!-- a\n\nb -->\n\nc", ["c"]),
        ("c <!-- a\n\nb --> d", ["c <!-- a\n\nb --> d"]),
        ("<!-- open\n\na", ["<!-- open", "a"]),
        ("```\na\n\n# b\n```\nc\n\nd", ["```\na\n\n# b\n```\nc", "d"]),
        ("a\n~~~\n\nb\n```\n\n~~~~ \n\nc", ["a\n~~~\n\nb\n```\n\n~~~~", "c"]),
        ("````\n\n```\n\nb", ["````\n\n```\n\nb"]),
        ("```\na\n\n``` b\n\nc", ["```\na\n\n``` b\n\nc"]),
        ("---\nlang: en\n---\na", ["a"]),
        ("---\nlang: en\n\na", ["lang: en", "a"]),
        ("    # code\n\na", ["# code", "a"]),
    ],
)
def test_markdown_is_cut_between_blank_lines(content: str, paragraphs: list[str]) -> None:
    assert cut(content) == paragraphs


@pytest.mark.parametrize(
    ("content", "paragraphs"),
    [
        ("# H\n\na", ["a"]),
        ("# H\na", ["# H\na"]),
        ("#\n\na", ["#", "a"]),
        ("#1 of us\n\na", ["#1 of us", "a"]),
        ("H\n===\n\n***\n\n```\n\na", ["H\n===", "***", "```", "a"]),
        ("<!-- a -->", ["<!-- a -->"]),
    ],
)
def test_a_plain_text_has_headings_on_lines_of_their_own_only(
    content: str, paragraphs: list[str]
) -> None:
    assert cut(content, is_markdown=False) == paragraphs


def test_headings_have_levels_and_paragraphs_stand_under_them() -> None:
    content = "a\n\n# H #\n\nb\n\n### <!-- x --> I ##\nc\n\nJ\nK\n---\n\n##\n\nd\n\nL\n="
    text = read_paragraphs(content, is_markdown=True)
    assert [(one.text, one.level) for one in text.headings] == [
        *(("H", 1), ("I", 3), ("J K", 2), ("L", 1)),
    ]
    over = [text.heading_of(one) for one in text.paragraphs]
    assert [None if one is None else one.text for one in over] == [None, "H", "I", "J K"]
    assert headings("# H\n\n## I", is_markdown=False) == [("H", 1), ("I", 2)]
    first = text.headings[0]
    assert content[first.start : first.end] == "# H #"


def test_front_matter_says_what_a_text_is() -> None:
    content = '---\nTitle: "A: b"\nlang:  en \nlist:\n  - x\nno field\n---\n\na'
    for line_end in ("\n", "\r\n", "\r"):
        text = read_paragraphs(content.replace("\n", line_end), is_markdown=True)
        assert text.metadata == (("title", "A: b"), ("lang", "en"))
        assert cut(content.replace("\n", line_end)) == ["a"]


def test_offsets_are_found_by_paragraph() -> None:
    text = read_paragraphs("# H\n\na **b** c\n\nd", is_markdown=True)
    assert text.folded.text == "\0a b c\0d"
    assert [text.folded_span(number) for number in (1, 2)] == [(1, 6), (7, 8)]
    assert [text.number_at(at) for at in (1, 5, 7)] == [1, 1, 2]
    assert text.read(5, 14) == "a b c"
    assert text.as_written.folded.text == "\0a **b** c\0d"
    plain = read_paragraphs("a", is_markdown=False)
    assert plain.as_written is plain


@given(st.text("ab#=-*`~<>![]: \t\n\r\x0b\u2028\0é", max_size=80), st.booleans())
@settings(max_examples=300, deadline=None)
def test_no_text_is_too_odd(content: str, is_markdown: bool) -> None:
    text = read_paragraphs(content, is_markdown=is_markdown)
    done = 0
    for one in text.paragraphs:
        assert done <= one.start < one.end
        written = content[one.start : one.end]
        assert written == written.strip()
        done = one.end
    assert len(text.folded.text.split("\0")) >= len(text.paragraphs)
    if not is_markdown:
        pieces = [content[one.start : one.end] for one in text.headings]
        left = "".join("".join((*pieces, *cut(content, is_markdown=False))).split()).replace(
            "#", ""
        )
        assert sorted(left) == sorted("".join(content.split()).replace("#", ""))


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("é".encode(), "é"),
        ("é".encode("utf-8-sig"), "é"),
        ("é".encode("utf-16"), "é"),
        (b"\xfe\xff" + "é".encode("utf-16-be"), "é"),
        ("é".encode("utf-32"), "é"),
        (b"\x00\x00\xfe\xff" + "é".encode("utf-32-be"), "é"),
        (b"a\xe9", Unreadable("is not UTF-8: byte 0xe9 in line 1", "save it as UTF-8")),
        (b"a\n\nb\xff", Unreadable("is not UTF-8: byte 0xff in line 3", "save it as UTF-8")),
        (b"a\0", Unreadable("is no text: it holds a NUL character", "save it as UTF-8")),
    ],
)
def test_bytes_are_decoded_by_their_mark(data: bytes, text: str | Unreadable) -> None:
    assert decode_source(data) == text


def test_the_name_says_what_a_file_is() -> None:
    marked, plain = read_source(b"*a*", "A.MD"), read_source(b"*a*", "a.txt")
    assert isinstance(marked, SourceText)
    assert isinstance(plain, SourceText)
    assert (marked.is_markdown, plain.is_markdown) == (True, False)
    assert isinstance(read_source(b"\xff", "a.md"), Unreadable)

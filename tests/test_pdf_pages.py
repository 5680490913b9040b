"""PDFs: running heads, headings, marks of footnotes, scripts."""

from __future__ import annotations

import pytest

from tests.pdf_files import (
    EMBEDDED,
    HARBOUR,
    MUD,
    Put,
    column,
    joined,
    make_pdf,
    paragraphs,
    read_paper,
)


@pytest.mark.parametrize(
    ("texts", "is_left_out"),
    [
        pytest.param(["Coast Studies"] * 2, True, id="the same words"),
        pytest.param(["Page 1 of 2", "Page 2 of 2"], True, id="counted"),
        pytest.param(["- 41 -", "- 42 -"], True, id="from another number on"),
        pytest.param(["1", "2"], True, id="the page's number"),
        pytest.param(["1 The vote", "2 The mud", "3 The ferry"], True, id="with other words"),
        pytest.param(["The vote 8", "The mud 9", "The ferry 10"], True, id="other words before"),
        pytest.param(["1 The vote", "2 The mud"], False, id="with other words, but twice"),
        pytest.param(["Table 1. Tin", "Table 3. Tin"], False, id="counted otherwise"),
        pytest.param(["Spring", "Autumn"], False, id="other words"),
        pytest.param(["1"], True, id="on a page alone"),
        pytest.param(["12"], False, id="another number on a page alone"),
    ],
)
@pytest.mark.parametrize("y", [800, 30])
def test_running_heads(texts: list[str], is_left_out: bool, y: int) -> None:
    said = [
        "The ferry lands at noon, and nobody waits for it.",
        "The mud is grey, and it smells of tin.",
        "The vote is near, and it will be close.",
    ]
    pages = [[Put(text, 120, y), Put(said[at])] for at, text in enumerate(texts)]
    found = paragraphs(*pages)
    assert ([text for text in texts if text in " ".join(found)] == []) is is_left_out
    assert all(line in found for line in said[: len(texts)])


def test_heads_of_two_rows_and_lines_of_the_text_at_one_height() -> None:
    pages = [
        [
            Put("Coast Studies", 72, 800),
            Put(f"{page}", 400, 800),
            Put("Volume 12", 72, 788),
            *column(["We begin as always.", f"Then comes year {word}."], y=700),
        ]
        for page, word in ((1, "one"), (2, "two"))
    ]
    assert paragraphs(*pages) == [
        "We begin as always. Then comes year one.",
        "We begin as always. Then comes year two.",
    ]


def test_a_row_too_near_to_the_text_is_text() -> None:
    pages = [column(["We begin as always.", f"Then comes year {word}."]) for word in ("a", "b")]
    assert len(paragraphs(*pages)) == 2
    assert paragraphs([Put("Norby"), Put("The mud is grey.", y=600)], [Put("Norby")]) == [
        "The mud is grey."
    ]


def test_headings_are_larger_or_bold() -> None:
    page = [
        Put("The harbour", 72, 760, 18),
        Put("What speaks", 72, 730, 14),
        Put("for it", 72, 714, 14),
        *column(HARBOUR, y=690),
        Put("The mud", 72, 640, 10, "Times-Bold"),
        *column(MUD, y=628),
        Put("Nobody can say that.", 72, 592, 10, "Times-Bold"),
        Put("12", 72, 560, 14),
    ]
    text = read_paper(make_pdf(page))
    assert [(heading.text, heading.level) for heading in text.headings] == [
        ("The harbour", 1),
        ("What speaks for it", 2),
        ("The mud", 3),
    ]
    shown = [
        (text.text(p.number), h.text if (h := text.heading_of(p)) else None)
        for p in text.paragraphs
    ]
    assert shown == [
        (joined(*HARBOUR), "What speaks for it"),
        (joined(*MUD), "The mud"),
        ("Nobody can say that.", "The mud"),
        ("12", "The mud"),
    ]
    assert dict(text.metadata)["title"] == "The harbour"


def test_bold_words_and_a_bold_document_make_no_headings() -> None:
    bold = [Put(line, 72, 700 - 12 * at, 10, "Times-Bold") for at, line in enumerate(HARBOUR)]
    assert paragraphs(bold) == [joined(*HARBOUR)]
    stressed = [
        *column(["The council will vote on dredging the harbour and"]),
        Put("will not be moved", 72, 688, 10, "Times-Bold"),
        *column(["by any vote."], y=676),
    ]
    assert paragraphs(stressed) == [
        "The council will vote on dredging the harbour and will not be moved by any vote."
    ]


def test_a_large_first_letter_belongs_to_its_word() -> None:
    page = [
        Put("T", 72, 676, 40),
        *column(
            [
                "he council will vote on dredging the harbour,",
                "and nobody can say how it will",
                "end.",
            ],
            x=96,
        ),
    ]
    assert paragraphs(page) == [
        "The council will vote on dredging the harbour, and nobody can say how it will end."
    ]


def test_marks_of_footnotes_are_left_out_where_they_are_certain() -> None:
    page = [
        Put("The mud is grey.", 72),
        Put("12", 72 + 68, 704, 6),
        Put("It holds 5 m", 160),
        Put("2", 160 + 48.2, 704, 6),
    ]
    assert paragraphs(page) == ["The mud is grey. It holds 5 m2"]


def test_ligatures_and_scripts() -> None:
    assert paragraphs([Put("A \ufb01sh, caf\u00e9 \u2013 \u201cso\u201d", font=EMBEDDED)]) == [
        "A fish, café – “so”"
    ]


def test_text_that_is_turned() -> None:
    page = [Put("Downloaded on Monday", 30, 300, 12, turn=90), Put("The mud is grey.")]
    assert paragraphs(page) == ["The mud is grey."]
    sideways = [Put(line, 100 + 12 * at, 100, 10, turn=90) for at, line in enumerate(HARBOUR)]
    text = read_paper(make_pdf(sideways, rotation=90))
    assert text.content == joined(*HARBOUR)

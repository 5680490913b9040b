"""PDFs: lines put into the order of reading, paragraphs, headings; and files that are hostile."""

from __future__ import annotations

import random
import sys
import zlib

import pytest

from argmap.source import pdf_text
from argmap.source.material import Unreadable
from argmap.source.paragraphs import SourceText
from argmap.source.pdf_guard import unpacked_size
from argmap.source.reading import read_source
from tests.pdf_files import CHINESE, EMBEDDED, Put, column, make_pdf, pack_pdf


def read(data: bytes) -> SourceText:
    """Read a PDF that can be read."""
    text = read_source(data, "paper.pdf")
    assert isinstance(text, SourceText), text
    return text


def refused(data: bytes, name: str = "paper.pdf") -> tuple[str, str]:
    """Give why a file cannot be read, and the mend."""
    problem = read_source(data, name)
    assert isinstance(problem, Unreadable)
    return problem.message, problem.help


def paragraphs(*pages: list[Put]) -> list[str]:
    """Give the paragraphs of a PDF with these pages."""
    text = read(make_pdf(*pages))
    return [text.text(paragraph.number) for paragraph in text.paragraphs]


HARBOUR = [
    "The council will vote on dredging the harbour on Monday, and nobody can say",
    "how the vote will end. The work would cost four million and take two years, the",
    "engineers say.",
]
FERRY = [
    "Ferries now wait for high water. On a hundred and twelve days of last year none of",
    "them could land at all, and the company says it will leave.",
]
MUD = [
    "The mud carries lead and tin from the old smelter, a study of the university found,",
    "and whoever stirs it sets them free.",
]


def joined(*lines: str) -> str:
    """Give the lines as one paragraph."""
    return " ".join(lines)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([*HARBOUR, "", *FERRY, "", *MUD], id="a blank line"),
        pytest.param(["\t" + HARBOUR[0], *HARBOUR[1:], "\t" + FERRY[0], FERRY[1]], id="an indent"),
        pytest.param([*HARBOUR, *FERRY, *MUD], id="a short last line"),
    ],
)
def test_paragraphs_are_parted(lines: list[str]) -> None:
    found = paragraphs(column(lines))
    assert found[:2] == [joined(*HARBOUR), joined(*FERRY)]
    assert found[2:] in ([], [joined(*MUD)])


def test_a_gap_a_little_larger_parts_paragraphs() -> None:
    page = [*column(HARBOUR, y=700), *column(FERRY, y=700 - 2 * 12 - 17)]
    assert paragraphs(page) == [joined(*HARBOUR), joined(*FERRY)]


def test_a_quoted_block_is_a_paragraph_of_its_own() -> None:
    quoted = [
        "\tNobody asked the fishermen what they think of it all, though they have",
        "\tlanded here for longer than the ferry.",
    ]
    found = paragraphs(column([*HARBOUR, *quoted, *FERRY]))
    assert found == [joined(*HARBOUR), joined(*(line.strip() for line in quoted)), joined(*FERRY)]


def test_entries_with_a_hanging_indent_stay_whole() -> None:
    entries = [
        "Dahl, Ines. Ferries of the northern coast, and how their timetables came about in",
        "\tthe last century. Norby, 2011.",
        "Ek, Per. Mud. Norby, 2019.",
    ]
    assert paragraphs(column(entries)) == [
        joined(entries[0], entries[1].strip()),
        entries[2],
    ]


def test_items_of_a_list_are_paragraphs() -> None:
    lines = [
        "Three things speak for it:",
        "• the ferry",
        "• the boats that bring guests",
        "• the fish",
    ]
    assert paragraphs(column(lines)) == lines
    numbered = [
        "First there is a reason.",
        "1. The ferry could land at any hour of the day or of the night, and would leave when",
        "it should.",
        "2. The boats would return.",
    ]
    assert paragraphs(column(numbered)) == [numbered[0], joined(*numbered[1:3]), numbered[3]]


LEFT = [
    "The council will vote on dredg-",
    "ing the harbour on Monday. The",
    "work would cost four million and",
    "take two years, the engineers say.",
    "\tFerries wait for high water, a",
    "well-known evil of this coast, and",
]
RIGHT = [
    "the company says it will leave.",
    "\tThe mud carries lead, a study",
    "by the university found, and the",
    "well-",
    "known cure is to leave it alone,",
    "as every child knows.",
]
COLUMNS = [
    "The council will vote on dredging the harbour on Monday. The work would cost four million "
    "and take two years, the engineers say.",
    "Ferries wait for high water, a well-known evil of this coast, and the company says it will "
    "leave.",
    "The mud carries lead, a study by the university found, and the well-known cure is to leave "
    "it alone, as every child knows.",
]


@pytest.mark.parametrize("is_row_by_row", [False, True])
def test_columns_are_read_one_after_the_other(is_row_by_row: bool) -> None:
    puts = [*column(LEFT, x=72), *column(RIGHT, x=250)]
    if is_row_by_row:
        puts.sort(key=lambda put: (-put.y, put.x))
    assert paragraphs(puts) == COLUMNS


def test_what_runs_across_columns_comes_before_them() -> None:
    title = Put("Should the harbour of Norby be dredged, and who is to pay for it?", 72, 740, 16)
    abstract = column(
        [
            "An essay on the harbour, the ferry and the mud, in which the first two are weighed",
            "against the third.",
        ],
        y=722,
    )
    text = read(make_pdf([*column(LEFT, y=680), title, *column(RIGHT, x=250, y=680), *abstract]))
    assert [heading.text for heading in text.headings] == [title.text]
    assert [text.text(number) for number in (2, 3, 4)] == COLUMNS
    assert text.text(1).endswith("against the third.")


def test_what_runs_across_between_columns_parts_them() -> None:
    upper = [*column(LEFT, y=680), *column(RIGHT, x=250, y=680)]
    lower = [*column(LEFT, y=540), *column(RIGHT, x=250, y=540)]
    across = Put("The second part, in which all that was said above is said again", 72, 580, 14)
    text = read(make_pdf([*upper, *lower, across]))
    assert [text.text(number) for number in range(1, 7)] == [*COLUMNS, *COLUMNS]
    assert [paragraph.heading for paragraph in text.paragraphs] == [None] * 3 + [0] * 3


def test_three_columns() -> None:
    columns = [
        [
            f"In column {name} of this page",
            "the lines are rather short and",
            "there are only four of",
            "them.",
        ]
        for name in "abc"
    ]
    page = [put for at, lines in enumerate(columns) for put in column(lines, x=72 + 130 * at)]
    assert paragraphs(page) == [joined(*lines) for lines in columns]


def test_a_table_is_no_pair_of_columns() -> None:
    rows = [("Year", "Days"), ("2021", "98"), ("2022", "104"), ("2023", "112")]
    page = [
        Put(word, 72 + 90 * at, 700 - 12 * row)
        for row, words in enumerate(rows)
        for at, word in enumerate(words)
    ]
    assert paragraphs(page) == ["Year Days 2021 98 2022 104 2023 112"]


def test_a_paragraph_goes_on_over_pages_and_past_footnotes() -> None:
    pages = [
        [
            Put("Coast Studies 12", 72, 800, 8),
            *column(["The council will vote on dredg-"], y=700),
            Put("7 A note on the vote.", 72, 100, 7),
            Put("31", 300, 40, 8),
        ],
        [
            Put("Coast Studies 12", 72, 800, 8),
            *column(["ing the harbour.", "", "The ferry waits."], y=700),
            Put("32", 300, 40, 8),
        ],
    ]
    text = read(make_pdf(*pages))
    assert [(p.page, text.text(p.number)) for p in text.paragraphs] == [
        (1, "The council will vote on dredging the harbour."),
        (1, "7 A note on the vote."),
        (2, "The ferry waits."),
    ]


def test_a_paragraph_that_begins_a_page_without_indent_goes_on_where_others_have_one() -> None:
    body = ["\t" + HARBOUR[0], *HARBOUR[1:], "\t" + FERRY[0], FERRY[1], "\t" + MUD[0], MUD[1]]
    full = [
        "\tThe vote was put off twice, once in the spring and once in the autumn of the year.",
    ]
    going_on = ["Nobody knows why.", "\tIt will not be put off again."]
    found = paragraphs(column([*body, *full]), column(going_on))
    assert found[-2:] == [joined(full[0].strip(), going_on[0]), going_on[1].strip()]
    spaced = paragraphs(column([*HARBOUR, "", *FERRY, "", full[0].strip()]), column(going_on[:1]))
    assert spaced[-1] == going_on[0]
    listed = paragraphs(column(["Among them are"]), column(["• the ferry"]))
    assert listed == ["Among them are", "• the ferry"]


def test_a_line_that_ends_early_ends_its_paragraph_at_the_foot_of_a_page() -> None:
    first = [*column(FERRY), Put("To be continued", 72, 80)]
    assert paragraphs(first, column(MUD)) == [joined(*FERRY), "To be continued", joined(*MUD)]
    large = [Put("The mud", 72, 700, 20)]
    assert paragraphs(large, column(MUD))[-1] == joined(*MUD)


def test_words_that_a_line_break_parts() -> None:
    lines = [
        "He came from Baden-",
        "Baden on the",
        "A93-",
        "95 road, ex\u00adactly as planned, and the sea\u00ad",
        "side was empty-",
    ]
    puts = [put._replace(font=EMBEDDED) for put in column(lines)]
    assert paragraphs(puts) == [
        "He came from Baden-Baden on the A93- 95 road, ex\u00adactly as planned, and the "
        "seaside was empty-"
    ]


def test_chinese_lines_are_joined_without_spaces() -> None:
    puts = [
        Put(line, 72, 700 - 12 * at, font=CHINESE)
        for at, line in enumerate(["港口应该疏浚吗", "没有人知道"])
    ]
    assert paragraphs(puts) == ["港口应该疏浚吗没有人知道"]


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
    text = read(make_pdf(page))
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
    text = read(make_pdf(sideways, rotation=90))
    assert text.content == joined(*HARBOUR)


def test_what_a_pdf_says_of_itself() -> None:
    page = [Put("Of mud", 72, 740, 20), Put("The mud is grey.")]
    said = read(make_pdf(page, title="Of the mud", author="Ines Dahl")).metadata
    assert said == (("title", "Of the mud"), ("author", "Ines Dahl"), ("date", "2000-01-01"))
    unsaid = read(make_pdf(page, title="untitled", author="anonymous")).metadata
    assert unsaid == (("title", "Of mud"), ("date", "2000-01-01"))
    assert read(pack_pdf(b"BT /F 10 Tf 72 700 Td (The mud is grey.) Tj ET")).metadata == ()


SMALL = make_pdf([Put("The mud is grey.")])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(
            make_pdf([]), "holds no text, only pictures of it or none at all", id="no text"
        ),
        pytest.param(make_pdf([Put("secret")], lock="x"), "is locked with a password", id="locked"),
        pytest.param(SMALL[: len(SMALL) // 2], "is a damaged PDF", id="cut off"),
        pytest.param(b"%PDF-1.7\n" + b"[" * 100_000, "is a damaged PDF", id="nested"),
        pytest.param(b"<p>The mud is grey.", "is no PDF, though its name says so", id="HTML"),
        pytest.param(b" \n", "is empty", id="empty"),
    ],
)
def test_what_cannot_be_read(data: bytes, message: str) -> None:
    assert refused(data)[0] == message


def test_other_kinds_of_files_are_told_by_how_they_begin() -> None:
    assert refused(SMALL, "paper.txt") == ("is a PDF, not what its name says", "name it `.pdf`")
    message = "is a packed file, as of a word processor, not what its name says"
    assert refused(b"PK\x03\x04", "paper.md") == (message, "save it as PDF or plain text")


@pytest.mark.parametrize("times", [1, 2, 3])
def test_a_stream_that_unpacks_to_too_much_is_refused(
    monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    bomb = pack_pdf(b"0" * (70 << 20), times=times)
    assert len(bomb) < 80_000
    assert refused(bomb) == ("holds more than 67108864 bytes when unpacked", "cite a shorter file")
    monkeypatch.setattr(pdf_text, "_MOST_CHARACTERS", 15)
    assert refused(SMALL) == ("holds more than 15 characters", "cite a shorter file")


def test_the_size_of_streams_is_counted_without_pictures() -> None:
    content = b"q Q " * 50_000
    assert unpacked_size(pack_pdf(content), 1 << 20) == len(content)
    twice = unpacked_size(pack_pdf(content, times=2), 1 << 20)
    assert len(content) < twice < len(content) + 1_000
    assert unpacked_size(pack_pdf(content, dictionary=b"/Subtype /Image"), 1 << 20) == 0
    assert unpacked_size(b"stream\nno packed text", 1 << 20) == 0
    assert unpacked_size(pack_pdf(content, times=5), 1 << 20) < len(content) + 2_000
    noise = random.Random(7).randbytes(150_000)  # noqa: S311 - a test is to be the same each time
    packed = zlib.compress(noise)
    assert unpacked_size(b"stream\n" + packed, 1 << 20) == len(noise)
    assert 0 < unpacked_size(b"stream\n" + packed[: len(packed) // 2], 1 << 20) < len(noise)


def test_no_damage_brings_it_down() -> None:
    chance = random.Random(7)  # noqa: S311 - a test is to be the same each time
    for _ in range(200):
        data = bytearray(SMALL)
        for _ in range(chance.randrange(1, 20)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        assert isinstance(read_source(bytes(data), "paper.pdf"), SourceText | Unreadable)


def test_without_the_extra_the_mend_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    assert refused(SMALL) == (
        "is a PDF, which is read with pypdfium2",
        "pip install 'argmap[pdf]'",
    )

"""PDFs: lines put into the order of reading, and these into paragraphs."""

from __future__ import annotations

import pytest

from tests.pdf_files import (
    CHINESE,
    EMBEDDED,
    FERRY,
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
    text = read_paper(
        make_pdf([*column(LEFT, y=680), title, *column(RIGHT, x=250, y=680), *abstract])
    )
    assert [heading.text for heading in text.headings] == [title.text]
    assert [text.text(number) for number in (2, 3, 4)] == COLUMNS
    assert text.text(1).endswith("against the third.")


def test_what_runs_across_between_columns_parts_them() -> None:
    upper = [*column(LEFT, y=680), *column(RIGHT, x=250, y=680)]
    lower = [*column(LEFT, y=540), *column(RIGHT, x=250, y=540)]
    across = Put("The second part, in which all that was said above is said again", 72, 580, 14)
    text = read_paper(make_pdf([*upper, *lower, across]))
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
    text = read_paper(make_pdf(*pages))
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

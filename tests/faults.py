"""Maps with one fault each, by Pydantic's name of the fault, and what is said of it."""

from __future__ import annotations

from typing import NamedTuple

NODE = "argmap: 1\ntitle: T\nthesis:\n  claim: A holds.\n  {}\n"
SOURCE = "argmap: 1\ntitle: T\nsources:\n  s: {}\nthesis:\n  claim: A holds.\n  cite: s\n"
TOP = "{}\ntitle: T\nthesis:\n  claim: A holds.\n"


class Fault(NamedTuple):
    """A map with one fault, and what is said of it."""

    type: str
    """Pydantic's name of the fault."""
    content: str
    code: str
    message: str
    help: str
    at: str
    """What is pointed at."""


FAULTS = [
    Fault(
        "missing",
        TOP.format("lang: en"),
        "AM005",
        "the map has no `argmap`",
        "add `argmap: 1`",
        "lang",
    ),
    Fault(
        "missing",
        NODE.format("cite: {at: 3}"),
        "AM005",
        "`cite` of claim has no `source`",
        "add `source: …`",
        "at",
    ),
    Fault(
        "extra_forbidden",
        NODE.format("wieght: 1"),
        "AM003",
        "unknown field `wieght` in claim",
        "did you mean `weight`?",
        "wieght",
    ),
    Fault(
        "extra_forbidden",
        SOURCE.format("{isbn: 1}"),
        "AM003",
        "unknown field `isbn` in source `s`",
        "known here: title, author",
        "isbn",
    ),
    Fault(
        "string_type",
        NODE.format("by: [a, b]"),
        "AM004",
        "`by` of claim is a list, expected text",
        "write one text",
        "[a, b]",
    ),
    Fault(
        "string_type",
        NODE.format("id: a\n  by: {a: b}"),
        "AM004",
        "`by` of claim `a` is a mapping, expected text",
        "in quotes",
        "{a: b}",
    ),
    Fault(
        "string_type",
        "argmap: 1\ntitle:\nthesis:\n  claim: A holds.\n",
        "AM006",
        "`title` of the map is empty",
        "write it out",
        "title",
    ),
    Fault(
        "string_too_short",
        NODE.format('by: " "'),
        "AM006",
        "`by` of claim is empty",
        "write it out, or remove the key",
        '" "',
    ),
    Fault(
        "string_pattern_mismatch",
        NODE.format("id: a b"),
        "AM006",
        "`id` cannot be `a b`",
        "use letters, digits",
        "a b",
    ),
    Fault(
        "string_pattern_mismatch",
        SOURCE.format("{date: May 2024}"),
        "AM006",
        "`date` of source `s` cannot be `May 2024`",
        "2024-03-09",
        "May 2024",
    ),
    Fault(
        "string_pattern_mismatch",
        SOURCE.format('{url: ""}'),
        "AM006",
        "`url` of source `s` cannot be an empty text",
        "`https://`",
        '""',
    ),
    Fault(
        "string_pattern_mismatch",
        SOURCE.format("{title: S}\n  a b: {title: S}"),
        "AM006",
        "source `a b` has a name that cannot be cited",
        "use letters, digits",
        "a b",
    ),
    Fault(
        "float_type",
        NODE.format("weight: [1]"),
        "AM004",
        "`weight` of claim is a list, expected a number from 0 to 1",
        "write it as a decimal: 0.8",
        "[1]",
    ),
    Fault(
        "float_parsing",
        NODE.format("weight: high"),
        "AM006",
        "`weight` of claim is `high`, expected a number from 0 to 1",
        "write it as a decimal: 0.8",
        "high",
    ),
    Fault(
        "greater_than_equal",
        NODE.format("weight: -1"),
        "AM006",
        "`weight` of claim is `-1`, expected a number from 0 to 1",
        "write it as a decimal: 0.8",
        "-1",
    ),
    Fault(
        "less_than_equal",
        NODE.format("weight: 80"),
        "AM006",
        "`weight` of claim is `80`, expected a number from 0 to 1",
        "write it as a decimal: 0.8",
        "80",
    ),
    Fault(
        "literal_error",
        TOP.format("argmap: [1]"),
        "AM006",
        "`argmap` of the map is a list, expected `1`",
        "write `argmap: 1`",
        "[1]",
    ),
    Fault(
        "literal_error",
        TOP.format("argmap:"),
        "AM006",
        "`argmap` of the map is empty, expected `1`",
        "write `argmap: 1`",
        "argmap",
    ),
    Fault(
        "dict_type",
        NODE.format("accept: [AM201]"),
        "AM004",
        "`accept` of claim is a list, expected a mapping",
        "write `key: value` pairs",
        "[AM201]",
    ),
    Fault(
        "model_type",
        SOURCE.format("The essay"),
        "AM004",
        "source `s` is text, expected a mapping",
        "write `key: value` pairs",
        "The essay",
    ),
    Fault(
        "tuple_type",
        NODE.format("tags: one"),
        "AM004",
        "`tags` of claim is text, expected a list",
        "write it in brackets",
        "one",
    ),
    Fault(
        "locator",
        NODE.format("cite: s:6-4"),
        "AM006",
        "`s:6-4` names no paragraph",
        "`source:4-6`",
        "s:6-4",
    ),
    Fault(
        "locator",
        NODE.format("cite: [s, {source: s, at: p. 4}]"),
        "AM006",
        "`p. 4` names no paragraph",
        "`source:4-6`",
        "p. 4",
    ),
    Fault(
        "citation",
        NODE.format('cite: ["the essay"]'),
        "AM006",
        "`the essay` is no citation",
        "several as a list",
        '"the essay"',
    ),
    Fault(
        "date",
        SOURCE.format("{date: 2024-02-30}"),
        "AM006",
        "`date` of source `s` is `2024-02-30`, which no calendar has",
        "2024-03-09",
        "2024-02-30",
    ),
]

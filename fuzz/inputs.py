"""Hostile maps, sources and configurations, each made by its number."""

from __future__ import annotations

import json
import random
from typing import Any

WORDS = (
    *(
        "",
        " ",
        "A holds.",
        "no",
        "012",
        "1:30",
        "2023-02-30",
        "~",
        "null",
        "a: b",
        "a #b",
        "|",
        ">-",
    ),
    *(
        "\0",
        "\x1b[31m",
        "\x85",
        "\u2028",
        "\u202e",
        "\ufeff",
        "\ufffe",
        "\U0001f600",
        "e\u0301" * 40,
    ),
    *("]]>", "</script>", "::error::x", "%0A", '"\\', "`a`", "{0}", "${x}", "$(x)", "[a](b)"),
    *("../../etc/passwd", "C:\\con", "file:///x", "essay:4-2", "essay:99999999999999999999"),
    *("中文。", "Правда ли это?", "هل هذا صحيح؟", "Why? Because; and so on, but it may be."),
)
REPEATED = ("(", "[", "«", "and ", "…", "a-", "x")
"""What stands in a row, as often as there is room for."""
IDS = tuple(f"n{number}" for number in range(6))
KINDS = ("claim", "evidence", "counterpoint", "assumption", "premises", "ref")
LISTS = ("because", "but", "unless")
KEYS = (
    *("id", "by", "cite", "qualifier", "conceded", "weight", "title", "note", "tags", "section"),
    *("accept", "warrant", "scheme", "questions", "expect", "sources", "thesis", "argmap"),
)
SIGNS = (
    *(
        ": ",
        "- ",
        " #",
        "[",
        "]",
        "{",
        "}",
        "*a",
        "&a ",
        "!",
        "|",
        ">",
        "'",
        '"',
        "%",
        "@",
        "`",
        "?",
    ),
    *(
        "\t",
        "\n",
        "\r\n",
        "\r",
        "\0",
        "\\",
        "---\n",
        "...\n",
        "<<: *a",
        "!!python/name:os ",
        "\x85",
    ),
)
_LEAST_SIZE = 5
"""Of an input, as a power of 2; there are as many of each power up to the most."""
USUAL_SIZE, LARGE_SIZE = 14, 17
_DEEPEST = 8.6
"""Nodes below each other, as a power of 2; with more of them JSON cannot be written."""


class Inputs:
    """Makes inputs from a number, the same for the same number on every machine."""

    def __init__(self, number: int, most: int = USUAL_SIZE) -> None:
        """Begin at a number.

        Args:
            number: that tells the input from all others.
            most: how large it is at most, about, as a power of 2 of its characters.
        """
        self.random = random.Random(number)
        self._room = self._upto(_LEAST_SIZE, most)

    def _upto(self, least: float, most: float) -> int:
        """Draw a number so that as many are small as are large."""
        return int(2.0 ** self.random.uniform(least, most))

    def word(self) -> str:
        """Give words of an author."""
        if self._room > 0 and self.random.random() < 0.06:
            piece = self.random.choice(REPEATED)
            found = piece * (self._upto(0, self._room.bit_length() - 1) // len(piece))
        else:
            chosen = self.random.choices(WORDS, k=self.random.choice((1, 1, 1, 2, 5)))
            found = " ".join(chosen)
        self._room -= len(found)
        return found

    def anything(self) -> Any:
        """Give a value of any kind."""
        return self.random.choice(
            (self.word, self._number, lambda: None, list, dict, self._odd, self._name)
        )()

    def _number(self) -> float:
        return self.random.choice((0, 1, -1, 0.5, 1e308, 10**30))

    def _name(self) -> str:
        return self.random.choice((*IDS, "essay"))

    def _odd(self) -> Any:
        return self.random.choice((["a", ["b"]], {"source": "essay", "at": "2-1"}, [{}], True))

    def node(self, depth: int) -> Any:
        """Give a node, or what stands in the place of one."""
        draw = self.random
        self._room -= 10
        if draw.random() < 0.03:
            return self.anything()
        kind = draw.choice(KINDS)
        made: dict[str, Any] = {kind: self._value(kind, depth)}
        if draw.random() < 0.3:
            made["id"] = self._name()
        for key in draw.sample(KEYS, draw.choice((0, 0, 1, 2))):
            made[key] = self.anything()
        for key in LISTS if depth and self._room > 0 else ():
            if draw.random() < 0.35:
                made[key] = [self.node(depth - 1) for _ in range(draw.randint(1, 3))]
        return made

    def _value(self, kind: str, depth: int) -> Any:
        if kind == "ref":
            return self._name()
        if kind == "premises":
            return [self.node(max(0, depth - 1)) for _ in range(self.random.randint(0, 3))]
        return self.word()

    def map(self) -> bytes:
        """Give a map: nested or deep, whole or with signs thrown in."""
        draw = self.random
        thesis = self._deep() if draw.random() < 0.02 else self.node(self._room.bit_length() // 2)
        source = {draw.choice(("title", "date", "url", "via", "text")): self.word()}
        made = {
            "argmap": draw.choice((1, 1, 1, "2", None)),
            "title": self.word(),
            "lang": draw.choice(("en", "de", "ar", "zh", "x" * 40)),
            "article": "essay",
            "sources": {"essay": source, self._name(): {"via": self._name()}},
            "thesis": thesis,
            "expect": {"stands": [self._name()], draw.choice(KEYS): self.anything()},
        }
        text = json.dumps(made, ensure_ascii=draw.random() < 0.5, indent=draw.choice((None, 1)))
        return self._broken(text)

    def _deep(self) -> Any:
        node: Any = {"evidence": "E.", "cite": "essay"}
        key = self.random.choice(("because", "but", "premises"))
        for _ in range(self._upto(0, _DEEPEST)):
            node = {"premises": [node]} if key == "premises" else {"claim": "A.", key: [node]}
        return node

    def _broken(self, text: str) -> bytes:
        for _ in range(self.random.choice((0, 0, 1, 3))):
            start = self.random.randint(0, len(text))
            length = self.random.choice((0, 0, 1, 20))
            text = text[:start] + self.random.choice(SIGNS) + text[start + length :]
        return text.encode("utf-8", "surrogatepass")

    def source(self) -> bytes:
        """Give the text of a source: paragraphs, marks of Markdown and HTML that fit nowhere."""
        marks = (
            "\n\n",
            "# ",
            "<p>",
            "</p>",
            "<h1>",
            "```\n",
            "> ",
            "- ",
            "<script>",
            "&#0;",
            "&amp",
        )
        count = self._upto(0, 6)
        pieces = [
            self.random.choice((self.random.choice(marks), self.word())) for _ in range(count)
        ]
        return "".join(pieces).encode("utf-8", "surrogatepass")

    def configuration(self) -> bytes:
        """Give a configuration: known keys with values of any kind."""
        known = ("select", "ignore", "fail-on", "severity", "options", "exclude", "baseline")
        more = ("schemes", "allow-outside", "per-file-ignores", self.word())
        keys = self.random.sample((*known, *more), self.random.randint(0, 4))
        lines = [f"{json.dumps(key)} = {self._toml()}" for key in keys]
        return self._broken("\n".join(lines) + "\n")

    def _toml(self) -> str:
        word = json.dumps(self.word())
        values = (word, f"[{word}, 1]", "true", "1e400", f"{{{word} = {word}}}", "{a = {b = [1]}}")
        return self.random.choice(values)

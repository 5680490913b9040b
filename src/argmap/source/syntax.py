"""Syntax errors of YAML in an author's words, with the mend for what authors really trip over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.diagnostics import Problem, Span
from argmap.source.slips import Repair, find_slip, line_above

if TYPE_CHECKING:
    from yaml.error import MarkedYAMLError

    from argmap.source.text import Text

_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]",
)
_KEY_AND_TEXT = re.compile(r"[ \t-]*[^\s:#'\"][^:]*:[ \t]+(?P<text>\S.*)")
_QUOTED_THEN_MORE = re.compile(r"""[^'"]*(?:: |- )\s*(?P<quoted>"[^"]*"|'[^']*')\s*[^\s#,\]}]""")
_BRACKETS_THEN_MORE = re.compile(
    r"""[^'"]*?(?:: |- )\s*(?P<quoted>\[[^\]]*\]|\{[^}]*\})\s*[^\s#,\]}]"""
)
_QUOTE_HELP = "put the whole text in double quotes, or under `>-` on lines of its own"
_CURLY = re.compile("[“”„‘’]")
_NO_STARTS = frozenset("@`%*&?")
_KEY_ALONE = re.compile(r"(?P<stem> *(?:- +)*)[\w-]+ *$")


def find_unprintable(text: Text) -> Problem | None:
    """Find the first character that YAML does not allow, such as NUL or a terminal escape."""
    match = _UNPRINTABLE.search(text.content)
    if match is None:
        return None
    message = f"character U+{ord(match[0]):04X} is not allowed in YAML"
    span = text.span(match.start(), match.end())
    return Problem("AM001", span, message, 'remove it, or write it as "\\x…" in double quotes')


def unread(text: Text, told: Span, error: MarkedYAMLError) -> Span:
    """Give the stretch from where an error is told to where the parser met it."""
    mark = error.problem_mark or error.context_mark
    met = text.position(min(mark.index, len(text.content))) if mark else (0, 0)
    return Span(told.line, told.column, *max((told.end_line, told.end_column), met))


def explain(text: Text, content: str, error: MarkedYAMLError) -> tuple[Problem, Repair | None]:
    """Turn a parser's error into a finding.

    Args:
        text: the file as it is on disk.
        content: what was parsed: the file with earlier errors repaired, of the same length.
        error: what the parser raised.

    Returns:
        The finding, and the repair that lets the parser go on where one is known.
    """
    mark = error.problem_mark or error.context_mark
    at = min(mark.index if mark else 0, len(content))
    start = error.context_mark.index if error.context_mark else at
    cause = (error.problem or "").strip()
    for recognise in (_slip, _colon_in_text, _colon_in_brackets, _hash_in_text, _text_after_quotes):
        found = recognise(text, content, at, start, cause)
        if found is not None:
            return found
    found = _bad_start(text, content, at, start, cause)
    return found or (_known_cause(text, content, at, start, cause), None)


def _line_around(content: str, at: int) -> tuple[int, str]:
    start = content.rfind("\n", 0, at) + 1
    end = content.find("\n", at)
    return start, content[start : end if end >= 0 else len(content)]


_BEHIND_A_SLIP = re.compile(
    r"mapping values are not allowed|could not find expected ':'"
    r"|did not find expected (?:'-' indicator|key|alphabetic)"
    r"|expected <block end>|expected alphabetic"
)


def _slip(
    text: Text, content: str, at: int, start: int, cause: str
) -> tuple[Problem, Repair | None] | None:
    """Find the slip above that a parser stumbled behind."""
    if not _BEHIND_A_SLIP.match(cause):
        return None
    lines = [line_above(content, at)]
    if not cause.startswith("mapping values"):
        lines = [start, at, *lines]
    found = (find_slip(text, content, line) for line in lines if line is not None)
    return next((slip for slip in found if slip is not None), None)


def _colon_in_text(
    text: Text, content: str, at: int, _: int, cause: str
) -> tuple[Problem, Repair | None] | None:
    if not cause.startswith("mapping values are not allowed"):
        return None
    start, line = _line_around(content, at)
    key = _KEY_ALONE.match(line[: at - start])
    if key is None:
        return _colon(text, line, at)
    span = text.span(start + key.end("stem"), at)
    message = "key is indented deeper than its neighbours"
    return Problem("AM001", span, message, "align the key with the one above"), None


def _colon_in_brackets(
    text: Text, content: str, at: int, start: int, cause: str
) -> tuple[Problem, Repair | None] | None:
    is_colon = content[at : at + 1] == ":" and "',' or" in cause
    _, line = _line_around(content, at)
    # further down it is a key, and the bracket lacks its end
    return _colon(text, line, at) if is_colon and "\n" not in content[start:at] else None


def _colon(text: Text, line: str, at: int) -> tuple[Problem, Repair]:
    inside = _KEY_AND_TEXT.match(line)
    is_curly = inside is not None and _CURLY.match(inside["text"])
    mend = f"{_QUOTE_HELP}; curly quotes are none to YAML" if is_curly else _QUOTE_HELP
    message = "`: ` inside a text that is not in quotes"
    return Problem("AM001", text.span(at, at + 1), message, mend), Repair(at, ";")


def _hash_in_text(
    text: Text, content: str, at: int, _: int, cause: str
) -> tuple[Problem, Repair | None] | None:
    if not re.match(
        r"did not find expected key|could not find expected|expected <block end>", cause
    ):
        return None
    start, line = _line_around(content, at)
    above_start, above = _line_around(content, max(start - 1, 0))
    found = _KEY_AND_TEXT.match(above)
    if start == 0 or found is None or _indent(line) <= _indent(above):
        return None
    hash_at = above.find(" #", found.start("text"))
    if hash_at < 0 or found["text"][0] in "'\"|>[{":
        return None
    offset = above_start + hash_at + 1
    message = "` #` inside a text that is not in quotes: the rest of the line is cut off"
    span = text.span(offset, offset + 1)
    return Problem("AM001", span, message, _QUOTE_HELP), Repair(offset, ";")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _text_after_quotes(
    text: Text, content: str, at: int, _: int, cause: str
) -> tuple[Problem, Repair | None] | None:
    if not re.match(r"did not find expected|expected <block end>", cause):
        return None
    start, line = _line_around(content, at)
    found = _QUOTED_THEN_MORE.match(line) or _BRACKETS_THEN_MORE.match(line)
    if found is None:
        return None
    quoted = start + found.start("quoted"), start + found.end("quoted")
    mark = found["quoted"][-1]
    message = f"text goes on after the closing {mark}"
    other = "'" if mark == '"' else '"'
    is_quote = mark in "'\""
    mend = f"put the whole text in {other}, the {mark} inside it" if is_quote else _QUOTE_HELP
    return Problem("AM001", text.span(*quoted), message, mend), None


_CAUSES: tuple[tuple[str, str, str], ...] = (
    (
        r"found unexpected end of stream",
        "quotation mark opened here is never closed",
        "close it, or double a ' that belongs to the text",
    ),
    (
        r"found unknown directive name",
        "a line may not begin with `%`",
        "indent it, or put the whole text in quotes",
    ),
    (
        r"did not find expected ',' or '([\]}])'|expected ',' or '([\]}])'",
        "bracket opened here is not closed where it should be",
        "close it, or put a text that begins with [ or { in quotes",
    ),
    (
        r"could not find expected ':'",
        "`key: value` expected here",
        "write a colon and a space behind a key; indent a text that runs on deeper than its key",
    ),
    (
        r"did not find expected comment or|expected a comment or|expected chomping or",
        "the text begins on the line of its `|` or `>`",
        "begin it on the next line, or put the whole text in quotes",
    ),
    (
        r"block sequence entries are not allowed|sequence entries are not allowed",
        "a list item may not begin here",
        "put the list on lines of its own below the key",
    ),
    (
        r"did not find expected '-' indicator|expected <block end>, but found '\?'",
        "list item expected here",
        "begin it with `- `, or indent it as far as what it belongs to",
    ),
    (
        r"did not find expected key|expected <block end>",
        "key expected here",
        "align it with its neighbours and write `key: value`",
    ),
    (
        r"did not find expected node content|expected the node content",
        "a value is expected here",
        "write one, or put a text that begins with this character in quotes",
    ),
    (
        r"found unknown escape character",
        "backslash begins no known escape in double quotes",
        "write it twice, or use single quotes",
    ),
)
_WHOLE_CONTEXT = 5
"""So many first causes are shown where they began, the others where they were met."""


def _known_cause(text: Text, content: str, at: int, start: int, cause: str) -> Problem:
    if "escape character" in cause and content[at - 1 : at] == "\\":
        at -= 1  # the parser in Python points behind the backslash
    character = content[at : at + 1]
    if cause == "exceeded maximum nesting depth":
        message = "file nests deeper than the YAML parser here goes"
        mend = "move a part up and point at it with `ref`"
        return Problem("AM007", text.span(at, at + 1), message, mend)
    if character == "-" and re.match(r"did not find expected key|expected <block end>", cause):
        message = "list item is not aligned with its neighbours"
        mend = "indent it as far as those above it, or deeper than what it belongs to"
        return Problem("AM001", text.span(at, at + 1), message, mend)
    for number, (pattern, message, mend) in enumerate(_CAUSES):
        if re.match(pattern, cause):
            place = start if number < _WHOLE_CONTEXT else at
            return Problem("AM001", text.span(place, place + 1), message, mend)
    return Problem("AM001", text.span(at, at + 1), f"not valid YAML: {cause or 'cannot be read'}")


def _bad_start(
    text: Text, content: str, at: int, start: int, cause: str
) -> tuple[Problem, Repair | None] | None:
    place = at
    if re.match(r"did not find expected alpha|expected alpha|mapping keys are not allowed", cause):
        place = at if content[at : at + 1] == "?" else start
    elif "cannot start any token" not in cause and "found a tab character" not in cause:
        return None
    span = text.span(place, place + 1)
    character = content[place : place + 1]
    if character == "\t":
        return Problem("AM001", span, "line is indented with a tab", "indent with spaces"), None
    named = "a backtick" if character == "`" else f"`{character}`"
    message = f"a text may not begin with {named}"
    repair = Repair(place, "_") if character in _NO_STARTS else None
    return Problem("AM001", span, message, "put the text in quotes"), repair

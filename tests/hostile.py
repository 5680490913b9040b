"""Words that other programs obey, put into every place that an author can fill."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

WORDS = {
    "bell and escape": "\x07\x1b[31m\x1b]0;gone\x07",
    "C1 controls": "\x84\x9b31m\x9d",
    "null": "a\0b",
    "line breaks": "a\r\n::error::b\rc\x0bd\x0ce",
    "end of CDATA": "]]> <![CDATA[ <!-- --> ?>",
    "end of a script": "</script><script>alert(1)</script><!--<script>",
    "markup": "</text></svg><image href=x onerror='alert(1)'/>\"'&amp;&#27;",
    "workflow command": "::error file=a::b ##[error]c ::stop-commands::d",
    "encoded line break": "%0A::error::a%0D%25",
    "direction": "\u202eabc\u2066def\u200f\u061c",
    "lone surrogate": "a\ud800b\udfff",
    "old line ends": "a\u2028b\u2029c\x85d",
    "byte order mark": "\ufeffa\ufffe\uffff",
    "DOT": '"]; evil [label="x"] \\',
    "Markdown": "|`x`\n# [a](javascript:b) ![c](d) @everyone <b>",
    "template": "{0} {{x}} ${y} %(z)s `id` $(id)",
    "one long word": "x" * 1_000_000,
}
"""By what they are."""


def hostile_map(word: str) -> dict[str, Any]:
    """Give a map with a word in every place where a map can be drawn with it."""
    evidence = {"evidence": word, "cite": {"source": "essay", "at": 1, "quote": word, "note": word}}
    group = {
        "premises": [{"claim": f"A {word}", "because": [evidence]}, {"assumption": word}],
        "warrant": word,
        "scheme": word,
        "questions": {word: word},
        "title": word,
        "note": word,
    }
    attack = {"counterpoint": word, "by": word, "conceded": word}
    node = {
        "claim": word,
        "id": "thesis",
        "title": word,
        "note": word,
        "tags": [word],
        "section": word,
        "qualifier": word,
        "by": word,
        "because": [group, {"claim": word, "id": "second"}],
        "but": [attack, {"counterpoint": f"B {word}", "section": f"S {word}"}],
        "unless": [{"counterpoint": f"C {word}"}],
        "accept": {"AM603": word, "AM201": word, word: word},
    }
    source = {"title": word, "author": word, "publisher": word, "url": word, "text": "text.txt"}
    return {
        "argmap": 1,
        "title": word,
        "lang": "en",
        "article": "essay",
        "sources": {"essay": source, "other": {"title": word, "via": "essay", "text": word}},
        "thesis": node,
        "expect": {"stands": [word, "thesis"], "defeated": ["second"]},
    }


def broken_map(word: str) -> dict[str, Any]:
    """Give a map with a word where it must be refused: keys, ids, references, versions, dates."""
    reference = {"ref": word}
    node = {
        "claim": word,
        "id": word,
        word: word,
        "because": [reference, {"claim": word, "id": word}, {word: word}],
        "weight": word,
        "cite": f"{word}:4",
    }
    return {
        "argmap": word,
        "title": word,
        "lang": word,
        "article": f"no {word}",
        word: word,
        "sources": {word: {"date": word, word: word, "fingerprint": word}},
        "thesis": node,
        "expect": {word: [word]},
    }


def write_hostile(folder: Path, word: str) -> None:
    """Write both maps, the text they are about, and a configuration with schemes of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in (("map", hostile_map(word)), ("broken", broken_map(word))):
        (folder / f"{name}.yaml").write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    article = f"{word}\n\n# {word}\n\nA {word}\n".encode("utf-8", "surrogatepass")
    (folder / "text.txt").write_bytes(article)
    # TOML knows no lone surrogates: a file that holds one is refused as it stands
    quoted = json.dumps(word.encode("utf-8", "replace").decode(), ensure_ascii=False)
    quoted = quoted.replace("\x7f", "\\u007f")
    scheme = (
        f"[schemes.own]\ntitle = {quoted}\nconclusion = {quoted}\n"
        f"roles = [{{name = 'one', says = {quoted}}}]\n"
        f"questions = [{{id = 'why', asks = {quoted}, attacks = 'one'}}]\n"
    )
    (folder / "argmap.toml").write_text(scheme, encoding="utf-8")
    wrong = f"{quoted} = 1\nselect = [{quoted}]\n[options]\n{quoted} = {{}}\n"
    (folder / "wrong.toml").write_text(wrong, encoding="utf-8")

"""Generated maps, the same ones every time: larger than Hypothesis makes them, and made faster.

Everything the format has occurs in them, references that lead nowhere included, and every text is
hard to set, unless plain ones are asked for.
"""

from __future__ import annotations

import random
from functools import cache
from typing import Any

from tests.render.drawing import Case, read_case
from tests.strategies import Data, write

WORDS = (
    *("because", "of", "the", "harbour", "fees", "“so", "called”", "7.5", "¶", "—", "→"),
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen",
    "https://example.org/a/long/path?of=one&and=another#part-3.2_b",
    *("目録に示すべきである。", "読者は", "《世界》，", "一律平等", "도서관", "목록에서"),
    *("каталога", "Щедрин,", "Ἀριστοφάνης", "βιβλιοθήκη", "e\u0301te\u0301", "ỗ"),
    *("القراء", "ٱلرَّحْمَٰنِ", "کتاب‌خانه", "ISBN", "שלום", "בְּרֵאשִׁית", "(ALA-LC"),
    *("ชื่อหนังสือภาษาไทยพิมพ์ผิดสิบเจ็ดรายการ", "शीर्षकों", "संयुक्ताक्षरों", "ক্ষুদ্রতম", "சமமானவர்கள்"),
    *("സ്വാതന്ത്ര്യത്തോടും", "ಸ್ವತಂತ್ರರಾಗಿಯೇ", "မြန်မာဘာသာ", "សេចក្ដីថ្លៃថ្នូរ", "ᎦᏬᏂᎯᏍᏗ", "ꦧꦱꦗꦮ", "ነጻና"),
    *("👨‍👩‍👧‍👦", "👩🏽‍🏫", "🇩🇪🇯🇵", "❤️", "∀x∈ℝ", "①②③", "Ⅷ", "﷽", "⸻", "𒀭", "௵"),
)
"""Words that pictures find hard: of many scripts, long ones, joined ones, wide ones."""

PLAIN = "Plain words, of which there are as many as to be cut short where they are named, w{}w"
"""A text that is told from all others by its last word alone."""
_DEPTH = 3


class _Maker:
    """Makes one map from a seed."""

    def __init__(self, seed: int, *, is_plain: bool) -> None:
        self.random = random.Random(seed)
        self.is_plain = is_plain
        self.ids = 0
        self.texts = 0

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def text(self) -> str:
        """Make a text: words of many scripts, or one word over and over."""
        self.texts += 1
        if self.is_plain:
            return PLAIN.format(self.texts)
        count = self.random.randint(1, 12)
        if self.chance(0.2):
            return self.random.choice(["", " "]).join([self.random.choice(WORDS)] * 2 * count)
        return " ".join(self.random.choices(WORDS, k=count))

    def map(self) -> Data:
        source = {"title": self.text(), "author": self.text(), "date": "2024"}
        sources = {"essay": source, "other": {"title": self.text()}}
        thesis = self.node("claim", _DEPTH)
        data: Data = {"argmap": "1", "title": self.text(), "sources": sources, "thesis": thesis}
        if self.chance(0.2):
            data["thesis"] = [thesis, self.node("claim", 2)]
        return data

    def node(self, kind: str, depth: int) -> Data:
        """Make a node with everything below it."""
        node: Data = {kind: self.text()}
        if self.chance(0.4):
            node["id"] = f"n{self.ids}"
            self.ids += 1
        for key, share in (("title", 0.2), ("by", 0.15), ("qualifier", 0.15), ("section", 0.1)):
            if self.chance(share):
                node[key] = self.text()
        if kind == "evidence" or self.chance(0.2):
            node["cite"] = self.random.choices(["essay:1", "essay:4-6", "other"], k=2)
        if kind == "counterpoint" and self.chance(0.2):
            node["conceded"] = self.text()
        if depth and kind != "assumption":
            self.put_children(node, kind, depth - 1)
        return node

    def put_children(self, node: Data, kind: str, depth: int) -> None:
        if self.chance(0.3 if kind == "evidence" else 0.8):
            node["because"] = [self.reason(depth) for _ in range(self.random.randint(1, 3))]
        if self.chance(0.3):
            node["but"] = [self.attack(depth) for _ in range(self.random.randint(1, 2))]
        if "because" in node and kind != "evidence" and self.chance(0.15):
            node["unless"] = [self.attack(depth)]

    def reason(self, depth: int) -> Data:
        if self.chance(0.12):
            return self.reference()
        if self.chance(0.2):
            return self.group(depth)
        return self.node(self.random.choice(["claim", "evidence", "assumption"]), depth)

    def attack(self, depth: int) -> Data:
        if self.chance(0.1):
            return self.reference()
        return self.node(self.random.choice(["counterpoint", "claim"]), depth)

    def reference(self) -> Data:
        """Make a reference to a node that is there, or will be, or never is."""
        return {"ref": f"n{self.random.randint(0, self.ids + 2)}"}

    def group(self, depth: int) -> Data:
        premises = [self.reason_of_group(depth) for _ in range(self.random.randint(1, 4))]
        group: dict[str, Any] = {"premises": premises}
        if self.chance(0.4):
            group["warrant"] = self.text()
        elif self.chance(0.3):
            group["warrant"] = self.node("claim", min(depth, 1))
        if self.chance(0.3):
            group["scheme"] = "argument-from-analogy"
        if self.chance(0.2):
            group["title"] = self.text()
        if self.chance(0.2):
            group["unless"] = [self.attack(min(depth, 1))]
        return group

    def reason_of_group(self, depth: int) -> Data:
        if self.chance(0.1):
            return self.reference()
        return self.node(self.random.choice(["claim", "evidence", "assumption"]), depth)


def generate(seed: int, *, is_plain: bool = False) -> Data:
    """Make a map.

    Args:
        seed: the same seed makes the same map.
        is_plain: whether its texts are plain and each is another one.
    """
    return _Maker(seed, is_plain=is_plain).map()


@cache
def generated(count: int, *, is_plain: bool = False) -> tuple[Case, ...]:
    """Make so many maps, read and judged."""
    return tuple(read_case(write(generate(seed, is_plain=is_plain))) for seed in range(count))

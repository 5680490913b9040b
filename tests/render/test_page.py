"""The page as text: its data, its scripts and what it allows; a browser looks at the rest."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from typing import Any

from hypothesis import given, settings

from argmap.render.draw import draw_page
from argmap.render.page.assets import SCRIPTS, bundle, read_asset
from tests.render.drawing import Case, market, one_claim, read_case
from tests.strategies import maps, write


class _Reader(HTMLParser):
    """Collects the text of style and script elements, and the page's policy."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self.policy = ""
        self.open = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "meta" and values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values["content"] or ""
        self.open = f"{tag} {values.get('type', '')}".strip() if tag in {"script", "style"} else ""

    def handle_endtag(self, tag: str) -> None:
        del tag
        self.open = ""

    def handle_data(self, data: str) -> None:
        if self.open:
            self.found[self.open] = self.found.get(self.open, "") + data


def page_of(case: Case) -> _Reader:
    """Draw a page and take it apart."""
    reader = _Reader()
    reader.feed(draw_page(case.graph, case.evaluation))
    return reader


def data_of(case: Case) -> Any:
    """Give what a page's scripts know."""
    return json.loads(page_of(case).found["script application/json"])


@given(maps())
@settings(max_examples=60, deadline=None)
def test_every_statement_is_in_one_box_or_banner(data: dict[str, object]) -> None:
    case = read_case(write(data))
    page = data_of(case)
    told = [item for box in page["boxes"] for item in box["items"]]
    told += [part["banner"]["item"] for part in page["parts"] if "banner" in part]
    assert sorted(told) == sorted(node.place for node in case.graph.nodes)


def test_links_of_the_picture_are_left_to_the_mouse() -> None:
    page = data_of(market())
    drawn = "".join(box["svg"] for box in page["boxes"])
    assert drawn.count("<a ") == drawn.count('<a tabindex="-1" href="#n') > 3


def test_the_policy_allows_the_style_and_the_script_alone() -> None:
    page = page_of(market())
    for kind, directive in (("style", "style-src"), ("script module", "script-src")):
        digest = hashlib.sha256(page.found[kind].encode()).digest()
        assert f"{directive} 'sha256-{base64.b64encode(digest).decode()}'" in page.policy
    assert page.policy.startswith("default-src 'none';")
    assert "unsafe" not in page.policy


def test_words_that_end_scripts_stay_words() -> None:
    case = one_claim("</script><script>alert(1)</script>\u2028<!--")
    assert data_of(case)["items"][0]["text"] == "</script><script>alert(1)</script>\u2028<!--"


def test_modules_take_only_from_those_before_them() -> None:
    for number, name in enumerate(SCRIPTS):
        taken = re.findall(r"from '\./([a-z_]+\.js)';", read_asset(name))
        assert set(taken) <= set(SCRIPTS[:number]), name
    assert "import " not in bundle()

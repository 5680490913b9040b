"""Every node of a map occurs once in each format, and once more as a jump mark per reference."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from argmap.model.nodes import Reference
from argmap.render.draw import draw_dot, draw_outline, draw_page, draw_svg
from argmap.render.options import PictureOptions
from tests.render.drawing import nodes_of
from tests.render.generated import generated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.render.drawing import Case

COUNT = 500
_DATA = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)
_DOT_NODE = re.compile(r"^\tn(\d+) \[label=", re.MULTILINE)
_DOT_USE = re.compile(r"^\tn(\d+) -> ", re.MULTILINE)


@pytest.fixture(scope="module", params=range(0, COUNT, 100))
def cases(request: pytest.FixtureRequest) -> tuple[Case, ...]:
    """Give a hundred maps."""
    first: int = request.param
    return generated(COUNT)[first : first + 100]


def references(case: Case) -> Counter[str]:
    """Count the places that refer to each node, by its number; `gone` is no node at all."""
    targets = (place.model for place in case.graph.map.places)
    return Counter(
        str(case.graph.by_id.get(model.target, "gone"))
        for model in targets
        if isinstance(model, Reference)
    )


def assert_jumps(pieces: Iterable[str], case: Case) -> None:
    """Demand a jump mark for each reference, and one where a node left for its own section."""
    svg = "".join(pieces)
    marks = Counter(re.findall(r' data-ref="(\d+)"', svg))
    marks["gone"] = svg.count(">no such node</text>")
    assert not references(case) - marks
    left = marks - references(case)
    assert set(left.values()) <= {1}
    assert all(case.graph.nodes[int(node)].model.section for node in left)


def each_once(case: Case) -> list[int]:
    return list(range(len(case.graph.nodes)))


def test_maps_refer_and_are_not_small() -> None:
    cases = generated(COUNT)
    assert sum(len(case.graph.nodes) for case in cases) > 10 * COUNT
    assert sum(references(case).total() for case in cases) > COUNT


def test_in_the_picture(cases: tuple[Case, ...]) -> None:
    for case in cases:
        svg = draw_svg(case.graph, case.evaluation)
        assert nodes_of(svg) == each_once(case)
        assert_jumps([svg], case)


def test_in_the_overview(cases: tuple[Case, ...]) -> None:
    for case in cases:
        svg = draw_svg(case.graph, case.evaluation, options=PictureOptions(overview=True))
        assert nodes_of(svg) == each_once(case)


def test_in_the_page(cases: tuple[Case, ...]) -> None:
    for case in cases:
        found = _DATA.search(draw_page(case.graph, case.evaluation))
        assert found is not None
        data = json.loads(found[1])
        banners = [part["banner"] for part in data["parts"] if "banner" in part]
        pieces = [drawn["svg"] for drawn in (*banners, *data["boxes"])]
        shown = [node for piece in pieces for node in re.findall(r' data-node="(\d+)"', piece)]
        assert sorted(map(int, shown)) == each_once(case)
        assert_jumps(pieces, case)
        items = [item["node"] for item in data["items"] if "node" in item]
        assert sorted(items) == each_once(case)


def test_in_dot(cases: tuple[Case, ...]) -> None:
    for case in cases:
        dot = draw_dot(case.graph, case.evaluation)
        assert [int(node) for node in _DOT_NODE.findall(dot)] == each_once(case)
        linked = {node for reason in case.graph.reasons for node in reason.needs}
        linked |= {attack.source for attack in case.graph.attacks}
        assert set(map(int, _DOT_USE.findall(dot))) == linked


@pytest.mark.parametrize("ascii", [False, True], ids=["unicode", "ascii"])
def test_in_the_outline(*, ascii: bool) -> None:  # noqa: A002 - named as the option
    for case in generated(COUNT, is_plain=True):
        lines = draw_outline(case.graph, case.evaluation, width=100, ascii=ascii)
        text = "\n".join("".join(segment.text for segment in line) for line in lines)
        told = Counter(re.findall(r"\bw\d+w\b", text))
        last_words = [node.text.rpartition(" ")[2] for node in case.graph.nodes]
        assert [told[word] for word in last_words] == [1] * len(case.graph.nodes)
        assert text.count("-> [" if ascii else "→ [") == references(case).total()

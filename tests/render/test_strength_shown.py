"""Strengths in pictures and pages, where they are asked for."""

from __future__ import annotations

import pytest

from argmap.diagnostics import ArgmapError
from argmap.evaluate.influence import INFLUENCES
from argmap.render.draw import draw_page, draw_svg
from argmap.render.options import STRENGTHS, PictureOptions
from argmap.render.plan.build import build_plan
from tests.render.drawing import read_case

MAP = """\
argmap: 1
title: T
sources: {s: {title: S}}
thesis:
  claim: A.
  because: [{claim: B., qualifier: possibly, because: [{evidence: Seen., cite: s}]}]
  but: [{assumption: C., weight: 1, but: [{assumption: D., weight: 1, but: [{ref: c}]}], id: c}]
"""


def test_every_semantics_may_be_asked_for() -> None:
    assert set(STRENGTHS) == set(INFLUENCES)


def test_each_statement_shows_its_strength_and_the_legend_tells_what_it_is() -> None:
    case = read_case(MAP)
    options = PictureOptions(strength="df-quad")
    svg = draw_svg(case.graph, case.evaluation, options=options)
    for words in ("strength 0.90", "strength 0.40", "strength does not settle"):
        assert words in svg
    assert "Strength: 0.90" in svg
    assert "how well it is supported, from 0 to 1" in svg
    assert "strength" not in draw_svg(case.graph, case.evaluation).lower()


def test_the_page_tells_strengths_in_the_details() -> None:
    case = read_case(MAP)
    page = draw_page(case.graph, case.evaluation, options=PictureOptions(strength="euler"))
    assert '"strength":"0.90"' in page
    assert '"strength":' not in draw_page(case.graph, case.evaluation)


def test_a_semantics_that_is_not_known_is_refused() -> None:
    case = read_case(MAP)
    options = PictureOptions(strength="quad")  # type: ignore[arg-type]
    with pytest.raises(ArgmapError, match="cannot show strength by `quad`") as caught:
        build_plan(case.graph, case.evaluation, options=options)
    assert "`df-quad`" in str(caught.value.hint)

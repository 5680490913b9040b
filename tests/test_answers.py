"""How findings about answers and attacks are mended: what the case files do not show."""

from __future__ import annotations

import pytest

from argmap.app.check import check

HEAD = "argmap: 1\ntitle: T\nsources: {s: {title: S, date: 2024}, e: {title: E}}\narticle: e\n"
SEEN = "{evidence: Seen., cite: s}"
STANDS = f"counterpoint: Not so., id: c, because: [{SEEN}]"


def helps(code: str, thesis: str) -> list[str | None]:
    """Give the mends of the findings of a rule."""
    findings = check(f"{HEAD}thesis: {thesis}\n", select=[code]).findings
    return [finding.problem.help for finding in findings]


def related(code: str, thesis: str) -> list[list[str]]:
    """Give what the findings of a rule point at besides."""
    findings = check(f"{HEAD}thesis: {thesis}\n", select=[code]).findings
    return [[place.message for place in finding.problem.related] for finding in findings]


@pytest.mark.parametrize(
    ("code", "thesis", "expected"),
    [
        pytest.param(
            "AM404",
            f"{{assumption: A., but: [{{{STANDS}, but: [{{claim: B., cite: e}}]}}]}}",
            "give a reason under its `because`, down to evidence, or concede the counterpoint",
            id="an answer without a reason",
        ),
        pytest.param(
            "AM404",
            f"{{assumption: A., but: [{{{STANDS}, but: [{{claim: B., cite: [e, s]}}]}}]}}",
            "write what `s` says as `evidence` under its `because`",
            id="an answer that only cites",
        ),
        pytest.param(
            "AM404",
            f"{{assumption: A., but: [{{{STANDS}, but: [{{claim: B., because: [claim: D.]}}]}}]}}",
            "give cited evidence there, or another answer",
            id="an answer that never reaches evidence",
        ),
        pytest.param(
            "AM403",
            f"{{assumption: A., but: [{{{STANDS}}}]}}",
            "answer it under its `but`, concede it, or support the thesis without what fell",
            id="one counterpoint",
        ),
        pytest.param(
            "AM403",
            f"{{assumption: A., but: [{{{STANDS}}}, {{counterpoint: N., because: [{SEEN}]}}]}}",
            "answer each under its `but`, concede each, or support the thesis without what fell",
            id="two counterpoints",
        ),
        pytest.param(
            "AM403",
            f"{{assumption: A., but: [{{{STANDS}}}, {SEEN}]}}",
            "answer each under its `but`, or support the thesis without what fell",
            id="evidence cannot be conceded",
        ),
        pytest.param(
            "AM403",
            f"{{assumption: A., id: a, but: [{{{STANDS}, but: [ref: a]}}]}}",
            "answer a counterpoint with what it does not speak against, or concede it",
            id="a counterpoint in a circle",
        ),
        pytest.param(
            "AM403",
            "{assumption: A., id: a, but: [{assumption: B., but: [ref: a]}]}",
            "put what decides between them under the `but` of one",
            id="a circle without a counterpoint",
        ),
        pytest.param(
            "AM106",
            "{assumption: A., because: []}",
            "remove `because`, which is empty",
            id="an empty list in a wrong place",
        ),
        pytest.param(
            "AM108",
            f"{{claim: We all go home., because: [{{claim: D., because: [{{claim: We all go home!, "
            f"because: [{SEEN}]}}]}}]}}",
            "it stands below that: say in what it differs, or remove it",
            id="a repeat below what it repeats",
        ),
        pytest.param(
            "AM111",
            f"{{assumption: A., but: [{{{STANDS}, but: [claim: Not so!]}}]}}",
            "say what speaks against that, or remove it",
            id="an answer in the words of the counterpoint",
        ),
    ],
)
def test_mend(code: str, thesis: str, expected: str) -> None:
    assert helps(code, thesis) == [expected]


def test_a_hollow_answer_points_at_what_it_answers_and_where_its_support_ends() -> None:
    thesis = (
        f"{{assumption: A., but: [{{{STANDS}, but: [{{claim: B., id: b, because: [claim: D.]}}]}}, "
        f"{{counterpoint: N., id: n, because: [{SEEN}], but: [ref: b]}}]}}"
    )
    assert related("AM404", thesis) == [
        ["`c` stands", "`n` stands", "support of `b` ends here"],
    ]


def test_of_many_counterpoints_that_one_node_answers_a_handful_is_shown() -> None:
    others = "".join(
        f", {{counterpoint: N., id: n{number}, because: [{SEEN}], but: [ref: b]}}"
        for number in range(9)
    )
    thesis = f"{{assumption: A., but: [{{{STANDS}, but: [{{claim: B., id: b}}]}}{others}]}}"
    assert related("AM404", thesis) == [
        ["`c` stands", "`n0` stands", "`n1` stands", "`n2` stands"],
    ]

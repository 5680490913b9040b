"""Texts that say the same are found, those that differ in what counts are kept apart."""

from __future__ import annotations

import random
from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.check import likeness
from argmap.check.likeness import find_likeness, fold


def pairs(*texts: str) -> list[tuple[int, int]]:
    """Give the pairs of texts that say the same."""
    return list(find_likeness(texts).pairs)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("The «tablet», again!", "the tablet again", id="punctuation and case"),
        pytest.param("  a\n b\t c ", "a b c", id="white space"),
        pytest.param("Straße STRASSE", "strasse strasse", id="full case folding"),
        pytest.param("snake_case", "snake case", id="underscore"),
        pytest.param("两面受敌。", "两 面 受 敌", id="each sign is a word"),
        pytest.param("第3章ab", "第 3 章 ab", id="signs and letters"),
        pytest.param("…!?", "", id="nothing left"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.lists(st.text(alphabet="Ab c,=\0ß中…'", max_size=12), max_size=6))
def test_texts_are_folded_at_once_as_each_alone(texts: list[str]) -> None:
    assert find_likeness(texts).folded == [fold(text) for text in texts]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("It can travel safely.", "It can travel safely", id="punctuation"),
        pytest.param("It can travel safely.", "IT CAN TRAVEL SAFELY.", id="case"),
        pytest.param("It can\n  travel safely.", "It can travel  safely.", id="white space"),
        pytest.param(
            "The conservators tested the case in March.",
            "The conservators tested the csae in March.",
            id="typo",
        ),
        pytest.param(
            "The tablet has been kept in the lower vault since the old hall was closed.",
            "The tablet has been kept in the lower vault since the hall was closed.",
            id="word dropped",
        ),
        pytest.param(
            "The tablet has been kept in a lower vault.",
            "The tablet has been kept in the lower vault.",
            id="another article",
        ),
        pytest.param(
            "The bridge has been checked for damage by frost and by rust.",
            "The bridge has been checked for damage by rust and by frost.",
            id="words in another order",
        ),
        pytest.param("小国在两个大国之间两面受敌。", "小国在两个大国之间两面受敌", id="Chinese"),
        pytest.param(
            "博物馆应当把这块泥板借给邻国的博物馆展出。",
            "博物馆应该把这块泥板借给邻国的博物馆展出。",
            id="Chinese with one sign changed",
        ),
        pytest.param(
            "Старый мост давно не справляется с движением.",
            "Старый мост давно не справляется с движеньем.",
            id="Russian",
        ),
    ],
)
def test_same_said_twice_is_found(first: str, second: str) -> None:
    assert pairs(first, "Something else is said here.", second) == [(0, 2)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            "Two thirds of the visitors walked past the tablet in 2022.",
            "Two thirds of the visitors walked past the tablet in 2023.",
            id="year",
        ),
        pytest.param(
            "The conservators found two cracks in the tablet from the north.",
            "The conservators found ten cracks in the tablet from the north.",
            id="number in words",
        ),
        pytest.param(
            "The spring to the east of the town fed the bath.",
            "The spring to the west of the town fed the bath.",
            id="another word",
        ),
        pytest.param(
            "The keeper of the gate, Adam, opened it at noon.",
            "The keeper of the gate, Boris, opened it at noon.",
            id="another name",
        ),
        pytest.param(
            "The case of the conservators is safe for transport by road.",
            "The case of the conservators is not safe for transport by road.",
            id="negation",
        ),
        pytest.param(
            "The case of the conservators is safe for transport by road.",
            "The case of the conservators isn't safe for transport by road.",
            id="short negation",
        ),
        pytest.param(
            "Старый мост в центре города справляется с движением.",
            "Старый мост в центре города не справляется с движением.",
            id="Russian negation",
        ),
        pytest.param(
            "博物馆应当把这块泥板借给邻国的博物馆展出。",
            "博物馆不应当把这块泥板借给邻国的博物馆展出。",
            id="Chinese negation",
        ),
        pytest.param(
            "报告记录了这座古桥的桥面上有两条浅浅的裂缝。",
            "报告记录了这座古桥的桥面上有三条浅浅的裂缝。",
            id="Chinese number",
        ),
        pytest.param("校舍应建在河东。", "校舍应建在河西。", id="one sign of a short text"),
        pytest.param("It stands.", "It stands!", id="two words are too few"),
        pytest.param("They can lend it now.", "Nobody would see it there.", id="unlike"),
    ],
)
def test_what_differs_is_kept_apart(first: str, second: str) -> None:
    assert pairs(first, second) == []


def test_each_later_text_is_paired_with_an_earlier_one() -> None:
    said = "The tablet can travel safely in its case."
    assert pairs(said, said.upper(), said, said.replace("case", "cases")) == [
        (0, 1),
        (0, 2),
        (0, 3),
    ]


def test_nothing_is_like_nothing() -> None:
    assert pairs() == []
    assert pairs("A single text of words.") == []


@given(st.lists(st.text(alphabet="ab 1不", max_size=12), max_size=8))
def test_pairs_are_ordered_and_like(texts: list[str]) -> None:
    found = pairs(*texts)
    assert found == sorted(set(found))
    for first, later in found:
        assert first < later
        numbers = [sorted(set(fold(texts[n]).split()) & {"1", "不"}) for n in (first, later)]
        assert numbers[0] == numbers[1]


def naive(texts: list[str]) -> list[tuple[int, int]]:
    """Find the pairs as they are meant, without a thought of what that costs."""
    folded = [fold(text) for text in texts]
    bags = [set(text.split()) for text in folded]
    long = [n for n, text in enumerate(folded) if len(text.split()) >= 3]
    first = {folded[n]: n for n in reversed(long)}
    found = [(first[folded[n]], n) for n in long if first[folded[n]] != n]
    numbers = sorted(first.values())
    frequency = Counter(word for n in numbers for word in bags[n])
    keys = [_keys(bags[n], frequency) for n in numbers]
    sizes = Counter(key for some in keys for key in some)
    for (one, own), (other, theirs) in combinations(zip(numbers, keys, strict=True), 2):
        shared = len(bags[one] & bags[other]) / max(len(bags[one]), len(bags[other]))
        if shared >= 0.7 and any(sizes[key] <= 100 for key in own & theirs):
            found += likeness._close(folded, [(one, other)])
    return sorted(found)


def _keys(bag: set[str], frequency: Counter[str]) -> set[tuple[str, ...]]:
    """Give the telling words among the rarest of a text, each with what must agree."""
    rarest = sorted(bag, key=lambda word: (frequency[word], word))
    rarest = rarest[: len(bag) - int(0.7 * len(bag)) + 1]
    agreed = sorted(filter(likeness._is_fixed, bag))
    return {(word, *agreed) for word in rarest if 1 < frequency[word] <= 100}


SAID = st.lists(st.sampled_from([*"abcdefgh", "case", "cases", "not", "7"]), max_size=6)


@given(st.lists(SAID.map(" ".join), max_size=12))
def test_the_pairs_are_those_that_are_meant(texts: list[str]) -> None:
    assert pairs(*texts) == naive(texts)


def test_the_pairs_among_many_texts_are_those_that_are_meant() -> None:
    chooser = random.Random(5)
    words = [f"word{letter}{other}" for letter in "abcdefgh" for other in "vwxyz"]
    texts = [" ".join(chooser.sample(words, 9)) for _ in range(300)]
    texts += [f"{text} 7" for text in texts[:40]] + [text.replace("w", "v") for text in texts[:40]]
    chooser.shuffle(texts)
    assert pairs(*texts) == naive(texts)


def _candidates(count: int) -> int:
    """Count the pairs that are compared letter by letter among texts of the same forty words."""
    chooser = random.Random(7)
    words = [f"word{letter}{other}" for letter in "abcdefgh" for other in "vwxyz"]
    texts = {" ".join(chooser.sample(words, 9)) for _ in range(count)}
    return len(likeness._candidates([set(text.split()) for text in sorted(texts)]))


def test_texts_of_the_same_words_stay_near_linear() -> None:
    assert _candidates(20_000) <= 20 * 20_000


def test_many_near_duplicates_of_one_text_are_found_or_passed_over() -> None:
    chooser = random.Random(3)
    letters = "abcdefghijklmnopqrstuvwxyz"
    texts = [
        f"{''.join(chooser.sample(letters, 8))} {''.join(chooser.sample(letters, 8))} tells us"
        for _ in range(5_000)
    ]
    twin = f"{texts[0]} so"
    found = pairs(*texts, twin)
    assert found == [(0, len(texts))]

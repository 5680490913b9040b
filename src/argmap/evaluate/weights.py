"""How much a node weighs where its author gives no `weight`: by its qualifier or its kind.

The order is what matters, the figures are conventions. Words that Kent (1964), «Words of
estimative probability», Studies in Intelligence 8, puts in order have about his figures; what
is merely told or seems so stands between them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

CITED_EVIDENCE = 0.9
"""Evidence with a citation, put without a qualifier."""
ASSUMPTION = 0.5
"""An assumption: nothing is known for it, nothing against it."""
UNKNOWN_QUALIFIER = 0.6
"""A qualifier that is in neither list: nearly all there are take something back."""

STRENGTHENING: Mapping[str, float] = dict.fromkeys(
    (
        *("certainly", "certain", "necessarily", "definitely", "surely", "undoubtedly"),
        *("indubitably", "undeniably", "indisputably", "unquestionably", "assuredly"),
        *("clearly", "obviously", "plainly", "of course", "always", "invariably"),
        *("without doubt", "beyond doubt", "beyond reasonable doubt"),
        *("sicher", "mit sicherheit", "gewiss", "notwendig", "notwendigerweise", "zweifellos"),
        *("ohne zweifel", "unbestreitbar", "eindeutig"),
        *("certainement", "nécessairement", "assurément", "indubitablement", "incontestablement"),
        *("ciertamente", "necesariamente", "indudablemente", "sin duda"),
        *("certamente", "necessariamente", "indubbiamente", "senza dubbio"),
        *("несомненно", "безусловно", "бесспорно", "обязательно", "необходимо", "точно"),
        *("必然", "肯定", "一定", "毫无疑问", "毫無疑問"),
        *("必ず", "確かに", "間違いなく"),
    ),
    1.0,
)
"""Qualifiers that take nothing back, in small letters."""

WEAKENING: Mapping[str, float] = {
    **dict.fromkeys(("almost certainly", "nearly certainly", "in all likelihood"), 0.9),
    **dict.fromkeys(("very probably", "very likely", "most likely", "most probably"), 0.85),
    **dict.fromkeys(("probably", "probable", "likely", "presumably", "usually"), 0.75),
    **dict.fromkeys(("generally", "as a rule", "normally", "typically", "mostly"), 0.75),
    **dict.fromkeys(("apparently", "seemingly", "arguably", "plausibly"), 0.6),
    **dict.fromkeys(("reportedly", "by all accounts"), 0.6),
    **dict.fromkeys(("allegedly", "supposedly", "purportedly", "sometimes"), 0.5),
    **dict.fromkeys(("perhaps", "maybe", "possibly", "possible", "conceivably"), 0.4),
    **dict.fromkeys(("unlikely", "improbably", "doubtfully", "hardly"), 0.2),
}
"""Qualifiers that take something back, in small letters; any other word does so as well."""


def is_hedge(qualifier: str | None) -> bool:
    """Tell whether a qualifier takes something back.

    >>> is_hedge("Reportedly"), is_hedge("certainly"), is_hedge(None)
    (True, False, False)
    """
    return qualifier is not None and _folded(qualifier) not in STRENGTHENING


def weight_of(qualifier: str) -> float:
    """Give the weight, in [0, 1], of what is put with a qualifier.

    >>> weight_of("very  likely"), weight_of("unverändert")
    (0.85, 0.6)
    """
    word = _folded(qualifier)
    return STRENGTHENING.get(word) or WEAKENING.get(word, UNKNOWN_QUALIFIER)


def _folded(qualifier: str) -> str:
    return " ".join(qualifier.casefold().split())

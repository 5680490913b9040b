"""The elements, roles and classes of web pages that mean something for their text."""

from __future__ import annotations


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


HEADINGS = {f"h{level}": level for level in range(1, 7)}
CELLS = _names("td th")
BLOCKS = (
    _names(
        """
        address article aside blockquote body caption center dd details dialog dir div dl dt
        fieldset figcaption figure footer form header hgroup hr legend li main menu ol p pre
        section summary table tbody tfoot thead tr ul
        """
    )
    | HEADINGS.keys()
    | CELLS
)
"""Elements that begin and end a paragraph."""
CONTAINERS = _names("article center div form main section td")
"""Elements that may hold a whole text."""
VOID = _names("area base br col embed hr img input link meta param source track wbr")
"""Elements that hold nothing and have no end tag."""
UNNESTED = VOID | _names(
    "p li dt dd tr td th tbody thead tfoot option colgroup caption html head body"
)
"""Elements that do not stand in each other where their end tag is left out."""
RAW = _names("script style textarea title xmp iframe noembed noframes plaintext")
"""Elements in which tags are text."""
FORMATS = _names("a b big code em font i nobr s small strike strong tt u")
"""Elements that a parser opens again in the next block where their end tag is left out."""
SCOPES = _names("applet frameset marquee object select table template foreignobject desc")
"""Elements that end tags do not reach out of."""
SPECIAL = BLOCKS | SCOPES | RAW | _names("button noscript")
"""Elements that the end tags of inline ones do not reach out of."""
DRAWINGS = _names("svg g defs symbol clippath mask pattern filter math mrow mstyle semantics")
"""Elements of drawings and formulas that hold others."""

LEFT_OUT = _names(
    """
    annotation annotation-xml aside audio button canvas datalist dialog embed iframe input
    meter nav noscript object progress rp rt script select style svg template textarea video
    """
)
"""Elements that are no part of a text."""
ROLES_LEFT_OUT = _names(
    """
    alert alertdialog banner complementary contentinfo dialog menu menubar navigation search
    status toolbar tooltip
    """
)
WORDS_BESIDE = _names(
    """
    ad ads advert advertisement breadcrumb breadcrumbs comments consent cookie cookies disqus
    gdpr newsletter pagination paywall popup promo related share sharedaddy sharing sidebar
    social sponsored subscribe
    """
)
"""Words in the class of what stands beside a text."""
CLASSES_BESIDE = _names("mw-editsection screen-reader-text skip-link sr-only visually-hidden")

"""The sources of a map as CSL-JSON 1.0, which citation processors read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.authors import split_authors

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model.header import Source


def csl_items(sources: Mapping[str, Source]) -> list[dict[str, Any]]:
    """Give sources as CSL items.

    What CSL has no variable for (`via`, `text`, `fingerprint`) stands under `custom`, which its
    schema keeps for that.
    """
    return [_item(name, source) for name, source in sources.items()]


def _item(name: str, source: Source) -> dict[str, Any]:
    item: dict[str, Any] = {"id": name, "type": "document" if source.url is None else "webpage"}
    if source.author is not None:
        item["author"] = [{"literal": one} for one in split_authors(source.author)]
    if source.title is not None:
        item["title"] = source.title
    if source.publisher is not None:
        item["publisher"] = source.publisher
    if source.date is not None:
        item["issued"] = {"date-parts": [[int(part) for part in source.date.split("-")]]}
    if source.url is not None:
        item["URL"] = source.url
    rest = source.given("text", "fingerprint", "via")
    return item | ({"custom": rest} if rest else {})

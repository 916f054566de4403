"""Structured data: a page's JSON-LD in, the links it calls related out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from crawler.items import RelatedLink
from crawler.page import Page
from crawler.parsers.related.targets import Target
from crawler.text import squeeze

PROPERTIES: Final = ("relatedLink", "isRelatedTo")
MAX_LINKS: Final = 60


def structured_links(page: Page) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield address and node of what `relatedLink` and `isRelatedTo` name; a bare address has an empty node."""
    found = 0
    for node in page.json_ld:
        for name in PROPERTIES:
            for value in _each(node.get(name)):
                url = value if isinstance(value, str) else _address(value)
                if url and found < MAX_LINKS:
                    found += 1
                    yield url, value if isinstance(value, Mapping) else {}


def structured_link(target: Target, node: Mapping[str, Any], published_at: str | None) -> RelatedLink:
    """Return the related link of a node: headline or name, description, date."""
    return RelatedLink(
        url=target.url,
        title=_text(node, "headline") or _text(node, "name"),
        description=_text(node, "description"),
        published_at=published_at,
        kind="structured",
    )


def _each(value: Any) -> Iterator[Any]:
    if isinstance(value, list):
        yield from value
    elif value is not None:
        yield value


def _address(value: Any) -> str | None:
    if not isinstance(value, Mapping):
        return None
    url = value.get("url") or value.get("@id")
    return url if isinstance(url, str) else None


def _text(node: Mapping[str, Any], name: str) -> str | None:
    value = node.get(name)
    return squeeze(value) if isinstance(value, str) else None

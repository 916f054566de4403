"""Structured data: a page's JSON-LD in, the links it calls related out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, Final, NamedTuple

from crawler.items import RelatedLink
from crawler.json_ld import types_of
from crawler.page import Page
from crawler.parsers.related.labels import class_verdict, verdict_of
from crawler.parsers.related.targets import Target
from crawler.parsers.structured import Node, as_list, texts

# Of an article or its page. `significantLink` names what is clicked most, `mentions` and `citation` things and sources.
PROPERTIES: Final = ("relatedLink", "relatedLinks", "isRelatedTo")
# Their related things are no articles: a product's other products, a person's family, a company's site.
OTHER_THINGS: Final = frozenset(
    """
    Person Organization NewsMediaOrganization Corporation LocalBusiness WebSite Product ProductGroup Offer Service
    BreadcrumbList SiteNavigationElement Event Place ImageObject Comment
    """.split()
)
LISTS: Final = frozenset(("ItemList", "Collection", "CollectionPage"))
MAX_LINKS: Final = 60
# A list in a list, an item in a list's item.
MAX_DEPTH: Final = 3
EMPTY: Final[Node] = {}


class _Lists(NamedTuple):
    """What following references needs."""

    known: Mapping[str, Node]
    """The page's nodes by their `@id`."""
    seen: set[tuple[int, int]]
    """Lists that were gone through, and how deep: lists that name one another are read once, not for ever."""


def structured_links(page: Page) -> Iterator[tuple[str, Node]]:
    """Yield address and node of what a page calls related, at most MAX_LINKS; a bare address has an empty node.

    `relatedLink` and `isRelatedTo` of anything that may be the article or its page, and lists that are named like a
    related block ('Read next'); what is only referred to by `@id` is looked up among the page's nodes.
    """
    if not page.json_ld:
        return
    known = {
        name: node for node in page.json_ld if isinstance(name := node.get("@id"), str) and len(node) > 1
    }
    lists = _Lists(known, set())
    yield from islice(
        (link for value in _values(page) for link in _links(value, lists, MAX_DEPTH)), MAX_LINKS
    )


def structured_link(target: Target, node: Node, published_at: str | None) -> RelatedLink:
    """Return the related link of a node: headline or name, description, date."""
    return RelatedLink(
        url=target.url,
        title=_text(node, "headline", "name", "alternativeHeadline"),
        description=_text(node, "description", "abstract"),
        published_at=published_at,
        kind="structured",
    )


def _values(page: Page) -> Iterator[Any]:
    for node in page.json_ld:
        types = types_of(node)
        if types & LISTS and _is_named_related(node):
            yield node
        if not types & OTHER_THINGS:
            for name in PROPERTIES:
                yield from as_list(node.get(name))


def _is_named_related(node: Node) -> bool:
    """Tell whether a list says that it is the article's: by a name such as 'Read next', or by its own id."""
    if any(verdict_of(name) in ("related", "weak") for name in texts(node.get("name"))):
        return True
    name = node.get("@id")
    return isinstance(name, str) and class_verdict(name.rpartition("#")[2]) == "related"


def _links(value: Any, lists: _Lists, depth: int) -> Iterator[tuple[str, Node]]:
    if isinstance(value, str):
        yield value, EMPTY
    if not isinstance(value, Mapping) or depth == 0:
        return
    node = value
    if len(value) == 1 and isinstance(name := value.get("@id"), str):
        node = lists.known.get(name, value)
    entries = as_list(node.get("itemListElement"))
    if entries or isinstance(node.get("item"), Mapping | list):
        if (place := (id(node), depth)) in lists.seen:
            return
        lists.seen.add(place)
        for entry in sorted(entries, key=_position) or as_list(node.get("item")):
            yield from _links(entry, lists, depth - 1)
        return
    if address := _address(node):
        yield address, node


def _position(entry: Any) -> float:
    """Return an entry's place in its list; entries without one keep the order they are written in."""
    place = entry.get("position") if isinstance(entry, Mapping) else None
    try:
        return float(place) if isinstance(place, int | float | str) else 0.0
    except ValueError:
        return 0.0


def _address(node: Node) -> str | None:
    for name in ("url", "item", "mainEntityOfPage", "@id"):
        value = node.get(name)
        if isinstance(value, Mapping):
            value = value.get("@id") or value.get("url")
        if isinstance(value, str) and value and not value.startswith(("#", "_:")):
            return value
    return None


def _text(node: Node, *names: str) -> str | None:
    return next((found[0] for name in names if (found := texts(node.get(name), "@value"))), None)

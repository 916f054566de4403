"""Plain seek: what `seek` is where nothing is compiled."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, islice

from lxml.html import HtmlElement


def links_whose(root: HtmlElement, is_wanted: Callable[[str], bool], limit: int) -> Iterator[HtmlElement]:
    """Yield those of an element's first `limit` links whose address, as it is written, is wanted."""
    return (link for link in islice(root.iter("a"), limit) if is_wanted(link.get("href") or ""))


def next_behind(element: HtmlElement, tag: str, limit: int) -> list[HtmlElement]:
    """Return the next elements of a tag that begin behind an element's end, in page order."""
    around = chain([element], element.iterancestors())
    siblings = (sibling for each in around for sibling in each.itersiblings())
    return list(islice(chain.from_iterable(sibling.iter(tag) for sibling in siblings), limit))

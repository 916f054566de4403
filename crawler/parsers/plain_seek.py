"""Plain seek: what `seek` is where nothing is compiled."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain, islice

from lxml.html import HtmlElement

DIGIT = re.compile(r"\d")
UNPRINTED = frozenset({"script", "style"})


def links_whose(root: HtmlElement, is_wanted: Callable[[str], bool], limit: int) -> Iterator[HtmlElement]:
    """Yield those of an element's first `limit` links whose address, as it is written, is wanted."""
    return (link for link in islice(root.iter("a"), limit) if is_wanted(link.get("href") or ""))


def next_behind(element: HtmlElement, tag: str, limit: int) -> list[HtmlElement]:
    """Return the next elements of a tag that begin behind an element's end, in page order."""
    around = chain([element], element.iterancestors())
    siblings = (sibling for each in around for sibling in each.itersiblings())
    return list(islice(chain.from_iterable(sibling.iter(tag) for sibling in siblings), limit))


def numbered_texts(root: HtmlElement, lengths: range, limit: int) -> Iterator[tuple[HtmlElement, str]]:
    """Yield the runs of text between two tags that hold a digit and are so long, each with the element it stands in.

    Those of the first `limit` elements, an element's own text before what follows it; scripts' and styles' left out.
    """
    for element in islice(root.iter(), limit):
        text, tail = element.text, element.tail
        if text and len(text) in lengths and element.tag not in UNPRINTED and DIGIT.search(text):
            yield element, text
        if tail and len(tail) in lengths and DIGIT.search(tail):
            parent = element.getparent()
            if parent is not None:
                yield parent, tail

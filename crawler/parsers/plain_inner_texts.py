"""Plain inner texts: what `inner_texts` is where nothing is compiled."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import islice
from typing import Final

from lxml.etree import XPath
from lxml.html import HtmlElement

# Every XPath gives its elements in page order.
IN_PAGE_ORDER: Final = XPath("$elements")


def inner_texts(element: HtmlElement, limit: int | None = None) -> list[str]:
    """Return an element's texts in page order, at most `limit`; its tail is none of them."""
    if len(element):
        return list(islice(element.itertext(), limit))
    # Most elements that are asked have no child, and to set up the walk takes longer than all the rest.
    return [element.text] if element.text else []


def inner_text(element: HtmlElement) -> str:
    """Return all text in an element, as it is written."""
    return str(element.text_content()) if len(element) else element.text or ""


def holds_only(element: HtmlElement, tags: Collection[str], most: int) -> bool:
    """Tell whether at most so many elements stand in an element, and all of these tags."""
    return all(count < most and inner.tag in tags for count, inner in enumerate(element.iterdescendants()))


def in_page_order(elements: Iterable[HtmlElement]) -> list[HtmlElement]:
    """Return elements of one page, none of them twice, in the order of their start tags."""
    given = list(elements)
    if len(given) > 1:
        given[:] = IN_PAGE_ORDER(given[0], elements=[*given])
    return given

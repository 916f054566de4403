"""Inner texts: an element in, the stretches of text in it out, as the page has them; and the page's `<title>`.

Where they are compiled (`_inner.pyx`), the first three take a tenth of the time.
"""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from itertools import chain, islice
from typing import TYPE_CHECKING

from lxml.html import HtmlElement

from crawler.compiled import WANTED


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


if WANTED and not TYPE_CHECKING:
    with suppress(ImportError):
        from crawler.parsers._inner import holds_only, inner_text, inner_texts  # noqa: F401


def title_element(root: HtmlElement) -> HtmlElement | None:
    """Return the first `<title>` of a page, None when there is none."""
    # An iterator of lxml looks for the next element before it hands on the one it has: asked of the head alone, it does
    # not go through all of the page for a second title.
    return next(chain.from_iterable(part.iter("title") for part in root), None)

"""Inner texts: an element in, the stretches of text in it out, as the page has them."""

from __future__ import annotations

from itertools import islice

from lxml.html import HtmlElement


def inner_texts(element: HtmlElement, limit: int | None = None) -> list[str]:
    """Return an element's texts in page order, at most `limit`; its tail is none of them."""
    if len(element):
        return list(islice(element.itertext(), limit))
    # Most elements that are asked have no child, and to set up the walk takes longer than all the rest.
    return [element.text] if element.text else []

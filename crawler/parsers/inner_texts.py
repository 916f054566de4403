"""Inner texts: an element in, the stretches of text in it out, as the page has them; and the page's `<title>`."""

from __future__ import annotations

from itertools import chain, islice

from lxml.html import HtmlElement


def inner_texts(element: HtmlElement, limit: int | None = None) -> list[str]:
    """Return an element's texts in page order, at most `limit`; its tail is none of them."""
    if len(element):
        return list(islice(element.itertext(), limit))
    # Most elements that are asked have no child, and to set up the walk takes longer than all the rest.
    return [element.text] if element.text else []


def title_element(root: HtmlElement) -> HtmlElement | None:
    """Return the first `<title>` of a page, None when there is none."""
    # An iterator of lxml looks for the next element before it hands on the one it has: asked of the head alone, it does
    # not go through all of the page for a second title.
    return next(chain.from_iterable(part.iter("title") for part in root), None)

"""Inner texts: an element in, the stretches of text in it out, as the page has them; and the page's `<title>`."""

from __future__ import annotations

from itertools import chain

from lxml.html import HtmlElement

from crawler.compiled import UNUSABLE

try:
    from crawler.parsers._inner import holds_only, in_page_order, inner_text, inner_texts
except UNUSABLE:
    from crawler.parsers.plain_inner_texts import holds_only, in_page_order, inner_text, inner_texts

__all__ = ["holds_only", "in_page_order", "inner_text", "inner_texts", "title_element"]


def title_element(root: HtmlElement) -> HtmlElement | None:
    """Return the first `<title>` of a page, None when there is none."""
    # An iterator of lxml looks for the next element before it hands on the one it has: asked of the head alone, it does
    # not go through all of the page for a second title.
    return next(chain.from_iterable(part.iter("title") for part in root), None)

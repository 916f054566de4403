"""Marks: a page in, the few elements out whose text or class may announce related links."""

from __future__ import annotations

from itertools import chain
from typing import Final, NamedTuple

from lxml.html import HtmlElement

from crawler.page import Page
from crawler.parsers.body.blocks import blocks_of
from crawler.parsers.body.segmentation import Segmentation
from crawler.parsers.finder import Beginnings, Finder
from crawler.parsers.inner_texts import in_page_order
from crawler.parsers.related.inner_text import first_text
from crawler.parsers.related.labels import (
    BY_START,
    LEADING,
    START,
    WRITTEN_STARTS,
    begins_with_label,
    may_announce,
    may_be_label,
)
from crawler.parsers.related.vocabulary import RELATED_CLASS, RELATED_CLASS_LINES

LEAVES: Final = frozenset(LEADING)
# The elements whose class may mark a block, and those whose text may be a label.
CONTAINERS: Final = frozenset(
    ("div", "section", "aside", "ul", "ol", "nav", "article", "table", "dl", "footer")
)
HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
LABELS: Final = HEADINGS | frozenset(
    (
        "p",
        "div",
        "span",
        "strong",
        "b",
        "em",
        "i",
        "u",
        "font",
        "small",
        "header",
        "a",
        "li",
        "dt",
        "th",
        "td",
        "legend",
        "label",
        "summary",
    )
)


# To leave both out at once takes half as long as one after the other.
_JOINTS: Final = dict.fromkeys(map(ord, "-_"))
_RELATED: Final = Finder(RELATED_CLASS, shared=[shared for shared, _ in RELATED_CLASS_LINES])
_BEGINNINGS: Final = Beginnings(chain.from_iterable(BY_START.values()), LEADING)


class Marked(NamedTuple):
    """What a close look is worth."""

    elements: list[HtmlElement]
    """In page order."""
    named: set[HtmlElement]
    """Those of them whose class or id holds a related word."""


def marked_elements(page: Page) -> Marked:
    """Return the elements that begin like a label or whose class or id holds a related word.

    All texts of a page are asked, so this only compares first letters (`may_be_label`, written out, since a call for
    each text costs as much as the comparison); its callers look closely.
    """
    cut = page.once(blocks_of)
    named = _named(cut)
    tags = LABELS | {str(element.tag) for element in named}
    # The words of a heading may stand in several elements: 'Related <span>Articles</span>'.
    headings = map(cut.frames.elements.__getitem__, cut.frames.headings)
    marked = named | {head for head in headings if len(head) and may_announce(first_text(head))}
    texts = cut.beginnings
    labels = [
        element
        for place in _BEGINNINGS.places(texts)
        if (
            (start := (text := texts[place]).lstrip()[:START]) in WRITTEN_STARTS
            or ((start[:1] in LEAVES or not start.isascii()) and may_be_label(text))
        )
        and begins_with_label(text)
        and (element := cut.begun[place]).tag in tags
    ]
    return Marked(in_page_order(marked.union(labels)) if marked else labels, named)


def _named(cut: Segmentation) -> set[HtmlElement]:
    # One search over all names at once: hardly a page has more than one or two of the words.
    lines = _RELATED.lines("\0".join(cut.named).translate(_JOINTS).casefold())
    lasts = list(cut.named.values()) if lines else []
    return {
        element
        for line in lines
        for place in cut.places(lasts[line])
        if (element := cut.elements[place]).tag in CONTAINERS
    }

"""Marks: a page in, the few elements out whose text or class may announce related links."""

from __future__ import annotations

from typing import Final, NamedTuple

from lxml.html import HtmlElement

from crawler.page import Page
from crawler.parsers.body.blocks import blocks_of
from crawler.parsers.body.segmentation import Segmentation
from crawler.parsers.related.labels import LEADING, START, STARTS, WRITTEN_STARTS, begins_with_label
from crawler.parsers.related.vocabulary import RELATED_CLASS_LINES

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


class Marked(NamedTuple):
    """What a close look is worth."""

    elements: list[HtmlElement]
    """In page order."""
    named: set[HtmlElement]
    """Those of them whose class or id holds a related word."""


def marked_elements(page: Page) -> Marked:
    """Return the elements that begin like a label or whose class or id holds a related word, and some headings.

    This is the one pass over every page, so it only compares first letters (`may_be_label`, written out, since a call
    for each text costs as much as the comparison); its callers look closely.
    """
    tree = page.tree
    named = _named(page.once(blocks_of))
    tags = LABELS | {str(element.tag) for element in named}
    # The words of a heading may stand in several elements: 'Related <span>Articles</span>'.
    marked = named | {heading for heading in tree.iter(*HEADINGS) if len(heading)}
    elements = [
        element
        for element in tree.iter(*tags)
        if (
            (text := element.text)
            and not text.isspace()
            and (
                (start := text[:START]) in WRITTEN_STARTS
                or (
                    (start[0] in LEAVES or not start.isascii())
                    and (
                        (start := text.lstrip(LEADING)[:START]) in WRITTEN_STARTS
                        or (not start.isascii() and start.casefold()[:START] in STARTS)
                    )
                )
            )
            and begins_with_label(text)
        )
        or element in marked
    ]
    return Marked(elements, named)


def _named(cut: Segmentation) -> set[HtmlElement]:
    # One search over all names at once: hardly a page has more than one or two of the words.
    joined = "\0".join(cut.named).replace("-", "").replace("_", "").casefold()
    held = [
        word for shared, words in RELATED_CLASS_LINES if shared in joined for word in words if word in joined
    ]
    lines = tuple(zip(joined.split("\0"), cut.named.values(), strict=True)) if held else ()
    return {
        element
        for word in held
        for names, last in lines
        if word in names
        for place in cut.places(last)
        if (element := cut.elements[place]).tag in CONTAINERS
    }

"""Marks: a tree in, the few elements out whose text or class may announce related links."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml.html import HtmlElement

from crawler.parsers.related.labels import LEADING, START, STARTS, may_be_related_class
from crawler.parsers.related.vocabulary import RELATED_CLASS

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
TAGS: Final = tuple(sorted(CONTAINERS | LABELS))


def marked_elements(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements that begin like a label or whose class or id holds a related word, in page order.

    This is the one pass over every page, so it only compares first letters; its callers look closely.
    """
    elements = list(tree.iter(*TAGS))
    names = [element.get("class") or element.get("id") or "" for element in elements]
    # One search over all names at once: hardly a page has more than one of the words.
    everything = "\n".join(names).replace("-", "").replace("_", "").casefold()
    any_name = any(word in everything for word in RELATED_CLASS)
    for element, name in zip(elements, names, strict=True):
        text = element.text
        if (
            (text and text.lstrip(LEADING)[:START].casefold()[:START] in STARTS)
            or (any_name and name and element.tag in CONTAINERS and may_be_related_class(name))
            or (element.tag in HEADINGS and len(element))
        ):
            yield element

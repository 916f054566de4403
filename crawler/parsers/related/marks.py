"""Marks: a tree in, the few elements out whose text or class may announce related links."""

from __future__ import annotations

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


def marked_elements(tree: HtmlElement) -> list[HtmlElement]:
    """Return the elements that begin like a label or whose class or id holds a related word, in page order.

    This is the one pass over every page, so it only compares first letters; its callers look closely.
    """
    named = _named(tree)
    tags = sorted(LABELS | {str(element.tag) for element in named})
    # The words of a heading may stand in several elements: 'Related <span>Articles</span>'.
    marked = named | {heading for heading in tree.iter(*HEADINGS) if len(heading)}
    return [
        element
        for element in tree.iter(*tags)
        if ((text := element.text) and text.lstrip(LEADING)[:START].casefold()[:START] in STARTS)
        or element in marked
    ]


def _named(tree: HtmlElement) -> set[HtmlElement]:
    containers = list(tree.iter(*CONTAINERS))
    names = [element.get("class") or element.get("id") or "" for element in containers]
    # One search over all names at once: hardly a page has more than one of the words.
    everything = "\n".join(names).replace("-", "").replace("_", "").casefold()
    if not any(word in everything for word in RELATED_CLASS):
        return set()
    return {
        element
        for element, name in zip(containers, names, strict=True)
        if name and may_be_related_class(name)
    }

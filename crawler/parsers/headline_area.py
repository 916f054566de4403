"""Headline area: the lines printed right above and below the headline, where standfirst, byline and date stand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from crawler.text import squeeze

# How far the area reaches: elements walked, lines given; a byline stands within a dozen lines of the headline.
MAX_ELEMENTS = 220
MAX_LINES = 40
MAX_ABOVE = 12
MAX_LEVELS = 8
# A block with so many descendants is a container, never a line.
MAX_INSIDE = 40
MAX_CHARS = 1_200

INLINE = frozenset(
    ["a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "br", "img", "svg", "button", "label", "data", "strike", "big", "address", "meta", "link", "input", "picture", "source"]
)
SILENT = frozenset(
    ["script", "style", "noscript", "template", "iframe", "svg", "select", "form", "nav", "figure", "video", "audio", "object"]
)


class Line(NamedTuple):
    """One line of text as it is laid out, with the element that holds it."""

    element: HtmlElement
    text: str


def lines_below(heading: HtmlElement, limit: int = MAX_LINES) -> list[Line]:
    """Return the lines that follow the heading in page order."""
    return list(islice(_lines(_following(heading)), limit))


def lines_above(heading: HtmlElement, limit: int = MAX_ABOVE) -> list[Line]:
    """Return the lines right before the heading, the nearest first, within the blocks that hold the heading."""
    found: list[Line] = []
    for level, ancestor in enumerate([heading, *heading.iterancestors()]):
        if level == 4 or ancestor.tag in {"body", "html"}:
            break
        for sibling in islice(ancestor.itersiblings(preceding=True), 6):
            found.extend(reversed(list(islice(_lines(_inside(sibling)), limit))))
        if len(found) >= limit:
            break
    return found[:limit]


def _following(element: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements after this one, an element before its descendants, up to MAX_LEVELS levels around it."""
    for level, ancestor in enumerate([element, *element.iterancestors()]):
        if level == MAX_LEVELS or ancestor.tag in {"body", "html"}:
            return
        for sibling in ancestor.itersiblings():
            yield from _inside(sibling)


def _inside(element: HtmlElement) -> Iterator[HtmlElement]:
    if element.tag in SILENT or not isinstance(element.tag, str):
        return
    yield element
    if not is_line(element):
        for child in element:
            yield from _inside(child)


def _lines(elements: Iterator[HtmlElement]) -> Iterator[Line]:
    for element in islice(elements, MAX_ELEMENTS):
        if is_line(element):
            text = squeeze("".join(element.itertext()))
        else:
            # Loose text between the blocks of a container is a line of the container's own.
            text = squeeze(
                " ".join(filter(None, [element.text, *(child.tail for child in islice(element, MAX_INSIDE))]))
            )
        if text and len(text) <= MAX_CHARS:
            yield Line(element, text)


def is_line(element: HtmlElement) -> bool:
    """Tell whether an element is laid out as one run of text: nothing but inline elements inside it."""
    for count, inner in enumerate(element.iterdescendants()):
        if count == MAX_INSIDE or inner.tag not in INLINE:
            return False
    return True

"""Plain laid lines: what `laid_lines` is where nothing is compiled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from lxml.html import HtmlElement

from crawler.parsers.inner_texts import holds_only, inner_texts
from crawler.text import squeeze

# Pieces of a line, and elements that stand side by side.
MAX_PIECES = 220
# A block with so many descendants is a container, never a line.
MAX_INSIDE = 40
MAX_CHARS = 1_200
# With the white space of templates a line is longer, never so long.
MAX_MARKUP = 24_000

INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s",
    "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "br", "img", "svg", "path", "button",
    "label", "data", "strike", "big", "address", "meta", "link", "input", "picture", "source",
})  # fmt: skip
SILENT = frozenset({
    "script", "style", "noscript", "template", "iframe", "svg", "select", "form", "nav", "figure", "video", "audio",
    "object",
})  # fmt: skip


class Line(NamedTuple):
    """One line of text as it is laid out, with the element that holds it."""

    element: HtmlElement
    text: str


def laid_lines(elements: Iterator[HtmlElement], limit: int) -> Iterator[Line]:
    """Yield the lines of some elements and the blocks in them, an element before its descendants.

    No more than `limit` elements are looked at.
    """
    waiting: list[HtmlElement] = []
    while limit and (each := waiting.pop() if waiting else next(elements, None)) is not None:
        if (tag := each.tag) in SILENT or not isinstance(tag, str):
            continue
        limit -= 1
        children = each[:MAX_PIECES] if len(each) else []
        if not children:
            text = each.text
        elif _is_inline(children[0], each):
            text = flow(inner_texts(each, MAX_PIECES))
        else:
            waiting += reversed(children)
            text = _loose(each, children)
        if text and not text.isspace() and (line := squeeze(text[:MAX_MARKUP])) and len(line) <= MAX_CHARS:
            yield Line(each, line)


def flow(pieces: list[str]) -> str:
    """Join an element's texts, parted where a tag parts what would else run together.

    >>> flow(["By ", "Ada Holm", "Published 9 August"])
    'By Ada Holm Published 9 August'
    """
    for place, (one, other) in enumerate(pairwise(pieces)):
        last, first = one[-1:], other[:1]
        if last.isalnum() and first.isalnum() and (first.isupper() or last.isdigit() != first.isdigit()):
            pieces[place] = one + " "
    return "".join(pieces)


def _loose(element: HtmlElement, children: Sequence[HtmlElement]) -> str:
    """Return the text between the blocks of a container, which is a line of the container's own."""
    texts = [child.tail for child in children[:MAX_INSIDE]]
    return " ".join([text for text in (element.text, *texts) if text])


def _is_inline(first: HtmlElement, element: HtmlElement) -> bool:
    """Tell whether an element is laid out as one run of text: nothing but inline elements inside it, `first` first."""
    return first.tag in INLINE and holds_only(element, INLINE, MAX_INSIDE)

"""Headline area: the lines printed right above and below the headline, where standfirst, byline and date stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import NamedTuple, overload

from lxml.html import HtmlElement

from crawler.page import Page
from crawler.parsers.away import Around, around, is_of_others
from crawler.parsers.headings import Heading, main_heading
from crawler.parsers.inner_texts import holds_only, inner_texts
from crawler.text import squeeze

# How far the area reaches: elements walked, lines given; a byline stands within a dozen lines of the headline.
MAX_ELEMENTS = 220
MAX_BELOW = 24
MAX_ABOVE = 12
MAX_LEVELS = 8
MAX_SIBLINGS = 6
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
OUTSIDE = frozenset({"body", "html"})


class Line(NamedTuple):
    """One line of text as it is laid out, with the element that holds it."""

    element: HtmlElement
    text: str


class Lines(Sequence[Line]):
    """Lines that are laid out when they are asked for, since most questions are about the nearest ones."""

    def __init__(self, lines: Iterator[Line]) -> None:
        """Take the lines in their order."""
        self._coming = lines
        self._laid: list[Line] = []

    @overload
    def __getitem__(self, place: int) -> Line: ...

    @overload
    def __getitem__(self, place: slice) -> list[Line]: ...

    def __getitem__(self, place: int | slice) -> Line | list[Line]:
        """Return a line or some, counted from the nearest."""
        last = place.stop if isinstance(place, slice) else place
        self._lay(None if last is None or last < 0 else last + 1)
        return self._laid[place]

    def __len__(self) -> int:
        """Return the number of all lines."""
        self._lay(None)
        return len(self._laid)

    def __iter__(self) -> Iterator[Line]:
        """Yield the lines from the nearest on."""
        place = 0
        while True:
            if place == len(self._laid):
                self._lay(place + 1)
                if place == len(self._laid):
                    return
            yield self._laid[place]
            place += 1

    def _lay(self, number: int | None) -> None:
        missing = None if number is None else max(0, number - len(self._laid))
        self._laid += islice(self._coming, missing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """The headline with the lines around it; those among comments and other articles are left out."""

    heading: Heading
    held: Around
    """The elements that hold the headline, itself included."""
    below: Sequence[Line]
    """In page order."""
    above: Sequence[Line]
    """The nearest first, from the blocks that hold the headline."""


def headline_area(page: Page) -> Area | None:
    """Return the surroundings of the article's headline, None when the page has none; see `Page.once`."""
    heading = page.once(main_heading)
    if heading is None:
        return None
    held = around(heading.element)
    others: dict[HtmlElement, bool] = {}
    below = islice(lines_below(heading.element), MAX_BELOW)
    above = islice(lines_above(heading.element), MAX_ABOVE)
    return Area(
        heading=heading,
        held=held,
        below=Lines(line for line in below if not is_of_others(line.element, held, others)),
        above=Lines(line for line in above if not is_of_others(line.element, held, others)),
    )


def lines_below(heading: HtmlElement) -> Iterator[Line]:
    """Yield the lines that follow the heading in page order."""
    return _lines(_following(heading), MAX_ELEMENTS)


def lines_above(heading: HtmlElement) -> Iterator[Line]:
    """Yield the lines before the heading, the nearest first."""
    for ancestor in islice(_chain(heading), 4):
        for sibling in islice(ancestor.itersiblings(preceding=True), MAX_SIBLINGS):
            yield from reversed(list(_lines(iter([sibling]), MAX_INSIDE)))


def _chain(element: HtmlElement) -> Iterator[HtmlElement]:
    """Yield an element and what holds it, up to the body."""
    each: HtmlElement | None = element
    while each is not None and each.tag not in OUTSIDE:
        yield each
        each = each.getparent()


def _following(element: HtmlElement) -> Iterator[HtmlElement]:
    for ancestor in islice(_chain(element), MAX_LEVELS):
        yield from ancestor.itersiblings()


def _lines(elements: Iterator[HtmlElement], limit: int) -> Iterator[Line]:
    """Yield the lines of some elements and the blocks in them, an element before its descendants.

    No more than `limit` elements are looked at.
    """
    waiting: list[HtmlElement] = []
    while limit and (each := waiting.pop() if waiting else next(elements, None)) is not None:
        if (tag := each.tag) in SILENT or not isinstance(tag, str):
            continue
        limit -= 1
        children = each[:MAX_ELEMENTS] if len(each) else []
        if not children:
            text = each.text
        elif _is_inline(children[0], each):
            text = flow(each)
        else:
            waiting += reversed(children)
            text = _loose(each, children)
        if text and not text.isspace() and (line := squeeze(text[:MAX_MARKUP])) and len(line) <= MAX_CHARS:
            yield Line(each, line)


def flow(element: HtmlElement) -> str:
    """Return an element's text, parted where a tag parts what would else run together: 'Ada HolmPublished 9 August'."""
    pieces = inner_texts(element, MAX_ELEMENTS)
    if len(pieces) == 1:
        return pieces[0]
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

"""Headline area: the lines printed right above and below the headline, where standfirst, byline and date stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import overload

from lxml.html import HtmlElement

from crawler.page import Page
from crawler.parsers.away import Around, around, is_of_others
from crawler.parsers.headings import Heading, main_heading
from crawler.parsers.laid_lines import Line, laid_lines

# How far the area reaches: elements walked, lines given; a byline stands within a dozen lines of the headline.
MAX_ELEMENTS = 220
MAX_BELOW = 24
MAX_ABOVE = 12
# Elements looked at in each sibling above it.
MAX_INSIDE = 40
MAX_LEVELS = 8
MAX_SIBLINGS = 6

OUTSIDE = frozenset({"body", "html"})


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
    return laid_lines(_following(heading), MAX_ELEMENTS)


def lines_above(heading: HtmlElement) -> Iterator[Line]:
    """Yield the lines before the heading, the nearest first."""
    for ancestor in islice(_chain(heading), 4):
        for sibling in islice(ancestor.itersiblings(preceding=True), MAX_SIBLINGS):
            yield from reversed(list(laid_lines(iter([sibling]), MAX_INSIDE)))


def _chain(element: HtmlElement) -> Iterator[HtmlElement]:
    """Yield an element and what holds it, up to the body."""
    each: HtmlElement | None = element
    while each is not None and each.tag not in OUTSIDE:
        yield each
        each = each.getparent()


def _following(element: HtmlElement) -> Iterator[HtmlElement]:
    for ancestor in islice(_chain(element), MAX_LEVELS):
        yield from ancestor.itersiblings()

"""Landmarks: what several fields look for in a page (classes, properties, headings, times), found in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from lxml.html import HtmlElement

from crawler.page import Page
from crawler.parsers.body.blocks import blocks_of
from crawler.parsers.finder import Finder, end_of_line

# Characters of class and id that are read.
LONGEST_NAMES = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Landmarks:
    """The elements that say what they are, each list in page order."""

    properties: Mapping[str, list[HtmlElement]]
    """Microdata `itemprop` → the elements."""
    related: Mapping[str, list[HtmlElement]]
    """`rel` of `<a>`, one word each → the links."""
    tags: Mapping[str, list[HtmlElement]]
    """Tag → the elements, of headings to h3, `<time>`, `<abbr>` and `<nav>` only."""


def landmarks(page: Page) -> Landmarks:
    """Return the landmarks of a page; asked for by `page.once(landmarks)`, from the one walk that finds its blocks."""
    properties: dict[str, list[HtmlElement]] = {}
    related: dict[str, list[HtmlElement]] = {}
    tags: dict[str, list[HtmlElement]] = {}
    cut = page.once(blocks_of)
    for element in cut.with_property:
        for each in (element.get("itemprop") or "").split():
            properties.setdefault(each, []).append(element)
    for element in cut.telling:
        tags.setdefault(str(element.tag), []).append(element)
    for element in cut.with_relation:
        for each in (element.get("rel") or "").split():
            related.setdefault(each, []).append(element)
    return Landmarks(properties=properties, related=related, tags=tags)


def elements_named(
    page: Page, words: Finder, limit: int, *, pattern: re.Pattern[str] | None = None
) -> list[HtmlElement]:
    """Return the first elements, in page order, in whose class or id one of the words is found, however written.

    With a `pattern` it must be found too; it is one for a line in lower case. Words are searched for far faster than a
    pattern, so only the lines that hold one are looked at.
    """
    names = page.once(_names)
    text = names.text
    held = words.lines(text)
    lines: Iterable[int] = held
    if pattern is not None:
        search = _caseless(pattern).search
        lines = [line for line, start in held.items() if search(text, start, end_of_line(text, start))]
    cut = page.once(blocks_of)
    places = sorted(chain.from_iterable([cut.places(names.last[line]) for line in lines]))
    return [cut.elements[place] for place in places[:limit]]


@dataclass(frozen=True, slots=True)
class _Names:
    """All names of a page as one text, since searching it once is faster than searching hundreds of names."""

    text: str
    """'class id', in lower case, parted by NULs, which no markup has."""
    last: list[int]
    """For each line, where in Segmentation.elements the last element with it is."""


def _names(page: Page) -> _Names:
    named = page.once(blocks_of).named
    longest = max(map(len, named), default=0)
    lines = named if longest <= LONGEST_NAMES else [names[:LONGEST_NAMES] for names in named]
    # In one piece made alike, which is faster than one by one.
    return _Names("\0".join(lines).lower(), list(named.values()))


@lru_cache(maxsize=64)
def _caseless(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """The same pattern for text in lower case: without the flag it is several times as fast."""
    return re.compile(pattern.pattern, pattern.flags & ~re.IGNORECASE)

"""Landmarks: what several fields look for in a page (classes, properties, headings, times), found in one pass."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from lxml.html import HtmlElement

from crawler.page import Page

# A page of more elements is read up to here; the busiest honest ones have 30,000.
MAX_ELEMENTS = 200_000
TAGS = frozenset({"h1", "h2", "h3", "time", "abbr"})

Placed = tuple[int, HtmlElement]
"""An element with its place in page order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Landmarks:
    """The elements that carry a name, each list in page order."""

    named: Mapping[str, list[Placed]]
    """'class id' as written → the elements; a page has far fewer of these than elements."""
    properties: Mapping[str, list[HtmlElement]]
    """Microdata `itemprop` → the elements."""
    related: Mapping[str, list[HtmlElement]]
    """`rel` of `<a>`, one word each → the links."""
    tags: Mapping[str, list[HtmlElement]]
    """Tag → the elements, of TAGS only."""


def landmarks(page: Page) -> Landmarks:
    """Return the landmarks of a page; asked for by `page.once(landmarks)`, since the pass costs half a parse."""
    named: dict[str, list[Placed]] = {}
    properties: dict[str, list[HtmlElement]] = {}
    related: dict[str, list[HtmlElement]] = {}
    tags: dict[str, list[HtmlElement]] = {}
    for place, element in enumerate(islice(page.tree.iter(), MAX_ELEMENTS)):
        get = element.get
        names, name = get("class"), get("id")
        if names or name:
            named.setdefault(f"{names or ''} {name or ''}"[:300], []).append((place, element))
        if words := get("itemprop"):
            for each in words.split():
                properties.setdefault(each, []).append(element)
        tag = element.tag
        if tag == "a":
            for each in (get("rel") or "").split():
                related.setdefault(each, []).append(element)
        elif tag in TAGS:
            tags.setdefault(tag, []).append(element)
    return Landmarks(named=named, properties=properties, related=related, tags=tags)


def elements_named(page: Page, pattern: re.Pattern[str], limit: int) -> list[HtmlElement]:
    """Return the first elements, in page order, in whose class or id the pattern is found."""
    marks = page.once(landmarks)
    found = [
        placed for names, places in marks.named.items() if _is_found(pattern, names) for placed in places
    ]
    return [element for _, element in sorted(found, key=lambda placed: placed[0])[:limit]]


def spellings(*words: str) -> re.Pattern[str]:
    """Return a pattern that finds words in class names as they are written: 'date', 'Date', 'DATE'.

    Literal spellings are searched five times faster than with IGNORECASE.

    >>> bool(spellings("date").search("postDate")), bool(spellings("date").search("dAte"))
    (True, False)
    """
    return re.compile("|".join(f"{word}|{word.capitalize()}|{word.upper()}" for word in words))


# The same few hundred names stand on every page of a site.
@lru_cache(maxsize=16_384)
def _is_found(pattern: re.Pattern[str], names: str) -> bool:
    return pattern.search(names) is not None

"""Heading text: a heading's element in, what it says without the overlines, labels and hidden words inside it out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from crawler.parsers.inner_texts import inner_texts
from crawler.text import squeeze

MAX_CHARS = 400
# A heading in more pieces is a container.
MAX_PIECES = 200
MAX_LEVELS = 8
# What an overline leaves behind before the headline.
DANGLING = " :–—-|/•·"
BREAKS = frozenset({"br", "div", "p"})
NO_HEADLINE = frozenset({"small", "time", "button", "svg", "style", "script"})
# Overlines that are printed inside the heading; names of classes from the CMSs in use.
KICKER_CLASS = re.compile(
    r"kicker|overline|dachzeile|topline|roofline|spitzmarke|eyebrow|catchline|pre-?title|pre-?headline|supertitle|surtitre"
    r"|over-?title|label|category|section|rubric|antetitulo|occhiello|strapline|hidden|sr-only|visually|screen-reader"
    r"|badge|icon|flag|tag\b|date|byline|author|meta\b",
    re.IGNORECASE,
)


def heading_text(element: HtmlElement) -> str | None:
    """Return a heading's text without the overlines inside it, None when it has none or is too long for a heading."""
    whole = squeeze(_joined(element, ""))
    if whole is None or len(whole) > MAX_CHARS or len(element) == 0:
        return whole if whole and len(whole) <= MAX_CHARS else None
    text = squeeze("".join(_parts(element, 0)))
    if text is None or text == whole:
        return whole
    return text.lstrip(DANGLING) or whole


def whole_text(element: HtmlElement) -> str | None:
    """Return a heading's text with all that is printed inside it."""
    return squeeze(_joined(element, " "))


def _joined(element: HtmlElement, between: str) -> str:
    """Join an element's pieces of text, no further than a text too long for a heading."""
    pieces, length = [], 0
    for piece in inner_texts(element, MAX_PIECES):
        pieces.append(piece[: MAX_CHARS * 4])
        length += len(piece)
        if length > MAX_CHARS * 4:
            break
    return between.join(pieces)


def _parts(element: HtmlElement, depth: int) -> Iterator[str]:
    yield element.text or ""
    for child in islice(element, MAX_PIECES):
        if child.tag not in NO_HEADLINE and not KICKER_CLASS.search(child.get("class") or ""):
            yield " " if child.tag in BREAKS else ""
            yield from _parts(child, depth + 1) if depth < MAX_LEVELS else child.itertext()
            yield " " if child.tag in BREAKS else ""
        yield child.tail or ""

"""Description: the standfirst printed under the headline; where there is none, the page's own description."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from crawler.page import Page
from crawler.parsers.away import is_away
from crawler.parsers.found import Found
from crawler.parsers.headline_area import headline_area
from crawler.parsers.microdata import properties, value_of
from crawler.parsers.standfirst import printed_standfirst
from crawler.parsers.structured import clean, first_text, main_nodes
from crawler.text import fold

# The description is written for readers of results, og:description for those of shared links.
META = (
    "description", "og:description", "twitter:description", "dc.description", "dcterms.description",
    "sailthru.description",
)  # fmt: skip
TAG = re.compile(r"<[a-z/][^<>]{0,300}>", re.IGNORECASE)


class Written(NamedTuple):
    """A description that the head of the page or structured data gives."""

    text: str
    source: str
    confidence: float


def standfirst(page: Page, title: str | None) -> Found[str] | None:
    """Return the standfirst, else the description of meta, Open Graph, JSON-LD or microdata.

    `title` is the headline; a line or description that only repeats it is none.
    """
    written = [each for each in _written(page) if _says_more(each.text, title)]
    area = page.once(headline_area)
    printed = printed_standfirst(page, area, [each.text for each in written]) if area else None
    if printed and _says_more(printed.text, title):
        same = next((each.text for each in written if _key(each.text) == _key(printed.text)), printed.text)
        return Found(same, "dom", printed.confidence)
    return next((Found(*each) for each in written), None)


def _written(page: Page) -> Iterator[Written]:
    for name in META:
        if text := clean(TAG.sub(" ", page.meta_first(name) or "")):
            yield Written(text, "meta", 0.75)
    if text := first_text(page.once(main_nodes), "description", "alternativeHeadline"):
        yield Written(text, "json-ld", 0.7)
    for element in properties(page, "description"):
        if not is_away(element) and (text := value_of(element)):
            yield Written(text, "microdata", 0.6)


def _says_more(text: str, title: str | None) -> bool:
    return _key(text) not in {_key(title or ""), ""}


def _key(text: str) -> str:
    return fold(text).strip(". ")

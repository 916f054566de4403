"""Description: the standfirst printed under the headline; where there is none, the page's own description."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from crawler.page import Page
from crawler.parsers.away import is_away
from crawler.parsers.found import Found
from crawler.parsers.headings import main_heading
from crawler.parsers.headline_area import Line, lines_above, lines_below
from crawler.parsers.microdata import properties, value_of
from crawler.parsers.structured import clean, first_text, main_nodes
from crawler.text import fold, words

# Names that templates give the standfirst, in the languages of the press.
STANDFIRST = re.compile(
    r"\bdek\b|stand-?first|sub-?title|sub-?head|sub-?headline|\blead\b|\blede\b|chapo|chapeau|vorspann|\bintro(?:duction|text)?\b|teaser-?text"
    r"|deck\b|summary|sommario|occhiello-sotto|entradilla|bajada|linha-fina|gravata|abstract|excerpt|\bingress|description|unterzeile"
    r"|\bstrap\b|kurztext|article__?lead|article-?intro|preamble|catenaccio|copete|volanta-baja",
    re.IGNORECASE,
)
# A standfirst is a sentence or two; shorter lines are labels, longer ones are the text.
MIN_WORDS = 5
MAX_CHARS = 700
META = (
    "og:description",
    "description",
    "twitter:description",
    "dc.description",
    "dcterms.description",
    "sailthru.description",
)


def standfirst(page: Page, title: str | None) -> Found[str] | None:
    """Return the standfirst, else the description of Open Graph, meta or JSON-LD.

    `title` is the headline; a line or description that only repeats it is none.
    """
    printed = next((line for line in _printed(page) if _says_more(line.text, title)), None)
    if printed:
        return Found(printed.text, "dom", 0.85)
    for text, source, confidence in _written(page):
        if text and _says_more(text, title):
            return Found(text, source, confidence)
    return None


def _printed(page: Page) -> Iterator[Line]:
    heading = main_heading(page)
    if heading is None:
        return
    for line in [*lines_below(heading.element, 14), *lines_above(heading.element)[:3]]:
        if len(line.text) <= MAX_CHARS and len(words(line.text)) >= MIN_WORDS and _is_named(line.element):
            yield line


def _is_named(element: HtmlElement) -> bool:
    for each in (element, element.getparent()):
        if each is not None and STANDFIRST.search(f"{each.get('class') or ''} {each.get('itemprop') or ''}"):
            return not is_away(element)
    return False


def _written(page: Page) -> Iterator[tuple[str | None, str, float]]:
    for name in META:
        yield clean(page.meta_first(name) or ""), "meta", 0.75
    yield first_text(main_nodes(page), "description", "alternativeHeadline"), "json-ld", 0.7
    for element in properties(page, "description"):
        if not is_away(element):
            yield value_of(element), "microdata", 0.6


def _says_more(text: str, title: str | None) -> bool:
    return not title or fold(text).rstrip(". ") not in {fold(title).rstrip(". "), ""}

"""Authors of the head: who a page's own data say wrote it, in JSON-LD, microdata, meta elements, cards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from crawler.json_ld import types_of
from crawler.page import Page
from crawler.parsers.away import Around, is_of_others
from crawler.parsers.byline_words import CARD_LABELS
from crawler.parsers.headline_area import Area
from crawler.parsers.inner_texts import inner_texts
from crawler.parsers.microdata import properties
from crawler.parsers.person_names import names_of
from crawler.parsers.structured import as_list, main_nodes, texts
from crawler.text import squeeze

META = (
    "author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl",
    "citation_author", "cxenseparse:author", "article:author", "og:author", "og:article:author", "creator",
    "article.author", "rbauthors", "vr:author",
)  # fmt: skip
# What is longer is no byline: an element of endless text is read so far.
MAX_PIECES = 120
MAX_NAMES = 30
# A person's item is a few elements; one with more inside it is no byline, and may hold the page.
MAX_INSIDE = 500
MAX_CHARS = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A page with the place of its headline, which tells the article's byline from others."""

    page: Page
    area: Area | None
    held: Around


def json_ld(place: Place) -> list[str]:
    """Return the authors of the article's nodes, else of the nodes of its web page."""
    nodes = place.page.json_ld
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and "name" in node}
    for name in ("author", "creator"):
        for node in place.page.once(main_nodes):
            found = [text for entry in as_list(node.get(name)) for text in _names(entry, by_id)]
            if found:
                return found
    webpages = (node for node in nodes if "WebPage" in types_of(node))
    return [
        text for node in webpages for entry in as_list(node.get("author")) for text in _names(entry, by_id)
    ]


def _names(entry: Any, by_id: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Return the names of an author given as a string, a node, a reference to one, or a node with lists inside."""
    if isinstance(entry, str) and entry in by_id:
        entry = by_id[entry]
    if isinstance(entry, Mapping):
        if "name" not in entry and isinstance(entry.get("@id"), str):
            entry = by_id.get(entry["@id"], entry)
        listed = as_list(entry.get("@list", entry.get("@set")))
        parts = [part for name in ("givenName", "familyName") for part in texts(entry.get(name), "@value")]
        return texts(entry.get("name", listed), "@value", "name") or [" ".join(parts)]
    return texts(entry)


def microdata(place: Place) -> Iterator[str]:
    """Yield what `itemprop=author` names."""
    for element in islice(properties(place.page, "author"), MAX_NAMES):
        if not is_of_others(element, place.held):
            named = [
                each
                for each in islice(element.iterdescendants(), MAX_INSIDE)
                if each.get("itemprop") == "name"
            ]
            yield from map(_value_of, named[:MAX_NAMES] or [element])


def meta(place: Place) -> list[str]:
    """Return the contents of the first meta element of META that holds a name."""
    for name in META:
        values = [value for value in place.page.meta.get(name, ())[:MAX_NAMES] if any(names_of([value]))]
        if values:
            return values
    return []


def card(place: Place) -> list[str]:
    """Return what the card for other sites says under 'Written by': `twitter:label1` and `twitter:data1`."""
    for number in "12":
        label = place.page.meta_first(f"twitter:label{number}") or ""
        if label.lower() in CARD_LABELS:
            return list(place.page.meta.get(f"twitter:data{number}", ()))
    return []


def text_of(element: HtmlElement) -> str:
    """Return the text of an element on one line, as far as a byline reaches."""
    return squeeze(" ".join(inner_texts(element, MAX_PIECES))[:MAX_CHARS]) or ""


def _value_of(element: HtmlElement) -> str:
    return squeeze(element.get("content")) or text_of(element)

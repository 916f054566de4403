"""Authors: the people who signed an article; the agency or the newsroom where nobody did."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from lxml.etree import XPath
from lxml.html import HtmlElement

from crawler.page import Page
from crawler.parsers.away import is_away
from crawler.parsers.found import Found
from crawler.parsers.headings import main_heading
from crawler.parsers.headline_area import lines_above, lines_below
from crawler.parsers.microdata import properties
from crawler.parsers.person_names import LEADS, is_office, looks_like_name, names_of, person
from crawler.parsers.site_name import publication
from crawler.parsers.structured import as_list, main_nodes, texts
from crawler.text import fold, squeeze

META = (
    "author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl",
    "citation_author", "cxenseparse:author", "article:author", "og:author", "og:article:author", "creator",
    "article.author", "rbauthors", "vr:author",
)  # fmt: skip
REL_AUTHOR = XPath("//a[contains(concat(' ', @rel, ' '), ' author ')]", smart_strings=False)
CLASSED = XPath(
    "//*[contains(@class,'author') or contains(@class,'Author') or contains(@class,'byline') or contains(@class,'Byline')"
    " or contains(@class,'autor') or contains(@class,'writer') or contains(@class,'auteur') or contains(@class,'vcard')"
    " or contains(@class,'creator') or contains(@class,'contributor') or contains(@id,'author') or contains(@id,'byline')"
    " or contains(@class,'signature') or contains(@class,'firma') or contains(@class,'redakt')]",
    smart_strings=False,
)
MAX_ELEMENTS = 40
MAX_LINE = 120


def bylines(page: Page) -> Found[tuple[str, ...]] | None:
    """Return the authors: JSON-LD, microdata, meta, `rel=author`, elements named after authors, a printed 'By …'.

    The first source that names people wins; an agency or the newsroom is taken only when no source does.
    """
    site = _site(page)
    office: Found[tuple[str, ...]] | None = None
    for read, source, confidence in SOURCES:
        names = names_of(read(page), site=site)
        if names and any(not is_office(name, site) for name in names):
            return Found(names, source, confidence)
        if names and office is None:
            office = Found(names, source, 0.6)
    return office


def _site(page: Page) -> frozenset[str]:
    found = publication(page)
    return frozenset([fold(found.value)] if found else [])


def _json_ld(page: Page) -> list[str]:
    by_id = {
        node["@id"]: node for node in page.json_ld if isinstance(node.get("@id"), str) and "name" in node
    }
    for name in ("author", "creator"):
        for node in main_nodes(page):
            found = [text for entry in as_list(node.get(name)) for text in _names(entry, by_id)]
            if found:
                return found
    return []


def _names(entry: Any, by_id: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Return the names of an author given as a string, a node, a reference to one, or a node with lists inside."""
    if isinstance(entry, Mapping) and "name" not in entry and isinstance(entry.get("@id"), str):
        entry = by_id.get(entry["@id"], {})
    if isinstance(entry, Mapping):
        return texts(entry.get("name"), "@value", "name")
    return texts(entry)


def _microdata(page: Page) -> Iterator[str]:
    for element in properties(page, "author"):
        if not is_away(element):
            named = element.xpath(".//*[@itemprop='name']")
            yield from (_value(each) for each in (named if isinstance(named, list) and named else [element]))


def _meta(page: Page) -> list[str]:
    for name in META:
        values = [value for value in page.meta.get(name, ()) if any(names_of([value]))]
        if values:
            return values
    return []


def _rel_author(page: Page) -> Iterator[str]:
    return (_text(each) for each in REL_AUTHOR(page.tree)[:MAX_ELEMENTS] if not is_away(each))


def _classed(page: Page) -> Iterator[str]:
    """Yield the text of the first element that is named after authors and holds a name, with its like beside it."""
    for element in CLASSED(page.tree)[:MAX_ELEMENTS]:
        text = _text(element)
        if 3 <= len(text) <= MAX_LINE and not is_away(element) and _is_byline(text):
            yield text
            return


def _printed(page: Page) -> Iterator[str]:
    """Yield the line near the headline that begins with 'By', 'Von', 'Par' … and goes on with a name."""
    heading = main_heading(page)
    for line in [*lines_below(heading.element, 14), *lines_above(heading.element)] if heading else []:
        if len(line.text) <= MAX_LINE and LEADS.match(line.text) and _is_byline(line.text):
            yield line.text
            return


def _is_byline(text: str) -> bool:
    name = person(text)
    return (
        bool(name)
        and name is not None
        and looks_like_name(name)
        and not is_office(name, frozenset())
        and (" " in name)
    )


def _value(element: HtmlElement) -> str:
    return squeeze(element.get("content")) or _text(element)


def _text(element: HtmlElement) -> str:
    return squeeze(" ".join(element.itertext())) or ""


Reader = Callable[[Page], Iterable[str]]

SOURCES: tuple[tuple[Reader, str, float], ...] = (
    (_json_ld, "json-ld", 0.95),
    (_microdata, "microdata", 0.85),
    (_meta, "meta", 0.85),
    (_rel_author, "dom", 0.8),
    (_classed, "dom", 0.7),
    (_printed, "rule", 0.7),
)
"""Where authors are looked for, with the share of pages on which the answer is right, best first."""

"""Authors: the people who signed an article; the agency or the newsroom where nobody did."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lxml.etree import XPath
from lxml.html import HtmlElement

from crawler.dates import locate_date
from crawler.page import Page
from crawler.parsers.away import Around, around, is_away, is_of_others
from crawler.parsers.found import Found
from crawler.parsers.headings import Heading, main_heading
from crawler.parsers.headline_area import Line, lines_above, lines_below
from crawler.parsers.microdata import properties
from crawler.parsers.person_names import LEADS, is_office, names_of, person
from crawler.parsers.site_name import publication
from crawler.parsers.site_suffix import compact
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
# Classes that hold a name and nothing else (hCard's 'fn' and its like): there one word may be a name.
NAME_CLASS = frozenset("author fn byline author-name author_name authorname username byline-name".split())
BESIDE = " \t,;:|-–—*•·/()"
MAX_ELEMENTS = 40
MAX_LINE = 120


def bylines(page: Page) -> Found[tuple[str, ...]] | None:
    """Return the authors: JSON-LD, microdata, meta, `rel=author`, elements named after authors, a printed 'By …'.

    The first source that names people wins; a lone first name or handle gives way to the fuller spelling of a later
    source; an agency or the newsroom is taken only when no source names a person.
    """
    site = _site(page)
    heading = main_heading(page)
    area = Area(page=page, heading=heading, held=around(heading.element if heading else None))
    office: Found[tuple[str, ...]] | None = None
    short: Found[tuple[str, ...]] | None = None
    for read, source, confidence in SOURCES:
        names = names_of(read(area), site=site)
        if not names:
            continue
        if is_office(names[0], site):
            office = office or Found(names, source, 0.6)
        elif short is None and any(" " not in name and name.isascii() for name in names):
            short = Found(names, source, confidence - 0.2)
        elif short is None or _is_fuller(names, short.value):
            return Found(names, source, confidence)
    return short or office


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A page with the place of its headline, which tells the article's byline from others."""

    page: Page
    heading: Heading | None
    held: Around


def _is_fuller(names: Sequence[str], short: Sequence[str]) -> bool:
    """Tell whether names spell out others: 'Ada Holm' for 'Ada' or 'adaholm'."""
    long = "".join(compact(name) for name in names)
    return len(names) == len(short) and all(compact(name) in long for name in short)


def _site(page: Page) -> frozenset[str]:
    found = publication(page)
    return frozenset([fold(found.value)] if found else [])


def _json_ld(area: Area) -> list[str]:
    nodes = area.page.json_ld
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and "name" in node}
    for name in ("author", "creator"):
        for node in main_nodes(area.page):
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


def _microdata(area: Area) -> Iterator[str]:
    for element in properties(area.page, "author"):
        if not is_of_others(element, area.held):
            named = element.xpath(".//*[@itemprop='name']")
            yield from (_value(each) for each in (named if isinstance(named, list) and named else [element]))


def _meta(area: Area) -> list[str]:
    for name in META:
        values = [value for value in area.page.meta.get(name, ()) if any(names_of([value]))]
        if values:
            return values
    return []


def _rel_author(area: Area) -> list[str]:
    found = [each for each in REL_AUTHOR(area.page.tree)[:MAX_ELEMENTS] if not is_of_others(each, area.held)]
    return [
        _text(each)
        for each in found[:1] + [each for each in found[1:] if each.getparent() is found[0].getparent()]
    ]


def _classed(area: Area) -> list[str]:
    """Return the text of the first element behind the headline that is named after authors and holds a name."""
    elements: list[HtmlElement] = CLASSED(area.page.tree)[:MAX_ELEMENTS]
    for element in elements:
        text = _text(element)
        if (
            3 <= len(text) <= MAX_LINE
            and not is_of_others(element, area.held)
            and not is_away(element, area.held)
        ):
            if _is_byline(
                text, lone=bool(NAME_CLASS.intersection((element.get("class") or "").lower().split()))
            ):
                return [text]
    return []


def _printed(area: Area) -> list[str]:
    """Return the line near the headline that begins with 'By', 'Von', 'Par' … and goes on with a name."""
    return next(
        ([line.text] for line in _near(area) if LEADS.match(line.text) and _is_byline(line.text, lone=False)),
        [],
    )


def _beside_date(area: Area) -> list[str]:
    """Return what stands beside the date in a line near the headline, where that is a name and nothing else."""
    for line in _near(area)[:12]:
        found = locate_date(line.text, now=area.page.now)
        if found:
            beside = [part.strip(BESIDE) for part in (line.text[: found[1]], line.text[found[2] :])]
            names = [part for part in beside if 2 <= len(part.split()) <= 4 and person(part) == part]
            if names and _is_byline(names[0], lone=False):
                return names[:1]
    return []


def _near(area: Area) -> list[Line]:
    if area.heading is None:
        return []
    lines = [*lines_below(area.heading.element, 16), *lines_above(area.heading.element)]
    return [
        line for line in lines if len(line.text) <= MAX_LINE and not is_of_others(line.element, area.held)
    ]


def _is_byline(text: str, *, lone: bool) -> bool:
    """Tell whether a text holds a person's name; of one word only where `lone` says that the place is surely a name's."""
    name = person(text)
    return (
        name is not None and not is_office(name, frozenset()) and (lone or " " in name or not name.isascii())
    )


def _value(element: HtmlElement) -> str:
    return squeeze(element.get("content")) or _text(element)


def _text(element: HtmlElement) -> str:
    return squeeze(" ".join(element.itertext())) or ""


Reader = Callable[[Area], Iterable[str]]

SOURCES: tuple[tuple[Reader, str, float], ...] = (
    (_json_ld, "json-ld", 0.9),
    (_microdata, "microdata", 0.85),
    (_meta, "meta", 0.75),
    (_rel_author, "dom", 0.8),
    (_classed, "dom", 0.7),
    (_printed, "rule", 0.7),
    (_beside_date, "rule", 0.6),
)
"""Where authors are looked for, with the share of pages on which the answer is right, best first."""

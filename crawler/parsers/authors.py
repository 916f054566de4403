"""Authors: the people who signed an article; the agency or the newsroom where nobody did."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from crawler.dates import locate_date
from crawler.page import Page
from crawler.parsers.away import Around, is_away, is_of_others
from crawler.parsers.byline_words import LATE_LEAD, LEADS
from crawler.parsers.found import Found
from crawler.parsers.headline_area import Area, Line, headline_area
from crawler.parsers.landmarks import elements_named, landmarks
from crawler.parsers.microdata import properties
from crawler.parsers.person_names import is_office, names_of, person
from crawler.parsers.site_name import publication
from crawler.parsers.structured import as_list, main_nodes, texts
from crawler.parsers.title_parts import compact
from crawler.text import fold, squeeze

META = (
    "author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl",
    "citation_author", "cxenseparse:author", "article:author", "og:author", "og:article:author", "creator",
    "article.author", "rbauthors", "vr:author",
)  # fmt: skip
# Classes and ids of bylines.
CLASSED = re.compile(
    r"author|byline|autor|writer|auteur|vcard|creator|contributor|signature|firma|redakt|verfasser|journalist",
    re.IGNORECASE,
)
# Classes that hold a name and nothing else (hCard's 'fn' and its like): there one word may be a name.
NAME_CLASS = frozenset("author fn byline author-name author_name authorname username byline-name".split())
# Stretches of text that begin like a signature, outside scripts; XPath finds them without a loop over the tree.
SIGNATURES = (
    "//body//text()[not(parent::script or parent::style or parent::a)]["
    + " or ".join(
        f"starts-with(normalize-space(), '{lead}')"
        for lead in ("By ", "Von ", "Par ", "Por ", "（文", "（記者")
    )
    + "]"
)
# '（文・高瀬慎一）', '（記者 高瀬慎一）'
CJK_SIGNATURE = re.compile(r"（(?:文|記者)[・:：＝\s]*([^（）\s]{2,12})）")
BESIDE = " \t,;:|-–—*•·/()"
MAX_ELEMENTS = 40
MAX_LINE = 120
MAX_NEAR = 16


def bylines(page: Page) -> Found[tuple[str, ...]] | None:
    """Return the authors: JSON-LD, microdata, meta, `rel=author`, elements named after authors, a printed 'By …'.

    The first source that names people wins; a lone first name or handle gives way to the fuller spelling of a later
    source; an agency or the newsroom is taken only when no source names a person.
    """
    site = _site(page)
    near = page.once(headline_area)
    place = Place(page=page, area=near, held=near.held if near else frozenset())
    office: Found[tuple[str, ...]] | None = None
    short: Found[tuple[str, ...]] | None = None
    for read, source, confidence in SOURCES:
        names = names_of(read(place), site=site)
        if not names:
            continue
        if is_office(names[0], site):
            office = office or Found(names, source, 0.6)
        elif short is None and any(" " not in name and name.isascii() for name in names):
            short = Found(names, source, round(confidence - 0.2, 2))
        elif short is None or _is_fuller(names, short.value):
            return Found(names, source, confidence)
    return short or office


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A page with the place of its headline, which tells the article's byline from others."""

    page: Page
    area: Area | None
    held: Around


def _is_fuller(names: Sequence[str], short: Sequence[str]) -> bool:
    """Tell whether names spell out others: 'Ada Holm' for 'Ada' or 'adaholm'."""
    long = "".join(compact(name) for name in names)
    return len(names) == len(short) and all(compact(name) in long for name in short)


def _site(page: Page) -> frozenset[str]:
    found = page.once(publication)
    return frozenset([fold(found.value)] if found else [])


def _json_ld(place: Place) -> list[str]:
    nodes = place.page.json_ld
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and "name" in node}
    for name in ("author", "creator"):
        for node in place.page.once(main_nodes):
            found = [text for entry in as_list(node.get(name)) for text in _names(entry, by_id)]
            if found:
                return found
    return []


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


def _microdata(place: Place) -> Iterator[str]:
    for element in properties(place.page, "author"):
        if not is_of_others(element, place.held):
            named = element.xpath(".//*[@itemprop='name']")
            yield from (_value(each) for each in (named if isinstance(named, list) and named else [element]))


def _meta(place: Place) -> list[str]:
    for name in META:
        values = [value for value in place.page.meta.get(name, ()) if any(names_of([value]))]
        if values:
            return values
    return []


def _rel_author(place: Place) -> list[str]:
    found = [each for each in _links(place) if not is_of_others(each, place.held)]
    return [
        _text(each)
        for each in found[:1] + [each for each in found[1:] if each.getparent() is found[0].getparent()]
    ]


def _classed(place: Place) -> list[str]:
    """Return the text of the first element behind the headline that is named after authors and holds a name."""
    for element in elements_named(place.page, CLASSED, MAX_ELEMENTS):
        text = _text(element)
        away = is_of_others(element, place.held) or is_away(element, place.held)
        lone = bool(NAME_CLASS.intersection((element.get("class") or "").lower().split()))
        if not away and 3 <= len(text) <= MAX_LINE and _is_byline(text, lone=lone):
            return [text]
    return []


def _printed(place: Place) -> list[str]:
    """Return the line near the headline that begins with 'By', 'Von', 'Par' … and goes on with a name."""
    return next(
        ([line.text] for line in _near(place) if _is_led(line.text) and _is_byline(line.text, lone=False)),
        [],
    )


def _is_led(text: str) -> bool:
    return bool(LEADS.match(text) or LATE_LEAD.match(text))


def _beside_date(place: Place) -> list[str]:
    """Return what stands beside the date in a line near the headline, where that is a name and nothing else."""
    for line in _near(place)[:12]:
        found = locate_date(line.text, now=place.page.now)
        if found:
            beside = [part.strip(BESIDE) for part in (line.text[: found[1]], line.text[found[2] :])]
            names = [part for part in beside if 2 <= len(part.split()) <= 4 and person(part) == part]
            if names and _is_byline(names[0], lone=False):
                return names[:1]
    return []


def _signed(place: Place) -> list[str]:
    """Return the signature of a text without a headline of its own or with its names at the end.

    A stretch of text between two marks is read that begins with 'By', 'Von', 'Par' …, or '（文・…）'.
    """
    found = place.page.tree.xpath(SIGNATURES)
    for text in found[:MAX_ELEMENTS] if isinstance(found, list) else []:
        if is_away(text.getparent(), place.held):
            continue
        line = squeeze(str(text)) or ""
        signature = CJK_SIGNATURE.fullmatch(line)
        if signature:
            return [signature[1]]
        is_short = len(line) <= MAX_LINE and LEADS.match(line) is not None
        if is_short and " " in (person(line) or "") and _is_byline(line, lone=False):
            return [line]
    return []


def _near(place: Place) -> list[Line]:
    lines = (*place.area.below[:MAX_NEAR], *place.area.above) if place.area else ()
    return [line for line in lines if len(line.text) <= MAX_LINE]


def _links(place: Place) -> list[HtmlElement]:
    return place.page.once(landmarks).related.get("author", [])[:MAX_ELEMENTS]


def _is_byline(text: str, *, lone: bool) -> bool:
    """Tell whether a text holds a person's name; one of a single word only where `lone` says that a name is due."""
    name = person(text)
    return (
        name is not None and not is_office(name, frozenset()) and (lone or " " in name or not name.isascii())
    )


def _value(element: HtmlElement) -> str:
    return squeeze(element.get("content")) or _text(element)


def _text(element: HtmlElement) -> str:
    return squeeze(" ".join(element.itertext())) or ""


Reader = Callable[[Place], Iterable[str]]

SOURCES: tuple[tuple[Reader, str, float], ...] = (
    (_json_ld, "json-ld", 0.88),
    (_microdata, "microdata", 0.85),
    (_meta, "meta", 0.75),
    (_rel_author, "dom", 0.85),
    (_classed, "dom", 0.78),
    (_printed, "rule", 0.7),
    (_beside_date, "rule", 0.6),
    (_signed, "rule", 0.5),
)
"""Where authors are looked for, with the share of pages on which the answer is right, best first."""

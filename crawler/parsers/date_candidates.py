"""Date candidates: every place of a page that gives the article's date, with what kind of date it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Literal, NamedTuple
from urllib.parse import unquote, urlsplit

from lxml.etree import XPath
from lxml.html import HtmlElement

from crawler.dates import find_date, iso_date
from crawler.page import Page
from crawler.parsers.headings import Heading
from crawler.parsers.headline_area import Line, lines_above, lines_below
from crawler.parsers.microdata import properties, value_of
from crawler.parsers.structured import main_nodes, texts

Kind = Literal["published", "modified", "day"]
"""`published` and `modified` are said to be that; `day` is a date that says nothing of itself."""

META_PUBLISHED = (
    "article:published_time", "og:published_time", "article:published", "og:article:published_time", "datepublished",
    "og:pubdate", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "published_time",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created",
    "dcterms.date", "dc.date", "dc:date", "citation_publication_date", "citation_date", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "rnews:datepublished", "date.published", "date.created", "date_published", "datecreated",
    "created", "pub_date", "article_date_original", "originalpublicationdate", "publisheddate", "article.published",
    "article.created", "bt:pubdate", "prism.publicationdate", "eprints.date", "date", "release_date", "timestamp",
)  # fmt: skip
META_MODIFIED = (
    "article:modified_time", "og:updated_time", "og:modified_time", "article:modified", "datemodified", "last-modified",
    "lastmod", "dcterms.modified", "dc.date.modified", "modified", "modified_time", "updated_time", "revision_date",
    "date.modified", "date_modified", "cxenseparse:modifytime", "moddate", "article.updated", "lastmodified",
)  # fmt: skip
# '/2025/08/09/', '/2025-08-09-', '/20250809/'; and '/2025/aug/09/'
URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([/_.-]?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)")
URL_MONTH_NAME = re.compile(r"/((?:19|20)\d\d)/([a-z]{3})/(\d{1,2})/")
TIME = XPath("//time | //abbr[@class='published' or @class='updated']", smart_strings=False)
DATED = XPath(
    "//*[contains(@class,'date') or contains(@class,'Date') or contains(@class,'time') or contains(@class,'publish')"
    " or contains(@class,'posted') or contains(@class,'datum') or contains(@class,'fecha') or contains(@class,'meta')"
    " or contains(@class,'byline') or contains(@id,'date') or contains(@id,'time') or contains(@class,'info')"
    " or contains(@class,'created') or contains(@class,'submitted')]",
    smart_strings=False,
)
MAX_ELEMENTS = 60
MAX_LINE = 220
# Words before a date that say what it is, in the languages of the press.
MODIFIED_WORDS = re.compile(
    r"updat|modif|aktualisier|geänder|änderung|letzte|stand:|stand\b|mis à jour|màj|actualiz|atualiz|modificat|aggiorn|last|"
    r"bijgewerkt|gewijzigd|uppdatera|oppdater|opdater|päivitetty|aktualizac|zaktualizowano|обновл|изменен|更新|최종|수정|güncel|revis|edited",
    re.IGNORECASE,
)
# Classes and ids of what stands on an article's page but is not the article.
AWAY = re.compile(
    r"comment|kommentar|related|recommend|sidebar|widget|footer|teaser|more-|latest|recent|popular|most|trending|calendar"
    r"|kalender|archive|copyright|imprint|banner|menu|navi|promo|newsletter|rail\b|also|carousel|slider|disqus|respond"
    r"|event|termin",
    re.IGNORECASE,
)
AWAY_TAGS = frozenset({"aside", "footer", "nav", "select", "figure", "blockquote"})
COPYRIGHT = re.compile(r"©|\(c\)\s|copyright|all rights reserved|alle rechte", re.IGNORECASE)


class Candidate(NamedTuple):
    """One date that a page gives."""

    value: str
    """ISO 8601."""
    kind: Kind
    source: str
    """As in `Found.source`."""
    place: str
    """`structured`, `url`, `time`, `near` the headline, `marked` by a class, or `text`."""


def structured_candidates(page: Page) -> Iterator[Candidate]:
    """Yield the dates of JSON-LD, meta elements and microdata, in that order."""
    yield from _json_ld(page)
    yield from _meta(page, META_PUBLISHED, "published")
    yield from _meta(page, META_MODIFIED, "modified")
    yield from _microdata(page)


def url_candidates(page: Page) -> Iterator[Candidate]:
    """Yield the day that stands in the page's address."""
    path = unquote(urlsplit(page.url).path)[:500]
    named = URL_MONTH_NAME.search(path)
    texts_ = [f"{m[1]}-{int(m[3]):02}-{int(m[4]):02}" for m in URL_DAY.finditer(path)]
    for text in [*([f"{named[3]} {named[2]} {named[1]}"] if named else []), *texts_]:
        if value := iso_date(text, languages=("en",), now=page.now):
            yield Candidate(value, "day", "url", "url")


def time_candidates(page: Page, languages: tuple[str, ...]) -> Iterator[Candidate]:
    """Yield the dates of `<time>` elements outside of comments, teasers and sidebars, in page order."""
    for element in TIME(page.tree)[:MAX_ELEMENTS]:
        if is_away(element):
            continue
        text = "".join(element.itertext())[:MAX_LINE]
        value = _read(element.get("datetime") or element.get("title"), languages, page.now) or _read(
            text, languages, page.now
        )
        if value:
            yield Candidate(value, _kind_of(element, text), "dom", "time")


def near_candidates(page: Page, heading: Heading, languages: tuple[str, ...]) -> Iterator[Candidate]:
    """Yield the dates in the lines around the headline, nearest first, lines below before lines above."""
    for line in [*lines_below(heading.element, 24), *lines_above(heading.element)]:
        yield from _in_line(line, languages, page.now, "near")


def marked_candidates(page: Page, languages: tuple[str, ...]) -> Iterator[Candidate]:
    """Yield the dates in elements whose class or id says that one is there, in page order."""
    for element in DATED(page.tree)[: MAX_ELEMENTS * 3]:
        if len(element) <= 12 and not is_away(element):
            text = " ".join("".join(element.itertext()).split())
            if 6 <= len(text) <= MAX_LINE:
                yield from _in_line(Line(element, text), languages, page.now, "marked")


def is_away(element: HtmlElement) -> bool:
    """Tell whether an element stands in comments, teasers, sidebars or a footer, by the names of what holds it."""
    for depth, each in enumerate([element, *element.iterancestors()]):
        if depth == 40 or each.tag in {"body", "html"}:
            return False
        if each.tag in AWAY_TAGS or AWAY.search(f"{each.get('class') or ''} {each.get('id') or ''}"[:300]):
            return True
    return False


def _json_ld(page: Page) -> Iterator[Candidate]:
    nodes = main_nodes(page)
    kinds: tuple[tuple[str, Kind], ...] = (
        ("datePublished", "published"), ("dateCreated", "published"), ("dateModified", "modified"),
    )  # fmt: skip
    for name, kind in kinds:
        for node in nodes:
            for text in texts(node.get(name), "@value")[:1]:
                if value := iso_date(text, now=page.now):
                    yield Candidate(value, kind, "json-ld", "structured")
    for node in page.json_ld:
        if "WebPage" in str(node.get("@type")) and (found := texts(node.get("datePublished"))):
            if value := iso_date(found[0], now=page.now):
                yield Candidate(value, "published", "json-ld", "structured")


def _meta(page: Page, names: tuple[str, ...], kind: Kind) -> Iterator[Candidate]:
    for name in names:
        for text in page.meta.get(name, ())[:1]:
            if value := iso_date(text, languages=("en",), now=page.now):
                yield Candidate(value, kind, "meta", "structured")


def _microdata(page: Page) -> Iterator[Candidate]:
    kinds: tuple[tuple[str, Kind], ...] = (("datePublished", "published"), ("dateModified", "modified"))
    for name, kind in kinds:
        for element in properties(page, name):
            if not is_away(element) and (value := iso_date(value_of(element), now=page.now)):
                yield Candidate(value, kind, "microdata", "structured")
                break


def _in_line(line: Line, languages: tuple[str, ...], now: datetime, place: str) -> Iterator[Candidate]:
    if len(line.text) > MAX_LINE or not any(c.isdigit() for c in line.text) or COPYRIGHT.search(line.text):
        return
    # 'Published 9 August 2025, updated 10 August 2025': one line, two dates.
    rest, kind_words = line.text, ""
    match = MODIFIED_WORDS.search(rest)
    parts = [rest[: match.start()], rest[match.start() :]] if match else [rest]
    for part, kind in zip(parts, ("day", "modified"), strict=False):
        if value := _read(part, languages, now):
            yield Candidate(value, "modified" if kind == "modified" else "day", "dom", place)


def _read(text: str | None, languages: tuple[str, ...], now: datetime) -> str | None:
    if not text or not any(c.isdigit() for c in text):
        return None
    return find_date(text, languages=languages, now=now) or iso_date(text, languages=languages, now=now)


def _kind_of(element: HtmlElement, text: str) -> Kind:
    named = f"{element.get('class') or ''} {element.get('itemprop') or ''} {element.get('pubdate') or ''}"
    parent = element.getparent()
    before = (parent.text or "")[-40:] + f" {parent.get('class') or ''}" if parent is not None else ""
    previous = element.getprevious()
    if previous is not None:
        before += (previous.tail or "")[-40:]
    if MODIFIED_WORDS.search(named) or MODIFIED_WORDS.search(before + text):
        return "modified"
    return "published" if "publ" in named.lower() or element.get("pubdate") is not None else "day"

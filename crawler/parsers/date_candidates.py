"""Date candidates of the head: JSON-LD, meta elements, microdata, the address, the page's scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple
from urllib.parse import unquote

from crawler.dates import iso_date
from crawler.page import Page
from crawler.parsers.away import is_away
from crawler.parsers.microdata import properties, value_of
from crawler.parsers.own_address import split
from crawler.parsers.structured import Node, main_nodes, texts

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
    "dateupdate",
)  # fmt: skip
# Names of meta elements no list knows: 'shop:uploaded', 'x-creation-date'.
META_LIKE = re.compile(r"publi|creat|upload|issue|date(?!mod)", re.IGNORECASE)
META_UNLIKE = re.compile(
    r"modif|updat|expir|valid|event|start|end|birth|revis|crawl|build|version", re.IGNORECASE
)
# '/2025/08/09/', '/2025-08-09-', '/20250809/', '/A20250809071530…'; '/2025/aug/09/'; '/09-08-2025'
URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([/_.-]?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)")
URL_STAMP = re.compile(
    r"(?<!\d)(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=(?:[01]\d|2[0-3])[0-5]\d)\d{4,12}(?!\d)"
)
URL_MONTH_NAME = re.compile(r"/((?:19|20)\d\d)/([a-z]{3})/(\d{1,2})/")
URL_DAY_FIRST = re.compile(r"(?<!\d)(0?[1-9]|[12]\d|3[01])[-_.](0?[1-9]|1[0-2])[-_.](20\d\d)(?!\d)")
# State that scripts hold: '"publishedAt":"2025-08-09T07:30:00Z"'; the date is found first, then what it is called.
SCRIPT_DATE = re.compile(r"[\"'](\d{4}-\d\d-\d\d[^\"'\\]{0,20})")
SCRIPT_NAME = re.compile(
    r"(?:date_?published|published_?(?:at|date|time|on)|publish_?(?:date|time)|publication_?date|first_?published(?:_?at)?"
    r"|pub_?date|created_?at|date_?created|creation_?date)\\?[\"']?\s?:\s?\\?$",
    re.IGNORECASE,
)
MAX_NAME = 40
MAX_SCRIPT = 200_000


class Candidate(NamedTuple):
    """One date that a page gives."""

    value: str
    """ISO 8601."""
    kind: Kind
    source: str
    """As in `Found.source`."""
    place: str
    """`structured`, `like` it, `url`, `near` the headline or `far` from it, `time`, `marked` by a class, counted back
    from now (`ago`), `script`, `text`."""


def structured_candidates(page: Page, languages: Sequence[str] = ("en",)) -> Iterator[Candidate]:
    """Yield the dates of JSON-LD, meta elements and microdata, in that order; `languages` as in `iso_date`."""
    yield from _json_ld(page, languages)
    yield from _meta(page, META_PUBLISHED, "published", languages)
    yield from _meta(page, META_MODIFIED, "modified", languages)
    yield from _microdata(page, languages)


def like_candidates(page: Page) -> Iterator[Candidate]:
    """Yield the dates of meta elements that sound like a date of publication."""
    for name, values in page.meta.items():
        value = None
        if META_LIKE.search(name) and not META_UNLIKE.search(name):
            value = iso_date(values[0], languages=("en",), now=page.now)
        if value:
            yield Candidate(value, "published", "meta", "like")


def url_candidates(page: Page) -> Iterator[Candidate]:
    """Yield the days that stand in the page's address."""
    parts = split(page.url)
    path = unquote(f"{parts.path}?{parts.query}{parts.fragment}")[:500]
    days = [f"{m[1]}-{int(m[3]):02}-{int(m[4]):02}" for m in URL_DAY.finditer(path) if _is_day(m)]
    days += [f"{m[1]}-{m[2]}-{m[3]}" for m in URL_STAMP.finditer(path)]
    days += [f"{m[3]} {m[2]} {m[1]}" for m in URL_MONTH_NAME.finditer(path)]
    days += [f"{m[3]}-{int(m[2]):02}-{int(m[1]):02}" for m in URL_DAY_FIRST.finditer(path)]
    for text in days:
        if value := iso_date(text, languages=("en",), now=page.now):
            yield Candidate(value, "day", "url", "url")


def _is_day(match: re.Match[str]) -> bool:
    """Tell whether figures in an address are a day: without signs between them '20250809', not '198264'."""
    return bool(match[2]) or len(match[0]) == len("YYYYMMDD")


def script_candidates(page: Page) -> Iterator[Candidate]:
    """Yield the first date of publication that a script's state names, of pages that say nothing else.

    JSON-LD that could be read has been asked already; what is left of it are other articles' dates.
    """
    for script in page.tree.iter("script"):
        if page.json_ld and "ld+json" in (script.get("type") or "").lower():
            continue
        text = (script.text or "")[:MAX_SCRIPT]
        for match in SCRIPT_DATE.finditer(text):
            if SCRIPT_NAME.search(text[max(0, match.start() - MAX_NAME) : match.start()]):
                if value := iso_date(match[1], now=page.now):
                    yield Candidate(value, "published", "rule", "script")
                    return
                break


def _json_ld(page: Page, languages: Sequence[str]) -> Iterator[Candidate]:
    nodes = page.once(main_nodes)
    kinds: tuple[tuple[str, Kind], ...] = (
        ("datePublished", "published"), ("dateCreated", "published"), ("dateModified", "modified"),
    )  # fmt: skip
    for name, kind in kinds:
        yield from _of_nodes(page, nodes, name, kind, languages)
    webpages = tuple(node for node in page.json_ld if "WebPage" in str(node.get("@type")))
    yield from _of_nodes(page, webpages, "datePublished", "published", languages)


def _of_nodes(
    page: Page, nodes: tuple[Node, ...], name: str, kind: Kind, languages: Sequence[str]
) -> Iterator[Candidate]:
    for node in nodes:
        for text in texts(node.get(name), "@value")[:1]:
            if value := iso_date(text, languages=languages, now=page.now):
                yield Candidate(value, kind, "json-ld", "structured")


def _meta(page: Page, names: tuple[str, ...], kind: Kind, languages: Sequence[str]) -> Iterator[Candidate]:
    for name in names:
        if name in page.meta and (value := iso_date(page.meta[name][0], languages=languages, now=page.now)):
            yield Candidate(value, kind, "meta", "structured")


def _microdata(page: Page, languages: Sequence[str]) -> Iterator[Candidate]:
    kinds: tuple[tuple[str, Kind], ...] = (("datePublished", "published"), ("dateModified", "modified"))
    for name, kind in kinds:
        for element in properties(page, name):
            if not is_away(element) and (
                value := iso_date(value_of(element), languages=languages, now=page.now)
            ):
                yield Candidate(value, kind, "microdata", "structured")
                break

"""Addresses: one address and its anchor's text in; how much it looks like an article out."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from crawler.discovery.vocabulary import GATHERING, SECTIONS, SERVICE
from crawler.text import count_words

# From this score on a link is worth a request as an article: a slug of four words, say.
ARTICLE_SCORE = 1.5

FILE = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|svg|ico|pdf|docx?|xlsx?|pptx?|odt|zip|gz|tar|rar|7z|mp3|mp4|m4[av]|mov|avi|webm|ogg|wav"
    r"|css|js|mjs|json|xml|rss|atom|woff2?|ttf|eot|exe|dmg|apk|ics|epub|txt|csv)$",
    re.IGNORECASE,
)
# '/2025/08/09/', '/2025-08-09/', '/2025/aug/09/', '/20250809/'
DAY = re.compile(
    r"[/_-](?:19|20)\d\d[/_-]?(?:0[1-9]|1[0-2]|[a-z]{3})[/_-]?(?:0[1-9]|[12]\d|3[01])(?=[/_.-]|$)", re.I
)
MONTH = re.compile(r"/(?:19|20)\d\d/(?:0?[1-9]|1[0-2]|[a-z]{3})/", re.IGNORECASE)
# An archive's own page: '/2025/08/', '/2025/'
ARCHIVE = re.compile(r"/(?:19|20)\d\d(?:/(?:0?[1-9]|1[0-2]|[a-z]{3})(?:/\d\d?)?)?/?$", re.IGNORECASE)
# '/en', '/de-at', '/index.html', '/home'
HOME = re.compile(r"[a-z]{2}(?:[-_][a-z]{2})?|(?:index|default|home|startseite)(?:\.\w{2,5})?", re.IGNORECASE)
# A record's number: 'story-1234567', '12345.html', 'a1b2c3d4e5f6'
NUMBER = re.compile(r"(?:^|[^\d])\d{5,}(?:[^\d]|$)|[0-9a-f]{12,}", re.IGNORECASE)
RECORD_QUERY = re.compile(
    r"(?:^|&)(?:p|id|aid|sid|story|article|articleid|newsid|storyid)=\d+", re.IGNORECASE
)
PAGED = re.compile(
    r"/(?:page|seite|pagina|p)[/-]?\d+/?$|(?:^|[?&])(?:(?:page|paged|pg|offset|start)=\d{1,4}|p=\d{1,2})(?:&|$)",
    re.IGNORECASE,
)
# What differs between a listing's pages: '/news/page/2/', '/news/?page=2', '/news/page-2.html'
PAGE_NUMBER = re.compile(
    r"(?:/(?:page|seite|pagina)[/-]?|[?&](?:page|paged|pg|p)=)(?P<number>\d{1,4})(?:\.\w{3,5})?/?$",
    re.IGNORECASE,
)
SLUG_WORD = re.compile(r"[^\W\d_]{2,}")
PAGE_ENDING = re.compile(r"\.(?:s?html?|php|aspx?|jsp)$", re.IGNORECASE)


class Shape(NamedTuple):
    """What an address alone says."""

    segments: tuple[str, ...]
    """The path's segments in lower case. Example: `("2025", "08", "tides")`."""
    slug_words: int
    """Words joined by hyphens or underscores in the longest segment. Example: `5`."""
    dated: bool
    """A day or month stands in the path."""
    numbered: bool
    """A record's number stands in the last segment or the query."""
    service: bool
    """It leads to the house itself: contact, login, terms."""
    gathering: bool
    """It leads to a tag, author, archive, search or section page, or to a further page of one."""
    own: bool
    """It ends in a slug of four words or a record's number, or a date stands in it: one page's own address."""
    home: bool
    """It is the site's root, or a language's: '/', '/en', '/index.html'."""


def shape_of(url: str) -> Shape:
    """Return what the address alone says.

    >>> shape_of("https://news.example/2025/08/09/tide-comes-twice-to-town").slug_words
    5
    >>> shape_of("https://news.example/tag/tides").gathering, shape_of("https://news.example/contact").service
    (True, True)
    """
    parts = urlsplit(url)
    segments = tuple(segment for segment in parts.path.lower().split("/") if segment)
    last = segments[-1] if segments else ""
    return Shape(
        segments=segments,
        slug_words=max((slug_words(segment) for segment in segments), default=0),
        dated=bool(DAY.search(parts.path) or MONTH.search(parts.path)),
        numbered=bool(NUMBER.search(last) or RECORD_QUERY.search(parts.query)),
        service=_serves(segments),
        gathering=_gathers(segments, parts.path, parts.query),
        own=_is_own(segments, words=4) or bool(RECORD_QUERY.search(parts.query) or DAY.search(parts.path)),
        home=_is_home(segments) and not RECORD_QUERY.search(parts.query),
    )


def is_page(url: str) -> bool:
    """Tell whether the address may lead to a page: not to an image, a document, a style sheet.

    >>> is_page("https://news.example/a.html"), is_page("https://news.example/a.pdf")
    (True, False)
    """
    return not FILE.search(urlsplit(url).path)


def is_next_page(url: str, of: str) -> bool:
    """Tell whether an address is the page after another one of the same listing, by the number in it.

    >>> is_next_page("https://news.example/sport/page/2/", of="https://news.example/sport/")
    True
    >>> is_next_page("https://news.example/sport?page=57", of="https://news.example/sport?page=2")
    False
    """
    found, own = PAGE_NUMBER.search(url), PAGE_NUMBER.search(of)
    if found is None or int(found["number"]) != (int(own["number"]) if own else 1) + 1:
        return False
    return _unnumbered(url, found) == _unnumbered(of, own)


def score(url: str, text: str | None = None) -> float:
    """Return how much a link looks like one to an article: above ARTICLE_SCORE it does.

    The weights add up evidence: a slug of words, a date, a record's number and a headline as anchor text
    count for it; an archive's, tag's or service page's address against it.

    >>> score("https://news.example/2025/08/tide-comes-twice-to-town") > ARTICLE_SCORE
    True
    >>> score("https://news.example/sport", "Sport") > ARTICLE_SCORE
    False
    """
    shape = shape_of(url)
    total = min(shape.slug_words, 6) * 0.5 if shape.slug_words >= 3 else 0.0
    total += 1.5 * shape.dated + 1.5 * shape.numbered
    total += 0.5 * (len(shape.segments) >= 2) + 0.5 * bool(
        shape.segments and PAGE_ENDING.search(shape.segments[-1])
    )
    total -= 4.0 * shape.service + 3.0 * shape.gathering + 3.0 * shape.home
    return total + _text_score(text)


def _unnumbered(url: str, number: re.Match[str] | None) -> str:
    return (url[: number.start()] if number else url).rstrip("/")


def _is_home(segments: tuple[str, ...]) -> bool:
    return not segments or (len(segments) == 1 and bool(HOME.fullmatch(segments[0])))


def _gathers(segments: tuple[str, ...], path: str, query: str) -> bool:
    """Tell whether the address ends in a gathering page's name; a slug or number behind is a page's own."""
    if PAGED.search(path) or PAGED.search("?" + query) or ARCHIVE.search(path):
        return True
    if len(segments) <= 2 and segments and segments[-1] in SECTIONS and not RECORD_QUERY.search(query):
        return True
    return not _is_own(segments, words=4) and bool(GATHERING & _names(segments[-2:]))


def _serves(segments: tuple[str, ...]) -> bool:
    """Tell whether the address ends in a service page's name, or in a single word below one."""
    own = _is_own(segments, words=2)
    return bool(SERVICE & _names(segments[-1:] if own else segments[-2:]))


def _is_own(segments: tuple[str, ...], words: int) -> bool:
    """Tell whether the last segment is one page's own: a slug of so many words, or a record's number."""
    last = segments[-1] if segments else ""
    return bool(NUMBER.search(last)) or slug_words(last) >= words


def _names(segments: tuple[str, ...]) -> set[str]:
    return {PAGE_ENDING.sub("", segment) for segment in segments}


def slug_words(segment: str) -> int:
    """Return the number of words in a segment of a path.

    >>> slug_words("tide-comes-twice-2025")
    3
    """
    return len(SLUG_WORD.findall(segment))


def _text_score(text: str | None) -> float:
    """Return what the anchor's text adds: a headline has five words or more, a menu's entry one or two."""
    words = count_words(text or "")
    return 1.5 if words >= 5 else 1.0 if words >= 3 else -0.5 if words else 0.0

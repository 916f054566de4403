import gzip
import pickle

import pytest
from crawl_pages import SENTENCES, article, listing, story

from crawler.reading import Answer, Reading, read_answer
from crawler.sources import Document
from crawler.sources.visits import read_source

AT = "https://news.example/news/tide-comes-twice-to-town"
HTML = "text/html; charset=utf-8"
STORIES = [story(number) for number in range(1, 13)]
ABOUT = b"<title>About us</title><h1>About us</h1><p>We print a newspaper on Quay Street.</p><p>Call us.</p>"
SEARCH = b"<title>Search</title><h1>Search</h1><form><input name=q></form><p>No results. Try other words.</p>"
SHORT_STORY = (
    b"<body><h1>Frost takes the plums</h1><p>Farmers in the valley reported a poor harvest this season, because frost "
    b"came late in spring and stayed for a week.</p><p>They blame the cold nights of May and hope for help; the "
    b"cooperative has lowered its prices for jam.</p>"
)
INTRODUCTION = SHORT_STORY + b"".join(b"<p><a href=/p/%d>Plum number %d</a></p>" % (n, n) for n in range(40))
SITEMAP = b"<urlset><url><loc>https://news.example/a</loc></url></urlset>"


def read(body: bytes, *, url: str = AT, content_type: str | None = HTML, status: int | None = 200) -> Reading:
    answer = Answer(
        url=url, body=body, content_type=content_type, status=status, fetched_at="2025-08-10T00:00:00Z"
    )
    return read_answer(answer)


def teaser_page(count: int) -> bytes:
    """A section page whose teasers carry long summaries, so that a parser may take them for a text."""
    summary = (
        "The council wants to know who pays for the sand in the cellars and asks the fishermen first of all. "
    )
    teasers = "".join(
        f"<div><h2><a href='{story(n)}'>Tide number {n} comes</a></h2><p>{summary * 2}</p></div>"
        for n in range(count)
    )
    return f"<html><title>Local news</title><main>{teasers}</main></html>".encode()


def blog(count: int) -> bytes:
    """A blog's front page: whole posts under linked headlines."""
    posts = "".join(
        f"<section><h2><a href='{story(number)}'>Tide number {number} floods the market</a></h2>"
        + "".join(f"<p>Case {number * 7919 + at}. {text}</p>" for at, text in enumerate(SENTENCES))
        + "</section>"
        for number in range(count)
    )
    return f"<html><title>Quay notes</title><body><div id=content>{posts}</div></body></html>".encode()


@pytest.mark.parametrize(
    ("url", "body", "outcome"),
    [
        (AT, article(1), "article"),
        (AT, article(1, links=STORIES), "article"),
        ("https://news.example/", listing(STORIES), "listing"),
        ("https://news.example/en/", listing(STORIES), "listing"),
        ("https://news.example/", teaser_page(14), "listing"),
        ("https://news.example/local", listing(STORIES), "listing"),
        ("https://news.example/local", teaser_page(12), "listing"),
        ("https://news.example/news/page/2/", teaser_page(12), "listing"),
        ("https://news.example/tag/tides", teaser_page(8), "listing"),
        ("https://news.example/harbour", blog(3), "listing"),
        ("https://news.example/harbour", blog(12), "listing"),
        ("https://news.example/index.html", listing(STORIES), "listing"),
        ("https://news.example/", ABOUT * 12, "not_article"),
        (AT, blog(3), "article"),
        ("https://news.example/sport", listing(STORIES[:3]), "listing"),
        ("https://news.example/", listing(STORIES[:1]), "listing"),
        (AT, listing(STORIES[:3]), "not_article"),
        ("https://news.example/a.html", SHORT_STORY, "article"),
        ("https://news.example/about", SHORT_STORY, "not_article"),
        ("https://news.example/a.html", INTRODUCTION, "not_article"),
        ("https://news.example/about", ABOUT, "not_article"),
        ("https://news.example/contact.html", ABOUT, "not_article"),
        ("https://news.example/impressum", ABOUT * 12, "not_article"),
        ("https://news.example/search?q=tide", SEARCH, "not_article"),
        (AT, b"<p>", "not_article"),
    ],
)
def test_pages_are_told_apart(url: str, body: bytes, outcome: str) -> None:
    visit = read(body, url=url).visit
    assert (visit.outcome, visit.article is not None) == (outcome, outcome == "article"), visit.reason


@pytest.mark.parametrize(
    ("body", "content_type", "outcome", "reason"),
    [
        (b"%PDF-1.7 text", "text/html", "rejected", "a PDF"),
        (b"\xff\xd8\xff\xe0", "image/jpeg", "rejected", "a JPEG image"),
        (b"\x00\x01\x02", "application/octet-stream", "rejected", "binary data (application/octet-stream)"),
        (b'{"a": 1}', "application/json", "rejected", "JSON that is no feed"),
        (b"The tide.", "text/plain", "rejected", "plain text"),
        (b"<a/>", "text/xml", "rejected", "XML that is neither feed nor sitemap: <a>"),
        (b"<?xml version='1.0'?>", "text/xml", "rejected", "XML that cannot be read"),
        (b"", "text/html", "rejected", "an empty answer"),
        (b"\x1f\x8b\x08 broken", "application/gzip", "rejected", "a gzip file that is broken or too large"),
        (b"<rss><channel/></rss>", "text/html", "feed", "rss, 0 entries"),
        (SITEMAP, "text/html", "sitemap", "urlset, 1 entries"),
        (gzip.compress(SITEMAP, mtime=0), "application/x-gzip", "sitemap", "urlset, 1 entries"),
        (b"https://news.example/a", "text/plain", "sitemap", "text, 1 entries"),
    ],
)
def test_what_is_no_page_is_named(body: bytes, content_type: str, outcome: str, reason: str) -> None:
    visit = read(body, content_type=content_type).visit
    assert (visit.outcome, visit.reason) == (outcome, reason)


@pytest.mark.parametrize(
    ("status", "outcome", "reason"),
    [
        (404, "failed", "HTTP 404 Not Found"),
        (503, "failed", "HTTP 503 Service Unavailable"),
        (599, "failed", "HTTP 599"),
        (301, "failed", "HTTP 301 Moved Permanently"),
        (304, "unchanged", "HTTP 304 Not Modified"),
        (None, "article", "120 words, article:published_time"),
    ],
)
def test_the_status_decides_first(status: int | None, outcome: str, reason: str) -> None:
    visit = read(article(1), status=status).visit
    assert (visit.outcome, visit.reason, visit.status) == (outcome, reason, status)


def test_an_article_leads_nowhere_and_a_listing_to_its_stories() -> None:
    assert read(article(1, links=STORIES)).links == ()
    assert {link.url for link in read(listing(STORIES), url="https://news.example/").links} == {
        f"https://news.example{path}" for path in STORIES
    }


def test_a_reading_travels_between_processes() -> None:
    reading = read(article(1))
    assert pickle.loads(pickle.dumps(reading)) == reading  # noqa: S301 - our own bytes


HOURS_AGO = (
    b"<html lang=en><body><h1>The tide came twice</h1><p class=date>2 hours ago</p><article>"
    b"<p>The tide came twice on Saturday night, and nobody on the quay could say why it had done so.</p>"
    b"<p>By two in the morning the boats lay in the car park of the chandlery, upright and dry.</p>"
    b"<p>The observatory in Strand Mills has asked for the book, and the harbour office for the boats.</p>"
    b"</article></body></html>"
)


def test_hours_ago_count_back_from_when_the_page_was_served() -> None:
    url, now = "https://gazette.example/2025/tide-came-twice-on-saturday", "2025-08-09T14:00:00Z"
    served = read_answer(Answer(url=url, body=HOURS_AGO, fetched_at=now)).visit
    saved = read_source(Document(origin="file:///a.html", body=HOURS_AGO, kind="html", url=url), now).visit
    assert served.article
    assert saved.article
    assert (served.article.published_at or "")[:10] == "2025-08-09"
    assert saved.article.published_at is None


def test_a_sitemap_with_more_entries_than_are_read_says_so() -> None:
    entry = b"<url><loc>https://news.example/%d</loc></url>"
    body = b"<urlset>%s</urlset>" % b"".join(entry % number for number in range(50_001))
    found = read(body, content_type="text/xml")
    assert (found.visit.outcome, len(found.links)) == ("sitemap", 50_000)
    assert found.visit.reason == "urlset with more entries than are read, 50000 entries"

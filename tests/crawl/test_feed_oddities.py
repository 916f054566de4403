"""Feeds and sitemaps as houses serve them: what is wrong with them costs no entry."""

from __future__ import annotations

import gzip

import pytest
from crawl_pages import article, html, listing, story
from crawl_run import crawl
from loopback import Loopback, Route

from crawler.discovery.link import Link
from crawler.reading import Answer, Reading, read_answer

AT = "https://news.example/blog/feed"
ITEM = "<item><title>Tides</title><link>https://news.example/tides</link></item>"
RSS = f"<rss version='2.0'><channel>{ITEM}</channel></rss>".encode()
MAP = b"<urlset><url><loc>https://news.example/tides</loc></url></urlset>"
PACKED = gzip.compress(MAP, mtime=0)  # the time of packing would be part of the tests' names


def read(body: bytes, content_type: str | None = None) -> Reading:
    return read_answer(Answer(url=AT, body=body, content_type=content_type, status=200))


@pytest.mark.parametrize("content_type", [None, "text/html", "text/plain", "application/octet-stream"])
@pytest.mark.parametrize(
    "body",
    [
        b"\n\n  <?xml version='1.0'?>" + RSS,
        b"\xef\xbb\xbf<?xml version='1.0' encoding='utf-8'?>" + RSS,
        b"\xef\xbb\xbf\r\n<?xml version='1.0' encoding='utf-8'?>" + RSS,
        b"<!-- made by hand -->" + RSS,
        b"<?xml-stylesheet href='/feed.xsl'?>" + RSS,
        b'<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://x.example/rss-0.91.dtd">' + RSS,
        gzip.compress(RSS, mtime=0),
    ],
)
def test_a_feed_is_one_whatever_stands_before_it_and_its_type(body: bytes, content_type: str | None) -> None:
    found = read(body, content_type)
    assert found.visit.outcome == "feed", found.visit.reason
    assert [link.url for link in found.links] == ["https://news.example/tides"]


@pytest.mark.parametrize("body", [PACKED, PACKED[:-9], b"\xef\xbb\xbf" + MAP])
def test_a_sitemap_is_one_gzipped_cut_short_or_with_a_mark(body: bytes) -> None:
    found = read(body, "text/html")
    assert (found.visit.outcome, [link.url for link in found.links]) == (
        "sitemap",
        ["https://news.example/tides"],
    )


def test_addresses_of_atom_stand_to_the_bases_around_them() -> None:
    feed = b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/weblog/"><entry xml:base="2025/">
    <link rel="alternate" href="tides"/></entry><entry><link href="moon"/></entry></feed>"""
    assert [link.url for link in read(feed).links] == [
        "https://news.example/weblog/2025/tides",
        "https://news.example/weblog/moon",
    ]


@pytest.mark.parametrize("text", ["yesterday", "Sat, 99 Aug 2025", "0000-00-00", "", "2025-08-09T99:00:00Z"])
def test_a_date_that_is_none_costs_no_entry(text: str) -> None:
    feed = RSS.replace(b"<link>", f"<pubDate>{text}</pubDate><link>".encode())
    assert read(feed).links == (Link(url="https://news.example/tides", kind="article?", text="Tides"),)


def test_an_id_of_a_json_feed_that_is_an_address_stands_for_one() -> None:
    items = '{"id": "https://news.example/tides"}, {"id": "tag:news.example,2025:7"}, {"id": 8}'
    body = f'{{"version": "https://jsonfeed.org/version/1.1", "items": [{items}]}}'
    assert [link.url for link in read(body.encode(), "application/json").links] == [
        "https://news.example/tides"
    ]


@pytest.mark.parametrize("version", ["1", "1.1"])
def test_a_json_feed_is_one_under_any_type(version: str) -> None:
    body = (
        f'{{"version": "https://jsonfeed.org/version/{version}", "items": [{{"id": 1, "url": "/a-tide"}}]}}'
    )
    found = read(b"\xef\xbb\xbf" + body.encode(), "text/html")
    assert (found.visit.outcome, [link.url for link in found.links]) == (
        "feed",
        ["https://news.example/a-tide"],
    )


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2025-08-09", "2025-08-09T00:00:00Z"),
        ("2025-08-09T07:30Z", "2025-08-09T07:30:00Z"),
        ("2025-08-09T07:30:00.123+02:00", "2025-08-09T05:30:00Z"),
        ("2025-08-09T07:30:00+0200", "2025-08-09T05:30:00Z"),
        ("\n 2025-08-09 \n", "2025-08-09T00:00:00Z"),
        ("2025-08", None),
        ("2025", None),
        ("soon", None),
    ],
)
def test_a_sitemaps_lastmod_is_read_in_its_forms(text: str, moment: str | None) -> None:
    body = MAP.replace(b"</loc>", f"</loc><lastmod>{text}</lastmod>".encode())
    assert [link.lastmod for link in read(body).links] == [moment]


def test_images_and_translations_of_a_sitemaps_entry_are_no_entries() -> None:
    body = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"
    xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url><image:image><image:loc>https://news.example/i.jpg
    </image:loc></image:image><xhtml:link rel="alternate" hreflang="de" href="/de/tides"/>
    <loc>https://news.example/tides</loc></url></urlset>"""
    assert [link.url for link in read(body).links] == ["https://news.example/tides"]


def endless_index(handler: object) -> tuple[int, dict[str, str], bytes]:
    """An index of one more index, at an address of its own each time, and of the one that robots.txt names."""
    path = handler.path  # type: ignore[attr-defined]
    number = int(path.partition("n=")[2] or 0) + 1
    body = f"<sitemapindex><sitemap><loc>/maps?n={number}</loc></sitemap><sitemap><loc>/maps</loc></sitemap></sitemapindex>"
    return 200, {"Content-Type": "application/xml"}, body.encode()


def test_indexes_of_indexes_come_to_an_end() -> None:
    routes: dict[str, Route] = {story(number): html(article(number)) for number in range(1, 8)}
    routes |= {
        "/": html(listing(routes)),
        "/robots.txt": (200, {}, b"Sitemap: /maps"),
        "/maps": endless_index,
    }
    with Loopback(routes) as server:
        run = crawl(server.url("/"))
    assert len(run.of("article")) == 7
    # The named one, and three levels below.
    assert run.of("sitemap") == [server.url("/maps"), *(server.url(f"/maps?n={n}") for n in (1, 2, 3))]

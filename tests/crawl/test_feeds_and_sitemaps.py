import json
import time

import pytest

from crawler.discovery.feeds import read_feed, read_json_feed
from crawler.discovery.link import Link
from crawler.discovery.sitemaps import read_sitemap, read_text_sitemap
from crawler.discovery.xml import xml_root

AT = "https://news.example/feed"
TIDES = Link(url="https://news.example/tides", kind="article?", text="Tides", lastmod="2025-08-09T07:30:00Z")

RSS_2 = """<rss version="2.0"><channel><title>News</title><link>https://news.example/</link>
<item><title>Tides</title><link>https://news.example/tides?utm_source=rss</link>
<pubDate>Sat, 09 Aug 2025 07:30:00 GMT</pubDate></item></channel></rss>"""
RSS_091 = """<?xml version="1.0" encoding="iso-8859-1"?><rss version="0.91"><channel>
<item><title>Tides</title><link>/tides</link><date>2025-08-09T07:30:00Z</date></item></channel></rss>"""
RSS_1 = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><link>https://news.example/</link></channel>
<item rdf:about="y"><title>Tides</title><link>https://news.example/tides</link>
<dc:date>2025-08-09T09:30:00+02:00</dc:date></item></rdf:RDF>"""
GUID_ONLY = """<rss><channel><item><title>Tides</title><guid>https://news.example/tides</guid>
<pubDate>Sat, 09 Aug 2025 07:30:00 GMT</pubDate></item>
<item><guid isPermaLink="false">https://news.example/no-address</guid></item></channel></rss>"""
WRAPPED = """<rss xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><channel><item><title>Tides</title>
<link>https://feeds.example/~r/1</link><feedburner:origLink>https://news.example/tides</feedburner:origLink>
<pubDate>Sat, 09 Aug 2025 07:30:00 GMT</pubDate></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://news.example/"><link rel="self" href="/feed"/>
<entry><title type="html">Tides</title><link rel="self" href="/api/1"/><link href="tides"/>
<id>tag:news.example,2025:1</id><published>2025-08-01T00:00:00Z</published><updated>2025-08-09T07:30:00Z</updated>
</entry></feed>"""


@pytest.mark.parametrize("feed", [RSS_2, RSS_091, RSS_1, GUID_ONLY, WRAPPED, ATOM])
def test_every_kind_of_xml_feed_gives_its_entry(feed: str) -> None:
    root = xml_root(feed.encode())
    assert root is not None
    assert read_feed(root, AT) == (TIDES,)


def test_a_json_feed_gives_its_entries_and_its_next_page() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "next_url": "/feed?page=2",
        "items": [
            {
                "url": "/tides",
                "title": "Tides",
                "date_published": "2025-08-01",
                "date_modified": "2025-08-09T07:30:00Z",
            },
            {"url": "/tides", "title": "Tides again"},
            {"url": 7},
            "no entry",
        ],
    }
    next_page = Link(url="https://news.example/feed?page=2", kind="next")
    assert read_json_feed(json.dumps(feed).encode(), AT) == (TIDES, next_page)


@pytest.mark.parametrize("body", [b"{}", b"[1]", b"{", b"[" * 100_000, b'{"version": 1}'])
def test_json_that_is_no_feed_is_none(body: bytes) -> None:
    assert read_json_feed(body, AT) is None


def test_a_feed_names_its_next_page() -> None:
    root = xml_root(b"<feed><link rel='next' href='/feed?page=2'/><entry><link href='/a'/></entry></feed>")
    assert root is not None
    assert [link.kind for link in read_feed(root, AT)] == ["article?", "next"]


def test_broken_xml_is_mended_and_entities_are_not_expanded() -> None:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    text = f"""<!DOCTYPE rss [<!ENTITY e0 "tide"><!ENTITY file SYSTEM "file:///etc/passwd">{bomb}]>
    <rss><channel><item><title>a &nbsp; &e0; b</title><link>/a</link></item>
    <item><title>&e11;&file;</title><link>/b</link></item><item><link>/c</link>"""
    started = time.monotonic()
    root = xml_root(text.encode())
    assert root is not None
    links = read_feed(root, AT)
    assert [link.url for link in links] == [f"https://news.example/{name}" for name in "abc"]
    assert "root:" not in str(links)
    assert "tide" not in str(links)
    assert len(str(links)) < 2_000
    assert time.monotonic() - started < 5


SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc> https://news.example/old </loc></url>
<url><loc>https://news.example/a</loc><lastmod>2025-08-01</lastmod></url>
<url><loc>https://news.example/b</loc><lastmod>2025-08-09T00:00:00+02:00</lastmod></url>
<url><loc>ftp://news.example/c</loc></url><url/></urlset>"""
NEWS = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://news.example/tides</loc><news:news>
<news:publication><news:name>News</news:name></news:publication><news:title>Tides</news:title>
<news:publication_date>2025-08-09T07:30:00Z</news:publication_date></news:news></url></urlset>"""
INDEX = """<sitemapindex><sitemap><loc>/s1.xml</loc><lastmod>2024-01-01</lastmod></sitemap>
<sitemap><loc>/s2.xml.gz</loc><lastmod>2025-01-01</lastmod></sitemap></sitemapindex>"""


@pytest.mark.parametrize(
    ("text", "paths", "kind"),
    [
        (SITEMAP, ["b", "a", "old"], "article?"),
        (NEWS, ["tides"], "article?"),
        (INDEX, ["s2.xml.gz", "s1.xml"], "sitemap"),
    ],
)
def test_sitemaps_give_their_entries_newest_first(text: str, paths: list[str], kind: str) -> None:
    root = xml_root(text.encode())
    assert root is not None
    links = read_sitemap(root, "https://news.example/sitemap.xml")
    assert [link.url for link in links] == [f"https://news.example/{path}" for path in paths]
    assert {link.kind for link in links} == {kind}


def test_a_news_sitemap_gives_title_and_date() -> None:
    root = xml_root(NEWS.encode())
    assert root is not None
    assert read_sitemap(root, AT) == (TIDES,)


def test_a_list_of_addresses_is_a_sitemap_and_a_text_is_not() -> None:
    lines = [f"https://news.example/{name}?utm_source=x" for name in "abcde"]
    links = read_text_sitemap("\r\n\n".join([*lines, "# the end"]))
    assert links is not None
    assert [link.url for link in links] == [f"https://news.example/{name}" for name in "abcde"]
    assert read_text_sitemap("The tide came twice.\nhttps://news.example/a") is None
    assert read_text_sitemap("") is None

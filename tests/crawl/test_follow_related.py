"""`follow_related`: what articles show as related is asked, within the site, within bounds, once."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from crawl_pages import article, html, listing, story
from crawl_run import STORED, crawl
from loopback import HTML, Answer, Loopback, Route

ON = {"COPYDESK_FOLLOW_RELATED": True}
# The order of requests is that of their priorities only when none waits elsewhere than in the queue.
ONE_BY_ONE = {"CONCURRENT_REQUESTS_PER_DOMAIN": 1, "CONCURRENT_REQUESTS": 1}


def page(number: int, *related: int | str) -> Route:
    links = [story(link) if isinstance(link, int) else link for link in related]
    return html(article(number, related=links))


def paper() -> dict[str, Route]:
    """A home page with stories 1 and 2; from 1 a thread leads to 3, 4, 5, 6 and in circles; 2 and 7 know each other."""
    return {
        "/": html(listing([story(1), story(2)])),
        story(1): page(1, 3, 2),
        story(2): page(2, 7, 1),
        story(3): page(3, 4, 1, 3),
        story(4): page(4, 5, 3),
        story(5): page(5, 6, 1),
        story(6): page(6, 1),
        story(7): page(7, 2),
    }


def stories(numbers: Iterable[int]) -> list[str]:
    return sorted(story(number) for number in numbers)


def asked(server: Loopback) -> list[str]:
    """The paths asked for; fails when one was asked twice."""
    assert set(Counter(server.paths).values()) <= {1}
    return sorted(server.paths)


def stored(path: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as db:
        return db.execute(sql).fetchall()


@pytest.mark.parametrize("spider", ["site", "article"])
def test_off_by_default_nothing_related_is_asked(spider: str) -> None:
    with Loopback(paper()) as server:
        crawl(server.url(story(1)), spider=spider)
        assert asked(server) == [story(1)]


@pytest.mark.parametrize(
    ("spider", "settings", "args"),
    [
        ("site", ON, {}),
        ("site", {}, {"follow_related": "1"}),
        ("article", {}, {"follow_related": "true"}),
        ("feed", ON, {}),
    ],
)
def test_an_article_named_alone_leads_to_what_surrounds_it(
    spider: str, settings: dict[str, Any], args: dict[str, str]
) -> None:
    """Three links in a row, 1 → 3 → 4 → 5 and 1 → 2 → 7, and no fourth; circles come to an end."""
    with Loopback(paper()) as server:
        run = crawl(server.url(story(1)), spider=spider, settings=settings, args=args)
        assert asked(server) == stories([1, 2, 3, 4, 5, 7])
        assert run.of("article") == sorted(map(server.url, server.paths))


def test_the_spiders_argument_counts_for_more_than_the_setting() -> None:
    with Loopback(paper()) as server:
        crawl(server.url(story(1)), settings=ON, args={"follow_related": "0"})
        assert asked(server) == [story(1)]


@pytest.mark.parametrize(("depth", "numbers"), [(1, [1, 2, 3]), (2, [1, 2, 3, 4, 7]), (9, range(1, 8))])
def test_the_depth_counts_related_links_in_a_row(depth: int, numbers: Iterable[int]) -> None:
    with Loopback(paper()) as server:
        crawl(server.url(story(1)), settings={**ON, "COPYDESK_RELATED_DEPTH": depth})
        assert asked(server) == stories(numbers)


def test_related_links_come_after_all_that_listings_and_sitemaps_lead_to() -> None:
    routes = paper()
    routes["/"] = html(listing([story(1), story(2)], menu=["/sport"]))
    routes["/sport"] = html(listing([story(8), story(9)]))
    routes |= {story(8): page(8, 11), story(9): page(9, 12), story(11): page(11), story(12): page(12)}

    def sitemap(handler: BaseHTTPRequestHandler) -> Answer:
        address = f"http://{handler.headers['Host']}{story(10)}"
        return (
            200,
            {"Content-Type": "application/xml"},
            f"<urlset><url><loc>{address}</loc></url></urlset>".encode(),
        )

    routes |= {
        "/robots.txt": (200, {}, b"Sitemap: /map.xml"),
        "/map.xml": sitemap,
        story(10): page(10, 13),
        story(13): page(13),
    }
    with Loopback(routes) as server:
        crawl(server.url("/"), settings={**ON, **ONE_BY_ONE})
        first, rest = server.paths[:8], server.paths[8:]
        assert sorted(first) == sorted(["/", "/sport", "/map.xml", *stories([1, 2, 8, 9, 10])])
        nearest, further = rest[:5], rest[5:]
        assert sorted(nearest) == stories([3, 7, 11, 12, 13])
        assert further == [story(4), story(5)]


def test_no_other_site_no_private_host_and_nothing_that_is_no_story_is_asked() -> None:
    with Loopback({}) as other, Loopback({}) as server:
        port = other.origin.rpartition(":")[2]
        strangers = [
            other.url(story(50)),
            f"http://localhost:{port}{story(51)}",
            f"http://127.1:{port}{story(52)}",
        ]
        server.routes = {
            story(1): page(1, *strangers, "/2025/08/the-tide-in-figures.pdf", "/tag/tides", 2),
            story(2): page(2),
        }
        run = crawl(server.url(story(1)), other.url(story(60)), settings=ON)
        assert asked(server) == stories([1, 2])
        assert asked(other) == [story(60)], "another site that was named too"
        assert {visit["url"] for visit in run.visits} == {
            *map(server.url, stories([1, 2])),
            other.url(story(60)),
        }


def test_entries_of_a_feed_on_a_site_that_was_not_named_lead_no_further() -> None:
    with Loopback({story(1): page(1, 2)}) as other, Loopback({}) as server:
        server.routes["/feed"] = (
            200,
            {},
            f"<rss><channel><item><link>{other.url(story(1))}</link></item></channel></rss>".encode(),
        )
        crawl(server.url("/feed"), settings=ON)
        assert asked(other) == [story(1)]


def test_what_robots_txt_forbids_is_not_asked_and_has_its_row(tmp_path: Path) -> None:
    routes = paper()
    routes["/robots.txt"] = (200, {}, f"User-agent: *\nDisallow: {story(4)}".encode())
    with Loopback(routes) as server:
        run = crawl(server.url(story(1)), settings=ON)
        assert asked(server) == stories([1, 2, 3, 7])
        assert run.of("disallowed") == [server.url(story(4))]


def test_what_is_no_article_leads_no_further() -> None:
    routes: dict[str, Route] = {
        story(1): page(1, 2, 3),
        story(2): html(listing(map(story, range(10, 30)), next_page="/more")),
        story(3): (200, {}, f"<rss><channel><item><link>{story(9)}</link></item></channel></rss>".encode()),
    }
    with Loopback(routes) as server:
        run = crawl(server.url(story(1)), settings=ON)
        assert asked(server) == stories([1, 2, 3])
        assert (len(run.of("listing")), len(run.of("feed"))) == (1, 1)


def test_max_pages_holds_and_the_next_run_goes_on_where_it_stopped(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    settings = {**STORED, **ON, **ONE_BY_ONE, "COPYDESK_DB": str(path)}
    with Loopback(paper()) as server:
        first = crawl(server.url(story(1)), settings={**settings, "COPYDESK_MAX_PAGES": 3})
        assert asked(server) == stories([1, 2, 3])
        assert first.stats["copydesk/left_for_next_run"] == 2
        crawl(server.url(story(1)), settings=settings)
        assert asked(server) == stories([1, 2, 3, 4, 5, 7])
        crawl(server.url(story(1)), settings=settings)
        assert asked(server) == stories([1, 2, 3, 4, 5, 7]), "the third run asks for nothing"
    assert stored(path, "SELECT count(*), count(DISTINCT address_key), min(outcome) FROM pages") == [
        (6, 6, "article")
    ]


def test_what_was_stored_without_following_is_followed_later(tmp_path: Path) -> None:
    settings = {**STORED, "COPYDESK_DB": str(tmp_path / "news.db")}
    with Loopback(paper()) as server:
        crawl(server.url("/"), settings=settings)
        server.log.clear()
        crawl(server.url("/"), settings={**settings, **ON})
        assert asked(server) == sorted(["/", *stories([3, 4, 5, 7])])
        server.log.clear()
        crawl(server.url("/"), settings={**settings, **ON})
        assert asked(server) == ["/"]


def test_an_article_that_did_not_change_leads_on_by_what_is_stored(tmp_path: Path) -> None:
    def once(handler: BaseHTTPRequestHandler) -> Answer:
        body = article(1, related=[story(3)])
        return (
            (304, {}, b"") if handler.headers.get("If-None-Match") else (200, {**HTML, "ETag": '"1"'}, body)
        )

    settings = {**STORED, "COPYDESK_DB": str(tmp_path / "news.db")}
    with Loopback({**paper(), story(1): once, "/": html(listing([story(1)]))}) as server:
        crawl(server.url("/"), settings=settings)
        server.log.clear()
        crawl(
            server.url("/"),
            settings={**settings, **ON, "COPYDESK_RECHECK": True, "COPYDESK_RELATED_DEPTH": 1},
        )
        assert asked(server) == sorted(["/", story(1), story(3)])


def test_a_known_article_that_may_no_longer_be_asked_leads_nowhere(tmp_path: Path) -> None:
    settings = {**STORED, "COPYDESK_DB": str(tmp_path / "news.db")}
    with Loopback(paper()) as server:
        crawl(server.url(story(1)), settings=settings)
        server.routes["/robots.txt"] = (200, {}, f"User-agent: *\nDisallow: {story(1)}".encode())
        server.log.clear()
        crawl(server.url(story(1)), settings={**settings, **ON, "COPYDESK_RECHECK": True})
        assert asked(server) == []


def test_every_page_has_one_row_and_every_edge_of_the_graph_is_known(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with Loopback(paper()) as server:
        crawl(
            server.url("/"), settings={**STORED, **ON, "COPYDESK_DB": str(path), "COPYDESK_RELATED_DEPTH": 9}
        )
        pages = {url.removeprefix(server.origin) for (url,) in stored(path, "SELECT url FROM pages")}
        assert sorted(pages) == asked(server)
        edges = [
            (int(source.split("-")[2]), int(target.split("-")[2]))
            for source, target in stored(path, "SELECT source_url, target_url FROM related_graph")
        ]
    assert sorted(edges) == [
        (1, 2), (1, 3), (2, 1), (2, 7), (3, 1), (3, 4), (4, 3), (4, 5), (5, 1), (5, 6), (6, 1), (7, 2),
    ]  # fmt: skip


@pytest.mark.parametrize(("option", "says", "followed"), [(False, "true", True), (True, "false", False)])
def test_a_sites_file_decides_for_its_site(tmp_path: Path, option: bool, says: str, followed: bool) -> None:
    with Loopback(paper()) as server:
        rules = f'deny = ["number-4"]\nfollow_related = {says}\n'
        text = f'[sites.paper]\nstart = ["{server.url(story(1))}"]\n{rules}'
        (tmp_path / "sites.toml").write_text(text, "utf-8")
        settings = {"COPYDESK_SITES": str(tmp_path / "sites.toml"), "COPYDESK_FOLLOW_RELATED": option}
        run = crawl(server.url(story(1)), settings=settings)
        assert asked(server) == (stories([1, 2, 3, 7]) if followed else [story(1)])
        assert run.stats.get("copydesk/denied_by_sites_file", 0) == int(followed)

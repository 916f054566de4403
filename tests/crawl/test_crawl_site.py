from __future__ import annotations

from collections import Counter

import pytest
from crawl_pages import article, html, listing, story
from crawl_run import Run, crawl
from loopback import Loopback, Route

from crawler import __version__
from crawler.urls import address_key

FEED_HEAD = '<link rel="alternate" type="application/rss+xml" href="/feed.xml">'


def feed(numbers: range) -> Route:
    items = "".join(f"<item><title>Tide</title><link>{story(number)}</link></item>" for number in numbers)
    return 200, {"Content-Type": "application/rss+xml"}, f"<rss><channel>{items}</channel></rss>".encode()


def sitemap(*paths: str, index: bool = False) -> Route:
    """A sitemap with absolute addresses, as the protocol asks."""
    root, entry = ("sitemapindex", "sitemap") if index else ("urlset", "url")

    def serve(handler: object) -> tuple[int, dict[str, str], bytes]:
        host = handler.headers["Host"]  # type: ignore[attr-defined]
        body = "".join(f"<{entry}><loc>http://{host}{path}</loc></{entry}>" for path in paths)
        return 200, {"Content-Type": "application/xml"}, f"<{root}>{body}</{root}>".encode()

    return serve


def newspaper() -> dict[str, Route]:
    """Home with two sections (one of three pages), a feed, a sitemap index, redirects, copies of addresses."""
    routes: dict[str, Route] = {
        story(number): html(article(number, links=[story(99)])) for number in range(1, 30)
    }
    tracked = [f"{story(1)}?utm_source=front", f"{story(2)}/", f"{story(2)}#comments"]
    routes |= {
        "/": html(
            listing(
                [*map(story, range(1, 8)), *tracked], menu=["/sport", "/city", "/contact"], head=FEED_HEAD
            )
        ),
        "/sport": html(listing(map(story, range(7, 14)), next_page="/sport?page=2")),
        "/sport?page=2": html(listing(map(story, range(14, 21)), next_page="/sport?page=3")),
        "/sport?page=3": html(listing([story(21), *map(story, range(1, 7))])),
        "/city": html(listing([f"{story(8)}/", f"{story(9)}/index.html", *map(story, range(20, 26))])),
        f"{story(8)}/": html(article(8)),
        f"{story(9)}/index.html": html(article(9)),
        "/feed.xml": feed(range(24, 28)),
        "/robots.txt": (200, {}, f"User-agent: copydesk\nDisallow: {story(3)}\nSitemap: /maps.xml".encode()),
        "/maps.xml": sitemap("/map.xml", index=True),
        "/map.xml": sitemap(story(28), story(1), "/contact"),
        story(4): (301, {"Location": f"{story(29)}?utm_source=old"}, b""),
        story(5): (302, {"Location": story(6)}, b""),
        story(7): (302, {"Location": "http://other.example/2025/08/tide"}, b""),
    }
    return routes


@pytest.fixture(scope="module")
def site() -> tuple[Loopback, Run]:
    with Loopback(newspaper()) as server:
        return server, crawl(server.url("/"))


def test_a_home_page_leads_to_all_articles_of_its_sections_feed_and_sitemap(
    site: tuple[Loopback, Run],
) -> None:
    server, run = site
    expected = {story(number) for number in range(1, 30)} - {story(3), story(4), story(5), story(7)}
    assert sorted(map(address_key, run.of("article"))) == sorted(
        address_key(server.url(path)) for path in expected
    )
    listings = ["/", "/city", "/sport", "/sport?page=2", "/sport?page=3"]
    assert run.of("listing") == sorted(map(server.url, listings))
    assert (run.of("feed"), run.of("sitemap")) == (
        [server.url("/feed.xml")],
        [server.url("/map.xml"), server.url("/maps.xml")],
    )


def test_no_page_is_asked_twice_and_links_on_articles_are_not_followed(site: tuple[Loopback, Run]) -> None:
    server, run = site
    assert set(Counter(server.paths).values()) == {1}
    assert story(99) not in server.paths
    assert "/contact" not in server.paths
    assert run.stats["copydesk/pages_requested"] == len(server.paths)


def test_every_address_ends_in_exactly_one_visit(site: tuple[Loopback, Run]) -> None:
    server, run = site
    ended = [
        *(visit["url"] for visit in run.visits),
        *(alias for visit in run.visits for alias in visit["aliases"]),
    ]
    assert len(ended) == len(set(ended))
    asked = {server.url(path.replace("?utm_source=old", "")) for path in server.paths}
    assert set(ended) == asked | {server.url(story(3))}
    counted = {
        name.rpartition("/")[2]: n for name, n in run.stats.items() if name.startswith("copydesk/outcome/")
    }
    assert counted == Counter(visit["outcome"] for visit in run.visits)


def test_redirects_and_robots_txt_have_their_endings(site: tuple[Loopback, Run]) -> None:
    server, run = site
    assert run.outcome(server.url(story(3))) == "disallowed"
    assert run.reason(server.url(story(3))).startswith("robots.txt forbids it")
    (moved,) = (visit for visit in run.visits if visit["url"] == server.url(story(29)))
    assert moved["aliases"] == [server.url(story(4))]
    assert run.outcome(server.url(story(5))) == "unchanged"
    assert "redirects to another site" in run.reason(server.url(story(7)))


def test_the_crawl_says_who_it_is(site: tuple[Loopback, Run]) -> None:
    server, _ = site
    asked = server.log[-1].headers
    assert asked["User-Agent"] == f"copydesk/{__version__} (news crawler)"
    assert asked["Accept"].startswith("text/html")
    assert "Cookie" not in asked


def test_starts_of_every_kind_are_found_out_from_their_answers() -> None:
    routes = newspaper()
    routes["/old-map.xml"] = (301, {"Location": "/map.xml"}, b"")
    with Loopback(routes) as server:
        run = crawl(
            server.url(story(1)),
            server.url("/feed.xml"),
            server.url("/old-map.xml"),
            "no address",
            server.url("/gone"),
        )
    articles = {story(number) for number in (1, 24, 25, 26, 27, 28)}
    assert run.of("article") == sorted(map(server.url, articles))
    assert run.outcome("no address") == "rejected"
    assert run.reason(server.url("/gone")) == "HTTP 404 Not Found"
    assert run.stats["copydesk/starts_failed"] == 1
    assert "/sport" not in server.paths


def test_max_pages_is_exact_and_spent_on_articles() -> None:
    with Loopback(newspaper()) as server:
        run = crawl(server.url("/"), settings={"COPYDESK_MAX_PAGES": 5, "CONCURRENT_REQUESTS_PER_DOMAIN": 1})
    assert len(server.paths) == 5
    assert sum(path.startswith("/2025/") for path in server.paths) == 4
    assert run.stats["copydesk/max_pages_reached"] is True
    assert run.stats["copydesk/left_for_next_run"] > 0


def test_a_robots_txt_that_cannot_be_served_closes_its_host_and_an_error_page_does_not() -> None:
    rules = b"User-agent: *\nDisallow: /"
    open_routes: dict[str, Route] = {story(1): html(article(1)), "/robots.txt": (404, {}, rules)}
    closed_routes: dict[str, Route] = {story(1): html(article(1)), "/robots.txt": (503, {}, b"")}
    with Loopback(open_routes) as first, Loopback(closed_routes) as second:
        run = crawl(first.url(story(1)), second.url(story(1)), settings={"RETRY_TIMES": 1})
    assert run.of("article") == [first.url(story(1))]
    assert run.of("disallowed") == [second.url(story(1))]
    assert second.paths == []


def test_when_robots_txt_is_not_obeyed_everything_is_asked() -> None:
    with Loopback(newspaper()) as server:
        run = crawl(server.url(story(3)), settings={"ROBOTSTXT_OBEY": False})
    assert run.of("article") == [server.url(story(3))]
    assert [asked.path for asked in server.log] == [story(3)]


def short_links(numbers: range, *, next_page: str = "") -> Route:
    """A list of links whose words and addresses do not tell what they lead to."""
    links = "".join(f"<li><a href='/s{number}.html'>Story {number}</a></li>" for number in numbers)
    more = f"<a href='{next_page}'>2</a>" if next_page else ""
    return html(f"<h1>Stories</h1><ul>{links}</ul>{more}".encode())


def test_a_small_section_named_as_start_leads_to_all_its_stories_page_after_page() -> None:
    pages = {f"/s{number}.html": html(article(number)) for number in range(1, 7)}
    pages |= {
        "/stories": short_links(range(1, 4), next_page="/stories?page=2"),
        "/stories?page=2": short_links(range(4, 7)),
    }
    with Loopback(pages) as server:
        run = crawl(server.url("/stories"))
        assert run.of("article") == sorted(server.url(f"/s{number}.html") for number in range(1, 7))


def test_sections_of_a_small_site_are_followed() -> None:
    pages = {story(number): html(article(number)) for number in range(1, 6)}
    pages |= {
        "/": html(listing([story(1)], menu=["/harbour", "/market"])),
        "/harbour": html(listing([story(2), story(3)], menu=["/s6.html"])),
        "/s6.html": html(article(6)),
        "/market": html(listing([story(4), story(5)])),
    }
    with Loopback(pages) as server:
        run = crawl(server.url("/"))
        assert len(run.of("article")) == 6
        assert run.of("listing") == sorted(map(server.url, ("/", "/harbour", "/market")))

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from crawl_pages import article, html, listing, story
from crawl_run import ROOT, STORED, crawl
from loopback import Loopback, Route

from crawler import settings
from crawler.discovery.link import Link, LinkKind
from crawler.items import Outcome, Visit
from crawler.spiders.follow import Place
from crawler.spiders.usual import as_guess, usual_steps

PLACES = settings.COPYDESK_USUAL_PLACES.split(",")
HOME = "https://news.example/en"


def feed(*paths: str) -> Route:
    items = "".join(f"<item><title>Tide</title><link>{path}</link></item>" for path in paths)
    return 200, {"Content-Type": "application/rss+xml"}, f"<rss><channel>{items}</channel></rss>".encode()


def routes(head: str = "") -> dict[str, Route]:
    stories: dict[str, Route] = {story(number): html(article(number)) for number in range(1, 9)}
    return {"/": html(listing(map(story, range(1, 8)), head=head)), **stories}


def stored(path: Path) -> dict[str, Any]:
    return {**STORED, "COPYDESK_DB": str(path), "COPYDESK_USUAL_PLACES": settings.COPYDESK_USUAL_PLACES}


def test_a_feed_that_nothing_names_is_found_and_what_is_not_there_is_asked_once(tmp_path: Path) -> None:
    options = {**stored(tmp_path / "news.db"), "CONCURRENT_REQUESTS_PER_DOMAIN": 1}
    with Loopback({**routes(), "/feed": feed(story(8))}) as server:
        first = crawl(server.url("/"), settings=options)
        asked, server.log = server.paths, []
        second = crawl(server.url("/"), settings=options)
    assert server.url(story(8)) in first.of("article")
    assert set(asked[:8]) == {"/", *map(story, range(1, 8))}
    assert sorted(asked[8:]) == sorted([*PLACES, story(8)])
    assert [path for path in asked if path in PLACES] == PLACES
    assert first.of("not_article") == sorted(server.url(path) for path in PLACES if path != "/feed")
    reason = first.reason(server.url("/rss.xml"))
    assert reason == "a usual place for feeds; nothing there (HTTP 404 Not Found)"
    assert "copydesk/starts_failed" not in first.stats
    assert sorted(server.paths) == ["/", "/feed"]
    assert second.stats["copydesk/skipped_known"] == 8


@pytest.mark.parametrize("names", ["page", "robots"])
def test_a_site_that_names_a_source_is_not_asked_for_others(names: str) -> None:
    head = '<link rel="alternate" type="application/rss+xml" href="/news.rss">' if names == "page" else ""
    robots = b"User-agent: *\nSitemap: /news.rss" if names == "robots" else b""
    with Loopback({**routes(head), "/news.rss": feed(story(8)), "/robots.txt": (200, {}, robots)}) as server:
        run = crawl(server.url("/"), settings={"COPYDESK_USUAL_PLACES": settings.COPYDESK_USUAL_PLACES})
    assert run.of("feed") == [server.url("/news.rss")]
    assert not set(PLACES) & set(server.paths)


def test_nothing_at_the_usual_places_is_no_failure_of_the_command(tmp_path: Path) -> None:
    with Loopback(routes()) as server:
        args = ["crawl", server.url("/"), "--db", str(tmp_path / "news.db"), "--delay", "0", "--workers", "0"]
        done = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-c", "from crawler.cli import main; main()", *args],
            cwd=ROOT, capture_output=True, timeout=60, check=False,
        )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert set(PLACES) <= set(server.paths)


def test_places_are_on_the_host_of_the_home_page_and_a_named_source_is_enough() -> None:
    steps = list(usual_steps((), HOME, ["/sitemap.xml", "/feed"]))
    assert [(step.link.url, step.link.kind) for step in steps] == [
        ("https://news.example/sitemap.xml", "sitemap"),
        ("https://news.example/feed", "feed"),
    ]
    kinds: tuple[LinkKind, ...] = ("feed", "sitemap")
    for kind in kinds:
        assert not list(usual_steps([Link(url=HOME + "/x", kind=kind)], HOME, ["/feed"]))


@pytest.mark.parametrize(
    ("outcome", "status", "expected", "again"),
    [
        ("failed", 404, "not_article", "2026-02-01T00:00:00Z"),
        ("listing", 200, "not_article", "2026-02-01T00:00:00Z"),
        ("failed", 503, "not_article", "2026-01-03T00:00:00Z"),
        ("failed", None, "not_article", "2026-01-03T00:00:00Z"),
        ("feed", 200, "feed", None),
        ("disallowed", None, "disallowed", None),
    ],
)
def test_what_is_at_a_guessed_address_is_a_source_or_nothing(
    outcome: Outcome, status: int | None, expected: str, again: str | None
) -> None:
    met = Visit(url=HOME, outcome=outcome, reason="so", fetched_at="2026-01-02T00:00:00Z", status=status)
    found = as_guess(met, Place(leaf=True, guessed=True))
    assert (found.outcome, found.next_check_at) == (expected, again)
    assert as_guess(met, Place(leaf=True)) is met

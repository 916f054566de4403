from __future__ import annotations

from datetime import date

import pytest
from crawl_pages import article, html, listing
from crawl_run import crawl
from loopback import Loopback, Route

from crawler.discovery.link import Link, LinkKind
from crawler.discovery.since import day_of, is_older, read_since
from crawler.items import Outcome, Visit
from crawler.reading import Answer, Reading, read_answer
from crawler.spiders.follow import MAX_ARCHIVE_PAGES, MAX_FURTHER_PAGES, Place, furthest, steps

HOME = "https://news.example/"
SITES = frozenset({"news.example"})
TODAY = date(2026, 3, 2)
SINCE = "2025-08-08"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-01-31", "2026-01-31"),
        ("7d", "2026-02-23"),
        (" 0D ", "2026-03-02"),
        ("2026-03-02", "2026-03-02"),
    ],
)
def test_a_day_is_written_in_full_or_as_days_back(text: str, day: str) -> None:
    assert read_since(text, TODAY) == day


@pytest.mark.parametrize(
    "text", ["", "yesterday", "7", "-7d", "7 days", "2026-02-30", "99999d" * 2, "2026-03-03"]
)
def test_what_is_no_day_is_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(ValueError, match="7d"):
        read_since(text, TODAY)


@pytest.mark.parametrize(
    ("path", "lastmod", "shown", "day"),
    [
        ("2025/08/09/tides", None, None, "2025-08-09"),
        ("news/20250809/tides.html", None, None, "2025-08-09"),
        ("2024/2/tides", None, None, "2024-02-29"),
        ("tides-12345678", None, None, None),
        ("2025/08/09/tides", None, "2025-08-10", "2025-08-10"),
        ("2025/08/09/tides", "2025-09-01T00:00:00Z", "2025-08-10", "2025-09-01"),
    ],
)
def test_the_source_says_the_day_then_the_teaser_then_the_address(
    path: str, lastmod: str | None, shown: str | None, day: str | None
) -> None:
    assert day_of(Link(url=HOME + path, kind="article?", lastmod=lastmod, day=shown)) == day


def dated(kind: LinkKind, name: str, day: str | None) -> Link:
    return Link(url=f"{HOME}{name}-came-twice-to-town", kind=kind, lastmod=day and f"{day}T12:00:00Z")


def test_only_articles_and_sitemaps_that_are_said_to_be_older_are() -> None:
    assert is_older(dated("article?", "a", "2025-08-07"), SINCE)
    assert is_older(dated("sitemap", "a", "2025-08-07"), SINCE)
    assert not is_older(dated("article?", "a", SINCE), SINCE)
    assert not is_older(dated("article?", "a", None), SINCE)
    assert not is_older(dated("feed", "a", "2025-08-07"), SINCE)
    assert not is_older(dated("article?", "a", "2025-08-07"), None)


def test_further_pages_are_followed_to_the_first_that_is_older() -> None:
    old, new = dated("article?", "a", "2025-08-07"), dated("article?", "b", "2025-08-09")
    assert furthest([old, new], SINCE) == MAX_ARCHIVE_PAGES
    assert furthest([old, old], SINCE) == 0
    assert furthest([dated("article?", "c", None)], SINCE) == MAX_FURTHER_PAGES
    assert furthest([old, new], None) == MAX_FURTHER_PAGES


def reading(outcome: Outcome, *links: Link) -> Reading:
    return Reading(
        visit=Visit(url=HOME, outcome=outcome, reason="so", fetched_at="2026-01-01T00:00:00Z"), links=links
    )


def test_of_a_found_sitemap_all_that_is_new_is_taken_and_nothing_old() -> None:
    new = [dated("article?", f"n{number}", "2025-08-09") for number in range(700)]
    old = [dated("article?", f"o{number}", "2025-08-01") for number in range(9)]
    undated = [dated("article?", f"u{number}", None) for number in range(600)]
    found = steps(reading("sitemap", *new, *old, *undated), Place(leaf=True), SITES, since=SINCE)
    assert [step.link.url for step in found] == [link.url for link in (*new, *undated[:500])]
    children = [dated("sitemap", f"s{number}", "2025-08-09") for number in range(8)]
    index = reading("sitemap", *children, dated("sitemap", "old", "2025-08-01"))
    assert len(steps(index, Place(leaf=True), SITES, since=SINCE)) == 8
    assert len(steps(index, Place(leaf=True), SITES)) == 5


def test_the_time_in_a_teaser_is_its_days_and_no_other_ones() -> None:
    body = b"""<main><time datetime="2020-01-01"></time><p><time datetime="2020-01-02"></time></p>
    <article><h2><a href="/a-tide-that-came-twice">A tide that came twice</a></h2><time datetime="2025-08-09"></time>
    </article><a href="/b-tide-that-came-once"><h2>A tide that came once only</h2><time datetime="2025-08-07T09:00:00Z">
    </time></a><article><a href="/c-tide-that-never-came">A tide that never came</a></article></main>"""
    found = read_answer(Answer(url=HOME, body=body, content_type="text/html", status=200)).links
    assert {link.url.removeprefix(HOME)[0]: link.day for link in found} == {
        "a": "2025-08-09",
        "b": "2025-08-07",
        "c": None,
    }


def archive() -> dict[str, Route]:
    """Thirty listings of two articles a day, from the last of August back, with the articles."""
    routes: dict[str, Route] = {}
    for page in range(1, 31):
        paths = [f"/2025/08/{31 - page:02}/tide-{page * 10 + part}-floods-market" for part in (0, 1)]
        routes |= {path: html(article(page * 10 + part)) for part, path in enumerate(paths)}
        routes[f"/news?page={page}"] = html(listing(paths, next_page=f"/news?page={page + 1}"))
    routes["/"] = routes.pop("/news?page=1")
    return routes


def test_an_archive_is_followed_as_far_as_the_day() -> None:
    with Loopback(archive()) as server:
        run = crawl(server.url("/"), settings={"COPYDESK_SINCE": "2025-08-06"})
    # Page 25 shows the 6th, page 26 the 5th: that one is looked at and ends it.
    assert len(run.of("listing")) == 26
    assert len(run.of("article")) == 50
    assert not any(path.startswith("/2025/08/05") for path in server.paths)


def test_without_a_day_twenty_further_pages_are_asked() -> None:
    with Loopback(archive()) as server:
        run = crawl(server.url("/"))
    assert len(run.of("listing")) == 21

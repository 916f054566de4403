from __future__ import annotations

import sqlite3
from collections import Counter
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from crawl_pages import article, html, listing, story
from crawl_run import STORED, crawl
from loopback import HTML, Answer, Loopback, Route

from crawler.text import utc_text

VALIDATORS = {"ETag": '"v1"', "Last-Modified": "Sat, 09 Aug 2025 07:30:00 GMT"}


def conditional(body: bytes) -> Route:
    def serve(handler: BaseHTTPRequestHandler) -> Answer:
        known = handler.headers.get("If-None-Match") == VALIDATORS["ETag"]
        return (304, VALIDATORS, b"") if known else (200, {**HTML, **VALIDATORS}, body)

    return serve


def site() -> dict[str, Route]:
    routes: dict[str, Route] = {story(number): conditional(article(number)) for number in range(1, 9)}
    return routes | {
        "/": html(listing(map(story, range(1, 11)))),
        story(9): (301, {"Location": story(1)}, b""),
    }


def test_a_second_run_asks_for_nothing_that_is_stored_and_a_recheck_asks_conditionally(
    tmp_path: Path,
) -> None:
    settings = {**STORED, "COPYDESK_DB": str(tmp_path / "news.db")}
    with Loopback(site()) as server:
        first = crawl(server.url("/"), settings=settings)
        assert len(first.of("article")) == 8
        server.log.clear()
        second = crawl(server.url("/"), settings=settings)
        assert sorted(server.paths) == ["/", story(10)]
        assert second.stats["copydesk/skipped_known"] == 9
        assert second.of("article") == []
        server.log.clear()
        server.routes[story(2)] = conditional(article(99))
        third = crawl(server.url("/"), settings={**settings, "COPYDESK_RECHECK": True})
    asked = {asked.path: asked.headers for asked in server.log}
    assert asked[story(1)]["If-None-Match"] == VALIDATORS["ETag"]
    assert asked[story(1)]["If-Modified-Since"] == VALIDATORS["Last-Modified"]
    assert "If-None-Match" not in asked["/"]
    assert {server.url(story(number)) for number in range(1, 9)} <= set(third.of("unchanged"))


def test_the_file_holds_every_address_once_with_its_ending(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with Loopback(site()) as server:
        run = crawl(server.url("/"), settings={**STORED, "COPYDESK_DB": str(path)})
    with sqlite3.connect(path) as db:
        rows = db.execute("SELECT url, outcome FROM pages").fetchall()
        articles = db.execute("SELECT count(*) FROM articles").fetchone()[0]
    assert len({url for url, _ in rows}) == len(rows) == len(server.paths)
    assert Counter(outcome for _, outcome in rows) == Counter(visit["outcome"] for visit in run.visits)
    assert articles == 8


def test_a_start_that_gave_no_article_is_asked_at_every_run(tmp_path: Path) -> None:
    settings = {**STORED, "COPYDESK_DB": str(tmp_path / "news.db")}
    plain = {"/": html(b"<h1>The Harbour Gazette</h1><p>Soon.</p>"), "/leaflet": (200, HTML, b"%PDF-1.7")}
    with Loopback({**plain, story(1): html(article(1))}) as server:
        starts = [server.url(path) for path in ("/", "/leaflet", story(1))]
        crawl(*starts, settings=settings)
        server.log.clear()
        server.routes["/"] = html(listing([story(2)]))
        second = crawl(*starts, settings=settings)
    assert sorted(server.paths) == sorted(["/", "/leaflet", story(2)])
    assert second.stats["copydesk/skipped_known"] == 1


def test_what_keeps_failing_is_put_off_and_asked_when_it_is_due_though_nothing_leads_to_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "news.db"
    settings = {**STORED, "COPYDESK_DB": str(path), "RETRY_TIMES": 0}
    broken: Answer = (503, HTML, b"Later")
    with Loopback({"/": html(listing([story(1), story(2)])), story(1): html(article(1))}) as server:
        server.routes[story(2)] = broken
        asked = []
        for _ in range(3):
            server.log.clear()
            run = crawl(server.url("/"), settings=settings)
            asked.append(story(2) in server.paths)
        assert asked == [True, True, False]
        assert run.stats["copydesk/skipped_known"] == 2
        assert run.stats["copydesk/put_off"] == 1
        server.routes["/"] = html(listing([story(1)]))
        server.routes[story(2)] = html(article(2))
        server.log.clear()
        crawl(server.url("/"), settings=settings)
        assert server.paths == ["/"]
        with sqlite3.connect(path) as db:
            db.execute("UPDATE pages SET next_check_at = '2026-01-01T00:00:00Z' WHERE outcome = 'failed'")
        run = crawl(server.url("/"), settings=settings)
    assert run.of("article") == [server.url(story(2))]


def test_a_start_that_keeps_failing_is_asked_at_every_run(tmp_path: Path) -> None:
    settings = {**STORED, "COPYDESK_DB": str(tmp_path / "news.db"), "RETRY_TIMES": 0}
    with Loopback({"/": (500, HTML, b"Later")}) as server:
        for _ in range(3):
            crawl(server.url("/"), settings=settings)
    assert server.paths == ["/"] * 3


def make_due(path: Path, *numbers: int) -> None:
    """Let hours pass for some of the stored articles."""
    hour_ago = utc_text(datetime.now(UTC) - timedelta(hours=1))
    with sqlite3.connect(path) as db:
        for number in numbers:
            db.execute("UPDATE pages SET next_check_at = ? WHERE url LIKE ?", (hour_ago, f"%{story(number)}"))


def test_articles_that_are_due_are_asked_again_though_no_page_leads_to_them_any_more(
    tmp_path: Path,
) -> None:
    path = tmp_path / "news.db"
    settings = {**STORED, "COPYDESK_DB": str(path), "CONCURRENT_REQUESTS_PER_DOMAIN": 1}
    days = {number: f"2026-0{number}-01" for number in range(1, 6)}
    with Loopback({story(number): conditional(article(number)) for number in range(1, 10)}) as server:
        server.routes["/"] = html(listing(map(story, range(1, 6))))
        crawl(server.url("/"), settings=settings)
        server.routes["/"] = html(listing(map(story, (5, 6, 7))))
        with sqlite3.connect(path) as db:
            for number, day in days.items():
                db.execute(
                    "UPDATE articles SET published_at = ?, published_on = ? WHERE url LIKE ?",
                    (day, day, f"%{story(number)}"),
                )
        make_due(path, 1, 2, 3, 5)
        server.routes[story(2)] = (410, HTML, b"<h1>Gone</h1>")
        server.log.clear()
        run = crawl(server.url("/"), settings=settings)
        new, again = server.paths[:4], server.paths[4:]
        assert sorted(new) == sorted(["/", *map(story, (5, 6, 7))])
        assert again == list(map(story, (3, 2, 1))), "after what is linked, the newest first"
        assert run.of("unchanged") == sorted(server.url(story(number)) for number in (1, 3, 5))
        with sqlite3.connect(path) as db:
            gone = db.execute("SELECT url FROM articles WHERE gone_at IS NOT NULL").fetchall()
        assert gone == [(server.url(story(2)),)]
        server.log.clear()
        crawl(server.url("/"), settings=settings)
        assert server.paths == ["/"]
        make_due(path, 1, 3)
        server.log.clear()
        crawl(server.url(story(9)), settings=settings)
        assert server.paths == [story(9)], "an article as START does not stand for its site"
        crawl(server.url("/"), settings={**settings, "COPYDESK_SINCE": "2026-03-01"})
        assert server.paths[1:] == ["/", story(3)]


def test_not_modified_without_having_been_asked_is_no_answer(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    settings = {**STORED, "COPYDESK_DB": str(path)}
    with Loopback({"/": html(listing([story(1)])), story(1): (304, {}, b"")}) as server:
        first = crawl(server.url("/"), settings=settings)
        server.routes[story(1)] = html(article(1))
        second = crawl(server.url("/"), settings=settings)
    assert first.reason(server.url(story(1))).startswith("HTTP 304 Not Modified, though it was not asked")
    assert first.of("failed") == second.of("article") == [server.url(story(1))]

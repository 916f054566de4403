"""Articles whose pages are taken down, against a real server."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from crawl_pages import article, html, listing, story
from crawl_run import STORED, crawl
from loopback import HTML, Loopback, Route


def test_what_was_taken_down_stays_in_the_file_and_is_marked(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    settings: dict[str, Any] = {**STORED, "COPYDESK_DB": str(path), "COPYDESK_RECHECK": True}
    pages: dict[str, Route] = {story(number): html(article(number)) for number in range(1, 7)}
    with Loopback({**pages, "/": html(listing(map(story, range(1, 7))))}) as server:
        crawl(server.url("/"), settings=settings)
        with sqlite3.connect(path) as db:
            db.execute("UPDATE articles SET last_seen_at = '2026-01-01T00:00:00Z'")
        server.routes[story(1)] = (410, HTML, b"<h1>Gone</h1>")
        server.routes[story(2)] = (404, HTML, b"<h1>Not found</h1>")
        server.routes[story(3)] = (302, {"Location": "/"}, b"")
        server.routes[story(4)] = (503, HTML, b"<h1>Soon</h1>")
        run = crawl(server.url("/"), settings={**settings, "RETRY_ENABLED": False})
        with sqlite3.connect(path) as db:
            marked = [
                url
                for (url,) in db.execute("SELECT url FROM articles WHERE gone_at IS NOT NULL ORDER BY url")
            ]
            assert marked == [server.url(story(1))]
            missing = {url for (url,) in db.execute("SELECT url FROM pages WHERE missing_since IS NOT NULL")}
            assert missing == {server.url(story(number)) for number in (1, 2, 3)}
            assert db.execute("SELECT count(*) FROM articles").fetchone() == (6,)
            # A day passes.
            db.execute(
                "UPDATE pages SET missing_since = '2026-02-01T00:00:00Z' WHERE missing_since IS NOT NULL"
            )
        crawl(server.url("/"), settings={**settings, "RETRY_ENABLED": False})
        with sqlite3.connect(path) as db:
            marked = [
                url
                for (url,) in db.execute("SELECT url FROM articles WHERE gone_at IS NOT NULL ORDER BY url")
            ]
        assert marked == [server.url(story(number)) for number in (1, 2, 3)]
        server.routes.update(pages)
        crawl(server.url("/"), settings=settings)
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT count(*), count(gone_at) FROM articles").fetchone() == (6, 0)
        ((number,),) = db.execute("SELECT id FROM articles WHERE url = ?", (server.url(story(1)),)).fetchall()
    assert f"article {number} is kept, marked as gone" in run.reason(server.url(story(1)))
    reason = run.reason(server.url(story(3)))
    assert reason.startswith(f"redirects to the home page, {server.url('/')}; article")
    assert run.outcome(server.url(story(3))) == "failed"


def test_a_section_may_redirect_to_the_home_page_and_a_dead_link_keeps_no_article(tmp_path: Path) -> None:
    settings: dict[str, Any] = {**STORED, "COPYDESK_DB": str(tmp_path / "news.db")}
    pages: dict[str, Route] = {
        "/": html(listing([story(1), story(2)], menu=["/science"])),
        "/science": (301, {"Location": "/"}, b""),
        story(1): html(article(1)),
        story(2): (302, {"Location": "/"}, b""),
    }
    with Loopback(pages) as server:
        run = crawl(server.url("/"), settings=settings)
    assert run.outcome(server.url("/science")) == "unchanged"
    assert run.outcome(server.url(story(2))) == "failed"
    assert run.reason(server.url(story(2))) == f"redirects to the home page, {server.url('/')}"

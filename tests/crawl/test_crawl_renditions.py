"""Renditions of stored articles, against a real server."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from crawl_pages import article, html, listing, story
from crawl_run import STORED, crawl
from loopback import Loopback, Route

FORMS = (
    "{}?utm_source=rss",
    "{}/",
    "{}?print=1",
    "{}/print",
    "/amp{}",
    "{}/amp",
    "{}?outputType=amp",
    "/print{}",
)


def test_renditions_of_what_is_stored_cost_no_request(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    settings: dict[str, Any] = {**STORED, "COPYDESK_DB": str(path)}
    pages: dict[str, Route] = {story(number): html(article(number)) for number in range(1, 9)}
    own = f"{story(1)}-as-seen-in/print"
    with Loopback({**pages, "/": html(listing(map(story, range(1, 9)))), own: html(article(50))}) as server:
        crawl(server.url("/"), settings=settings)
        server.log.clear()
        forms = [form.format(story(number)) for number, form in enumerate(FORMS, 1)]
        server.routes["/"] = html(listing([*forms, own]))
        crawl(server.url("/"), settings=settings)
        assert sorted(server.paths) == sorted(["/", own]), "a story of its own is read, whatever it is called"
        server.log.clear()
        third = crawl(server.url("/"), settings=settings)
        assert server.paths == ["/"]
    assert third.of("unchanged") == [], "each is recorded once"
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT count(*) FROM articles").fetchone() == (9,)
        rows = db.execute("SELECT count(*), count(article_id) FROM pages WHERE reason LIKE 'looks like%'")
        assert rows.fetchone() == (5, 5)

"""What a site is asked when nothing has changed, and what is asked nevertheless: the access log of a second run."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from command_line import run
from loopback import HTML, Answer, Loopback, Route
from small_site import article, home

FAST = ("--delay", 0, "--concurrency", 4)
XML = {"Content-Type": "application/xml"}
SOURCES = {"/", "/north", "/feed", "/sitemap.xml", "/robots.txt"}


def story(number: int) -> str:
    return f"/2025/08/the-lock-number-{number}-runs-over"


class Paper:
    """A site whose pages of links have ETags; counts what was sent."""

    def __init__(self) -> None:
        self.pages: dict[str, tuple[dict[str, str], bytes]] = {}
        self.sent = 0
        self.not_modified: list[str] = []
        for number in range(1, 19):
            self.pages[story(number)] = (HTML, article(number))
        self.front(range(1, 7))
        self.section("/north", range(5, 13))
        items = "".join(f"<item><title>Lock</title><link>{story(n)}</link></item>" for n in range(12, 16))
        self.pages["/feed"] = (XML, f"<rss version='2.0'><channel>{items}</channel></rss>".encode())
        self.server = Loopback(
            {path: self.route(path) for path in (*self.pages, "/sitemap.xml", "/robots.txt")}
        )
        entries = "".join(f"<url><loc>{self.server.url(story(n))}</loc></url>" for n in range(14, 19))
        schema = "http://www.sitemaps.org/schemas/sitemap/0.9"
        self.pages["/sitemap.xml"] = (XML, f'<urlset xmlns="{schema}">{entries}</urlset>'.encode())
        robots = f"Sitemap: {self.server.url('/sitemap.xml')}\n"
        self.pages["/robots.txt"] = ({"Content-Type": "text/plain"}, robots.encode())

    def front(self, numbers: range) -> None:
        menu = '<body><nav><ul><li><a href="/north">North</a></li></ul></nav>'
        page = home(map(story, numbers)).replace(b"<body>", menu.encode())
        feed = b'<link rel=alternate type="application/rss+xml" href="/feed"></head>'
        self.pages["/"] = (HTML, page.replace(b"</head>", feed))

    def section(self, path: str, numbers: range) -> None:
        self.pages[path] = (HTML, home(map(story, numbers)))

    def route(self, path: str) -> Route:
        def serve(handler: BaseHTTPRequestHandler) -> Answer:
            headers, body = self.pages[path]
            etag = f'"{hashlib.md5(body, usedforsecurity=False).hexdigest()}"'
            if path in SOURCES and handler.headers.get("If-None-Match") == etag:
                self.not_modified.append(path)
                return 304, {"ETag": etag}, b""
            self.sent += len(body)
            return 200, {**headers, **({"ETag": etag} if path in SOURCES else {})}, body

        return serve

    def crawl(self, db: Path, *more: object) -> str:
        """Run once, counting from nothing; return what was said."""
        self.server.log.clear()
        self.not_modified.clear()
        self.sent = 0
        return run("crawl", self.server.url("/"), "--db", db, *FAST, *more).stderr


@pytest.fixture
def paper() -> Iterator[Paper]:
    made = Paper()
    with made.server:
        yield made


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


def articles(db: Path) -> int:
    with closing(sqlite3.connect(db)) as file:
        return int(file.execute("SELECT count(*) FROM articles").fetchone()[0])


def test_a_second_run_asks_only_for_pages_of_links_and_gets_304_for_each(paper: Paper, db: Path) -> None:
    paper.crawl(db)
    assert articles(db) == 18
    first = paper.sent
    said = paper.crawl(db)
    assert set(paper.server.paths) == set(paper.not_modified) == SOURCES - {"/robots.txt"}
    assert len(paper.server.paths) == 4
    assert paper.sent < 0.01 * first
    assert said.startswith("Nothing new: 4 pages of links unchanged; 4 addresses in ")
    third = paper.crawl(db)
    assert set(paper.not_modified) == SOURCES - {"/robots.txt"}, third


def test_what_waits_is_asked_though_what_led_to_it_has_not_changed(paper: Paper, db: Path) -> None:
    paper.crawl(db, "--max-pages", 4)
    assert articles(db) == 3
    paper.crawl(db, "--max-pages", 10)
    assert paper.not_modified == ["/"]
    while "left for the next run" in paper.crawl(db, "--max-pages", 10):
        pass
    assert articles(db) == 18


def test_a_section_is_looked_at_though_the_front_page_has_not_changed(paper: Paper, db: Path) -> None:
    paper.crawl(db)
    paper.pages[story(19)] = (HTML, article(19))
    paper.server.routes[story(19)] = paper.route(story(19))
    paper.section("/north", range(5, 20))
    paper.crawl(db)
    assert "/" in paper.not_modified
    assert set(paper.server.paths) - set(paper.not_modified) == {"/north", story(19)}
    assert articles(db) == 19


def ago(**span: float) -> str:
    return f"{datetime.now(UTC) - timedelta(**span):%Y-%m-%dT%H:%M:%SZ}"


def test_an_article_that_has_come_due_is_found_by_reading_in_full(paper: Paper, db: Path) -> None:
    paper.crawl(db)
    with closing(sqlite3.connect(db)) as file, file:
        file.execute("UPDATE sources SET followed_at = ?", (ago(hours=1),))
        due = (ago(minutes=30), "%" + story(3))
        file.execute("UPDATE pages SET next_check_at = ? WHERE url LIKE ?", due)
    paper.crawl(db)
    assert story(3) in paper.server.paths
    assert paper.not_modified == []


def test_a_server_is_not_believed_for_more_than_a_day(paper: Paper, db: Path) -> None:
    paper.crawl(db)
    with closing(sqlite3.connect(db)) as file, file:
        file.execute("UPDATE sources SET followed_at = ? WHERE url LIKE '%/north'", (ago(days=1, minutes=1),))
    paper.crawl(db)
    assert set(paper.server.paths) - set(paper.not_modified) == {"/north"}


@pytest.mark.parametrize("more", [("--recheck",), ("--follow-related",)])
def test_what_is_to_be_followed_otherwise_is_read_in_full(
    paper: Paper, db: Path, more: tuple[str, ...]
) -> None:
    paper.crawl(db)
    paper.crawl(db, *more)
    assert paper.not_modified == []


def test_forgotten_pages_are_asked_again(paper: Paper, db: Path) -> None:
    paper.crawl(db)
    with closing(sqlite3.connect(db)) as file, file:
        file.execute("DELETE FROM pages WHERE url LIKE ?", ("%" + story(3),))
    paper.crawl(db)
    assert story(3) in paper.server.paths


def test_what_is_stored_and_not_due_is_not_left_for_the_next_run(paper: Paper, db: Path) -> None:
    paper.crawl(db)
    paper.front(range(1, 8))
    said = paper.crawl(db, "--max-pages", 1)
    assert paper.server.paths == ["/"]
    # The section, the feed and the sitemap.
    assert "left for the next run: 3" in said
    with closing(sqlite3.connect(db)) as file:
        assert file.execute("SELECT count(*) FROM frontier").fetchone() == (3,)

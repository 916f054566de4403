"""A crawl that is cut short, however that happens, goes on where it was and ends in the same file."""

from __future__ import annotations

import os
import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from command_line import run, start
from loopback import HTML, Answer, Loopback, Route
from small_site import article, home

# Fifty take some minutes: COPYDESK_KILLS=50 for whoever changes what they are about.
KILLS = int(os.environ.get("COPYDESK_KILLS", "4"))
FAST = ("--delay", 0, "--concurrency", 2, "-q")
SECTIONS = {"/north": range(1, 13), "/south": range(10, 24)}
XML = {"Content-Type": "application/xml"}
WHOLE = {
    "articles": "SELECT url, title, body, revision FROM articles ORDER BY url",
    "related": "SELECT a.url, l.url, l.title FROM related_links l JOIN articles a ON a.id = l.article_id ORDER BY 1, 2",
    "pages": "SELECT p.url, a.url FROM pages p LEFT JOIN articles a ON a.id = p.article_id ORDER BY 1",
    "copies": "SELECT url, kind FROM copies ORDER BY url",
}


def story(number: int) -> str:
    return f"/2025/08/the-lock-number-{number}-runs-over"


def slow(answer: Answer) -> Route:
    """An answer that takes long enough for a kill to come between."""

    def serve(_: BaseHTTPRequestHandler) -> Answer:
        time.sleep(0.02)
        return answer

    return serve


def site() -> dict[str, Route]:
    """A paper: two sections, a feed, a story that moved, one that is gone."""
    stories = {story(number): (200, HTML, article(number)) for number in range(1, 24)}
    sections = {
        path: (200, HTML, home([*map(story, numbers), "/moved-story-of-the-lock-keeper"]))
        for path, numbers in SECTIONS.items()
    }
    menu = "".join(f'<li><a href="{path}">{path[1:].title()}</a></li>' for path in SECTIONS)
    feed = "".join(f"<item><title>Lock {n}</title><link>{story(n)}</link></item>" for n in (22, 23, 99))
    front = home(map(story, range(1, 7))).replace(b"<body>", f"<body><nav><ul>{menu}</ul></nav>".encode())
    front = front.replace(b"</head>", b'<link rel=alternate type="application/rss+xml" href="/feed"></head>')
    answers: dict[str, Answer] = (
        stories
        | sections
        | {
            "/": (200, HTML, front),
            "/feed": (200, XML, f"<rss version='2.0'><channel>{feed}</channel></rss>".encode()),
            "/moved-story-of-the-lock-keeper": (301, {"Location": story(3)}, b""),
        }
    )
    return {path: slow(answer) for path, answer in answers.items()}


@pytest.fixture
def server() -> Iterator[Loopback]:
    with Loopback(site()) as made:
        yield made


def content(db: Path) -> dict[str, list[tuple[object, ...]]]:
    """What a file holds that does not tell when or in which run it got there."""
    with closing(sqlite3.connect(db)) as file:
        return {name: file.execute(sql).fetchall() for name, sql in WHOLE.items()}


def stored(db: Path, server: Loopback) -> set[str]:
    """The paths that led to an article."""
    with closing(sqlite3.connect(db)) as file:
        urls = file.execute("SELECT url FROM pages WHERE article_id IS NOT NULL").fetchall()
    return {url.removeprefix(server.origin) for (url,) in urls}


def untouched(db: Path) -> int:
    """How many addresses no run has come to."""
    with closing(sqlite3.connect(db)) as file:
        return int(file.execute("SELECT count(*) FROM frontier WHERE run_id IS NULL").fetchone()[0])


def undisturbed(server: Loopback, db: Path) -> dict[str, list[tuple[object, ...]]]:
    run("crawl", server.url("/"), "--db", db, *FAST)
    server.log.clear()
    return content(db)


def kill_after(server: Loopback, db: Path, requests: int, seconds: float) -> None:
    """Begin a crawl and kill it once so many requests have come, and a moment later."""
    crawl = start("crawl", server.url("/"), "--db", db, *FAST)
    before = len(server.log)
    while crawl.poll() is None and len(server.log) < before + requests:
        time.sleep(0.005)
    time.sleep(seconds)
    crawl.kill()
    crawl.wait()


def test_kills_at_any_moment_lose_nothing_and_no_stored_page_is_asked_again(
    server: Loopback, tmp_path: Path
) -> None:
    whole = undisturbed(server, tmp_path / "whole.db")
    assert len(whole["articles"]) == 23
    db, dice = tmp_path / "killed.db", random.Random(7)  # noqa: S311 - the same moments each time
    for _ in range(KILLS):
        known = stored(db, server) if db.exists() else set()
        server.log.clear()
        kill_after(server, db, dice.randint(1, 9), dice.uniform(0, 0.1))
        assert not known & set(server.paths)
    known = stored(db, server)
    server.log.clear()
    run("crawl", server.url("/"), "--db", db, *FAST)
    assert not known & set(server.paths)
    assert content(db) == whole
    assert untouched(db) == 0


def test_a_bound_on_pages_leaves_the_rest_until_all_is_there(server: Loopback, tmp_path: Path) -> None:
    whole = undisturbed(server, tmp_path / "whole.db")
    db = tmp_path / "bound.db"
    for _ in range(12):
        server.log.clear()
        known = stored(db, server) if db.exists() else set()
        done = run("crawl", server.url("/"), "--db", db, "--max-pages", 7, "--delay", 0)
        assert len(server.paths) <= 7
        assert not known & set(server.paths)
        if "left for the next run" not in done.stderr:
            break
    assert content(db) == whole
    assert untouched(db) == 0

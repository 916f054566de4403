"""What only a whole run can show: the archive, plain Scrapy's command, a stop in between."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from crawl_pages import article, html, listing, story
from crawl_run import ROOT, crawl
from loopback import Answer, Loopback, Route

from crawler.sources import read_sources
from crawler.sources.source import Document
from crawler.sources.visits import read_source

NUMBERS = range(1, 7)


def site() -> dict[str, Route]:
    routes: dict[str, Route] = {story(number): html(article(number)) for number in NUMBERS}
    routes |= {"/": html(listing(map(story, [*NUMBERS, 7]))), story(7): (301, {"Location": story(1)}, b"")}
    return routes


def test_the_archive_gives_the_same_articles_as_the_crawl(tmp_path: Path) -> None:
    with Loopback(site()) as server:
        run = crawl(server.url("/"), settings={"COPYDESK_ARCHIVE": str(tmp_path), "COPYDESK_WORKERS": 2})
    (file,) = tmp_path.glob("*.warc.gz")
    documents = [source for source in read_sources([file]) if isinstance(source, Document)]
    visits = [read_source(document, "2026-01-01T00:00:00Z").visit for document in documents]
    again = {(visit.url, visit.article.word_count) for visit in visits if visit.article}
    assert again == {(visit["url"], visit["words"]) for visit in run.visits if visit["outcome"] == "article"}
    assert len(again) == len(NUMBERS)


def scrapy(path: Path, *arguments: str) -> subprocess.Popen[str]:
    """Plain Scrapy's command, as somebody without `copydesk` would use it."""
    return subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "-m", "scrapy", "crawl", *arguments, "-s", f"COPYDESK_DB={path}"],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def stored(path: Path) -> set[str]:
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return {url for (url,) in db.execute("SELECT url FROM articles")}


def test_plain_scrapy_crawls_articles_into_the_file(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with Loopback(site()) as server:
        urls = [server.url(story(number)) for number in (1, 2)]
        process = scrapy(path, "article", "-a", f"url={urls[0]},{urls[1]}", "-s", "DOWNLOAD_DELAY=0")
        _, log = process.communicate(timeout=60)
    assert process.returncode == 0, log
    assert stored(path) == set(urls)


def test_ctrl_c_ends_the_run_soon_and_what_came_is_stored(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    under_way = threading.Event()

    def counted(body: bytes) -> Route:
        def serve(_: BaseHTTPRequestHandler) -> Answer:
            under_way.set()
            return html(body)

        return serve

    with Loopback({}) as server:
        stories = [story(number) for number in range(1, 60)]
        server.routes["/"] = html(listing(stories))
        server.routes |= {path: counted(article(number)) for number, path in enumerate(stories)}
        process = scrapy(path, "site", "-a", f"url={server.url('/')}", "-s", "DOWNLOAD_DELAY=0.3")
        assert under_way.wait(30)
        process.send_signal(signal.SIGINT)
        _, log = process.communicate(timeout=8)
    assert process.returncode == 0, log
    assert 0 < len(stored(path)) < 10
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT status FROM runs").fetchall() == [("interrupted",)]

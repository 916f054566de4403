"""What a sitemap or feed says of changes, against a real server: what is asked again, and what is not."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from crawl_pages import article, html, listing, story
from crawl_run import STORED, Run, crawl
from loopback import Answer, Loopback, Route

from crawler.text import utc_text

XML = {"Content-Type": "application/xml"}
NUMBERS = range(1, 9)
NOW = datetime.now(UTC)
LONG_AGO = "2025-08-09T07:30:00Z"


def at(minutes: int) -> str:
    """A moment so many minutes ago."""
    return utc_text(NOW - timedelta(minutes=minutes))


def sitemap(server: Loopback, lastmods: dict[int, str]) -> Answer:
    entries = "".join(
        f"<url><loc>{server.url(story(number))}</loc><lastmod>{lastmods[number]}</lastmod></url>"
        for number in lastmods
    )
    return 200, XML, f"<urlset>{entries}</urlset>".encode()


def days_apart(moment: str = "2025-08-01T00:00:00Z") -> dict[int, str]:
    return {number: moment.replace("-01T", f"-{number:02d}T") for number in NUMBERS}


def pretend_that_all_was_read(path: Path, moment: str) -> None:
    """Let the earlier runs have been long ago, with nothing due ever again."""
    with sqlite3.connect(path) as db:
        db.execute("UPDATE pages SET fetched_at = ?, next_check_at = '9999-12-31T23:59:59Z'", (moment,))


class Paper:
    """A front page with eight stories, and a sitemap of them, crawled again and again into one file."""

    def __init__(self, server: Loopback, folder: Path) -> None:
        self.server = server
        self.path = folder / "news.db"
        self.tell(days_apart())

    def tell(self, lastmods: dict[int, str]) -> None:
        self.server.routes["/sitemap.xml"] = sitemap(self.server, lastmods)

    def crawl(self, *starts: str, **settings: Any) -> Run:
        self.server.log.clear()
        settings = {**STORED, "COPYDESK_DB": str(self.path), "ROBOTSTXT_OBEY": False, **settings}
        return crawl(*map(self.server.url, starts or ("/", "/sitemap.xml")), settings=settings)

    def asked(self) -> list[str]:
        """The stories that were asked for in the last run."""
        return sorted(path for path in self.server.paths if path.startswith("/2025/"))


@pytest.fixture
def routes() -> dict[str, Route]:
    pages: dict[str, Route] = {story(number): html(article(number)) for number in NUMBERS}
    return {**pages, "/": html(listing(map(story, NUMBERS)))}


def test_a_run_asks_for_exactly_those_that_changed(routes: dict[str, Route], tmp_path: Path) -> None:
    with Loopback(routes) as server:
        paper = Paper(server, tmp_path)
        paper.crawl()
        assert paper.asked() == sorted(map(story, NUMBERS))
        paper.crawl()
        assert paper.asked() == [], "an unchanged site costs no request for an article"
        pretend_that_all_was_read(paper.path, at(60))
        server.routes[story(2)] = html(article(99))
        paper.tell({**days_apart(), 2: at(30), 5: at(90), 7: utc_text(NOW + timedelta(days=1))})
        changed = paper.crawl()
        assert paper.asked() == [story(2)], "the front page shows it too, and was read before"
        assert changed.outcome(server.url(story(2))) == "article"
        assert changed.stats["copydesk/revisions"] == 1
        paper.crawl()
        assert paper.asked() == [], "once for each change"
    with sqlite3.connect(paper.path) as db:
        assert db.execute("SELECT followed, proved FROM lastmod_sources").fetchall() == [(1, 1)]


def test_what_was_modified_later_than_the_sitemap_says_is_not_asked(
    routes: dict[str, Route], tmp_path: Path
) -> None:
    modified = f'<meta property="article:modified_time" content="{at(0)}">'
    with Loopback(routes | {story(3): html(article(3, head=modified))}) as server:
        paper = Paper(server, tmp_path)
        paper.crawl()
        pretend_that_all_was_read(paper.path, at(60))
        paper.tell({**days_apart(), 3: at(30), 4: at(30)})
        paper.crawl()
        assert paper.asked() == [story(4)]


def test_a_sitemap_that_calls_everything_new_at_each_request_is_not_believed(
    routes: dict[str, Route], tmp_path: Path
) -> None:
    with Loopback(routes) as server:
        paper = Paper(server, tmp_path)
        paper.crawl()
        pretend_that_all_was_read(paper.path, at(60))
        paper.tell(dict.fromkeys(NUMBERS, at(0)))
        paper.crawl()
        assert paper.asked() == []


def test_a_sitemap_whose_word_proved_wrong_is_no_longer_followed(
    routes: dict[str, Route], tmp_path: Path
) -> None:
    with Loopback(routes) as server:
        paper = Paper(server, tmp_path)
        paper.crawl()
        pretend_that_all_was_read(paper.path, at(24 * 60))
        paper.tell({number: at(20 + 10 * number) for number in NUMBERS})
        paper.crawl()
        assert len(paper.asked()) >= 5, "five are asked on trust, and what was on its way by then"
        pretend_that_all_was_read(paper.path, at(24 * 60))
        paper.crawl()
        assert paper.asked() == []


def test_a_feed_says_it_by_its_updated(routes: dict[str, Route], tmp_path: Path) -> None:
    entry = "<entry><link href='{}'/><published>2025-08-09T07:30:00Z</published><updated>{}</updated></entry>"
    with Loopback(routes) as server:
        paper = Paper(server, tmp_path)
        paper.crawl()
        pretend_that_all_was_read(paper.path, at(60))
        entries = [entry.format(story(number), LONG_AGO if number != 6 else at(20)) for number in NUMBERS]
        feed = f"<feed xmlns='http://www.w3.org/2005/Atom'>{''.join(entries)}</feed>"
        server.routes["/feed.xml"] = (200, XML, feed.encode())
        paper.crawl("/feed.xml")
        assert paper.asked() == [story(6)]


def test_a_recheck_asks_for_each_page_once(routes: dict[str, Route], tmp_path: Path) -> None:
    with Loopback(routes) as server:
        paper = Paper(server, tmp_path)
        paper.crawl()
        pretend_that_all_was_read(paper.path, at(60))
        paper.tell({**days_apart(), 2: at(30)})
        paper.crawl(COPYDESK_RECHECK=True)
        assert paper.asked() == sorted(map(story, NUMBERS))

"""A file of an invented site that a run asks once a day: ordinary days, and days on which something broke."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from pipelines.database.connection import open_database

Row = dict[str, Any]
SITE = "news.example"
# The last run of every file ended then.
END = datetime(2026, 6, 30, 6, 30, tzinfo=UTC)
ORDINARY: Mapping[str, int] = {"listing": 2, "feed": 1, "unchanged": 4}
SECTIONS = ("news", "sport", "culture")


class WatchedFile:
    """Writes runs and articles as a crawl of each day would; SQL, since the store writes the present moment."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._db = open_database(path).conn
        self._db.execute("PRAGMA synchronous = OFF")
        self._numbers = iter(range(1, 1_000_000))

    def save(self) -> Path:
        """Commit what was written so far."""
        if self._db.in_transaction:
            self._db.execute("COMMIT")
        return self.path

    def close(self) -> None:
        self.save()
        self._db.close()

    def day(
        self,
        age: int,
        articles: int,
        *,
        site: str = SITE,
        outcomes: Mapping[str, int] = ORDINARY,
        change: Callable[[Row], Row] = dict,
    ) -> int:
        """Add the run of so many days before the last one, with new articles; return the run's id."""
        began = END - timedelta(days=age, minutes=30)
        new = {"article": articles, "articles_new": articles} if articles else {}
        run = self._insert(
            "runs",
            command="crawl",
            started_at=utc(began),
            finished_at=utc(began + timedelta(minutes=30)),
            status="done",
            counts=json.dumps({"sites": {site: {**outcomes, **new}}}),
            version="0.1",
        )
        for number in range(articles):
            self._article(change(_row(next(self._numbers), site, began + timedelta(seconds=number))), run)
        return run

    def page(self, run: int, url: str, outcome: str, status: int | None, reason: str) -> None:
        """Add an address that the run met last."""
        self._insert("pages", url=url, address_key=url, outcome=outcome, status=status, reason=reason,
                     run_id=run, fetched_at=utc(END))  # fmt: skip

    def copies(self, number: int, *, of: int) -> None:
        """Add so many copies of an article."""
        for place in range(number):
            url = f"https://copy{place}.example/{of}"
            self._insert("copies", url=url, address_key=url, article_id=of, kind="exact", similarity=1,
                         site=f"copy{place}.example", seen_at=utc(END), content_hash="")  # fmt: skip

    def links(self, *, to: int, of: tuple[int, ...]) -> None:
        """Let articles show one as related."""
        for article in of:
            self._insert("related_links", article_id=article, position=9, kind="block", target_id=to)

    def _article(self, row: Row, run: int) -> None:
        links = row.pop("links")
        article = self._insert("articles", run_id=run, **row)
        for position in range(1, links + 1):
            self._insert("related_links", article_id=article, position=position, kind="block", title="More")

    def _insert(self, table: str, **row: Any) -> int:
        if not self._db.in_transaction:
            self._db.execute("BEGIN")
        marks = ", ".join("?" * len(row))
        sql = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})"  # noqa: S608 - names of this module
        cursor = self._db.execute(sql, list(row.values()))
        return int(cursor.lastrowid or 0)


def utc(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _row(number: int, site: str, seen: datetime) -> Row:
    url = f"https://{site}/{SECTIONS[number % 3]}/story-{number}"
    return {
        "url": url,
        "address_key": url,
        "fetched_url": url,
        "site": site,
        "title": f"Story {number}",
        "description": "What it says.",
        "published_at": utc(seen),
        "published_on": utc(seen)[:10],
        "authors": '["Ada Holm"]',
        "body": "Text.",
        "body_markdown": "Text.",
        "section": SECTIONS[number % 3],
        "tags": '["tide"]',
        "image_url": "https://news.example/i.jpg",
        "word_count": 500,
        "content_hash": str(number),
        "first_seen_at": utc(seen),
        "last_seen_at": utc(seen),
        "links": 3,
    }

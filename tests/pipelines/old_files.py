"""Files as earlier releases made them, for tests of migrations."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from crawler.urls import address_key
from pipelines.database.migrations import APPLICATION_ID
from pipelines.database.schema import VERSION_1

RECORD = """
CREATE TABLE _sqlite_migrations (id INTEGER PRIMARY KEY, migration_set TEXT, name TEXT, applied_at TEXT);
CREATE UNIQUE INDEX once ON _sqlite_migrations (migration_set, name);
INSERT INTO _sqlite_migrations VALUES (1, 'copydesk', '0001_first_schema', '2026-01-01');
INSERT INTO runs VALUES (1, 'crawl', '', '', 'done', '{}', '0.1');
"""


@contextmanager
def version_1(path: Path) -> Iterator[sqlite3.Connection]:
    """A file of the first release with one run; the block fills it."""
    with closing(sqlite3.connect(path)) as db, db:
        db.executescript(VERSION_1)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute("PRAGMA user_version = 1")
        db.executescript(RECORD)
        yield db


def insert_article(
    db: sqlite3.Connection, number: int, url: str, *, title: str = "T", body: str = "B"
) -> None:
    """An article with its page."""
    db.execute(
        "INSERT INTO articles (id, url, address_key, fetched_url, site, title, body, body_markdown, word_count,"
        " content_hash, first_seen_at, last_seen_at) VALUES (?, ?, ?, ?, 'news.example', ?, ?, ?, 1, ?, '', '')",
        (number, url, address_key(url), url, title, body, body, str(number)),
    )
    db.execute(
        "INSERT INTO pages VALUES (?, ?, 200, 'article', 'read', ?, NULL, NULL, '', NULL, 1)",
        (url, address_key(url), number),
    )

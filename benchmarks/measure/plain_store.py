"""What the store has to be measured by: its rows in, the same rows in a file that plain sqlite3 wrote out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Self

from pipelines.database.connection import SETTINGS, fit_cache

# Written by copydesk alone: what finds near copies.
NOT_WANTED = ("bands", "new_bands", "bands_merge", "text_keys")
Rows = list[tuple[str, list[tuple[Any, ...]]]]
"""INSERT statements with their values."""

# A page's rows: its own, and what it brought. An article that changed places with a copy is in the file already; that
# is not written a second time, to the advantage of plain sqlite3.
BROUGHT = {
    "articles": "SELECT * FROM articles WHERE id = :article_id AND fetched_url = :url AND id > :newest",
    "related_links": "SELECT * FROM related_links WHERE article_id = :article_id AND article_id > :newest"
    " AND :is_article",
    "copies": "SELECT * FROM copies WHERE url = :url",
    "pages": "SELECT * FROM pages WHERE url = :url",
}


class PlainStore:
    """A second file with the first one's tables, indexes and triggers, filled row by row; a context manager."""

    def __init__(self, path: Path, plain_path: Path) -> None:
        self.source = sqlite3.connect(path, isolation_level=None)
        self.source.row_factory = sqlite3.Row
        self.db = sqlite3.connect(plain_path, isolation_level=None)
        self.last = 0
        self.newest = 0
        self._make()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.source.close()
        self.db.close()

    def new_rows(self) -> list[Rows]:
        """Return the rows that have come into the first file since, page by page."""
        self.newest = self.db.execute("SELECT coalesce(max(id), 0) FROM articles").fetchone()[0]
        return [self._rows(page) for page in self._new_pages()]

    def write(self, pages: Iterable[Rows]) -> None:
        """Write rows into the second file, one transaction a page."""
        for rows in pages:
            self.db.execute("BEGIN IMMEDIATE")
            for sql, values in rows:
                self.db.executemany(sql, values)
            self.db.execute("COMMIT")
        fit_cache(self.db)

    def _make(self) -> None:
        """Make the same schema, with the settings that copydesk writes with; foreign keys are not looked at."""
        for pragma in ("journal_mode = WAL", *SETTINGS):
            self.db.execute(f"PRAGMA {pragma}")
        fit_cache(self.db)
        self.db.execute("PRAGMA foreign_keys = OFF")
        made = self.source.execute(
            "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'articles_fts!_%' ESCAPE '!'"
            " AND name NOT LIKE '!_%' ESCAPE '!' AND tbl_name NOT IN (?, ?, ?, ?) UNION ALL"
            " SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
            NOT_WANTED,
        ).fetchall()
        for sql in dict.fromkeys(row["sql"] for row in made if "sqlite_" not in row["name"]):
            self.db.execute(sql)
        for run in self.source.execute("SELECT * FROM runs"):
            self.db.execute(*_insert("runs", run))

    def _new_pages(self) -> Iterable[sqlite3.Row]:
        pages = self.source.execute(
            "SELECT rowid AS number, url, article_id, outcome = 'article' AS is_article FROM pages"
            " WHERE rowid > ? ORDER BY rowid",
            (self.last,),
        ).fetchall()
        self.last = pages[-1]["number"] if pages else self.last
        return pages

    def _rows(self, page: sqlite3.Row) -> Rows:
        found = []
        for table, sql in BROUGHT.items():
            rows = self.source.execute(sql, {**dict(page), "newest": self.newest}).fetchall()
            if rows:
                insert, _ = _insert(table, rows[0])
                found.append((insert, [tuple(row) for row in rows]))
        return found


def _insert(table: str, row: sqlite3.Row) -> tuple[str, tuple[Any, ...]]:
    return f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", tuple(row)

"""A file after a kill: what a reader saw before in; what is wrong with the file, as lines, out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipelines.doctor import examine

Rows = list[tuple[Any, ...]]

# What a reader can hold on to: every text that ever was, and every address, by whatever table.
TEXTS = " UNION ".join(f"SELECT content_hash FROM {table}" for table in ("articles", "copies", "revisions"))
ADDRESSES = "SELECT url FROM articles UNION SELECT url FROM copies UNION SELECT url FROM pages"

# Nothing that belongs together may be there in part: each of these gives the rows that lack something.
HALVES = {
    "a page with an article that is not there": (
        "SELECT url FROM pages WHERE outcome IN ('article', 'copy', 'unchanged') AND article_id IS NULL"
    ),
    "an article without its page": (
        "SELECT url FROM articles WHERE id NOT IN (SELECT article_id FROM pages WHERE article_id IS NOT NULL)"
    ),
    "an article without a change number": (
        "SELECT url FROM articles WHERE id NOT IN (SELECT article_id FROM article_changes)"
    ),
    "a revision that is counted and not kept": (
        "SELECT url FROM articles WHERE revision <>"
        " 1 + (SELECT count(*) FROM revisions WHERE article_id = articles.id)"
    ),
    "links with a gap": (
        "SELECT article_id FROM related_links GROUP BY article_id HAVING count(*) <> max(position)"
    ),
    "an article without some of its links": (
        "SELECT url FROM articles JOIN expected.links USING (url) WHERE number <>"
        " (SELECT count(*) FROM related_links WHERE article_id = articles.id)"
    ),
}

# What must be equal in the end, whatever happened on the way; ids and times are left out.
CONTENT = {
    "articles": "SELECT url, title, description, body, content_hash, revision, fetched_url FROM articles ORDER BY 1",
    "related links": (
        "SELECT a.url, position, l.url, l.title, t.url FROM related_links AS l JOIN articles AS a ON a.id = article_id"
        " LEFT JOIN articles AS t ON t.id = target_id ORDER BY 1, 2"
    ),
    "copies": (
        "SELECT c.url, kind, round(similarity, 9), a.url FROM copies AS c JOIN articles AS a ON a.id = article_id"
        " ORDER BY 1"
    ),
    "revisions": (
        "SELECT a.url, r.revision, r.title, r.content_hash FROM revisions AS r JOIN articles AS a ON a.id = article_id"
        " ORDER BY 1, 2"
    ),
    "pages": "SELECT p.url, a.url FROM pages AS p LEFT JOIN articles AS a ON a.id = article_id ORDER BY 1",
    "keys of near copies": "SELECT band, url FROM text_keys JOIN articles ON id = article_id ORDER BY 1, 2",
}


@dataclass(slots=True)
class Seen:
    """What a reader saw in the file at some moment."""

    texts: set[str] = field(default_factory=set)
    addresses: set[str] = field(default_factory=set)

    def lost(self, now: Seen) -> Iterator[str]:
        """Yield what is not there any more."""
        for what, before, after in (
            ("texts", self.texts, now.texts),
            ("addresses", self.addresses, now.addresses),
        ):
            if not before <= after:
                yield f"{len(before - after)} {what} that a reader had seen are gone: {min(before - after)}"


def look(path: Path) -> Seen:
    """Return what a reader sees now; nothing where there is no file yet, or none with tables."""
    if not path.exists():
        return Seen()
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=10)) as db:
        try:
            db.execute("BEGIN")
            return Seen({row[0] for row in db.execute(TEXTS)}, {row[0] for row in db.execute(ADDRESSES)})
        except sqlite3.OperationalError as error:
            if "no such table" in str(error):
                return Seen()
            raise


def faults(path: Path, seen: Seen, links: dict[str, int] | None = None) -> Iterator[str]:
    """Yield what is wrong with a file that somebody was killed over: SQLite's own checks, halves, losses, doctor's."""
    if not path.exists() or not path.stat().st_size:
        if seen.addresses:
            yield "the file is gone"
        return
    with closing(sqlite3.connect(path, timeout=10)) as db:
        yield from (f"integrity: {row[0]}" for row in db.execute("PRAGMA integrity_check") if row != ("ok",))
        yield from (f"foreign key: {row}" for row in db.execute("PRAGMA foreign_key_check"))
        if not db.execute("PRAGMA user_version").fetchone()[0]:
            return
        db.execute("INSERT INTO articles_fts (articles_fts, rank) VALUES ('integrity-check', 1)")
        db.rollback()
        db.execute("ATTACH ':memory:' AS expected")
        db.execute("CREATE TABLE expected.links (url TEXT PRIMARY KEY, number INTEGER)")
        db.executemany("INSERT INTO expected.links VALUES (?, ?)", (links or {}).items())
        for what, sql in HALVES.items():
            yield from (f"{what}: {row[0]}" for row in db.execute(sql).fetchall())
    yield from seen.lost(look(path))
    yield from (f"doctor: {f.check}: {f.what}" for f in examine(path) if f.state == "problem")


def content(path: Path) -> dict[str, Rows]:
    """Return what two files must have in common to be called equal."""
    with closing(sqlite3.connect(path, timeout=10)) as db:
        return {name: db.execute(sql).fetchall() for name, sql in CONTENT.items()}


def differences(expected: dict[str, Rows], path: Path) -> Iterator[str]:
    """Yield in what a file is other than it should be."""
    for name, rows in content(path).items():
        lost, more = set(expected[name]) - set(rows), set(rows) - set(expected[name])
        if lost or more:
            example = str(min(lost or more, key=str))[:200]
            yield f"{name}: {len(lost)} lost, {len(more)} too many: {example}"

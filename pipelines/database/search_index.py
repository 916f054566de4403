"""The full-text index, built from what stands in `articles`; an open database in."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from sqlite_utils import Database

from pipelines.database.failures import is_of_index
from pipelines.database.rows import assignments, spaced_columns
from pipelines.database.search_schema import INDEX, NO_INDEX, TABLE

# Some rows at a time, so that a file of any size takes little memory.
AFTER = """
SELECT id, title, description, body, spaced_title, spaced_text FROM articles WHERE id > ? ORDER BY id LIMIT 500
"""
# What has CJK text, or a copy of it.
SPACED = """
SELECT title, description, body, spaced_title, spaced_text FROM articles
WHERE spaced_title IS NOT NULL OR spaced_text IS NOT NULL
"""
# FTS5 keeps the words of new rows in memory for as long as only rows with rising ids are added to it.
TAKE_IN = """
INSERT INTO articles_fts (rowid, title, description, body, spaced_title, spaced_text)
SELECT id, title, description, body, spaced_title, spaced_text FROM articles
WHERE id > (SELECT min(last_indexed) FROM search_backlog) {more} ORDER BY id
"""
CATCH_UP = TAKE_IN.format(more="")
CATCH_UP_MISSING = TAKE_IN.format(more="AND id NOT IN (SELECT id FROM articles_fts_docsize)")
DONE = "DELETE FROM search_backlog"
# The tables that FTS5 keeps an index of another table's texts in (https://www.sqlite.org/fts5.html, external content);
# whatever else is called so is somebody's.
PARTS = tuple(f"articles_fts_{part}" for part in ("data", "idx", "docsize", "config"))
OBJECTS = "SELECT name, type FROM sqlite_master WHERE name = ?"
PART_SQL = "SELECT sql FROM sqlite_master WHERE name = ?"


def has_right_spacing(
    title: str, description: str | None, body: str, spaced_title: str | None, spaced_text: str | None
) -> bool:
    """Tell whether the columns for CJK text are those of the text."""
    return spaced_columns(title, description, body) == {
        "spaced_title": spaced_title,
        "spaced_text": spaced_text,
    }


def build_index(db: Database) -> None:
    """Set the columns for CJK text right and make index and triggers anew; belongs within one transaction."""
    _drop_index(db)
    last = 0
    while rows := db.execute(AFTER, (last,)).fetchall():
        for last, title, description, body, *stored in rows:
            columns = spaced_columns(title, description, body)
            if list(columns.values()) != stored:
                db.execute(
                    f"UPDATE articles SET {assignments(columns)} WHERE id = :id", {**columns, "id": last}
                )
    db.executescript(INDEX)
    db.execute(DONE)


def may_build_anew(db: Database, error: sqlite3.Error | MemoryError) -> bool:
    """Tell whether a new index may mend an error, within the transaction that it came in and that is still open."""
    return is_of_index(error) and db.conn.in_transaction


def put_off(db: Database) -> None:
    """Leave articles that come within this transaction out of the index until `catch_up`."""
    if is_astray(db):
        db.execute(CATCH_UP_MISSING)
        db.execute(DONE)
    db.execute("INSERT INTO search_backlog SELECT coalesce(max(id), 0) FROM articles")


def is_astray(db: Database) -> bool:
    """Tell whether articles are put off though no transaction is open that would take them in.

    A row that is there at the beginning was left by another program, and kept the triggers from their work.
    """
    return db.execute("SELECT 1 FROM search_backlog").fetchone() is not None


def catch_up(db: Database) -> None:
    """Take the articles that were put off into the index, one after another; belongs before every commit."""
    db.execute(CATCH_UP)
    db.execute(DONE)


def _drop_index(db: Database) -> None:
    """Drop index and triggers, whatever somebody has done to the tables that FTS5 keeps the words in.

    SQLite opens an index to drop it, and one that cannot be opened stays. So it gets the tables of a new one first.
    """
    _drop(db, "articles_fts", but="table")
    try:
        db.executescript(NO_INDEX)
    except (sqlite3.DatabaseError, MemoryError) as error:
        if not may_build_anew(db, error):
            raise
        with closing(sqlite3.connect(":memory:")) as new:
            new.executescript(TABLE)
            for name in PARTS:
                _drop(db, name)
                for (sql,) in new.execute(PART_SQL, (name,)).fetchall():
                    db.execute(sql)
                    for row in new.execute(f"SELECT * FROM {name}"):
                        db.execute(f"INSERT INTO {name} VALUES ({', '.join('?' * len(row))})", row)
        db.executescript(NO_INDEX)
    for name in PARTS:
        _drop(db, name)


def _drop(db: Database, name: str, *, but: str = "") -> None:
    """Drop the table, view or index of this name, but for one kind."""
    for found, kind in db.execute(OBJECTS, (name,)).fetchall():
        if kind != but:
            db.execute(f"DROP {kind} {found}")

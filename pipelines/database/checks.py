"""Checking the file: an open database in, a finding for each check out. Nothing is changed."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from sqlite_utils import Database

from pipelines.database import derived
from pipelines.database.connection import LOG_LIMIT
from pipelines.database.cursors import waiting_files
from pipelines.database.failures import PRIMARY_CODE
from pipelines.database.finding import FIX, Finding, fixable, note, problem, sound
from pipelines.database.graph_schema import TARGET
from pipelines.database.integrity import faults
from pipelines.database.queries import waiting
from pipelines.database.schema_check import schema_differences
from pipelines.database.search_index import SPACED, has_right_spacing
from pipelines.database.transaction import transaction

RESCUE = (
    "keep the file as it is; go on with your last backup, or rescue what is readable into a new file: "
    "`sqlite3 FILE .recover | sqlite3 NEW`"
)
# Checks of what can be built anew whatever is wrong with it.
REBUILT = {"full-text index", "near copies", "fields"}
# What a line has room for.
MOST_HOSTS = 3
# Faults of indexes alone: they hold nothing that the tables do not.
OF_INDEXES = re.compile(r"missing from index|wrong # of entries in index|non-unique entry in index")

UNLISTED = "SELECT count(*) FROM articles WHERE id NOT IN (SELECT article_id FROM article_changes)"
ASTRAY = f"SELECT count(*) FROM related_links WHERE address_key IS NOT NULL AND target_id IS NOT {TARGET}"
MISCOUNTED = """
SELECT count(DISTINCT article_id) FROM revisions JOIN articles ON articles.id = article_id
WHERE revisions.revision >= articles.revision
"""
NOT_INDEXED = "SELECT count(*) FROM articles WHERE id NOT IN (SELECT id FROM articles_fts_docsize)"
ONLY_INDEXED = "SELECT count(*) FROM articles_fts_docsize WHERE id NOT IN (SELECT id FROM articles)"
# A run's own row is seen within its transaction only.
PUT_OFF = "SELECT count(*) FROM search_backlog"


def checked(name: str, check: Callable[[Database], Iterator[Finding]], db: Database) -> list[Finding]:
    """Return what a check found; a problem when the file does not let it come to its end."""
    try:
        return list(check(db))
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & PRIMARY_CODE == sqlite3.SQLITE_BUSY:
            return [note(name, "not looked at: another program is writing to the file", "ask again later")]
        what = f"cannot be checked ({error})"
        return [
            fixable(name, what)
            if name in REBUILT
            else problem(name, what, "see what is said of pages and schema")
        ]


def pages(db: Database) -> Iterator[Finding]:
    """Look at every page, table and index, as SQLite does."""
    found = faults(db.conn)
    if not found:
        yield sound("pages", "every page, table and index is whole")
    elif all(OF_INDEXES.search(fault) for fault in found):
        yield fixable("pages", f"indexes are not in step with their tables: {found[0]}")
    else:
        yield problem("pages", f"the file is damaged: {'; '.join(found[:3])}", RESCUE)


def schema(db: Database) -> Iterator[Finding]:
    """Compare tables, indexes, triggers and views with those of a new file."""
    differences = schema_differences(db)
    for what in differences.lost_tables:
        yield problem("schema", what, RESCUE)
    for what in differences.lost_others:
        yield fixable("schema", what)
    for name in differences.unknown:
        yield note(
            "schema", f"{name} is not copydesk's", "leave it there if you know it; nothing of it is touched"
        )
    if not (differences.lost_tables or differences.lost_others):
        yield sound("schema", "every table, index, trigger and view is there")


def foreign_keys(db: Database) -> Iterator[Finding]:
    """Look for rows that belong to a row that is gone."""
    gone = db.execute(
        'SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2'
    ).fetchall()
    for table, parent, number in gone:
        yield fixable("foreign keys", f"{number:,} rows of {table} belong to {parent} that are gone")
    if not gone:
        yield sound("foreign keys", "no row belongs to one that is gone")


def length(db: Database, path: Path) -> Iterator[Finding]:
    """Look whether the file is as long as its first page says; what is missing reads as zeros."""
    number, size = (db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    log_file = path.with_name(path.name + "-wal")
    is_logged = log_file.exists() and log_file.stat().st_size > 0
    missing = number * size - path.stat().st_size
    if missing > 0 and not is_logged:
        yield problem("pages", f"the file ends {missing:,} bytes too early: it was cut off", RESCUE)


def full_text(db: Database) -> Iterator[Finding]:
    """Look whether the index has exactly the articles."""
    missing, surplus, put_off = (_count(db, sql) for sql in (NOT_INDEXED, ONLY_INDEXED, PUT_OFF))
    stale = sum(not has_right_spacing(*row) for row in db.execute(SPACED))
    for number, what in (
        (missing, "articles are not in it"),
        (surplus, "articles in it are gone"),
        (stale, "CJK texts were changed without their copy in it"),
        (put_off, "rows of search_backlog keep it from being changed with the articles"),
    ):
        if number:
            yield fixable("full-text index", f"{number:,} {what}")
    if not missing and not surplus and not stale and not put_off:
        yield sound("full-text index", "it has every article")


def full_text_in_depth(db: Database) -> Iterator[Finding]:
    """Let FTS5 compare the index with every text; nobody else can write meanwhile."""
    try:
        with transaction(db):
            db.execute("INSERT INTO articles_fts (articles_fts, rank) VALUES ('integrity-check', 1)")
    except MemoryError:
        yield fixable("full-text index", "it cannot be read: it says that it is larger than any memory")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & PRIMARY_CODE != sqlite3.SQLITE_CORRUPT:
            raise
        yield fixable("full-text index", "its words are not those of the articles")
    else:
        yield sound("full-text index", "its words are those of the articles")


def links(db: Database) -> Iterator[Finding]:
    """Look whether related links lead where they should."""
    astray = _count(db, ASTRAY)
    if astray:
        yield fixable("related links", f"{astray:,} lead to another article than they should, or to none")
    else:
        yield sound("related links", "each leads to its article")


def counts(db: Database) -> Iterator[Finding]:
    """Look whether numbers that tables have of each other agree."""
    unlisted, miscounted = _count(db, UNLISTED), _count(db, MISCOUNTED)
    if unlisted:
        yield fixable(
            "counts", f"{unlisted:,} articles have no change number, so that no export finds them new"
        )
    if miscounted:
        yield fixable(
            "counts", f"{miscounted:,} articles have a revision number that an earlier text has too"
        )
    if not unlisted and not miscounted:
        yield sound("counts", "changes and revisions agree with the articles")


def runs(db: Database) -> Iterator[Finding]:
    """Look for runs that were killed; to be asked only when none is going on."""
    killed = _count(db, "SELECT count(*) FROM runs WHERE status = 'running'")
    if killed:
        yield note("runs", f"{killed:,} ended without a word; what they stored is there",
                   f"nothing: the next run marks them as interrupted, and {FIX}", is_fixable=True)  # fmt: skip
    else:
        yield sound("runs", "each has its end")


def frontier(db: Database) -> Iterator[Finding]:
    """Tell how many addresses wait for their turn, and where most do."""
    hosts = waiting(db)
    number, more = sum(row["addresses"] for row in hosts), len(hosts) - MOST_HOSTS
    most = [f"{row['addresses']:,} of {row['host']}" for row in hosts[:MOST_HOSTS]]
    of_hosts = f": {', '.join(most)}" + (f", the rest of {more:,} other hosts" if more > 0 else "")
    yield sound("frontier", f"{number:,} addresses wait for their turn{of_hosts if hosts else ''}")


def waiting_exports(db: Database) -> Iterator[Finding]:
    """Look for files of killed exports."""
    for name, out in waiting_files(db):
        yield note("exports", f"the cursor {name!r} has a file for {out} waiting",
                   f"run `copydesk export --new --cursor {name}` again")  # fmt: skip


def log(db: Database, path: Path) -> Iterator[Finding]:
    """Look at the write-ahead log beside the file."""
    file = path.with_name(path.name + "-wal")
    size = file.stat().st_size if file.exists() else 0
    shown = f"{size / 1024**2:,.1f} MB wait to be written back"
    if size > LOG_LIMIT:
        yield fixable("log", f"{shown}: a program was killed, or another has been reading all the time")
    elif db.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        yield note("log", "off, as in a fresh copy", "nothing: the next run switches it on")
    else:
        yield sound("log", shown)


CHECKS: Mapping[str, Callable[[Database], Iterator[Finding]]] = {
    "schema": schema,
    "foreign keys": foreign_keys,
    "full-text index": full_text,
    "related links": links,
    "counts": counts,
    "frontier": frontier,
    "exports": waiting_exports,
}
"""What can be asked at any time of a file with this copydesk's schema."""
IN_SAMPLES: Mapping[str, Callable[..., Iterator[Finding]]] = {
    "texts": derived.texts,
    "addresses": derived.addresses,
    "near copies": derived.near_keys,
    "fields": derived.fields,
}
"""The same of what is looked at in a sample or, with `deep`, in all rows."""


def _count(db: Database, sql: str) -> int:
    return int(db.execute(sql).fetchone()[0])

"""Mending the file: an open database and what checks found in; what can be rebuilt from the rest, rebuilt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from sqlite_utils import Database

from pipelines.database.derived import mend_addresses, mend_fields, mend_near_keys, mend_texts
from pipelines.database.finding import Finding
from pipelines.database.graph_schema import TARGET
from pipelines.database.runs import close_killed
from pipelines.database.schema_check import restore_objects
from pipelines.database.search_index import build_index
from pipelines.database.transaction import transaction

LIST_ALL = """
INSERT INTO article_changes (article_id)
SELECT id FROM articles WHERE id NOT IN (SELECT article_id FROM article_changes) ORDER BY id
"""
COUNT_ON = """
UPDATE articles SET revision = 1 + (SELECT max(revision) FROM revisions WHERE article_id = articles.id)
WHERE revision <= (SELECT max(revision) FROM revisions WHERE article_id = articles.id)
"""
POINT = f"UPDATE related_links SET target_id = {TARGET} WHERE address_key IS NOT NULL AND target_id IS NOT {TARGET}"


def mend(db: Database, findings: Iterable[Finding]) -> None:
    """Put right what can be; nothing of articles, earlier texts or addresses is lost. No run may be going on."""
    wrong = {finding.check for finding in findings if finding.is_fixable}
    for check, fix in FIXES.items():
        if check in wrong:
            with transaction(db):
                fix(db)
    if "log" in wrong:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _reindex(db: Database) -> None:
    db.execute("REINDEX")


def _restore_schema(db: Database) -> None:
    if {"bands", "new_bands"} & set(restore_objects(db)):
        mend_near_keys(db)
    # What a lost trigger failed to do is in these two.
    mend_fields(db)
    build_index(db)


def _settle_foreign_keys(db: Database) -> None:
    """Do what SQLite would have done when the parent was deleted, had foreign keys been switched on."""
    for table in ("related_links", "copies", "revisions", "pages", "articles", "article_changes"):
        for key in db.execute(f"PRAGMA foreign_key_list({table})").fetchall():
            parent, column, on_delete = key[2], key[3], key[6]
            orphans = f"{column} IS NOT NULL AND {column} NOT IN (SELECT id FROM {parent})"
            if on_delete == "CASCADE":
                db.execute(f"DELETE FROM {table} WHERE {orphans}")
            else:
                db.execute(f"UPDATE {table} SET {column} = NULL WHERE {orphans}")


def _count(db: Database) -> None:
    db.execute(COUNT_ON)
    db.execute(LIST_ALL)


def _point(db: Database) -> None:
    db.execute(POINT)


# In this order: tables that others refer to first, the index over their texts last.
FIXES: Mapping[str, Callable[[Database], None]] = {
    "pages": _reindex,
    "schema": _restore_schema,
    "foreign keys": _settle_foreign_keys,
    "texts": mend_texts,
    "addresses": mend_addresses,
    "near copies": mend_near_keys,
    "fields": mend_fields,
    "counts": _count,
    "related links": _point,
    "full-text index": build_index,
    "runs": close_killed,
}

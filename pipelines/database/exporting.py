"""What an export holds: which articles are meant in, each as one record with its related links out. Reads only."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from pipelines.database.selection import Selection
from pipelines.database.transaction import snapshot

Record = dict[str, Any]

# The columns of `articles` in the order of the record; related links come last but one.
COLUMNS = (
    "id url fetched_url site title description published_at published_on modified_at authors body body_markdown"
    " language section tags pull_quotes image_url site_name is_accessible_for_free word_count content_hash revision"
    " first_seen_at last_seen_at gone_at provenance"
).split()
# What belongs to this file alone: which run of it stored the article, and what it finds articles by.
LEFT_OUT = frozenset({"address_key", "run_id", "spaced_title", "spaced_text"})
LINK = "url title description published_at kind target_id".split()
FIELDS = (*COLUMNS, "related")
JSON = frozenset({"authors", "tags", "pull_quotes", "provenance"})
# Articles that are read at a time: between two batches nothing is held, so that neither a consumer that takes its
# time nor a long export keeps the log of a crawl from being written back.
BATCH = 200

ARTICLES = f"""
SELECT {", ".join(f"articles.{column}" for column in COLUMNS)}
FROM json_each(:ids) AS wanted CROSS JOIN articles ON articles.id = wanted.value {{unchanged}} ORDER BY wanted.key
"""
UNCHANGED = "JOIN article_changes ON article_id = articles.id AND change <= :until_change"
LINKS = f"""
SELECT article_id, {", ".join(LINK)} FROM related_links
WHERE article_id IN (SELECT value FROM json_each(:ids)) ORDER BY article_id, position
"""
IDS = "SELECT id FROM articles WHERE {condition} ORDER BY id"
CHANGED_IDS = """
SELECT article_id FROM article_changes WHERE change > :after_change AND change <= :until_change
AND EXISTS (SELECT 1 FROM articles WHERE id = article_id AND {condition}) ORDER BY change
"""


@dataclass(frozen=True, slots=True)
class Changes:
    """Changes after one and up to another, by their numbers."""

    after: int
    until: int


def last_change(db: Database) -> int:
    """Return the number of the last change in the file, 0 when there was none."""
    return int(db.execute("SELECT coalesce(max(change), 0) FROM article_changes").fetchone()[0])


def records(db: Database, selection: Selection, changes: Changes | None = None) -> Iterator[Record]:
    """Yield the selected articles as records of FIELDS, the first stored first.

    With `changes` only what changed then, in that order; what changes while this runs is left for the next time. A
    record is of one moment, the export of several.
    """
    ids = _ids(db, selection, changes)
    for start in range(0, len(ids), BATCH):
        yield from _batch(db, ids[start : start + BATCH].tolist(), changes)


def _ids(db: Database, selection: Selection, changes: Changes | None) -> array[int]:
    """Return all ids at once, eight bytes each, found by the indexes."""
    values: dict[str, Any] = dict(selection.values)
    if changes is None:
        sql = IDS
    else:
        sql = CHANGED_IDS
        values |= {"after_change": changes.after, "until_change": changes.until}
    rows = db.execute(sql.format(condition=selection.condition), values)
    return array("q", (row[0] for row in rows))


def _batch(db: Database, ids: list[int], changes: Changes | None) -> list[Record]:
    values: dict[str, Any] = {"ids": json.dumps(ids), "until_change": changes.until if changes else None}
    with snapshot(db):
        rows = db.execute(ARTICLES.format(unchanged=UNCHANGED if changes else ""), values).fetchall()
        links: dict[int, list[Record]] = {article_id: [] for article_id in ids}
        for article_id, *link in db.execute(LINKS, values):
            links[article_id].append(dict(zip(LINK, link, strict=True)))
    return [_record(row, links[row[0]]) for row in rows]


def _record(row: tuple[Any, ...], related: list[Record]) -> Record:
    record = {
        name: json.loads(value) if name in JSON else value for name, value in zip(COLUMNS, row, strict=True)
    }
    free = record["is_accessible_for_free"]
    record["is_accessible_for_free"] = None if free is None else bool(free)
    return {**record, "related": related}

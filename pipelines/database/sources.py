"""The table `sources`: pages whose links were all taken; visits in, what such a page may be asked with again out."""

from __future__ import annotations

from sqlite_utils import Database

from crawler.items import Visit
from pipelines.database.rows import storable, storable_or_none

UPSERT = """
INSERT INTO sources (url, followed_as, outcome, etag, last_modified, followed_at, seen_at)
VALUES (:url, :followed_as, :outcome, :etag, :last_modified, :at, :at)
ON CONFLICT (url, followed_as) DO UPDATE SET outcome = excluded.outcome, etag = excluded.etag,
    last_modified = excluded.last_modified, followed_at = excluded.followed_at, seen_at = excluded.seen_at
"""


def read(db: Database, visit: Visit) -> None:
    """Note that all links of an answer were taken, and what it may be asked with again."""
    row = {
        "url": storable(visit.url),
        "followed_as": visit.followed_as,
        "outcome": visit.outcome,
        "etag": storable_or_none(visit.etag),
        "last_modified": storable_or_none(visit.last_modified),
        "at": storable(visit.fetched_at),
    }
    if row["etag"] or row["last_modified"]:
        db.execute(UPSERT, row)
    else:
        db.execute("DELETE FROM sources WHERE url = :url AND followed_as = :followed_as", row)


def unchanged(db: Database, visit: Visit) -> None:
    """Note that a page is as it was."""
    values = (storable(visit.fetched_at), storable(visit.url))
    db.execute("UPDATE sources SET seen_at = ? WHERE url = ?", values)


def forget(db: Database, before: str | None = None) -> None:
    """Forget what was not seen since a moment, or all of it; what is forgotten is read in full the next time."""
    db.execute("DELETE FROM sources WHERE coalesce(seen_at < ?, 1)", (before,))

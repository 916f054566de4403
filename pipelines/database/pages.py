"""The table `pages`: every address that was met, once, with what became of it last."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from http import HTTPStatus

from sqlite_utils import Database

from crawler.instant import parse_instant
from crawler.items import Visit
from crawler.urls import address_key
from pipelines.database.rows import storable, storable_or_none

# A page that a run meets a second time, unchanged, keeps what it was when the run met it first.
MET_AGAIN = "excluded.outcome = 'unchanged' AND run_id = excluded.run_id AND outcome IN ('article', 'copy')"

# The page is not there: so the server says, or it sends whoever asks to the home page. Any other answer says that
# something is there again; a server that fails, or is not asked, says neither.
MISSING_STATUS = frozenset({404, 410})
# The other failures: nobody knows what is there.
FAILING = """
outcome = 'failed' AND (status IS NULL OR status = 304 OR status NOT IN (404, 410) AND status NOT BETWEEN 300 AND 399)
"""
FAILED_BEFORE = f"SELECT fetched_at, next_check_at FROM pages WHERE url = ? AND {FAILING}"

# An answer without a page (a failure, a 304) says nothing of the validators: the earlier ones stay. An address that
# led to an article goes on leading to it, also when it is gone from the web (404, 410). What is canonical only an
# article says.
UPSERT = """
INSERT INTO pages (url, address_key, status, outcome, reason, article_id, etag, last_modified, fetched_at,
    next_check_at, run_id, canonical_url, canonical_key, missing_since)
VALUES (:url, :address_key, :status, :outcome, :reason, :article_id, :etag, :last_modified, :fetched_at,
    :next_check_at, :run_id, :canonical_url, :canonical_key,
    CASE WHEN :is_missing THEN :fetched_at END)
ON CONFLICT (url) DO UPDATE SET
    status = excluded.status,
    outcome = CASE WHEN {met_again} THEN outcome ELSE excluded.outcome END,
    reason = CASE WHEN {met_again} THEN reason ELSE excluded.reason END,
    article_id = coalesce(excluded.article_id, article_id),
    etag = CASE WHEN excluded.outcome IN ('unchanged', 'failed', 'disallowed')
        THEN coalesce(excluded.etag, etag) ELSE excluded.etag END,
    last_modified = CASE WHEN excluded.outcome IN ('unchanged', 'failed', 'disallowed')
        THEN coalesce(excluded.last_modified, last_modified) ELSE excluded.last_modified END,
    fetched_at = excluded.fetched_at,
    next_check_at = excluded.next_check_at,
    run_id = excluded.run_id,
    canonical_url = CASE WHEN :is_read THEN excluded.canonical_url ELSE canonical_url END,
    canonical_key = CASE WHEN :is_read THEN excluded.canonical_key ELSE canonical_key END,
    missing_since = CASE WHEN :is_missing THEN coalesce(missing_since, excluded.fetched_at)
        WHEN excluded.outcome IN ('failed', 'disallowed') THEN missing_since END
""".replace("{met_again}", MET_AGAIN)


def record_page(
    db: Database, visit: Visit, article_id: int | None, run_id: int, canonical_url: str | None = None
) -> int:
    """Record the visit's address and every address that redirects to it; return how many redirect.

    `canonical_url` is another address that the page names as its article's, None where it names none or one that is
    not to be believed.
    """
    row = _row(visit, visit.url, article_id, run_id)
    if canonical_url is not None:
        row |= {
            "canonical_url": storable(canonical_url),
            "canonical_key": storable(address_key(canonical_url)),
        }
    db.execute(UPSERT, row)
    redirects = [alias for alias in dict.fromkeys(visit.aliases) if alias != visit.url]
    for alias in redirects:
        row = _row(visit, alias, article_id, run_id)
        # The validators belong to the answer, and that came from the last station.
        row |= {"reason": f"redirects to {row['reason_url']}", "etag": None, "last_modified": None}
        db.execute(UPSERT, row)
    return len(redirects)


def is_missing(visit: Visit) -> bool:
    """Tell whether the page is not there: 404, 410, or a redirect that was not followed since it leads home."""
    status = visit.status or 0
    is_elsewhere = 300 <= status < 400 and status != HTTPStatus.NOT_MODIFIED
    return visit.outcome == "failed" and (status in MISSING_STATUS or is_elsewhere)


def missing_since(db: Database, url: str) -> str | None:
    """Return since when the page at this address is missing, None when it is not, or was not when it was last asked."""
    row = db.execute("SELECT missing_since FROM pages WHERE url = ?", (storable(url),)).fetchone()
    return row[0] if row else None


def waited_for_failure(db: Database, url: str) -> timedelta | None:
    """Return how long was waited after this address had failed the last time it was asked, None when it had not.

    A page that was missing then had another kind of failure.
    """
    row = db.execute(FAILED_BEFORE, (storable(url),)).fetchone()
    if row is None:
        return None
    failed_at, due_at = map(parse_instant, row)
    return due_at - failed_at if failed_at and due_at else timedelta(0)


def article_of_page(db: Database, url: str) -> int | None:
    """Return the article that was last read at this address, None when there is none."""
    sql = "SELECT article_id FROM pages WHERE url = ? AND article_id IN (SELECT id FROM articles)"
    row = db.execute(sql, (storable(url),)).fetchone()
    return row[0] if row else None


def give_way(db: Database, article_id: int, keys: Iterable[str], reason: str) -> None:
    """Note that the article's pages at these addresses, in any spelling, hold copies from now on."""
    db.conn.executemany(
        "UPDATE pages SET outcome = 'copy', reason = ?"
        " WHERE address_key = ? AND article_id = ? AND outcome = 'article'",
        [(reason, key, article_id) for key in keys],
    )


def name_canonical(db: Database, url: str, canonical_url: str | None) -> bool:
    """Note which other address the page at this address names as its article's; tell whether that is news."""
    canonical = None if canonical_url is None else storable(canonical_url)
    cursor = db.execute(
        "UPDATE pages SET canonical_url = :canonical, canonical_key = :key"
        " WHERE url = :url AND canonical_url IS NOT :canonical",
        {"url": storable(url), "canonical": canonical, "key": canonical and storable(address_key(canonical))},
    )
    return cursor.rowcount > 0


def forget_canonical(db: Database, url: str) -> None:
    """Forget what the page at this address names as canonical: it is another article's."""
    db.execute("UPDATE pages SET canonical_url = NULL, canonical_key = NULL WHERE url = ?", (url,))


def _row(visit: Visit, url: str, article_id: int | None, run_id: int) -> dict[str, object]:
    return {
        "url": storable(url),
        "address_key": storable(address_key(url)),
        "status": visit.status,
        "outcome": visit.outcome,
        "reason": storable(visit.reason),
        "reason_url": storable(visit.url),
        "article_id": article_id,
        "etag": storable_or_none(visit.etag),
        "last_modified": storable_or_none(visit.last_modified),
        "fetched_at": storable(visit.fetched_at),
        "next_check_at": storable_or_none(visit.next_check_at),
        "run_id": run_id,
        "canonical_url": None,
        "canonical_key": None,
        "is_read": visit.article is not None,
        "is_missing": is_missing(visit),
    }

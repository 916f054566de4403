"""The table `runs`: one row a run of a command, opened at its start and closed truthfully."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Literal

from sqlite_utils import Database

from crawler.text import utc_text
from crawler.urls import site_of
from pipelines.database.rows import as_json
from pipelines.database.transaction import transaction

Status = Literal["done", "failed", "interrupted"]


def open_run(db: Database, command: str, version: str, archive: str | None = None) -> int:
    """Add a run and return its id; runs that were killed before are marked `interrupted` first.

    `archive`: the folder in which it keeps its answers. To be called by the holder of the lock only: whatever else says
    that it is running, then, no longer does.
    """
    known = {} if archive is None else {"archive": archive}
    with transaction(db):
        close_killed(db)
        cursor = db.execute(
            "INSERT INTO runs (command, started_at, status, version, counts) VALUES (?, ?, 'running', ?, ?)",
            (command, _now(), version, as_json(known)),
        )
        return int(cursor.lastrowid or 0)


def close_killed(db: Database) -> None:
    """Mark runs that were killed as interrupted; for the holder of the lock, within a transaction."""
    for (killed,) in db.execute("SELECT id FROM runs WHERE status = 'running'").fetchall():
        _close(db, killed, "interrupted", counts_from_pages(db, killed))


def close_run(db: Database, run_id: int, status: Status, counts: Mapping[str, Any]) -> None:
    """Write how a run ended and what it counted."""
    with transaction(db):
        _close(db, run_id, status, counts)


def counts_from_pages(db: Database, run_id: int) -> dict[str, Any]:
    """Return what a run without an end must have counted, from the rows that carry its id."""
    counts: dict[str, Any] = {}
    sites: dict[str, dict[str, int]] = {}
    for url, outcome in db.execute("SELECT url, outcome FROM pages WHERE run_id = ?", (run_id,)):
        counts[outcome] = counts.get(outcome, 0) + 1
        site = sites.setdefault(site_of(url), {})
        site[outcome] = site.get(outcome, 0) + 1
    counts["articles_new"] = _count(db, "SELECT count(*) FROM articles WHERE run_id = ?", run_id)
    counts["revisions"] = _count(db, "SELECT count(*) FROM revisions WHERE run_id = ?", run_id)
    return {**counts, "sites": sites}


def _close(db: Database, run_id: int, status: Status, counts: Mapping[str, Any]) -> None:
    db.execute(
        "UPDATE runs SET status = ?, finished_at = ?, counts = json_patch(counts, ?) WHERE id = ?",
        (status, _now(), as_json(counts), run_id),
    )


def _count(db: Database, sql: str, run_id: int) -> int:
    return int(db.execute(sql, (run_id,)).fetchone()[0])


def _now() -> str:
    return utc_text(datetime.now(UTC))

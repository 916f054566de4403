"""The table `export_cursors`: how far each consumer has been given what changed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlite_utils import Database

from crawler.errors import DatabaseBusyError
from crawler.text import utc_text
from pipelines.database.selection import Selection
from pipelines.database.transaction import transaction

UPSERT = """
INSERT INTO export_cursors (name, change, selection, exported_at, articles, waiting_file, out_file)
VALUES (:name, :change, :selection, :exported_at, :articles, :waiting_file, :out_file)
ON CONFLICT (name) DO UPDATE SET change = excluded.change, exported_at = excluded.exported_at,
    articles = excluded.articles, waiting_file = excluded.waiting_file, out_file = excluded.out_file
"""

KEPT = ("name", "change", "selection", "waiting_file", "out_file")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """How far one consumer has got."""

    name: str
    change: int = 0
    """The last change that was handed on."""
    came_from: int = 0
    """The one that the cursor in the file stands at."""
    selection: str
    """What the consumer asked for at first, as JSON; a cursor stands for one selection only."""
    waiting_file: str | None = None
    """A file that is complete but not in its place yet, after a run that was killed."""
    out_file: str | None = None
    """Its place."""


def cursor_of(db: Database, name: str, selection: Selection) -> Cursor:
    """Return the cursor as it stands; one at the beginning when there is none of that name."""
    row = db.execute(
        "SELECT change, selection, waiting_file, out_file FROM export_cursors WHERE name = ?", (name,)
    ).fetchone()
    if row is None:
        return Cursor(name=name, selection=selection_text(selection))
    change, selected, waiting, out = row
    return Cursor(
        name=name, change=change, came_from=change, selection=selected, waiting_file=waiting, out_file=out
    )


def selection_text(selection: Selection) -> str:
    """Return a selection as a cursor keeps it.

    >>> selection_text(Selection(sites=("b.example", "a.example")))
    '{"sites":["a.example","b.example"]}'
    """
    named = {"sites": sorted(selection.sites), "since": selection.since, "until": selection.until}
    return json.dumps({name: value for name, value in named.items() if value}, separators=(",", ":"))


def move_cursor(db: Database, cursor: Cursor, articles: int) -> None:
    """Keep the cursor, `came_from` being where it was; on disk when this returns, also through a power cut.

    Raises DatabaseBusyError when another export has moved it meanwhile.
    """
    row = {name: getattr(cursor, name) for name in KEPT}
    db.execute("PRAGMA synchronous = FULL")
    with transaction(db):
        now = db.execute("SELECT change FROM export_cursors WHERE name = ?", (cursor.name,)).fetchone()
        if (now[0] if now else 0) != cursor.came_from:
            raise DatabaseBusyError(
                f"another export by the cursor {cursor.name!r} ran at the same time; what this one wrote is void"
            )
        db.execute(UPSERT, {**row, "exported_at": utc_text(datetime.now(UTC)), "articles": articles})


def file_arrived(db: Database, name: str) -> None:
    """Note that the cursor's file is in its place."""
    with transaction(db):
        db.execute("UPDATE export_cursors SET waiting_file = NULL, out_file = NULL WHERE name = ?", (name,))


def waiting_paths(db: Database) -> set[str]:
    """Return the files that wait for being put in their places."""
    sql = "SELECT waiting_file FROM export_cursors WHERE waiting_file IS NOT NULL"
    return {path for (path,) in db.execute(sql)}


def waiting_files(db: Database) -> list[tuple[str, str]]:
    """Return name and place of each file that a killed export could not put there."""
    sql = "SELECT name, out_file FROM export_cursors WHERE waiting_file IS NOT NULL ORDER BY name"
    return [(name, out) for name, out in db.execute(sql)]

"""Copying the file while a run writes to it: a path in, a consistent, checked copy at another out."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from crawler.errors import DatabaseError
from pipelines.database.connection import open_any_version
from pipelines.database.failures import explained
from pipelines.database.integrity import faults
from pipelines.database.transaction import snapshot

Progress = Callable[[int, int], None]

# Pages that are copied between two looks at the clock and at Ctrl-C; 16 MB.
STEP = 4096


def copy_database(path: Path, copy: Path, progress: Progress | None = None) -> None:
    """Copy the file as it is at this moment, check the copy, and have it on disk; a run need not stop.

    `progress` is told how many pages of how many are done. The copy is one file, complete by itself: it needs no log
    beside it. Raises DatabaseError when the file cannot be read or the copy is damaged; what there is of the copy is
    the caller's to remove.
    """
    with closing(open_any_version(path)) as db, explained(path):
        _copy(db, copy, progress)
    with explained(copy), closing(sqlite3.connect(copy, isolation_level=None)) as target:
        target.execute("PRAGMA journal_mode = DELETE")
        found = faults(target)
    if found:
        raise DatabaseError(
            f"{path}: the copy is damaged, and so most likely is the file ({found[0]}); keep your earlier backups, "
            f"and see `copydesk doctor --db {path}`"
        )
    _to_disk(copy)


def _copy(db: Database, copy: Path, progress: Progress | None) -> None:
    # The first look fixes the moment; without it, each step would begin anew after a write.
    with snapshot(db), closing(sqlite3.connect(copy, isolation_level=None)) as target:
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        with explained(copy):
            # It is made anew after any failure; until it is complete nothing needs to be safe.
            target.execute("PRAGMA synchronous = OFF")
            db.conn.backup(target, pages=STEP, progress=_told(progress))


def _told(progress: Progress | None) -> Callable[[int, int, int], None]:
    def tell(status: int, remaining: int, total: int) -> None:
        if progress is not None:
            progress(total - remaining, total)

    return tell


def _to_disk(copy: Path) -> None:
    with copy.open("rb+") as file:
        os.fsync(file.fileno())

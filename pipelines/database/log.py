"""The write-ahead log: kept small during a long run, whoever reads meanwhile."""

from __future__ import annotations

import logging
from pathlib import Path

from sqlite_utils import Database

from pipelines.database.connection import BUSY_TIMEOUT, LOG_LIMIT

logger = logging.getLogger(__name__)

# How long a run may stand still for readers to come to an end, in milliseconds.
PATIENCE = 1000
# From here on a person should know that somebody keeps the log from being written back.
WORTH_SAYING = 8


class WriteAheadLog:
    """The log of a connection that writes.

    SQLite writes it back by itself every so many pages, but begins it anew only at a moment at which nobody reads
    from it. With readers that take turns such a moment may never come, and the log would grow for as long as the run
    lasts. So once it is larger than the limit, new writes wait a second for the readers of today: those that come
    after need the log no more. A single reader that stays longer than that cannot be helped; it is tried again each
    time the log has grown by as much, and at last said.
    """

    def __init__(self, db: Database, path: Path, limit: int = LOG_LIMIT) -> None:
        self._db = db
        self._file = path.with_name(path.name + "-wal")
        self._limit = limit
        self._next = limit
        self._is_said = False

    @property
    def size(self) -> int:
        """Its size in bytes."""
        try:
            return self._file.stat().st_size
        except FileNotFoundError:
            return 0

    def keep_small(self) -> None:
        """Write the log back and begin it anew when it is too large; to be called outside of transactions."""
        size = self.size
        if size < self._next:
            return
        if self._begin_anew():
            self._next = self._limit
            return
        self._next = size + self._limit
        if size >= WORTH_SAYING * self._limit and not self._is_said:
            self._is_said = True
            logger.warning(
                "%s has grown to %d MB: another program has been reading from the database all the time; end it, and"
                " the log is written back",
                self._file, size // 1024**2,
                extra={"event": "log_grows", "file": str(self._file), "bytes": size},
            )  # fmt: skip

    def _begin_anew(self) -> bool:
        self._db.execute(f"PRAGMA busy_timeout = {PATIENCE}")
        try:
            busy = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        finally:
            self._db.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT}")
        return not busy

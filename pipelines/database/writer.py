"""Writing in batches that never stay open for long: an open database in; its write lock, held by one thread, out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, RLock, Thread
from types import TracebackType
from typing import Protocol, Self

from sqlite_utils import Database

from crawler.errors import DatabaseError
from pipelines.database.batch import Batch
from pipelines.database.connection import fit_cache
from pipelines.database.failures import explained, told
from pipelines.database.log import WriteAheadLog

# How often it is looked whether a batch is old.
LOOK_SECONDS = 0.1
# How long its end is waited for. By then all is committed and it has nothing to do; but an interruption may have come
# where a block begins or ends, so that the block is never left and keeps the lock.
END_SECONDS = 1.0


class Ends(Protocol):
    """Whoever must know what became of a batch."""

    def keep(self) -> None:
        """Take note that it is committed."""

    def take_back(self) -> None:
        """Take note that nothing of it is in the file."""


class Writer:
    """The connection that a run writes with; a context manager.

    A batch is committed when it is large, and when it is old, by a thread of its own: a crawl that waits for a site, or
    a page that is slow to parse, keeps no other program from writing, and nobody from seeing what was stored.
    """

    def __init__(self, db: Database, path: Path, ends: Ends) -> None:
        self.db = db
        self._path = path
        self._ends = ends
        self._batch = Batch(db, ends.take_back)
        self._log = WriteAheadLog(db, path)
        self._lock = RLock()
        self._leave = Event()
        self._thread = Thread(target=self._keep_time, name="copydesk-commits", daemon=True)
        self._holders = 0
        self._failure: DatabaseError | sqlite3.Error | None = None

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._leave.set()
        self._thread.join(END_SECONDS)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep the other thread from the connection, and commit the batch at the end if it is large or old.

        What SQLite raises is a DatabaseError about the file.
        """
        with self._lock, explained(self._path):
            self._holders += 1
            try:
                yield
            finally:
                self._holders -= 1
            if not self._holders and self._batch.is_due:
                self._commit()

    @contextmanager
    def part(self) -> Iterator[None]:
        """Write what belongs together; what the block raises undoes it alone.

        Raises DatabaseError also when an earlier batch could not be committed.
        """
        with self.alone():
            self._raise_failure()
            with told(self._path):
                self._batch.begin()
            with self._batch.part():
                yield

    def note_visit(self) -> None:
        """Take note, within a part, that it is a visit."""
        self._batch.note_visit()

    def commit(self) -> None:
        """Make everything visible that was written; DatabaseError when anything of it cannot be."""
        with self.alone():
            self._raise_failure()
            self._commit()

    def commit_unless_held(self) -> None:
        """Do the same, but within `alone` and `part`, where there is more to come."""
        with self._lock:
            if not self._holders:
                self.commit()

    def _commit(self) -> None:
        with told(self._path):
            self._batch.commit()
        self._ends.keep()
        self._log.keep_small()
        fit_cache(self.db)
        self._batch.note_use()

    def _raise_failure(self) -> None:
        if self._failure is not None:
            raise self._failure

    def _keep_time(self) -> None:
        while not self._leave.wait(LOOK_SECONDS):
            try:
                with self.alone():
                    pass
            except (DatabaseError, sqlite3.Error) as error:
                # Whoever stores the next visit, or closes the run, is told.
                self._failure = error

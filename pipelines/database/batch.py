"""Several visits in one transaction: each written whole or not at all, all of them committed together."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic, sleep

from sqlite_utils import Database

from pipelines.database.new_bands import settle
from pipelines.database.search_index import catch_up, put_off

# Writing the pages that several visits change, and the full-text index's words, once for all of them takes a third off
# a visit's time: in a file of a million articles it is 2.8 pages of the indexes of addresses for each, 4.5 with half as
# many. More than this many would wait too long, and be more to lose with one that cannot be committed.
MOST = 2048
# Other programs see what was stored, and may write themselves, after so many seconds.
OLDEST = 0.4
# Where so many visits came within that time, they come from disk, or from somewhere as near: hardly anything has to be
# fetched again with a batch that is lost, so that it may grow for as long as this. In a large file most visits of a
# site change the same few pages of each index, and every page is written once for each batch. Programs that wait to
# write give up after five seconds if they are not told otherwise.
MANY, OLDEST_OF_MANY = 128, 3.0
# For so many visits a part of the waiting keys is taken in, so that no more of them wait where batches are large.
VISITS_A_PART = 256
# One batch may follow the other at once, and SQLite's waiting programs look for the lock every tenth of a second only,
# some for no longer than five: so now and then it is free for as long as that, at the latest when the batch that is
# open then has come to its end.
TURN_SECONDS, TURN_EVERY = 0.11, 1.5


class Batch:
    """The open transaction of a connection, if any.

    `lost` is called whenever parts that were written whole are undone after all, since they cannot be committed.
    """

    def __init__(self, db: Database, lost: Callable[[], None]) -> None:
        self._db = db
        self._lost = lost
        self._parts = self._visits = 0
        self._is_part_open = False
        self._begun: float | None = None
        self._ended = self._free = monotonic()

    @property
    def is_due(self) -> bool:
        """Whether it should be committed now."""
        if self._begun is None:
            return False
        oldest = OLDEST if self._visits < MANY else OLDEST_OF_MANY
        return self._parts >= MOST or monotonic() - self._begun >= oldest

    def begin(self) -> None:
        """Begin a transaction unless one is open."""
        if self._begun is not None:
            return
        self._let_others_write()
        try:
            # The write lock at once, as `transaction` does, and for the same reason.
            self._execute("BEGIN IMMEDIATE")
            put_off(self._db)
            self._parts = self._visits = 0
            self._begun = monotonic()
        except BaseException:
            # Nobody would end a transaction that nobody knows of.
            self._begun = None
            self._db.rollback()
            raise

    @contextmanager
    def part(self) -> Iterator[None]:
        """Write what belongs together; what the block raises undoes the block, and leaves the parts before it."""
        self.begin()
        self._undo_open_part()
        try:
            self._execute("SAVEPOINT part")
            self._is_part_open = True
            yield
            self._execute("RELEASE part")
            self._is_part_open = False
        except BaseException:
            self._undo_open_part()
            raise
        self._parts += 1

    def note_visit(self) -> None:
        """Take note that a part is a visit, and not a change of what waits for its turn."""
        self._visits += 1

    def note_use(self) -> None:
        """Take note that the write lock was held until now, so that nobody else had a turn."""
        self._ended = monotonic()

    def commit(self) -> None:
        """Make all parts visible; when that cannot be done, all are undone, and it raises sqlite3.Error."""
        if self._begun is None:
            return
        try:
            self._undo_open_part()
            catch_up(self._db)
            for _ in range(1 + self._visits // VISITS_A_PART):
                settle(self._db)
            self._execute("COMMIT")
        except BaseException as error:
            # An interruption may come when all is done.
            if self._db.conn.in_transaction or isinstance(error, sqlite3.Error):
                self._undo()
            raise
        finally:
            self._begun, self._ended = None, monotonic()

    def _let_others_write(self) -> None:
        now = monotonic()
        if now - self._ended < TURN_SECONDS:
            if now - self._free < TURN_EVERY:
                return
            sleep(TURN_SECONDS)
        self._free = monotonic()

    def _undo_open_part(self) -> None:
        """Undo a part that has not come to its end: an interruption may leave a block without its being told."""
        if not self._is_part_open:
            return
        self._is_part_open = False
        try:
            self._execute("ROLLBACK TO part")
            self._execute("RELEASE part")
        except sqlite3.Error:
            # A full disk makes SQLite undo the whole transaction by itself.
            self._undo()

    def _undo(self) -> None:
        self._begun = None
        self._db.rollback()
        self._lost()

    def _execute(self, sql: str) -> None:
        self._db.conn.execute(sql)

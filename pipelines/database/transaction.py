"""One transaction: all of a block's writes become visible together, or none does; reads are of one moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlite_utils import Database


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """Commit the block's writes at its end, undo them all when it raises.

    Takes the write lock at once: a transaction that reads first and then finds that another program has written
    since cannot be saved by waiting, while this one waits for as long as `busy_timeout` says.
    """
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.commit()
    except BaseException:
        db.rollback()
        raise


@contextmanager
def snapshot(db: Database) -> Iterator[None]:
    """Let everything that is read within the block be of one moment, whatever a crawl writes meanwhile."""
    db.execute("BEGIN")
    try:
        yield
    finally:
        db.rollback()

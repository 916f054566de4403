"""One run a database: a lock file beside it, held by the system for as long as the run lives."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from crawler.errors import DatabaseBusyError, DatabaseError


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold FILE.lock during the block; raise DatabaseBusyError at once when another run holds it.

    The system drops the lock when a process dies, however it dies, so none is ever left behind; the empty file may be.
    """
    lock = FileLock(f"{path}.lock", thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise DatabaseBusyError(
            f"{path}: another run holds this database; wait until it is done, or choose another file"
        ) from None
    except OSError as error:
        raise DatabaseError(
            f"{path}: its folder cannot be written ({error.strerror}); make it writable, or choose a file elsewhere"
        ) from error
    try:
        yield
    finally:
        lock.release()

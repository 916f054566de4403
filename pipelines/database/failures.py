"""What SQLite and the file system complain of in; one DatabaseError that says what to do out."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from crawler.errors import DatabaseError

# SQLite's primary result codes (https://www.sqlite.org/rescode.html) → what happened, and what helps.
REMEDIES: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_FULL: (
        "the disk is full",
        "free some space and run again; everything stored so far is there",
    ),
    sqlite3.SQLITE_READONLY: (
        "the file or its folder is read-only",
        "make both writable, or choose a file elsewhere",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "the file cannot be opened",
        "check that its folder exists and that you may write there",
    ),
    sqlite3.SQLITE_PERM: ("access is denied", "check the permissions of the file and its folder"),
    sqlite3.SQLITE_BUSY: (
        "another program is writing to the file",
        "wait until it is done, or close it, and run again",
    ),
    sqlite3.SQLITE_LOCKED: (
        "another program holds the file",
        "wait until it is done, or close it, and run again",
    ),
    sqlite3.SQLITE_CORRUPT: (
        "the file is damaged",
        "keep it as it is, rescue what is readable with `sqlite3 FILE .recover`, and go on with a new file or a backup",
    ),
    sqlite3.SQLITE_NOTADB: (
        "the file is no SQLite database, or its first page is damaged",
        "choose another file, or go on with your last backup; this one is left as it is",
    ),
    sqlite3.SQLITE_IOERR: (
        "the disk failed to read or write",
        "check the disk, its free space and your quota on it, and run again; everything committed before is there",
    ),
}
PRIMARY_CODE = 0xFF
MENDED = "another program wrote to it; `copydesk doctor --fix` puts it right, then run again"
# Extended codes that say more than the primary ones.
CLOSER: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_CORRUPT_VTAB: ("the full-text index is damaged or not in step with the articles", MENDED),
    sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY: ("rows of it belong to articles that are gone", MENDED),
}
# The small file FILE-shm that every connection shares: it is made anew, so for want of space it is what fails first.
NO_SHARED_MEMORY = (
    "the disk is full, or of a kind that cannot share memory (a network share)",
    "free some space, or choose a file on a disk of this machine, and run again; everything committed before is there",
)
SHARED_MEMORY = (sqlite3.SQLITE_IOERR_SHMSIZE, sqlite3.SQLITE_IOERR_SHMOPEN, sqlite3.SQLITE_IOERR_SHMMAP)
CLOSER |= dict.fromkeys(SHARED_MEMORY, NO_SHARED_MEMORY)

# SQLite has no code of its own for what somebody has dropped, nor for an index of FTS5 that it cannot open.
SPOKEN: tuple[tuple[re.Pattern[str], tuple[str, str]], ...] = (
    (re.compile(r"no such (?:table|index): "), ("a table or an index of it is missing", MENDED)),
    (
        re.compile(r"vtable constructor failed: articles_fts|invalid fts5 file format"),
        ("the full-text index is damaged", MENDED),
    ),
    # What FTS5 says when tables behind its index are missing, of much else too.
    (
        re.compile(r"SQL logic error$"),
        ("the full-text index may be damaged", "see what `copydesk doctor` says of the file"),
    ),
)


# A damaged full-text index may say that it is larger than any memory.
NO_MEMORY = (
    "there is not enough memory, or the full-text index is damaged; free some memory and run again, or see what "
    "`copydesk doctor` says of the file"
)


@contextmanager
def explained(path: Path | None) -> Iterator[None]:
    """Turn what SQLite raises within the block into a DatabaseError about this file, None where none can be named.

    Mistakes of ours (a violated constraint, wrong SQL) are not disguised: they pass as they are.
    """
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None) or 0
        known = CLOSER.get(code) or REMEDIES.get(code & PRIMARY_CODE) or _spoken(str(error))
        if known is None:
            raise
        raise DatabaseError(f"{path or 'the database'}: {known[0]} ({error}); {known[1]}") from error
    except MemoryError as error:
        raise DatabaseError(f"{path or 'the database'}: {NO_MEMORY}") from error


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Do the same with whatever SQLite raises: for what no single visit is to blame for, and all would meet again."""
    try:
        with explained(path):
            yield
    except sqlite3.Error as error:
        raise DatabaseError(
            f"{path}: nothing can be stored ({error}); see what `copydesk doctor --db {path}` says of it, and run "
            "again; everything committed before is there"
        ) from error


def is_of_index(error: sqlite3.Error | MemoryError) -> bool:
    """Tell whether an index that cannot be opened may be to blame, not the disk, other programs or an interruption."""
    if isinstance(error, MemoryError):
        return True
    code = (getattr(error, "sqlite_errorcode", None) or 0) & PRIMARY_CODE
    return code in {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT}


def _spoken(message: str) -> tuple[str, str] | None:
    return next((known for pattern, known in SPOKEN if pattern.match(message)), None)

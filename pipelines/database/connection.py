"""Opening the file: a path in, a checked, migrated connection out, or a DatabaseError that says what to do."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlite_utils import Database

from crawler.errors import DatabaseError
from pipelines.database.failures import explained
from pipelines.database.migrations import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    application_id,
    migrate,
    user_version,
)
from pipelines.database.network import network_kind

# How long a write waits for another program's (Datasette, sqlite-utils, a backup), in milliseconds.
BUSY_TIMEOUT = 10_000
# How large the write-ahead log may be before it is written back by force, in bytes.
LOG_LIMIT = 128 * 1024 * 1024
# How much of the file a connection that writes keeps in memory, in bytes: a hundredth of it, within these bounds. A
# batch of a thousand changes 60 MB; beside it the upper pages of all indexes have to stay, which grow with the file.
CACHE_SHARE = 100
LEAST_CACHE = 96 * 1024 * 1024
MOST_CACHE = 176 * 1024 * 1024
# What a connection that writes is set to, beside WAL and its cache.
SETTINGS = (
    # With WAL no commit is lost when the process is killed, and the file never breaks; after a power cut the last
    # commits since the last checkpoint may be missing, and those pages are simply fetched again.
    "synchronous = NORMAL",
    "foreign_keys = ON",
    # After a checkpoint the log shrinks to this, so that one long reader does not leave a huge file behind.
    f"journal_size_limit = {LOG_LIMIT}",
    # Written back at every 64 MB, not 4: a page of an index that several batches change is then written once.
    "wal_autocheckpoint = 16384",
    # As in SQLite's own builds. Debian's writes zeros over what was deleted, so that nobody finds it in the file: most
    # of it old pieces of the full-text index, whose words stand in the new ones.
    "secure_delete = OFF",
    # What undoing a single visit would take.
    "temp_store = MEMORY",
)
MAGIC = b"SQLite format 3\0"
# Where the first page has PRAGMA application_id, and how many bytes (https://www.sqlite.org/fileformat.html).
OWNER = (68, 4)


def open_database(path: Path) -> Database:
    """Open for writing; make the file when it is missing, migrate it when it is older.

    Raises DatabaseError, with the file untouched, when it belongs to another program, is no database, was made by a
    newer copydesk, is damaged, or cannot be written.
    """
    refuse_unusable(path)
    _refuse_network(path)
    with explained(path):
        db = Database(_connect(path, "rwc"), execute_plugins=False)
        try:
            migrate(db)
            _prepare_for_writing(db)
        except BaseException:
            db.close()
            raise
    return db


def open_readonly(path: Path) -> Database:
    """Open for reading only; raises DatabaseError when the file is missing, empty or not of this copydesk's version."""
    db = open_any_version(path)
    version = user_version(db)
    if version < SCHEMA_VERSION:
        db.close()
        raise DatabaseError(
            f"{path}: the file has the older schema {version}; "
            "`copydesk crawl` or `ingest` with it brings it up to date"
        )
    return db


def open_any_version(path: Path) -> Database:
    """Open for reading only, also a file of an older version; DatabaseError when it is missing, empty or not ours."""
    if not path.exists():
        raise DatabaseError(f"{path}: there is no such file; make it with `copydesk crawl … --db {path}`")
    refuse_unusable(path)
    with explained(path):
        db = _readonly(path)
        version = user_version(db)
    if not version:
        db.close()
        raise DatabaseError(f"{path}: the file holds nothing yet; `copydesk crawl` or `ingest` fills it")
    return db


def open_as_it_is(path: Path) -> Database:
    """Open a file that is there for writing, with nothing in it changed by that; DatabaseError when it cannot be."""
    refuse_unusable(path)
    with explained(path):
        return Database(_connect(path, "rw"), execute_plugins=False)


def refuse_unusable(path: Path) -> None:
    """Raise DatabaseError when the file must not be touched; reads only, and a missing file is fine."""
    place = behind_links(path)
    if not place.parent.is_dir():
        raise DatabaseError(f"{path}: the folder {place.parent} does not exist; make it first")
    if place.is_dir():
        raise DatabaseError(f"{path}: this is a folder; name a file")
    if place.exists() and not place.is_file():
        raise DatabaseError(f"{path}: this is a device or a pipe; name a file")
    try:
        head = _head(path)
    except OSError as error:
        raise DatabaseError(f"{path}: cannot be read ({error.strerror}); check its permissions") from error
    if not head:
        return
    if head != MAGIC:
        raise DatabaseError(
            f"{path}: the file is no SQLite database; choose another file, this one is left as it is"
        )
    with explained(path):
        _refuse_foreign_or_newer(path)


def _refuse_network(path: Path) -> None:
    """Raise DatabaseError on a network share: WAL needs memory that all who have the file open share.

    Two machines would not see each other's writes, and break the file (https://www.sqlite.org/wal.html).
    """
    kind = network_kind(behind_links(path))
    if kind is not None:
        raise DatabaseError(
            f"{path}: this is a network share ({kind}), on which two programs can break the file; choose a file on a "
            "disk of this machine, and put copies on the share with `copydesk backup`"
        )


def behind_links(path: Path) -> Path:
    """Return the file itself, so that one file has one lock, whatever name it is called by."""
    try:
        found = path.resolve()
    except (OSError, RuntimeError):
        found = path
    # From Python 3.13 on what cannot be resolved comes back as it is.
    if found.is_symlink():
        raise DatabaseError(f"{path}: the link leads back to itself; name a file")
    return found


def _head(path: Path, start: int = 0, length: int = len(MAGIC)) -> bytes:
    if not path.exists():
        return b""
    with path.open("rb") as file:
        file.seek(start)
        return file.read(length)


def _refuse_foreign_or_newer(path: Path) -> None:
    db = _readonly(path)
    try:
        version, owner = user_version(db), application_id(db)
        tables = int(db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    finally:
        db.close()
    if owner != APPLICATION_ID and _head(path, *OWNER) == APPLICATION_ID.to_bytes(4):
        raise DatabaseError(
            f"{path}: the log beside it, {path.name}-wal, is another database's; move that log elsewhere and run "
            "again; this file is left as it is"
        )
    if owner != APPLICATION_ID and (tables or owner or version):
        raise DatabaseError(
            f"{path}: the database belongs to another program; choose another file, this one is left as it is"
        )
    if version > SCHEMA_VERSION:
        raise DatabaseError(
            f"{path}: made by a newer copydesk (schema {version}, this one knows {SCHEMA_VERSION}); "
            "upgrade copydesk (`pip install --upgrade copydesk`) or choose another file"
        )


def _readonly(path: Path) -> Database:
    """Connect for reading.

    What a killed program left half-written is rolled back, as every opener does. On read-only media, where WAL has
    no place, the file is read as it lies there.
    """
    db = Database(_connect(path, "ro"), execute_plugins=False)
    try:
        user_version(db)
    except sqlite3.OperationalError as error:
        db.close()
        if error.sqlite_errorcode in {sqlite3.SQLITE_READONLY_ROLLBACK, sqlite3.SQLITE_READONLY_RECOVERY}:
            return Database(_connect(path, "rw"), execute_plugins=False)
        if path.with_name(path.name + "-wal").exists():
            raise
        return Database(_connect(path, "ro", "&immutable=1"), execute_plugins=False)
    return db


def _connect(path: Path, mode: str, more: str = "") -> sqlite3.Connection:
    uri = f"file:{quote(str(path.absolute()))}?mode={mode}{more}"
    # No isolation level: transactions begin where `transaction` says, not where the driver guesses. Of threads, the
    # Store sees to it that only one at a time has the connection.
    return sqlite3.connect(
        uri, uri=True, timeout=BUSY_TIMEOUT / 1000, isolation_level=None, check_same_thread=False
    )


def _prepare_for_writing(db: Database) -> None:
    """Set what a connection that writes needs; with the schema made before, the file itself says whose it is."""
    db.enable_wal()
    for setting in SETTINGS:
        db.execute(f"PRAGMA {setting}")
    fit_cache(db)


def fit_cache(db: Database | sqlite3.Connection) -> None:
    """Give the connection as much cache as a file of today's size needs; cheap enough for every commit."""
    pages, page_size = (
        int(db.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("page_count", "page_size")
    )
    db.execute(f"PRAGMA cache_size = -{cache_for(pages * page_size) // 1024}")


def cache_for(size: int) -> int:
    """Return how many bytes of cache a file of so many bytes gets.

    >>> [cache_for(gigabytes * 10**9) // 1024**2 for gigabytes in (1, 12, 25)]
    [96, 114, 176]
    """
    return min(max(size // CACHE_SHARE, LEAST_CACHE), MOST_CACHE)

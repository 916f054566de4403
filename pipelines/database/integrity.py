"""Whether a file is sound: an open database in, what is wrong with its pages out."""

from __future__ import annotations

import sqlite3

from pipelines.database.failures import PRIMARY_CODE

# What a person can take in; the file is damaged after the first.
MOST_FAULTS = 20
# How lines begin that tell of no damage: the name of the database, and rows that a program wrote with checks switched
# off, which SQLite tells to connections that may write only.
NO_DAMAGE = ("***", "CHECK constraint failed")


def faults(db: sqlite3.Connection) -> list[str]:
    """Return what SQLite finds wrong with pages, tables and indexes; empty when all is well."""
    rows: list[str] = []
    try:
        rows += (str(row[0]) for row in db.execute(f"PRAGMA integrity_check({MOST_FAULTS})"))
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & PRIMARY_CODE != sqlite3.SQLITE_CORRUPT:
            raise
        # Damaged so badly that the check itself cannot go on.
        rows.append(str(error))
    # SQLite puts several faults into one row, under the name of the database.
    lines = (line for row in rows for line in row.splitlines() if not line.startswith(NO_DAMAGE))
    return [] if rows == ["ok"] else list(lines)

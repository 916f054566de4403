"""The file's schema beside that of a new one: an open database in, what differs out."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from sqlite_utils import Database

from pipelines.database.migrations import migrate
from pipelines.database.search_index import PARTS

# SQLite's own, sqlite-utils' record of migrations, and the tables behind the full-text index.
INTERNAL = "name LIKE 'sqlite\\_%' ESCAPE '\\' OR name LIKE '\\_sqlite%' ESCAPE '\\' OR tbl_name = '_sqlite_migrations'"
BEHIND_INDEX = ", ".join(f"'{name}'" for name in PARTS)
OBJECTS = f"SELECT name, type, sql FROM sqlite_master WHERE NOT ({INTERNAL}) AND name NOT IN ({BEHIND_INDEX})"

# Tables that hold nothing but what the articles say.
DERIVED = ("bands", "new_bands", "bands_merge", "search_backlog", "filled_fields")

Objects = dict[str, tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """What is other than in a new file, in words."""

    lost_tables: list[str]
    """Tables that are missing or other than they should be, but for those that are worked out from others."""
    lost_others: list[str]
    """The same of indexes, triggers, views and such tables, which can be made anew."""
    unknown: list[str]
    """What is there beside: `trigger x`."""


def schema_differences(db: Database) -> Differences:
    """Compare a file of this copydesk's version."""
    ours, theirs = new_objects(), objects(db)
    wrong = [name for name in ours if _plain(ours[name]) != _plain(theirs.get(name))]
    described = {
        name: f"{ours[name][0]} {name} is {'changed' if name in theirs else 'missing'}" for name in wrong
    }
    tables = [name for name in wrong if _holds_data(name, ours[name])]
    return Differences(
        lost_tables=[described[name] for name in tables],
        lost_others=[described[name] for name in wrong if name not in tables],
        unknown=[f"{kind} {name}" for name, (kind, _) in theirs.items() if name not in ours],
    )


def objects(db: Database) -> Objects:
    """Return name → (type, SQL) of what a person would call the schema."""
    return {name: (kind, sql) for name, kind, sql in db.execute(OBJECTS).fetchall()}


def new_objects() -> Objects:
    """Return the same of a new file."""
    db = Database(sqlite3.connect(":memory:", isolation_level=None), execute_plugins=False)
    try:
        migrate(db)
        return objects(db)
    finally:
        db.close()


def restore_objects(db: Database) -> list[str]:
    """Make what is missing or changed and holds no data anew, but for the full-text index; return the names.

    Tables are empty then.
    """
    restored = []
    theirs = objects(db)
    for name, ours in new_objects().items():
        if _plain(ours) == _plain(theirs.get(name)):
            continue
        if _holds_data(name, ours) or name.startswith("articles_fts"):
            continue
        if name in theirs:
            db.execute(f"DROP {theirs[name][0]} {name}")
        db.execute(ours[1])
        restored.append(name)
    return restored


def _holds_data(name: str, found: tuple[str, str]) -> bool:
    return found[0] == "table" and not found[1].startswith("CREATE VIRTUAL") and name not in DERIVED


def _plain(found: tuple[str, str] | None) -> tuple[str, str] | None:
    return None if found is None else (found[0], " ".join(found[1].split()))

"""Migrations: an open database of any earlier version in, the same one at SCHEMA_VERSION out, in one transaction."""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database, Migrations

from pipelines.database import address_keys, bands
from pipelines.database.export_schema import VERSION_4
from pipelines.database.fields_schema import VERSION_14
from pipelines.database.frontier_schema import VERSION_7
from pipelines.database.gone_schema import GONE
from pipelines.database.graph_schema import VERSION_2
from pipelines.database.indexes_schema import VERSION_8, VERSION_13
from pipelines.database.near_schema import VERSION_5, VERSION_12
from pipelines.database.schema import VERSION_1
from pipelines.database.search_index import build_index, may_build_anew
from pipelines.database.search_schema import COLUMNS, MERGING, VERSION_10
from pipelines.database.transaction import transaction
from pipelines.database.watch_schema import VERSION_9

# 'cpdk': tells our files from every other program's (PRAGMA application_id).
APPLICATION_ID = 0x6370646B
SCHEMA_VERSION = 16

migrations = Migrations("copydesk")


@migrations(name="0001_first_schema")
def first_schema(db: Database) -> None:
    """All tables, the full-text index and the view of the first release."""
    db.executescript(VERSION_1)
    _stamp(db, 1)


@migrations(name="0002_related_graph")
def related_graph(db: Database) -> None:
    """Canonical addresses of pages, links that always lead where they should, the graph as views."""
    db.executescript(VERSION_2)
    _stamp(db, 2)


@migrations(name="0003_search")
def search(db: Database) -> None:
    """CJK text with its characters set apart, in an index that is built anew."""
    db.executescript(COLUMNS)
    build_index(db)
    _stamp(db, 3)


@migrations(name="0004_export_cursors")
def export_cursors(db: Database) -> None:
    """The number of each article's last change, and how far each consumer has got."""
    db.executescript(VERSION_4)
    _stamp(db, 4)


@migrations(name="0005_near_copies")
def near_copies(db: Database) -> None:
    """The index that finds nearly the same texts, filled from the articles that are there."""
    db.executescript(VERSION_5)
    bands.fill(db)
    _stamp(db, 5)


@migrations(name="0006_address_keys")
def renewed_address_keys(db: Database) -> None:
    """The keys of all addresses, since more tracking parameters are known than before."""
    address_keys.renew(db)
    _stamp(db, 6)


@migrations(name="0007_frontier")
def frontier(db: Database) -> None:
    """The addresses that wait for their turn, and what of the sources was read."""
    db.executescript(VERSION_7)
    _stamp(db, 7)


@migrations(name="0008_indexes")
def indexes(db: Database) -> None:
    """Indexes that answer questions about sites, days and outcomes by themselves."""
    db.executescript(VERSION_8)
    _stamp(db, 8)


@migrations(name="0009_first_seen")
def articles_by_first_seen(db: Database) -> None:
    """An index of each site's articles by the moment they came."""
    db.executescript(VERSION_9)
    _stamp(db, 9)


@migrations(name="0010_search_backlog")
def search_backlog(db: Database) -> None:
    """Triggers that can leave it to the end of a transaction to take many articles into the full-text index."""
    db.executescript(VERSION_10)
    _stamp(db, 10)


@migrations(name="0011_gone")
def gone(db: Database) -> None:
    """Articles that are gone from the web, since when pages are missing, which sources tell truly what changed."""
    db.executescript(GONE)
    _stamp(db, 11)


@migrations(name="0012_new_bands")
def new_bands(db: Database) -> None:
    """The keys of the newest articles stand apart until many are taken into the index together."""
    db.executescript(VERSION_12)
    _stamp(db, 12)


@migrations(name="0013_articles_by_number")
def articles_by_number(db: Database) -> None:
    """An index that tells of any article its day and site, for searches among many of them."""
    db.executescript(VERSION_13)
    _stamp(db, 13)


@migrations(name="0014_filled_fields")
def filled_fields(db: Database) -> None:
    """How many articles have which fields, kept by triggers."""
    db.executescript(VERSION_14)
    _stamp(db, 14)


@migrations(name="0015_larger_pieces")
def larger_pieces(db: Database) -> None:
    """The full-text index writes and merges its words in larger pieces."""
    _set_merging(db)
    _stamp(db, 15)


@migrations(name="0016_whole_texts")
def whole_texts(db: Database) -> None:
    """The same texts are found by a key beside those of nearly the same ones; yet larger pieces of words."""
    db.execute("DROP INDEX IF EXISTS articles_by_content")
    _set_merging(db)
    # A file that has lost a table of keys is brought up to date all the same: `doctor` makes all keys anew.
    if _has(db, "bands", "new_bands", "bands_merge"):
        bands.add_whole(db)
    _stamp(db, 16)


def migrate(db: Database) -> None:
    """Bring the database to SCHEMA_VERSION; all pending steps, their records and the version are one transaction."""
    if user_version(db) == SCHEMA_VERSION:
        return
    with transaction(db):
        migrations.apply(db)


def user_version(db: Database) -> int:
    """Return the schema's version that the file says it has; 0 for a new one."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def application_id(db: Database) -> int:
    """Return the mark of the program that the file belongs to; 0 for none."""
    return int(db.execute("PRAGMA application_id").fetchone()[0])


def _set_merging(db: Database) -> None:
    # A file that has lost its full-text index is brought up to date all the same: `doctor` makes it anew. One that has
    # an index that cannot be opened would never be.
    if _has(db, "articles_fts"):
        try:
            db.executescript(MERGING)
        except (sqlite3.DatabaseError, MemoryError) as error:
            if not may_build_anew(db, error):
                raise
            build_index(db)


def _has(db: Database, *tables: str) -> bool:
    found = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()}
    return found.issuperset(tables)


def _stamp(db: Database, version: int) -> None:
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {version}")

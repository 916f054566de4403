"""The table `new_bands`: the newest articles' keys in; thousands of them taken into `bands` together, in order, out.

In memory they have an index of their own: a temporary table, which is undone with what is undone and gone with the
connection, and is made again from `new_bands` when it is missed.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlite_utils import Database

# With so many articles the index in memory takes 3 MB and is made in a tenth of a second; in a file of a million
# articles each page of `bands` then takes in four keys at a time.
MOST_NEW = 16_384
# They are taken in by ranges of the keys, one a transaction, so that none is large: keys are hashes, evenly spread.
PARTS = 64
LOWEST, WIDTH = -(1 << 63), (1 << 64) // PARTS

# The temporary table's name is one that no table of the file has.
INDEX = "CREATE TEMP TABLE unmerged (band, article_id, PRIMARY KEY (band, article_id)) WITHOUT ROWID"
FILL = """
INSERT INTO temp.unmerged SELECT value, article_id FROM new_bands, json_each(keys)
WHERE NOT EXISTS (SELECT 1 FROM bands_merge WHERE article_id <= up_to AND value < :lowest + next_part * :width)
ORDER BY 1, 2
"""
HAS_INDEX = "SELECT 1 FROM sqlite_temp_master WHERE name = 'unmerged'"
# Two questions, each answered by one look: of both at once SQLite would read all rows.
BEGIN = """
INSERT INTO bands_merge (up_to, next_part) SELECT newest, 0 FROM (
    SELECT (SELECT max(article_id) FROM new_bands) AS newest, (SELECT min(article_id) FROM new_bands) AS oldest
) WHERE newest - oldest >= ?
"""
PART = "band BETWEEN ? AND ? AND article_id <= ?"


def index(db: Database) -> None:
    """Make the index in memory if there is none."""
    if db.execute(HAS_INDEX).fetchone():
        return
    db.execute(INDEX)
    db.execute(FILL, {"lowest": LOWEST, "width": WIDTH})


def add(db: Database, article_id: int, keys: Sequence[int]) -> None:
    """Put a new article's keys by."""
    index(db)
    db.execute(
        "INSERT OR REPLACE INTO new_bands (article_id, keys) VALUES (?, ?)", (article_id, json.dumps(keys))
    )
    db.conn.executemany(
        "INSERT OR IGNORE INTO temp.unmerged VALUES (?, ?)", [(key, article_id) for key in keys]
    )


def remove(db: Database, article_id: int, keys: Sequence[int]) -> None:
    """Forget an article's keys, if they are here."""
    index(db)
    db.execute("DELETE FROM new_bands WHERE article_id = ?", (article_id,))
    rows = [(key, article_id) for key in keys]
    db.conn.executemany("DELETE FROM temp.unmerged WHERE band = ? AND article_id = ?", rows)


def clear(db: Database) -> None:
    """Forget all keys that are here."""
    for sql in ("DROP TABLE IF EXISTS temp.unmerged", "DELETE FROM new_bands", "DELETE FROM bands_merge"):
        db.execute(sql)


def settle(db: Database) -> None:
    """Take a part of the keys into `bands` when there are many; belongs before every commit."""
    merge = _merge(db)
    if merge is None:
        db.execute(BEGIN, (MOST_NEW,))
        merge = _merge(db)
    if merge is None:
        return
    up_to, part = merge
    index(db)
    first = LOWEST + part * WIDTH
    of_part = (first, first + WIDTH - 1, up_to)
    db.execute(
        f"INSERT OR IGNORE INTO bands SELECT band, article_id FROM temp.unmerged WHERE {PART}", of_part
    )
    db.execute(f"DELETE FROM temp.unmerged WHERE {PART}", of_part)
    if part + 1 < PARTS:
        db.execute("UPDATE bands_merge SET next_part = next_part + 1")
    else:
        db.execute("DELETE FROM new_bands WHERE article_id <= ?", (up_to,))
        db.execute("DELETE FROM bands_merge")


def _merge(db: Database) -> tuple[int, int] | None:
    """Return up to which article the keys are being taken in, and which part is next."""
    row: tuple[int, int] | None = db.execute("SELECT up_to, next_part FROM bands_merge").fetchone()
    return row

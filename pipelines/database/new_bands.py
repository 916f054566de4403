"""The table `new_bands`: the newest articles' keys in; thousands of them taken into `bands` together, in order, out.

In memory they have an index of their own: a temporary table, which is undone with what is undone and gone with the
connection, and is made again from `new_bands` when it is missed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from sqlite_utils import Database

from pipelines.near_sketch import BANDS

# So many articles wait, or a share of the file's when that is more, so that a page of `bands` takes in as many keys at
# a time in a large file as in a small one; up to as many as make an index in memory of some 20 MB, in 0.8 seconds.
MOST_NEW, SHARE, MOST_OF_ALL = 16_384, 16, 65_536
# They are taken in by ranges of the keys, one a transaction, so that none is large: keys are hashes, evenly spread.
# Files count by it (`bands_merge.next_part`).
PARTS = 64
LOWEST, WIDTH = -(1 << 63), (1 << 64) // PARTS

# The temporary table's name is one that no table of the file has.
INDEX = "CREATE TEMP TABLE unmerged (band, article_id, PRIMARY KEY (band, article_id)) WITHOUT ROWID"
# What other programs may have written in place of keys is passed over.
KEYS = """
FROM new_bands, json_each(CASE WHEN json_valid(keys) THEN keys ELSE '[]' END) WHERE typeof(value) = 'integer'
"""
MERGED = "(article_id <= :up_to AND value < :from)"
FILL = f"""
INSERT INTO temp.unmerged SELECT value, article_id {KEYS} AND NOT {MERGED} ORDER BY 1, 2
"""
NO_INDEX = "DROP TABLE IF EXISTS temp.unmerged"
HAS_INDEX = "SELECT 1 FROM sqlite_temp_master WHERE name = 'unmerged'"
# Two questions, each answered by one look: of both at once SQLite would read all rows.
BEGIN = """
INSERT INTO bands_merge (up_to, next_part) SELECT newest, 0 FROM (
    SELECT (SELECT max(article_id) FROM new_bands) AS newest, (SELECT min(article_id) FROM new_bands) AS oldest
) WHERE newest - oldest >= min(:most_of_all, max(:most, newest / :share))
"""
PART = "band BETWEEN ? AND ? AND article_id <= ?"
# A row that says what cannot be, which only another program can have written, is not believed: then all is taken in
# anew, and what is there already stays.
MERGE = """
SELECT up_to, next_part FROM (
    SELECT count(*) AS number, max(up_to) AS up_to, max(next_part) AS next_part FROM bands_merge
) WHERE number = 1 AND next_part < :parts AND up_to <=
    max((SELECT coalesce(max(id), 0) FROM articles), (SELECT coalesce(max(article_id), 0) FROM new_bands))
"""
NEWEST = """
SELECT max((SELECT coalesce(max(article_id), 0) FROM new_bands), (SELECT coalesce(max(up_to), 0) FROM bands_merge))
"""
NO_KEYS = f"""
SELECT count(*) FROM new_bands AS new WHERE (SELECT count(*) {KEYS} AND article_id = new.article_id) NOT IN (1, :number)
"""
# One look, since a run may go on meanwhile.
ABSURD = f"SELECT count(*) FROM bands_merge WHERE NOT EXISTS ({MERGE})"
NOT_MERGED = f"""
SELECT count(*) {KEYS} AND {MERGED} AND NOT EXISTS (
    SELECT 1 FROM bands WHERE band = value AND bands.article_id = new_bands.article_id
)
"""
OF_ARTICLE = f"article_id = :id AND band IN (SELECT value {KEYS} AND article_id = :id)"


def index(db: Database) -> None:
    """Make the index in memory if there is none."""
    if db.execute(HAS_INDEX).fetchone():
        return
    try:
        db.execute(INDEX)
        db.execute(FILL, _merged(db))
    except BaseException:
        # Whatever it lacked would never be taken in.
        db.execute(NO_INDEX)
        raise


def is_newest(db: Database, article_id: int) -> bool:
    """Tell whether an article comes after all whose keys wait or are being taken in.

    It does unless the newest articles were deleted: SQLite gives their ids again, and parts that the keys belong to
    may have been taken in already.
    """
    return article_id > int(db.execute(NEWEST).fetchone()[0])


def add(db: Database, article_id: int, keys: Sequence[int]) -> None:
    """Put the newest article's keys by."""
    index(db)
    db.execute("INSERT INTO new_bands (article_id, keys) VALUES (?, ?)", (article_id, json.dumps(keys)))
    db.conn.executemany(
        "INSERT OR IGNORE INTO temp.unmerged VALUES (?, ?)", [(key, article_id) for key in keys]
    )


def remove(db: Database, article_id: int) -> None:
    """Forget the keys that an article has here, those that were taken in already too."""
    index(db)
    for table in ("temp.unmerged", "bands"):
        db.execute(f"DELETE FROM {table} WHERE {OF_ARTICLE}", {"id": article_id})
    db.execute("DELETE FROM new_bands WHERE article_id = ?", (article_id,))


def clear(db: Database) -> None:
    """Forget all keys that are here."""
    for sql in (NO_INDEX, "DELETE FROM new_bands", "DELETE FROM bands_merge"):
        db.execute(sql)


def settle(db: Database) -> None:
    """Take a part of the keys into `bands` when there are many; belongs before every commit."""
    merge = _merge(db)
    if merge is None:
        db.execute("DELETE FROM bands_merge")
        db.execute(BEGIN, {"most": MOST_NEW, "share": SHARE, "most_of_all": MOST_OF_ALL})
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


def astray(db: Database) -> Iterator[str]:
    """Yield what is not as a run leaves it."""
    if number := _count(db, NO_KEYS, {"number": 1 + BANDS}):
        yield f"{number:,} rows of new_bands do not hold a text's keys"
    if _count(db, ABSURD, {"parts": PARTS}):
        yield "bands_merge says what cannot be"
    elif number := _count(db, NOT_MERGED, _merged(db)):
        yield f"{number:,} keys that bands_merge says are taken in are not in bands"


def _merged(db: Database) -> dict[str, int]:
    up_to, part = _merge(db) or (0, 0)
    return {"up_to": up_to, "from": LOWEST + part * WIDTH}


def _count(db: Database, sql: str, values: dict[str, int]) -> int:
    return int(db.execute(sql, values).fetchone()[0])


def _merge(db: Database) -> tuple[int, int] | None:
    """Return up to which article the keys are being taken in, and which part is next."""
    row: tuple[int, int] | None = db.execute(MERGE, {"parts": PARTS}).fetchone()
    return row

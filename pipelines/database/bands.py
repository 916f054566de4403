"""The keys that the same and nearly the same texts are found by: a body in, articles that may be like it out.

They stand in the table `bands`, those of the newest articles in `new_bands`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlite_utils import Database

from pipelines.database import new_bands
from pipelines.database.rows import storable
from pipelines.fingerprint import fingerprint
from pipelines.near_sketch import BANDS, band_keys, text_keys, whole_key

# A form that thousands of texts fill in has thousands of rows under one key: the newest are looked at, which is where
# the original of a copy is, and of all that are found the likeliest, so that a visit's cost does not grow with them.
MOST_OF_A_BAND = 200
MOST_CANDIDATES = 8

OF_ONE = """
SELECT article_id FROM (SELECT article_id FROM {table} WHERE band = ?{number} ORDER BY article_id DESC LIMIT {most})
"""
# The older ones first, each lot by its numbers, and no further than to as many as are asked for: rows of articles that
# are gone count for nothing.
WITH_TEXT = """
SELECT id FROM (
    SELECT article_id FROM bands WHERE band = :key
    UNION ALL SELECT article_id FROM temp.unmerged WHERE band = :key
) CROSS JOIN articles ON id = article_id AND content_hash = :content_hash LIMIT :most
"""
INSERT = "INSERT OR IGNORE INTO bands (band, article_id) VALUES (?, ?)"
CANDIDATES = (
    "SELECT article_id FROM ("
    + " UNION ALL ".join(
        OF_ONE.format(table=table, number=number, most=MOST_OF_A_BAND)
        for table in ("temp.unmerged", "bands")
        for number in range(1, BANDS + 1)
    )
    + f") GROUP BY article_id ORDER BY count(*) DESC, article_id DESC LIMIT {MOST_CANDIDATES}"
)


def candidates(db: Database, body: str) -> list[int]:
    """Return the articles whose text may be nearly this one, the likeliest first; none for a short text."""
    keys = band_keys(storable(body))
    if not keys:
        return []
    new_bands.index(db)
    return [row[0] for row in db.execute(CANDIDATES, keys).fetchall()]


def with_text(db: Database, content_hash: str) -> list[int]:
    """Return the articles that have exactly this text, the first stored first."""
    new_bands.index(db)
    values = {"key": whole_key(content_hash), "content_hash": content_hash, "most": MOST_CANDIDATES}
    return sorted({row[0] for row in db.execute(WITH_TEXT, values).fetchall()})


def add(db: Database, article_id: int, body: str) -> None:
    """Let a new article be found by its text."""
    keys = _keys_of(body)
    if new_bands.is_newest(db, article_id):
        new_bands.add(db, article_id, keys)
    else:
        new_bands.remove(db, article_id)
        _insert(db, article_id, keys)


def replace(db: Database, article_id: int, former: tuple[str, str], body: str) -> None:
    """Let an article be found by this text, no longer by its former one (`content_hash` and body)."""
    keys = text_keys(*former)
    new_bands.remove(db, article_id)
    db.conn.executemany(
        "DELETE FROM bands WHERE band = ? AND article_id = ?", [(key, article_id) for key in keys]
    )
    # At once, since a part that these belong to may have been taken in already.
    _insert(db, article_id, _keys_of(body))


def renew(db: Database) -> None:
    """Make all keys anew."""
    new_bands.clear(db)
    db.execute("DELETE FROM bands")
    fill(db)


def fill(db: Database) -> None:
    """Fill the empty table from all articles.

    One text at a time is in memory. The rows are sorted on disk before they are written, since a large table that is
    filled in order takes a fraction of the time.
    """
    db.execute("CREATE TEMP TABLE unsorted_bands (band INTEGER, article_id INTEGER)")
    db.conn.executemany(
        "INSERT INTO unsorted_bands VALUES (?, ?)",
        _of(db.execute("SELECT id, content_hash, body FROM articles")),
    )
    db.execute("INSERT OR IGNORE INTO bands SELECT band, article_id FROM unsorted_bands ORDER BY 1, 2")
    db.execute("DROP TABLE unsorted_bands")


def add_whole(db: Database) -> None:
    """Take in all keys that wait, and let every article be found by its whole text too."""
    db.execute(f"INSERT OR IGNORE INTO bands SELECT value, article_id {new_bands.KEYS} ORDER BY 1, 2")
    new_bands.clear(db)
    db.conn.create_function("whole_key", 1, whole_key, deterministic=True)
    db.execute("INSERT OR IGNORE INTO bands SELECT whole_key(content_hash), id FROM articles ORDER BY 1, 2")


def _keys_of(body: str) -> tuple[int, ...]:
    """Return the keys of a text as it came, with the hash that is stored beside what of it can be stored."""
    return text_keys(fingerprint(body).content_hash, storable(body))


def _insert(db: Database, article_id: int, keys: Iterable[int]) -> None:
    db.conn.executemany(INSERT, [(key, article_id) for key in keys])


def _of(articles: Iterable[tuple[int, str, str]]) -> Iterator[tuple[int, int]]:
    return ((key, article_id) for article_id, *text in articles for key in text_keys(*text))

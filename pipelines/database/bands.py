"""The table `bands`: the keys that nearly the same texts are found by; a body in, articles that may be like it out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlite_utils import Database

from pipelines.database.rows import storable
from pipelines.near_sketch import BANDS, band_keys

# A form that thousands of texts fill in has thousands of rows under one key: the newest are looked at, which is where
# the original of a copy is, and of all that are found the likeliest, so that a visit's cost does not grow with them.
MOST_OF_A_BAND = 200
MOST_CANDIDATES = 8

OF_ONE = "SELECT article_id FROM (SELECT article_id FROM bands WHERE band = ? ORDER BY article_id DESC LIMIT {most})"
CANDIDATES = (
    f"SELECT article_id FROM ({' UNION ALL '.join([OF_ONE.format(most=MOST_OF_A_BAND)] * BANDS)})"
    f" GROUP BY article_id ORDER BY count(*) DESC, article_id DESC LIMIT {MOST_CANDIDATES}"
)
INSERT = "INSERT OR IGNORE INTO bands (band, article_id) VALUES (?, ?)"


def candidates(db: Database, body: str) -> list[int]:
    """Return the articles whose text may be nearly this one, the likeliest first; none for a short text."""
    keys = band_keys(storable(body))
    return [row[0] for row in db.execute(CANDIDATES, keys).fetchall()] if keys else []


def add(db: Database, article_id: int, body: str) -> None:
    """Let an article be found by this text."""
    db.conn.executemany(INSERT, [(key, article_id) for key in band_keys(storable(body))])


def replace(db: Database, article_id: int, former: str, body: str) -> None:
    """Let an article be found by this text, no longer by its former one."""
    keys = [(key, article_id) for key in band_keys(former)]
    db.conn.executemany("DELETE FROM bands WHERE band = ? AND article_id = ?", keys)
    add(db, article_id, body)


def fill(db: Database) -> None:
    """Fill the empty table from all articles.

    One text at a time is in memory. The rows are sorted on disk before they are written, since a large table that is
    filled in order takes a fraction of the time.
    """
    db.execute("CREATE TEMP TABLE unsorted_bands (band INTEGER, article_id INTEGER)")
    db.conn.executemany(
        "INSERT INTO unsorted_bands VALUES (?, ?)", _of(db.execute("SELECT id, body FROM articles"))
    )
    db.execute("INSERT OR IGNORE INTO bands SELECT band, article_id FROM unsorted_bands ORDER BY 1, 2")
    db.execute("DROP TABLE unsorted_bands")


def _of(articles: Iterable[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    return ((key, article_id) for article_id, body in articles for key in band_keys(body))

"""What is stored of an address that an archive may hold: what it is, and when its text was there. Reads only."""

from __future__ import annotations

from typing import Literal, NamedTuple

from sqlite_utils import Database

from pipelines.database.rows import storable

Kind = Literal["article", "copy", "page"]

# An answer from before the last text of an article that it has no more is that text's. A copy says when its own text
# was first found, and that is noted up to a minute after the answer came, while others are being parsed.
PLACES: dict[Kind, str] = {
    "article": """
SELECT coalesce((SELECT max(seen_at) FROM revisions WHERE article_id = articles.id), ''), last_seen_at
FROM articles WHERE fetched_url = :url
""",
    "copy": """
SELECT strftime('%Y-%m-%dT%H:%M:%SZ', seen_at, '-1 minute'), max(seen_at, coalesce(fetched_at, ''))
FROM copies LEFT JOIN pages ON pages.url = copies.url WHERE copies.url = :url
""",
    "page": """
SELECT '', fetched_at FROM pages WHERE url = :url AND article_id IS NULL
AND outcome IN ('not_article', 'rejected', 'listing', 'failed', 'unchanged')
""",
}
ARCHIVES = """
SELECT DISTINCT json_extract(counts, '$.archive') FROM runs WHERE json_extract(counts, '$.archive') IS NOT NULL
ORDER BY 1
"""


class Place(NamedTuple):
    """What an address is in the file."""

    kind: Kind
    """`article`: an article's text was last read there; `copy`: a copy's was; `page`: nothing was found there."""
    after: str
    """The text that stands was found later than this. Empty: at any time."""
    until: str
    """And it was there until then, or longer."""

    def has(self, fetched_at: str) -> bool:
        """Tell whether an answer of this moment, UTC, ISO 8601, had the text that stands.

        >>> Place("article", "2026-01-01T00:00:00Z", "2026-01-03T00:00:00Z").has("2026-01-01T00:00:00Z")
        False
        """
        return self.after < fetched_at <= self.until


def place_of(db: Database, url: str) -> Place | None:
    """Return what an address, in this very spelling, is in the file; None for what was never met."""
    for kind, sql in PLACES.items():
        row = db.execute(sql, {"url": storable(url)}).fetchone()
        if row:
            return Place(kind, *row)
    return None


def archives(db: Database) -> list[str]:
    """Return the folders in which the file's runs kept their answers."""
    return [str(folder) for (folder,) in db.execute(ARCHIVES)]


def count_articles(db: Database) -> int:
    """Return how many articles there are."""
    return int(db.execute("SELECT count(*) FROM articles").fetchone()[0])

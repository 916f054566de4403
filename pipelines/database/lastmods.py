"""The table `lastmod_sources`: how often a feed or sitemap said that an article changed, and how often it had."""

from __future__ import annotations

from sqlite_utils import Database

from pipelines.database.rows import storable

# From here on both counts are halved, so that what a source did lately counts more than what it did for years.
MOST = 40
COUNT = f"""
INSERT INTO lastmod_sources (url, followed, proved) VALUES (:url, 1, :proved)
ON CONFLICT (url) DO UPDATE SET
    followed = iif(followed >= {MOST}, followed / 2, followed) + 1,
    proved = iif(followed >= {MOST}, proved / 2, proved) + excluded.proved
"""


def count_lastmod(db: Database, source: str, *, proved: bool) -> None:
    """Count a page that was asked after the source said that it had changed, and whether it had."""
    db.execute(COUNT, {"url": storable(source), "proved": int(proved)})

"""The ledger: an address in; whether it was met, whether it is due, and what to ask it with, out. Reads only."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from crawler.items import Source
from crawler.text import utc_text
from crawler.urls import address_key, normalise_url, site_of
from pipelines.database import pages, renditions
from pipelines.database.connection import open_readonly
from pipelines.database.failures import explained
from pipelines.database.rows import storable

# The address itself before its other spellings; of those, the one that led to an article, the last to come due.
NEXT_CHECK = """
SELECT next_check_at FROM pages WHERE address_key = :key
ORDER BY url = :url DESC, article_id IS NULL, next_check_at DESC LIMIT 1
"""
HAS_FAILED = f"""
SELECT {pages.FAILING} FROM pages WHERE address_key = :key
ORDER BY url = :url DESC, article_id IS NULL, next_check_at DESC LIMIT 1
"""
RELATED = """
SELECT url FROM related_links WHERE url IS NOT NULL AND article_id = (
    SELECT article_id FROM pages WHERE address_key = :key AND article_id IS NOT NULL
    ORDER BY url = :url DESC, article_id LIMIT 1
) ORDER BY position
"""
SOURCE = """
SELECT outcome, etag, last_modified, followed_at FROM sources WHERE url = :url AND followed_as = :followed_as
"""
# What failed waits by itself, whatever leads to it.
DUE = f"""
SELECT url, next_check_at FROM pages WHERE next_check_at < '9999' AND next_check_at > :since AND next_check_at <= :now
    AND NOT ({pages.FAILING})
ORDER BY next_check_at
"""
# At the address that each was read at; what failed there waits by itself.
DUE_ARTICLES = f"""
SELECT site, url, published_on FROM (
    SELECT site, pages.url, published_on, row_number() OVER (
        PARTITION BY site ORDER BY coalesce(published_at, first_seen_at) DESC, articles.id DESC) AS place
    FROM pages JOIN articles ON articles.id = article_id AND fetched_url = pages.url
    WHERE next_check_at < '9999' AND next_check_at > :since AND next_check_at <= :now AND NOT ({pages.FAILING})
) WHERE place <= :number ORDER BY place
"""
# Of one site in one run: an hour's worth of what a large house publishes, and less than two minutes of its time.
MOST_DUE = 100
# What has been due for longer is too old by now to be looked at.
LONGEST_DUE = timedelta(days=60)
# What gave no answer says nothing of its address.
TURNED_OUT = """
SELECT url, article_id IS NOT NULL FROM (SELECT * FROM pages ORDER BY rowid DESC LIMIT :number)
WHERE article_id IS NOT NULL OR (outcome IN ('listing', 'not_article') AND coalesce(status, 200) < 400)
"""
# The latest addresses, for all sites together: a few weeks of dozens of sites, and some tenths of a second.
MOST_SEEN = 20_000
LONGEST_LOOK = timedelta(days=2)
LAST_READ = """
SELECT fetched_at, modified_at FROM pages JOIN articles ON articles.id = article_id
WHERE pages.address_key = :key ORDER BY fetched_at DESC LIMIT 1
"""


class Ledger:
    """What a crawl may know of addresses before it asks; a file that is not there yet knows nothing."""

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path).resolve()
        self._db: Database | None = None
        self._due: dict[str, str] | None = None
        self._due_articles: defaultdict[str, list[tuple[str, str | None]]] | None = None

    def is_known(self, url: str) -> bool:
        """Tell whether the address was met before, in any spelling."""
        return bool(self._rows("SELECT 1 FROM pages WHERE address_key = :key LIMIT 1", url))

    def is_due(self, url: str, now: datetime) -> bool:
        """Tell whether the address should be asked at `now` (with offset); one that was never met always is."""
        rows = self._rows(NEXT_CHECK, url)
        due_at = rows[0][0] if rows else None
        return due_at is None or due_at <= utc_text(now)

    def has_failed(self, url: str) -> bool:
        """Tell whether the address failed when it was asked last, otherwise than by being missing."""
        rows = self._rows(HAS_FAILED, url)
        return bool(rows and rows[0][0])

    def leads_to_article(self, url: str) -> bool:
        """Tell whether the address led to a stored article, or a copy of one, in any spelling."""
        sql = "SELECT 1 FROM pages WHERE address_key = :key AND article_id IS NOT NULL LIMIT 1"
        return bool(self._rows(sql, url))

    def related_links(self, url: str) -> tuple[str, ...]:
        """Return the addresses that the article of the address, in any spelling, shows as related, in page order."""
        return tuple(str(row[0]) for row in self._rows(RELATED, url))

    def validators(self, url: str) -> tuple[str | None, str | None] | None:
        """Return the ETag and Last-Modified that exactly this address answered with, None when it gave neither."""
        rows = self._rows("SELECT etag, last_modified FROM pages WHERE url = :url", url)
        return (rows[0][0], rows[0][1]) if rows and any(rows[0]) else None

    def source(self, url: str, followed_as: str) -> Source | None:
        """Return what a page, whose links an earlier run took in this way, may be asked with; None for in full."""
        values = {"url": storable(normalise_url(url)), "followed_as": followed_as}
        return next((Source(*row) for row in self._ask(SOURCE, values)), None)

    def last_due(self, site: str | None, now: datetime) -> str | None:
        """Return when one of a site's addresses, or of all, came due last, as it was when this was asked first.

        Looks no further back than two days. What failed, and is not missing, does not count: it waits by itself.
        """
        if self._due is None:
            values = {"since": utc_text(now - LONGEST_LOOK), "now": utc_text(now)}
            self._due = {site_of(url): due_at for url, due_at in self._ask(DUE, values)}
        return max(self._due.values(), default=None) if site is None else self._due.get(site)

    def due_articles(self, site: str, now: datetime) -> tuple[tuple[str, str | None], ...]:
        """Return address and day of a site's articles that are due, newest first, as it was when this was asked first.

        At most 100, and none that has been due for more than 60 days.
        """
        if self._due_articles is None:
            values = {"since": utc_text(now - LONGEST_DUE), "now": utc_text(now), "number": MOST_DUE}
            self._due_articles = defaultdict(list)
            for of_site, url, day in self._ask(DUE_ARTICLES, values):
                self._due_articles[of_site].append((url, day))
        return tuple(self._due_articles.get(site, ()))

    def last_read(self, url: str) -> tuple[str, str | None] | None:
        """Return when the page of a stored article was last asked for, in any spelling, and its `modified_at`."""
        rows = self._rows(LAST_READ, url)
        return (str(rows[0][0]), rows[0][1]) if rows else None

    def lastmod_record(self, source: str) -> tuple[int, int]:
        """Return how often a feed or sitemap said that an article changed, and how often it had."""
        rows = self._rows("SELECT followed, proved FROM lastmod_sources WHERE url = :url", source)
        return (int(rows[0][0] or 0), int(rows[0][1] or 0)) if rows else (0, 0)

    def rendition_of(self, url: str) -> str | None:
        """Return the address of the stored article that this is only another rendition of, None when there is none."""
        db = self._connected()
        if db is None:
            return None
        with explained(self.path):
            return renditions.original(db, storable(url))

    def turned_out(self) -> list[tuple[str, bool]]:
        """Return the addresses that were met last and gave an answer, with whether each led to an article."""
        return [(str(url), bool(led)) for url, led in self._ask(TURNED_OUT, {"number": MOST_SEEN})]

    def close(self) -> None:
        """Let go of the file."""
        if self._db:
            self._db.close()
            self._db = None

    def _rows(self, sql: str, url: str) -> list[tuple[Any, ...]]:
        url = storable(url)
        return self._ask(sql, {"url": url, "key": address_key(url)})

    def _ask(self, sql: str, values: dict[str, Any]) -> list[tuple[Any, ...]]:
        db = self._connected()
        if db is None:
            return []
        with explained(self.path):
            return db.execute(sql, values).fetchall()

    def _connected(self) -> Database | None:
        if self._db is None and self.path.exists() and self.path.stat().st_size:
            self._db = open_readonly(self.path)
        return self._db

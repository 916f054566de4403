"""Which stored article an address is only another rendition of: by what its page said, or by its looks. Reads only."""

from __future__ import annotations

from sqlite_utils import Database

from crawler.renditions import plain_keys

# Its page was read, and names as canonical the article's own address, where the article is read. As long as that is not
# gone, a look there is enough for both.
SAID_SO = """
SELECT articles.url FROM pages JOIN articles ON articles.id = pages.article_id
WHERE pages.url = :url AND pages.canonical_key = articles.address_key AND pages.url <> articles.fetched_url
AND gone_at IS NULL
AND EXISTS (SELECT 1 FROM pages AS own
    WHERE own.url = articles.fetched_url AND own.address_key = articles.address_key)
"""
# Where it looks like a rendition of an address that is a stored article's own, and was not found to be another one.
BY_LOOKS = """
SELECT id, url FROM articles WHERE address_key = :key AND gone_at IS NULL
AND NOT EXISTS (SELECT 1 FROM pages WHERE url = :url AND article_id <> articles.id)
ORDER BY id LIMIT 1
"""


def original(db: Database, url: str) -> str | None:
    """Return the address of the stored article that this is only another rendition of, None when there is none."""
    row = db.execute(SAID_SO, {"url": url}).fetchone()
    if row:
        return str(row[0])
    found = _by_looks(db, url)
    return found[1] if found else None


def article_id(db: Database, url: str) -> int | None:
    """Return the article that an address which was never read looks like a rendition of, None when there is none."""
    found = _by_looks(db, url)
    return found[0] if found else None


def _by_looks(db: Database, url: str) -> tuple[int, str] | None:
    for key in plain_keys(url):
        row = db.execute(BY_LOOKS, {"url": url, "key": key}).fetchone()
        if row:
            return int(row[0]), str(row[1])
    return None

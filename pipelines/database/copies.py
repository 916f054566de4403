"""The table `copies`: other addresses with the same or nearly the same text."""

from __future__ import annotations

from sqlite_utils import Database

from crawler.items import Article, Duplicate
from crawler.urls import site_of
from pipelines.database.articles import StoredArticle
from pipelines.database.rows import address_columns, storable, storable_or_none
from pipelines.fingerprint import fingerprint

UPSERT = """
INSERT INTO copies (url, address_key, article_id, kind, similarity, site, title, published_at, seen_at,
    content_hash, body)
VALUES (:url, :address_key, :article_id, :kind, :similarity, :site, :title, :published_at, :seen_at,
    :content_hash, :body)
ON CONFLICT (url) DO UPDATE SET article_id = excluded.article_id, kind = excluded.kind,
    similarity = excluded.similarity, title = excluded.title, published_at = excluded.published_at,
    seen_at = excluded.seen_at, content_hash = excluded.content_hash, body = excluded.body
"""


def is_known_copy(db: Database, url: str, article_id: int, content_hash: str) -> bool:
    """Tell whether this very text at this very address is recorded as a copy of the article already."""
    found = db.execute(
        "SELECT 1 FROM copies WHERE url = ? AND article_id = ? AND content_hash = ?",
        (url, article_id, content_hash),
    ).fetchone()
    return found is not None


def record_copy(db: Database, url: str, article: Article, duplicate: Duplicate, seen_at: str) -> None:
    """Record the address as a copy; the text itself is kept when it differs from the article's."""
    near = duplicate.kind == "near"
    values = {
        "title": storable_or_none(article.title),
        "published_at": storable_or_none(article.published_at),
        "content_hash": fingerprint(article.body).content_hash,
        "body": storable(article.body) if near else None,
    }
    _upsert(db, url, duplicate, seen_at, values)


def record_former_address(db: Database, stored: StoredArticle, similarity: float, same_text: bool) -> None:
    """Record the address that an article was read at so far, before it is read at its own."""
    duplicate = Duplicate(article_id=stored.id, kind="exact" if same_text else "near", similarity=similarity)
    values = {
        "title": stored.title,
        "published_at": None,
        "content_hash": stored.content_hash,
        "body": None if same_text else stored.body,
    }
    _upsert(db, stored.fetched_url, duplicate, stored.last_seen_at, values)


def forget_copy(db: Database, url: str) -> None:
    """Forget that the address held a copy: it holds an article of its own now."""
    db.execute("DELETE FROM copies WHERE url = ?", (url,))


def _upsert(
    db: Database, url: str, duplicate: Duplicate, seen_at: str, values: dict[str, str | None]
) -> None:
    address = address_columns(url)
    address["site"] = site_of(url)
    named = {"article_id": duplicate.article_id, "kind": duplicate.kind, "similarity": duplicate.similarity}
    db.execute(UPSERT, {**address, **named, **values, "seen_at": seen_at})

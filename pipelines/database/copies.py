"""The table `copies`: other addresses with the same or nearly the same text."""

from __future__ import annotations

from typing import NamedTuple

from sqlite_utils import Database

from crawler.items import Article, Duplicate
from crawler.urls import site_of
from pipelines.database.articles import StoredArticle
from pipelines.database.rows import address_columns, storable, storable_or_none
from pipelines.fingerprint import fingerprint
from pipelines.similarity import similarity


class StoredCopy(NamedTuple):
    """A copy as it is recorded."""

    url: str
    article_id: int
    seen_at: str


UPSERT = """
INSERT INTO copies (url, address_key, article_id, kind, similarity, site, title, published_at, seen_at,
    content_hash, body)
VALUES (:url, :address_key, :article_id, :kind, :similarity, :site, :title, :published_at, :seen_at,
    :content_hash, :body)
ON CONFLICT (url) DO UPDATE SET article_id = excluded.article_id, kind = excluded.kind,
    similarity = excluded.similarity, title = excluded.title, published_at = excluded.published_at,
    seen_at = excluded.seen_at, content_hash = excluded.content_hash, body = excluded.body
"""


def known_copy(db: Database, url: str, content_hash: str) -> Duplicate | None:
    """Return of which article this very text at this very address is recorded as a copy already."""
    found = db.execute(
        "SELECT article_id, kind, similarity FROM copies WHERE url = ? AND content_hash = ?"
        " AND article_id IN (SELECT id FROM articles)",
        (url, content_hash),
    ).fetchone()
    return Duplicate(article_id=found[0], kind=found[1], similarity=found[2]) if found else None


def copy_at(db: Database, url: str) -> StoredCopy | None:
    """Return the copy at exactly this address, None when there is none of an article that is there."""
    row = db.execute(
        "SELECT url, article_id, seen_at FROM copies WHERE url = ? AND article_id IN (SELECT id FROM articles)",
        (url,),
    ).fetchone()
    return StoredCopy(*row) if row else None


def differing(db: Database, url: str, article: Article, duplicate: Duplicate) -> list[str]:
    """Return which columns of the copy at this address would be others with this text."""
    wanted = {**_text_columns(article, duplicate), "kind": duplicate.kind, "similarity": duplicate.similarity}
    row = db.execute(f"SELECT {', '.join(wanted)} FROM copies WHERE url = ?", (url,)).fetchone()
    return [name for name, value in zip(wanted, row, strict=True) if value != wanted[name]]


def record_copy(db: Database, url: str, article: Article, duplicate: Duplicate, seen_at: str) -> None:
    """Record the address as a copy; the text itself is kept when it differs from the article's."""
    _upsert(db, url, duplicate, seen_at, _text_columns(article, duplicate))


def record_former_address(db: Database, stored: StoredArticle, url: str, alike: float) -> None:
    """Record an address that an article had so far, with the text that it had there; `alike` is 1 for the same text."""
    same_text = alike == 1
    duplicate = Duplicate(article_id=stored.id, kind="exact" if same_text else "near", similarity=alike)
    values = {
        "title": stored.title,
        "published_at": stored.published_at,
        "content_hash": stored.content_hash,
        "body": None if same_text else stored.body,
    }
    seen_at = stored.first_seen_at if stored.revision == 1 else stored.last_seen_at
    _upsert(db, url, duplicate, seen_at, values)


def compare_again(db: Database, former: StoredArticle, body: str) -> None:
    """Say of all copies of an article what they are to its new text: `former` is the article with the one before."""
    content_hash = fingerprint(body).content_hash
    rows = db.execute(
        "SELECT url, content_hash, body FROM copies WHERE article_id = ?", (former.id,)
    ).fetchall()
    for url, own_hash, own_body in rows:
        text = former.body if own_body is None else own_body
        same_text = own_hash == content_hash
        alike = 1.0 if same_text else similarity(text, body)
        db.execute(
            "UPDATE copies SET kind = ?, similarity = ?, body = ? WHERE url = ?",
            ("exact" if same_text else "near", alike, None if same_text else text, url),
        )


def forget_copy(db: Database, url: str) -> None:
    """Forget that the address held a copy: it holds an article of its own now."""
    db.execute("DELETE FROM copies WHERE url = ?", (url,))


def _text_columns(article: Article, duplicate: Duplicate) -> dict[str, str | None]:
    return {
        "title": storable_or_none(article.title),
        "published_at": storable_or_none(article.published_at),
        "content_hash": fingerprint(article.body).content_hash,
        "body": storable(article.body) if duplicate.kind == "near" else None,
    }


def _upsert(
    db: Database, url: str, duplicate: Duplicate, seen_at: str, values: dict[str, str | None]
) -> None:
    address = address_columns(url)
    address["site"] = site_of(url)
    named = {"article_id": duplicate.article_id, "kind": duplicate.kind, "similarity": duplicate.similarity}
    db.execute(UPSERT, {**address, **named, **values, "seen_at": seen_at})

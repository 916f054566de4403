"""The table `revisions`: earlier texts of articles that changed."""

from __future__ import annotations

from sqlite_utils import Database

from crawler.items import Article
from pipelines.database.articles import StoredArticle
from pipelines.database.rows import storable
from pipelines.fingerprint import fingerprint

INSERT = """
INSERT INTO revisions (article_id, revision, title, body, content_hash, seen_at, run_id)
VALUES (?, ?, ?, ?, ?, ?, ?)
"""


def keep_stored_text(db: Database, stored: StoredArticle, run_id: int) -> None:
    """Keep the text that the article has so far, before it gets another one."""
    values = (stored.title, stored.body, stored.content_hash, stored.last_seen_at)
    db.execute(INSERT, (stored.id, stored.revision, *values, run_id))


def keep_earlier_text(
    db: Database, stored: StoredArticle, article: Article, seen_at: str, run_id: int
) -> None:
    """Keep a text that was on the page before the one that the article has."""
    content_hash = fingerprint(article.body).content_hash
    values = (storable(article.title or ""), storable(article.body), content_hash, seen_at)
    db.execute(INSERT, (stored.id, stored.revision, *values, run_id))


def has_revision(db: Database, article_id: int, title: str, content_hash: str) -> bool:
    """Tell whether this headline with this text is kept as an earlier one of the article."""
    found = db.execute(
        "SELECT 1 FROM revisions WHERE article_id = ? AND content_hash = ? AND title = ?",
        (article_id, content_hash, storable(title)),
    ).fetchone()
    return found is not None

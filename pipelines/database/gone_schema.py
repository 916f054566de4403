"""The schema's version 11 as SQL: what is gone from the web, and which sources tell truly what changed."""

from __future__ import annotations

from pipelines.database.export_schema import CONTENT

# That an article is gone is news to whoever was told of it.
TOLD = (*CONTENT, "gone_at")
CHANGED = " OR ".join(f"old.{column} IS NOT new.{column}" for column in TOLD)

# lastmod_sources: one small row for each feed and sitemap that ever said of a stored article that it changed.
GONE = f"""
ALTER TABLE articles ADD COLUMN gone_at TEXT;
DROP INDEX articles_by_site;
CREATE INDEX articles_by_site ON articles(site, published_on, word_count, gone_at);
ALTER TABLE pages ADD COLUMN missing_since TEXT;
CREATE TABLE lastmod_sources (
    url TEXT NOT NULL PRIMARY KEY,
    followed INTEGER NOT NULL CHECK (followed >= 0),
    proved INTEGER NOT NULL CHECK (proved BETWEEN 0 AND followed)
) STRICT, WITHOUT ROWID;
DROP TRIGGER articles_changed;
CREATE TRIGGER articles_changed AFTER UPDATE OF {", ".join(TOLD)} ON articles
WHEN {CHANGED} BEGIN
    DELETE FROM article_changes WHERE article_id = new.id;
    INSERT INTO article_changes (article_id) VALUES (new.id);
END;
"""

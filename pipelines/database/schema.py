"""Version 1 of the schema as SQL; a version that has been released is never edited, the next one is added beside it."""

from __future__ import annotations

# `published_on` and the address keys are ordinary columns, not generated ones: `PRAGMA table_info`, which tools list
# columns with, hides generated columns, and the keys need Python. CHECK keeps `published_on` true.
#
# articles_fts: an external-content index, so that no text is stored twice; its triggers run in the transaction of
# the write, and the one for updates only when an indexed column is named, so that `last_seen_at` costs nothing.
# unicode61 splits words by Unicode's categories, which serves every European script, and remove_diacritics 2 also
# folds letters with several marks, so that 'Muller' finds 'Müller' and 'viet' finds 'Việt'; no stemmer, since porter
# knows English only and would spoil the other languages.
VERSION_1 = """
CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    command TEXT NOT NULL,
    started_at TEXT NOT NULL,
    finished_at TEXT,
    status TEXT NOT NULL CHECK (status IN ('running', 'done', 'failed', 'interrupted')),
    counts TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(counts)),
    version TEXT NOT NULL
) STRICT;

CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    address_key TEXT NOT NULL,
    fetched_url TEXT NOT NULL UNIQUE,
    site TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT,
    published_at TEXT,
    published_on TEXT CHECK (published_on IS substr(published_at, 1, 10)),
    modified_at TEXT,
    authors TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(authors)),
    body TEXT NOT NULL,
    body_markdown TEXT NOT NULL,
    language TEXT,
    section TEXT,
    tags TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tags)),
    pull_quotes TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(pull_quotes)),
    image_url TEXT,
    site_name TEXT,
    is_accessible_for_free INTEGER CHECK (is_accessible_for_free IN (0, 1)),
    word_count INTEGER NOT NULL,
    content_hash TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1),
    first_seen_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL,
    provenance TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(provenance)),
    run_id INTEGER REFERENCES runs(id) ON DELETE SET NULL
) STRICT;
CREATE INDEX articles_by_address ON articles(address_key);
CREATE INDEX articles_by_content ON articles(content_hash);
CREATE INDEX articles_by_day ON articles(published_on, published_at);
CREATE INDEX articles_by_site ON articles(site, published_on);
CREATE INDEX articles_by_run ON articles(run_id);

CREATE TABLE related_links (
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 1),
    url TEXT,
    address_key TEXT,
    title TEXT,
    description TEXT,
    published_at TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('block', 'inset', 'structured')),
    target_id INTEGER REFERENCES articles(id) ON DELETE SET NULL,
    PRIMARY KEY (article_id, position)
) STRICT;
CREATE INDEX related_links_by_address ON related_links(address_key);
CREATE INDEX related_links_by_target ON related_links(target_id);

CREATE TABLE copies (
    url TEXT NOT NULL PRIMARY KEY,
    address_key TEXT NOT NULL,
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('exact', 'near')),
    similarity REAL NOT NULL CHECK (similarity BETWEEN 0 AND 1),
    site TEXT NOT NULL,
    title TEXT,
    published_at TEXT,
    seen_at TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    body TEXT CHECK ((body IS NOT NULL) = (kind = 'near'))
) STRICT;
CREATE INDEX copies_by_address ON copies(address_key);
CREATE INDEX copies_by_article ON copies(article_id);
CREATE INDEX copies_by_site ON copies(site);

CREATE TABLE revisions (
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    revision INTEGER NOT NULL CHECK (revision >= 1),
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    run_id INTEGER REFERENCES runs(id) ON DELETE SET NULL,
    PRIMARY KEY (article_id, revision)
) STRICT;
CREATE INDEX revisions_by_run ON revisions(run_id);

CREATE TABLE pages (
    url TEXT NOT NULL PRIMARY KEY,
    address_key TEXT NOT NULL,
    status INTEGER,
    outcome TEXT NOT NULL CHECK (outcome IN ('article', 'copy', 'unchanged', 'listing', 'feed', 'sitemap',
        'not_article', 'rejected', 'failed', 'disallowed')),
    reason TEXT NOT NULL,
    article_id INTEGER REFERENCES articles(id) ON DELETE SET NULL,
    etag TEXT,
    last_modified TEXT,
    fetched_at TEXT NOT NULL,
    next_check_at TEXT,
    run_id INTEGER REFERENCES runs(id) ON DELETE SET NULL
) STRICT;
CREATE INDEX pages_by_address ON pages(address_key);
CREATE INDEX pages_by_article ON pages(article_id);
CREATE INDEX pages_by_outcome ON pages(outcome);
CREATE INDEX pages_by_run ON pages(run_id);

CREATE VIRTUAL TABLE articles_fts USING fts5(
    title, description, body,
    content="articles", content_rowid="id", tokenize="unicode61 remove_diacritics 2"
);
CREATE TRIGGER articles_fts_insert AFTER INSERT ON articles BEGIN
    INSERT INTO articles_fts (rowid, title, description, body)
    VALUES (new.id, new.title, new.description, new.body);
END;
CREATE TRIGGER articles_fts_delete AFTER DELETE ON articles BEGIN
    INSERT INTO articles_fts (articles_fts, rowid, title, description, body)
    VALUES ('delete', old.id, old.title, old.description, old.body);
END;
CREATE TRIGGER articles_fts_update AFTER UPDATE OF id, title, description, body ON articles BEGIN
    INSERT INTO articles_fts (articles_fts, rowid, title, description, body)
    VALUES ('delete', old.id, old.title, old.description, old.body);
    INSERT INTO articles_fts (rowid, title, description, body)
    VALUES (new.id, new.title, new.description, new.body);
END;

CREATE VIEW latest AS
    SELECT * FROM articles ORDER BY published_on DESC, published_at DESC, id DESC;
"""

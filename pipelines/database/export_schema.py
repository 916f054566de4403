"""Version 4 of the schema: what has changed since a consumer last took it."""

from __future__ import annotations

# What a consumer is told of again when it changes. Not when an article was seen, nor how sure a field is.
CONTENT = (
    "url title description published_at modified_at authors body body_markdown language section tags pull_quotes"
    " image_url site_name is_accessible_for_free revision"
).split()
CHANGED = " OR ".join(f"old.{column} IS NOT new.{column}" for column in CONTENT)

# One row an article, with the number of its last change: numbers rise in the order of the commits, since only one
# transaction writes at a time, and AUTOINCREMENT never gives one again. A table of its own, since a column would
# write each article's long row twice.
#
# A cursor's file is made beside its place before the cursor moves; `waiting_file` and `out_file` say where it belongs
# until it is there, so that a run that is killed in between is finished by the next one.
VERSION_4 = f"""
CREATE TABLE article_changes (
    change INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL UNIQUE REFERENCES articles(id) ON DELETE CASCADE
) STRICT;
INSERT INTO article_changes (article_id) SELECT id FROM articles ORDER BY id;
CREATE TRIGGER articles_stored AFTER INSERT ON articles BEGIN
    INSERT INTO article_changes (article_id) VALUES (new.id);
END;
CREATE TRIGGER articles_changed AFTER UPDATE OF {", ".join(CONTENT)} ON articles
WHEN {CHANGED} BEGIN
    DELETE FROM article_changes WHERE article_id = new.id;
    INSERT INTO article_changes (article_id) VALUES (new.id);
END;
CREATE TRIGGER articles_forgotten AFTER DELETE ON articles BEGIN
    DELETE FROM article_changes WHERE article_id = old.id;
END;

CREATE TABLE export_cursors (
    name TEXT NOT NULL PRIMARY KEY,
    change INTEGER NOT NULL,
    selection TEXT NOT NULL CHECK (json_valid(selection)),
    exported_at TEXT NOT NULL,
    articles INTEGER NOT NULL,
    waiting_file TEXT,
    out_file TEXT,
    CHECK ((waiting_file IS NULL) = (out_file IS NULL))
) STRICT;
"""

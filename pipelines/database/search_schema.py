"""Versions 3, 10, 15 and 16 of the schema: full-text search that serves CJK text too; many articles at once."""

from __future__ import annotations

# Chinese and Japanese have no spaces, so that unicode61 takes a whole clause for one word and finds none in it. What
# holds such characters is therefore indexed once more with each character as a word: a phrase of them is what
# anybody looks for. The columns need Python; they are NULL for all other texts, whose rows cost nothing.
COLUMNS = """
ALTER TABLE articles ADD COLUMN spaced_title TEXT;
ALTER TABLE articles ADD COLUMN spaced_text TEXT;
"""
# `rank` weighs a word in a headline eight times, in a standfirst four times, for every program that sorts by it.
TABLE = """
CREATE VIRTUAL TABLE articles_fts USING fts5(
    title, description, body, spaced_title, spaced_text,
    content="articles", content_rowid="id", tokenize="unicode61 remove_diacritics 2"
);
INSERT INTO articles_fts (articles_fts, rank) VALUES ('rank', 'bm25(8.0, 4.0, 1.0, 8.0, 1.0)');
"""
REBUILD = "INSERT INTO articles_fts (articles_fts) VALUES ('rebuild');"
# Articles with a higher id than this are not in the index yet: a transaction that stores many articles takes their
# words in at its end, all at once. FTS5 writes what it has in memory with every other statement that may have to be
# undone. The table is empty outside of such a transaction: whoever else writes has triggers that work at once.
BACKLOG = """
CREATE TABLE IF NOT EXISTS search_backlog (last_indexed INTEGER NOT NULL) STRICT;
"""
NO_TRIGGERS = """
DROP TRIGGER IF EXISTS articles_fts_insert;
DROP TRIGGER IF EXISTS articles_fts_delete;
DROP TRIGGER IF EXISTS articles_fts_update;
"""
TRIGGERS = """
CREATE TRIGGER articles_fts_insert AFTER INSERT ON articles
WHEN NOT EXISTS (SELECT 1 FROM search_backlog WHERE new.id > last_indexed) BEGIN
    INSERT INTO articles_fts (rowid, title, description, body, spaced_title, spaced_text)
    VALUES (new.id, new.title, new.description, new.body, new.spaced_title, new.spaced_text);
END;
CREATE TRIGGER articles_fts_delete AFTER DELETE ON articles
WHEN NOT EXISTS (SELECT 1 FROM search_backlog WHERE old.id > last_indexed) BEGIN
    INSERT INTO articles_fts (articles_fts, rowid, title, description, body, spaced_title, spaced_text)
    VALUES ('delete', old.id, old.title, old.description, old.body, old.spaced_title, old.spaced_text);
END;
CREATE TRIGGER articles_fts_update
AFTER UPDATE OF id, title, description, body, spaced_title, spaced_text ON articles
WHEN NOT EXISTS (SELECT 1 FROM search_backlog WHERE old.id > last_indexed) BEGIN
    INSERT INTO articles_fts (articles_fts, rowid, title, description, body, spaced_title, spaced_text)
    VALUES ('delete', old.id, old.title, old.description, old.body, old.spaced_title, old.spaced_text);
    INSERT INTO articles_fts (rowid, title, description, body, spaced_title, spaced_text)
    VALUES (new.id, new.title, new.description, new.body, new.spaced_title, new.spaced_text);
END;
"""
# FTS5 merges what was written once four pieces of a size are there; with more, each word is written anew less often: of
# a million articles that come a thousand at a time once with 32, twice with 16. A search looks into each piece: of
# a file that small runs have fed, where there are three times as many, a rare word is found in a tenth of a
# millisecond more.
# It writes a piece once 1 MB of words has come together, which some 300 articles fill; here that is 16 MB, so that a
# commit of a thousand is one piece. Once as many pieces as for a crisis are there, it merges all of them in one commit,
# which takes many seconds in a large file; with fewer it does a little in each commit. All are kept in the file.
MERGING = """
INSERT INTO articles_fts (articles_fts, rank) VALUES ('automerge', 32);
INSERT INTO articles_fts (articles_fts, rank) VALUES ('crisismerge', 64);
INSERT INTO articles_fts (articles_fts, rank) VALUES ('hashsize', 16777216);
"""
NO_INDEX = f"{NO_TRIGGERS} DROP TABLE IF EXISTS articles_fts;"
INDEX = f"{TABLE} {MERGING} {REBUILD} {BACKLOG} {TRIGGERS}"
VERSION_10 = f"{BACKLOG} {NO_TRIGGERS} {TRIGGERS}"

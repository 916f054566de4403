"""Versions 5 and 12 of the schema: the index of nearly the same texts, and the part of it that is new."""

from __future__ import annotations

# bands: what the same and nearly the same texts are found by (pipelines/near_sketch.py). No foreign key: it would cost
# a look at `articles` for every row, and an index by article to delete by, as large as the table; what is found is
# compared as texts anyway, so that a row whose article somebody deleted is harmless. Without ROWID the table is its own
# index.
VERSION_5 = """
CREATE TABLE bands (
    band INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    PRIMARY KEY (band, article_id)
) STRICT, WITHOUT ROWID;
"""

# new_bands: the keys of the newest articles, a row an article. Keys lie anywhere in `bands`: in a file of a million
# articles each would change a page of its own, nine an article, where thousands of articles' keys, taken in together
# and in order, change each page once (`pipelines/database/new_bands.py`).
# bands_merge: one row while they are being taken in; which articles' keys, and how far that is.
# text_keys: all keys, wherever they are.
VERSION_12 = """
CREATE TABLE new_bands (
    article_id INTEGER PRIMARY KEY,
    keys TEXT NOT NULL CHECK (json_valid(keys))
) STRICT;
CREATE TABLE bands_merge (
    up_to INTEGER NOT NULL,
    next_part INTEGER NOT NULL CHECK (next_part >= 0)
) STRICT;
CREATE VIEW text_keys AS
SELECT band, article_id FROM bands
UNION
SELECT value AS band, article_id FROM new_bands, json_each(keys);
"""

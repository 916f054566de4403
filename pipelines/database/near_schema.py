"""The schema's version 5 as SQL: the index of nearly the same texts."""

from __future__ import annotations

# bands: what nearly the same texts are found by (pipelines/near_sketch.py). No foreign key: it would cost a look at
# `articles` for every row, and an index by article to delete by, as large as the table; what is found is compared as
# texts anyway, so that a row whose article somebody deleted is harmless. Without ROWID the table is its own index.
VERSION_5 = """
CREATE TABLE bands (
    band INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    PRIMARY KEY (band, article_id)
) STRICT, WITHOUT ROWID;
"""

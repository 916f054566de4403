"""The schema's version 7 as SQL: the addresses that wait for their turn, and what of the sources was read."""

from __future__ import annotations

# pages_by_due: what is never asked again, most of all pages in the end, needs no place in it.
#
# frontier: by address and START, since runs with different STARTs go on by themselves. The index by turn has what one
# look at a host needs, in its order. `run_id` is only compared: with a foreign key, deleting a run would read all rows.
#
# sources: no part of `pages`, since what was followed depends on the START. Whoever deletes rows of `pages` wants these
# pages asked again, so that whatever leads to them must be read in full.
VERSION_7 = """
CREATE TABLE frontier (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL,
    address_key TEXT NOT NULL,
    start TEXT NOT NULL,
    start_site TEXT NOT NULL,
    host TEXT NOT NULL,
    kind TEXT NOT NULL,
    priority INTEGER NOT NULL,
    place TEXT NOT NULL CHECK (json_valid(place)),
    lastmod TEXT,
    said_by TEXT,
    found_on TEXT NOT NULL,
    linked_at TEXT NOT NULL,
    run_id INTEGER,
    UNIQUE (address_key, start)
) STRICT;
CREATE INDEX frontier_by_turn ON frontier(start, host, priority DESC, id);
CREATE INDEX frontier_by_page ON frontier(found_on);

CREATE TABLE sources (
    url TEXT NOT NULL,
    followed_as TEXT NOT NULL,
    outcome TEXT NOT NULL,
    etag TEXT,
    last_modified TEXT,
    followed_at TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    PRIMARY KEY (url, followed_as)
) STRICT, WITHOUT ROWID;
CREATE INDEX pages_by_due ON pages(next_check_at) WHERE next_check_at < '9999';
CREATE TRIGGER pages_forgotten AFTER DELETE ON pages BEGIN
    DELETE FROM sources;
END;
"""

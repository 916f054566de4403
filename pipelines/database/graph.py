"""The graph of related links: an open database in; its nodes and edges out, one after the other, never all at once."""

from __future__ import annotations

from collections.abc import Iterator

from sqlite_utils import Database

from crawler.urls import site_of
from pipelines.database.queries import Row

# What an edge says of itself: the columns of related_graph.
EDGE = (
    "source_id source_url source_title target_id target_url target_title position kind link_title"
).split()

STORED_NODES = "SELECT id AS node, url, site, title, published_on, 1 AS is_stored FROM articles ORDER BY id"

# Of a big file nothing may be sorted or gathered before the first row comes: `+` and CROSS JOIN keep to the order in
# which the rows lie. Programs that do not ask for foreign keys leave links to articles that are gone: those are none.
# An address that is not stored is one node, named after the first link to it.
FIRST = "(SELECT rowid FROM related_links WHERE address_key = link.address_key ORDER BY rowid LIMIT 1)"
OTHER_NODES = f"""
SELECT 'u' || rowid AS node, url, title, substr(published_at, 1, 10) AS published_on, 0 AS is_stored
FROM related_links AS link WHERE +target_id IS NULL AND address_key IS NOT NULL AND rowid = {FIRST} ORDER BY rowid
"""
EDGES = f"""
SELECT source.id AS source_id, source.url AS source_url, source.title AS source_title,
    target.id AS target_id, coalesce(target.url, named.url) AS target_url, target.title AS target_title,
    link.position, link.kind, link.title AS link_title,
    source.id AS source, coalesce(target.id, 'u' || named.rowid) AS target
FROM articles AS source CROSS JOIN related_links AS link ON link.article_id = source.id
LEFT JOIN articles AS target ON target.id = link.target_id
LEFT JOIN related_links AS named ON link.target_id IS NULL AND named.rowid = {FIRST}
WHERE link.target_id IS NOT link.article_id AND link.address_key IS NOT NULL
AND (target.id IS NOT NULL OR (:with_unstored AND link.target_id IS NULL)) AND NOT EXISTS (
    SELECT 1 FROM related_links AS earlier
    WHERE earlier.article_id = link.article_id AND earlier.position < link.position
        AND earlier.target_id IS link.target_id
        AND (link.target_id IS NOT NULL OR earlier.address_key = link.address_key))
ORDER BY source.id, link.position
"""


def nodes(db: Database, *, with_unstored: bool = False) -> Iterator[Row]:
    """Yield `node` (its name), `url`, `site`, `title`, `published_on`, `is_stored`: every article, linked or not.

    With `with_unstored` the addresses that links lead to and that are not stored follow, as their teasers name them.
    """
    yield from db.query(STORED_NODES)
    if with_unstored:
        for row in db.query(OTHER_NODES):
            yield {**row, "site": site_of(row["url"])}


def edges(db: Database, *, with_unstored: bool = False) -> Iterator[Row]:
    """Yield each pair once, by its first link, as related_graph does: EDGE, and the nodes' names as `source`, `target`.

    With `with_unstored` also the links to what is not stored, whose `target_id` is None.
    """
    yield from db.query(EDGES, {"with_unstored": with_unstored})

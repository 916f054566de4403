"""The keys that addresses are compared by: a file whose keys an earlier release made in, the same with today's out."""

from __future__ import annotations

from sqlite_utils import Database

from crawler.urls import address_key
from pipelines.database.graph_schema import TARGET

# Table, address, key. Links before the articles, whose triggers look for links by their keys.
KEYS = (
    ("related_links", "url", "address_key"),
    ("pages", "url", "address_key"),
    ("pages", "canonical_url", "canonical_key"),
    ("copies", "url", "address_key"),
    ("articles", "url", "address_key"),
)


def renew(db: Database) -> None:
    """Make every key anew, and look up again where each related link leads.

    Which parameters of an address count is known better from release to release; with keys of an earlier one an
    article would be met as a new one under an address that it has. One row at a time is in memory.
    """
    db.conn.create_function("key_of_address", 1, address_key, deterministic=True)
    for table, address, key in KEYS:
        db.execute(
            f"UPDATE {table} SET {key} = key_of_address({address})"
            f" WHERE {address} IS NOT NULL AND {key} IS NOT key_of_address({address})"
        )
    db.execute(f"UPDATE related_links SET target_id = {TARGET} WHERE address_key IS NOT NULL")

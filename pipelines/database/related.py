"""The table `related_links`: an article's links, and the articles that they lead to."""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

from crawler.items import RelatedLink
from crawler.urls import address_key
from pipelines.database.articles import article_ids_by_key
from pipelines.database.rows import storable, storable_or_none


def replace_links(db: Database, article_id: int, links: Iterable[RelatedLink]) -> int:
    """Give an article these links in this order, each with its target when that is stored; return how many."""
    db.execute("DELETE FROM related_links WHERE article_id = ?", (article_id,))
    rows = [_row(db, article_id, position, link) for position, link in enumerate(links, 1)]
    db.conn.executemany(
        "INSERT INTO related_links (article_id, position, url, address_key, title, description, published_at, kind,"
        " target_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )
    return len(rows)


def point_links(db: Database, urls: Iterable[str], article_id: int) -> None:
    """Let every stored link to one of the addresses, in any spelling, lead to the article."""
    for key in {storable(address_key(url)) for url in urls}:
        db.execute(
            "UPDATE related_links SET target_id = :id WHERE address_key = :key AND target_id IS NOT :id",
            {"id": article_id, "key": key},
        )


def _row(db: Database, article_id: int, position: int, link: RelatedLink) -> tuple[object, ...]:
    key = storable(address_key(link.url)) if link.url else None
    targets = article_ids_by_key(db, key) if key else []
    return (
        article_id,
        position,
        storable_or_none(link.url),
        key,
        storable_or_none(link.title),
        storable_or_none(link.description),
        storable_or_none(link.published_at),
        link.kind,
        targets[0] if targets else None,
    )

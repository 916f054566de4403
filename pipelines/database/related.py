"""The table `related_links`: an article's links; triggers (`graph_schema`) say which article each leads to."""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

from crawler.items import RelatedLink
from crawler.urls import address_key
from pipelines.database.rows import storable, storable_or_none


def has_links(db: Database, article_id: int, links: Iterable[RelatedLink]) -> bool:
    """Tell whether an article has exactly these links in this order."""
    rows = db.execute(
        "SELECT article_id, position, url, address_key, title, description, published_at, kind"
        " FROM related_links WHERE article_id = ? ORDER BY position",
        (article_id,),
    ).fetchall()
    return rows == [_row(article_id, position, link) for position, link in enumerate(links, 1)]


def replace_links(db: Database, article_id: int, links: Iterable[RelatedLink]) -> int:
    """Give an article these links in this order; return how many."""
    db.execute("DELETE FROM related_links WHERE article_id = ?", (article_id,))
    rows = [_row(article_id, position, link) for position, link in enumerate(links, 1)]
    db.conn.executemany(
        "INSERT INTO related_links (article_id, position, url, address_key, title, description, published_at, kind)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )
    return len(rows)


def _row(article_id: int, position: int, link: RelatedLink) -> tuple[object, ...]:
    return (
        article_id,
        position,
        storable_or_none(link.url),
        storable(address_key(link.url)) if link.url else None,
        storable_or_none(link.title),
        storable_or_none(link.description),
        storable_or_none(link.published_at),
        link.kind,
    )

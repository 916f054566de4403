"""The table `articles`: finding a stored article by address or text, and writing it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import NamedTuple

from sqlite_utils import Database

from crawler.items import Article
from pipelines.database.rows import DERIVED, address_columns, assignments, insert_sql, text_columns

# An address leads to one article, seldom to two; more would be a loop in the data.
MOST_CANDIDATES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredArticle:
    """What deciding about a visit needs to know of an article in the file."""

    id: int
    url: str
    """The article's address: canonical, unique."""
    address_key: str
    """The key of `url`, shared by all its spellings."""
    fetched_url: str
    """The address that its text was last read at."""
    title: str
    body: str
    content_hash: str
    revision: int
    first_seen_at: str
    last_seen_at: str
    published_at: str | None
    site: str
    site_name: str | None
    authors: str
    """JSON list of names."""


class Standing(NamedTuple):
    """What the schedule needs to know of an article in the file."""

    revision: int
    modified_at: str | None
    published_at: str | None


NAMES = tuple(field.name for field in fields(StoredArticle))
FIELDS = ", ".join(NAMES)


def article_by_id(db: Database, article_id: int) -> StoredArticle:
    """Return the article; KeyError when there is none."""
    stored = find_article(db, article_id)
    if stored is None:
        raise KeyError(article_id)
    return stored


def find_article(db: Database, article_id: int) -> StoredArticle | None:
    """Return the article, None when there is none."""
    row = db.execute(f"SELECT {FIELDS} FROM articles WHERE id = ?", (article_id,)).fetchone()
    return _stored(row) if row else None


def standing(db: Database, article_id: int) -> Standing:
    """Return how often the article's text changed, and its dates as its page gave them."""
    row = db.execute(
        f"SELECT {', '.join(Standing._fields)} FROM articles WHERE id = ?", (article_id,)
    ).fetchone()
    return Standing(*row)


def article_at(db: Database, url: str) -> StoredArticle | None:
    """Return the article whose address, exactly so spelled, this is."""
    row = db.execute(f"SELECT {FIELDS} FROM articles WHERE url = ?", (url,)).fetchone()
    return _stored(row) if row else None


def article_read_at(db: Database, url: str) -> StoredArticle | None:
    """Return the article whose text was last read at exactly this address."""
    row = db.execute(f"SELECT {FIELDS} FROM articles WHERE fetched_url = ?", (url,)).fetchone()
    return _stored(row) if row else None


def article_ids_by_key(db: Database, key: str) -> list[int]:
    """Return the articles that an address leads to in any spelling: own addresses first, then pages, then copies."""
    rows = db.execute(
        "SELECT id, 1 FROM articles WHERE address_key = :key"
        " UNION ALL SELECT article_id, 2 FROM pages WHERE address_key = :key AND article_id IS NOT NULL"
        " UNION ALL SELECT article_id, 3 FROM copies WHERE address_key = :key ORDER BY 2, 1",
        {"key": key},
    ).fetchall()
    return list(dict.fromkeys(row[0] for row in rows))


def articles_by_keys(db: Database, keys: Iterable[str]) -> list[StoredArticle]:
    """Return the articles that any of the addresses leads to, each once, in the order of the keys."""
    ids = dict.fromkeys(found for key in keys for found in article_ids_by_key(db, key))
    # Where another program deletes with foreign keys switched off, an address may lead to what is gone.
    found = (find_article(db, article_id) for article_id in list(ids)[:MOST_CANDIDATES])
    return [stored for stored in found if stored is not None]


def articles_with_key(db: Database, key: str) -> list[StoredArticle]:
    """Return the articles whose own address this is, in any spelling."""
    rows = db.execute(f"SELECT {FIELDS} FROM articles WHERE address_key = ? ORDER BY id", (key,)).fetchall()
    return [_stored(row) for row in rows]


def insert_article(db: Database, article: Article, fetched_url: str, seen_at: str, run_id: int) -> int:
    """Store a new article under its address, with the one that it was read at, and return its id."""
    columns = {
        **address_columns(article.url or fetched_url),
        **text_columns(article),
        "fetched_url": fetched_url,
        "first_seen_at": seen_at,
        "last_seen_at": seen_at,
        "run_id": run_id,
    }
    article_id = db.execute(insert_sql("articles", columns), columns).lastrowid
    assert article_id is not None  # noqa: S101 - an INSERT that did not raise has a row
    return article_id


def differing(db: Database, article_id: int, article: Article) -> list[str]:
    """Return which columns would be others with this article's text and what was read with it.

    Those that follow from others are named only where nothing else would.
    """
    columns = text_columns(article)
    row = db.execute(f"SELECT {', '.join(columns)} FROM articles WHERE id = ?", (article_id,)).fetchone()
    found = [name for name, value in zip(columns, row, strict=True) if value != columns[name]]
    return [name for name in found if name not in DERIVED] or found


def tell_again(db: Database, article_id: int) -> None:
    """Let consumers of exports have an article again of which no column changed, but what belongs to it."""
    db.execute("DELETE FROM article_changes WHERE article_id = ?", (article_id,))
    db.execute("INSERT INTO article_changes (article_id) VALUES (?)", (article_id,))


def replace_text(db: Database, article_id: int, article: Article) -> None:
    """Give an article today's text and everything else that was read with it."""
    columns = text_columns(article)
    db.execute(f"UPDATE articles SET {assignments(columns)} WHERE id = :id", {**columns, "id": article_id})


def count_revision(db: Database, article_id: int) -> None:
    """Raise the article's revision by one."""
    db.execute("UPDATE articles SET revision = revision + 1 WHERE id = ?", (article_id,))


def set_revision(db: Database, article_id: int, revision: int) -> None:
    """Give an article's text the number that it had in another file."""
    db.execute("UPDATE articles SET revision = ? WHERE id = ?", (revision, article_id))


def touch(db: Database, article_id: int, seen_at: str) -> None:
    """Note that the text was seen at this time, whether that is the first, the last or between; it is not gone then."""
    values = {"id": article_id, "at": seen_at}
    db.execute(
        "UPDATE articles SET first_seen_at = min(first_seen_at, :at), last_seen_at = max(last_seen_at, :at)"
        " WHERE id = :id",
        values,
    )
    db.execute("UPDATE articles SET gone_at = NULL WHERE id = :id AND gone_at <= :at", values)


def mark_gone(db: Database, article_id: int, since: str) -> None:
    """Note from when on the article's page was missing, unless it is marked already, or was seen after that."""
    db.execute(
        "UPDATE articles SET gone_at = :at WHERE id = :id AND gone_at IS NULL AND last_seen_at <= :at",
        {"id": article_id, "at": since},
    )


def read_at(db: Database, article_id: int, fetched_url: str) -> None:
    """Note the address that the article's text is read at from now on."""
    db.execute("UPDATE articles SET fetched_url = ? WHERE id = ?", (fetched_url, article_id))


def move(db: Database, article_id: int, url: str) -> None:
    """Give an article another address."""
    columns = address_columns(url)
    db.execute(f"UPDATE articles SET {assignments(columns)} WHERE id = :id", {**columns, "id": article_id})


def _stored(row: tuple[object, ...]) -> StoredArticle:
    return StoredArticle(**dict(zip(NAMES, row, strict=True)))  # type: ignore[arg-type]

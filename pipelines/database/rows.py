"""Values as SQLite keeps them: Python in, storable text out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from crawler.items import Article
from crawler.urls import address_key, site_of
from pipelines.database.spacing import spaced
from pipelines.fingerprint import fingerprint

# Columns of `articles` that follow from others which come from the page.
DERIVED = frozenset({"published_on", "word_count", "content_hash", "spaced_title", "spaced_text"})


def storable(text: str) -> str:
    r"""Return the text as UTF-8 can hold it: NUL dropped, lone surrogates (of broken JSON escapes) replaced.

    >>> storable("tide\x00 \ud83d")
    'tide ?'
    """
    text = text.replace("\0", "")
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def storable_or_none(text: str | None) -> str | None:
    """Return the same as `storable`; absent stays absent."""
    return None if text is None else storable(text)


def as_json(value: object) -> str:
    """Return the value as compact JSON, scripts of all languages as they are.

    >>> as_json(("Zoë", "Jo"))
    '["Zoë","Jo"]'
    """
    return storable(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def text_columns(article: Article) -> dict[str, Any]:
    """Return the columns of `articles` that come from the page; what a new revision replaces."""
    published_at = storable_or_none(article.published_at)
    known = fingerprint(article.body)
    free = article.is_accessible_for_free
    return {
        "title": storable(article.title or ""),
        "description": storable_or_none(article.description),
        "published_at": published_at,
        "published_on": published_at[:10] if published_at is not None else None,
        "modified_at": storable_or_none(article.modified_at),
        "authors": as_json(article.authors),
        "body": storable(article.body),
        "body_markdown": storable(article.body_markdown),
        "language": storable_or_none(article.language),
        "section": storable_or_none(article.section),
        "tags": as_json(article.tags),
        "pull_quotes": as_json(article.pull_quotes),
        "image_url": storable_or_none(article.image_url),
        "site_name": storable_or_none(article.site_name),
        "is_accessible_for_free": None if free is None else int(free),
        "word_count": known.word_count,
        "content_hash": known.content_hash,
        "provenance": as_json({field: origin._asdict() for field, origin in article.provenance.items()}),
        **spaced_columns(article.title, article.description, article.body),
    }


def spaced_columns(title: str | None, description: str | None, body: str) -> dict[str, Any]:
    """Return the columns of `articles` that make CJK text findable; NULL where the texts have none."""
    return {
        "spaced_title": storable_or_none(spaced(title)),
        "spaced_text": storable_or_none(spaced(f"{description}\n{body}" if description else body)),
    }


def address_columns(url: str) -> dict[str, Any]:
    """Return the columns of `articles` that follow from its address."""
    return {"url": storable(url), "address_key": storable(address_key(url)), "site": site_of(url)}


def insert_sql(table: str, columns: Mapping[str, Any]) -> str:
    """Return an INSERT with named parameters; names come from this package only, never from a page."""
    names = ", ".join(columns)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join(':' + name for name in columns)})"


def assignments(columns: Mapping[str, Any]) -> str:
    """Return `a = :a, b = :b` for an UPDATE; names come from this package only, never from a page."""
    return ", ".join(f"{name} = :{name}" for name in columns)

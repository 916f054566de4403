"""Questions that stats, reports and the demo ask: an open database in, rows as dicts out. Reads only."""

from __future__ import annotations

import json
from typing import Any

from sqlite_utils import Database

from pipelines.database.fields_schema import OPTIONAL

Row = dict[str, Any]

# What counts as filled, of columns and of the links.
RELATED = "EXISTS (SELECT 1 FROM related_links WHERE article_id = articles.id)"
COVERED = {**{name: condition.format("") for name, condition in OPTIONAL.items()}, "related": RELATED}
# Of articles that are there: another program may have left links of others. The index has a hundred of them on a page.
WITH_LINKS = """
SELECT count(*) FROM (SELECT DISTINCT article_id AS number FROM related_links)
WHERE EXISTS (SELECT 1 FROM articles INDEXED BY articles_by_number WHERE id = number)
"""


def site_summary(db: Database) -> list[Row]:
    """Return `articles`, `copies`, `words` (mean), `gone`, `first_day`, `last_day` per site; most articles first."""
    return list(
        db.query(
            "SELECT site, count(*) AS articles,"
            " (SELECT count(*) FROM copies WHERE copies.site = articles.site) AS copies,"
            " CAST(round(avg(word_count)) AS INTEGER) AS words, count(gone_at) AS gone,"
            " min(published_on) AS first_day, max(published_on) AS last_day"
            " FROM articles GROUP BY site ORDER BY articles DESC, site"
        )
    )


def outcome_counts(db: Database) -> dict[str, int]:
    """Return how many addresses ended in each outcome, most first."""
    rows = db.execute("SELECT outcome, count(*) FROM pages GROUP BY outcome ORDER BY 2 DESC, 1").fetchall()
    return dict(rows)


def latest_articles(db: Database, limit: int = 10) -> list[Row]:
    """Return the newest articles: `id`, `url`, `site`, `title`, `published_on`, `authors` (list), `word_count`."""
    rows = db.query(
        "SELECT id, url, site, title, published_on, authors, word_count FROM latest LIMIT ?", (limit,)
    )
    return [{**row, "authors": json.loads(row["authors"])} for row in rows]


def field_coverage(db: Database) -> dict[str, float]:
    """Return the share of articles in which each optional field is filled, from 0 to 1; empty without articles.

    From `filled_fields`, where the numbers there are right; else from every article.
    """
    counted = db.execute("SELECT fields, articles FROM filled_fields WHERE articles > 0").fetchall()
    number = sum(articles for _, articles in counted)
    if number != db.execute("SELECT count(*) FROM articles").fetchone()[0]:
        filled = ", ".join(f"avg({condition})" for condition in COVERED.values())
        return dict(zip(COVERED, db.execute(f"SELECT {filled} FROM articles").fetchone(), strict=True))
    if not number:
        return {}
    with_field = [
        sum(articles for fields, articles in counted if fields >> place & 1) for place in range(len(OPTIONAL))
    ]
    with_field.append(db.execute(WITH_LINKS).fetchone()[0])
    return dict(zip(COVERED, (articles / number for articles in with_field), strict=True))


def totals(db: Database) -> dict[str, int]:
    """Return how many rows each table of the product holds."""
    tables = ("articles", "related_links", "copies", "revisions", "pages", "runs")
    return {table: int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for table in tables}


def latest_runs(db: Database, limit: int = 10) -> list[Row]:
    """Return the last runs, newest first, `counts` as data."""
    rows = db.query("SELECT * FROM runs ORDER BY id DESC LIMIT ?", (limit,))
    return [{**row, "counts": json.loads(row["counts"])} for row in rows]


def reason_counts(db: Database) -> list[Row]:
    """Return why addresses gave no new article: `outcome`, `reason`, `pages`; most first, bounded."""
    return list(
        db.query(
            "SELECT outcome, reason, count(*) AS pages FROM pages"
            " WHERE outcome IN ('not_article', 'rejected', 'failed', 'disallowed')"
            " GROUP BY outcome, reason ORDER BY pages DESC, outcome, reason LIMIT 10000"
        )
    )


def waiting(db: Database) -> list[Row]:
    """Return how many addresses wait for their turn: `host`, `addresses`, `not_asked` (yet, by no run); most first."""
    return list(
        db.query(
            "SELECT host, count(DISTINCT address_key) AS addresses,"
            " count(DISTINCT CASE WHEN run_id IS NULL THEN address_key END) AS not_asked"
            " FROM frontier GROUP BY host ORDER BY addresses DESC, host"
        )
    )

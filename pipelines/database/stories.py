"""Stories that others took up: an open database and a first day in, rows as dicts out. Reads only."""

from __future__ import annotations

from sqlite_utils import Database

from pipelines.database.queries import Row

MOST_COPIED = """
SELECT url, title, site, published_on, number FROM (
    SELECT article_id, count(*) AS number FROM copies WHERE seen_at >= :since GROUP BY article_id
    ORDER BY number DESC, article_id DESC LIMIT :most
) AS counted JOIN articles ON articles.id = article_id ORDER BY number DESC, articles.id DESC
"""

# Links of one article to another count once; only articles of these days are looked at, by the index of each site.
MOST_LINKED = """
SELECT url, title, site, published_on, number FROM (
    SELECT target_id, count(DISTINCT article_id) AS number
    FROM (SELECT DISTINCT site FROM articles) AS sites
    CROSS JOIN articles ON articles.site = sites.site AND first_seen_at >= :since
    CROSS JOIN related_links ON target_id = articles.id AND article_id <> target_id
    GROUP BY target_id ORDER BY number DESC, target_id DESC LIMIT :most
) AS counted JOIN articles ON articles.id = target_id ORDER BY number DESC, articles.id DESC
"""


def most_copied(db: Database, since: str, most: int) -> list[Row]:
    """Return the articles with most new copies: `url`, `title`, `site`, `published_on`, `number`."""
    return list(db.query(MOST_COPIED, {"since": since, "most": most}))


def most_linked(db: Database, since: str, most: int) -> list[Row]:
    """Return the new articles that most others show as related, with the same keys."""
    return list(db.query(MOST_LINKED, {"since": since, "most": most}))

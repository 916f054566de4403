"""What came per site and day: an open database and a first day in, rows as dicts out. Reads only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlite_utils import Database

from pipelines.database.queries import COVERED, Row
from pipelines.database.watching import first_run_since

# Days are UTC's, as the times are that copydesk writes itself: a text that begins with the day sorts behind it.
DAY = "substr({}, 1, 10)"

# One look at the index a site, and the rows of these days alone.
ARTICLES = f"""
SELECT articles.site, {DAY.format("first_seen_at")} AS day, count(*), CAST(round(avg(word_count)) AS INTEGER),
    {", ".join(f"avg({condition})" for condition in COVERED.values())}
FROM (SELECT DISTINCT site FROM articles) AS sites
CROSS JOIN articles ON articles.site = sites.site AND first_seen_at >= :since GROUP BY 1, 2
"""

COPIES = f"""
SELECT site, {DAY.format("seen_at")} AS day, count(*) FROM copies WHERE seen_at >= :since GROUP BY 1, 2
"""

# Addresses that fail are asked again and again: the most of one run is how many they are.
FAILURES = f"""
SELECT site, day, max(failures) FROM (
    SELECT site.key AS site, {DAY.format("started_at")} AS day, coalesce(json_extract(site.value, '$.failed'), 0)
        + coalesce(json_extract(site.value, '$.rejected'), 0)
        + coalesce(json_extract(site.value, '$.disallowed'), 0) AS failures
    FROM runs, json_each(counts, '$.sites') AS site WHERE runs.id >= :first
) GROUP BY 1, 2
"""


def days(db: Database, since: str) -> list[Row]:
    """Return for each site and day from `since` on what came; the latest day first, most articles first.

    Keys: `day`, `site`, `articles` (new), `words` (of these in the mean), `copies` (new), `failures` (addresses that
    gave nothing, in the run of the day that had most), `fields` (field → share of the new articles that have it).
    """
    found: dict[tuple[str, str], Row] = {}
    for site, day, articles, words, *shares in db.execute(ARTICLES, {"since": since}):
        fields = dict(zip(COVERED, shares, strict=True))
        _row(found, site, day).update(articles=articles, words=words, fields=fields)
    for name, rows in _others(db, since):
        for site, day, number in rows:
            _row(found, site, day)[name] = number
    return sorted(found.values(), key=lambda row: (_backwards(row["day"]), -row["articles"], row["site"]))


def _others(db: Database, since: str) -> Iterator[tuple[str, Iterable[Any]]]:
    yield "copies", db.execute(COPIES, {"since": since})
    yield "failures", db.execute(FAILURES, {"first": first_run_since(db, since)})


def _row(found: dict[tuple[str, str], Row], site: str, day: str) -> Row:
    empty = {"day": day, "site": site, "articles": 0, "words": None, "copies": 0, "failures": 0, "fields": {}}
    return found.setdefault((site, day), empty)


def _backwards(day: str) -> int:
    """Return what sorts days latest first."""
    return -int(day.replace("-", "")[:8] or 0)

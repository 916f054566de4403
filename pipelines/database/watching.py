"""What `check` compares: an open database and a moment in, figures of runs and new articles by site and day out.

Days are 24 hours counted back from that moment, 0 for the last. Reads only, within bounds of time.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from sqlite_utils import Database

from crawler.urls import site_of
from pipelines.watch.figures import FRUITFUL

# How many days before :until something was; a little is added, since julianday counts in fractions that are not exact.
AGE = "CAST(julianday(:until) - julianday({}) + 1e-7 AS INTEGER)"

# An ingest of files that have no address is no site that could break.
NO_SITE = "file"

# Pages that are parsed again say nothing of what a site does now.
LAST_RUN = """
SELECT finished_at FROM runs WHERE finished_at <= ? AND command <> 'reparse' ORDER BY id DESC LIMIT 1
"""

FIRST_RUN = "SELECT id, started_at FROM runs ORDER BY id DESC"

# Counted here and not by SQL, which would sort millions of figures for it.
RUNS = """
SELECT started_at, json_extract(counts, '$.sites') FROM runs
WHERE id >= :first AND started_at BETWEEN :since AND :until
"""

FRUITS = ", ".join(f"json_extract(site.value, '$.{name}')" for name in FRUITFUL)
ASKED = f"""
SELECT site.key, runs.id, started_at, {FRUITS}
FROM runs, json_each(counts, '$.sites') AS site
WHERE runs.id >= :first AND started_at BETWEEN :since AND :until ORDER BY runs.id
"""

# A date of within so many days before it was seen, or none, is a new article's; others come out of an archive.
NEW = "(published_on IS NULL OR published_on >= date(first_seen_at, '-7 days'))"

# Read from the index articles_by_first_seen alone.
ARRIVALS = f"""
SELECT {AGE.format("first_seen_at")}, sum({NEW}), sum(NOT {NEW}) FROM articles
WHERE site = :site AND first_seen_at > :since AND first_seen_at <= :until GROUP BY 1
"""

# The last ones of each day, found in the index; only these rows are read.
SAMPLE = f"""
SELECT age, url, title, section, word_count, description IS NOT NULL, published_at IS NOT NULL, authors <> '[]',
    EXISTS (SELECT 1 FROM related_links WHERE article_id = articles.id), section IS NOT NULL, tags <> '[]',
    image_url IS NOT NULL
FROM (
    SELECT id, {AGE.format("first_seen_at")} AS age,
        row_number() OVER (PARTITION BY {AGE.format("first_seen_at")} ORDER BY first_seen_at DESC) AS place
    FROM articles WHERE site = :site AND first_seen_at > :since AND first_seen_at <= :until AND {NEW}
) AS sampled CROSS JOIN articles USING (id) WHERE place <= :most
"""

UNANSWERED = """
SELECT url, status, reason FROM pages
WHERE run_id = ? AND outcome IN ('failed', 'disallowed', 'rejected', 'not_article')
"""


@dataclass(slots=True)
class SiteOutcomes:
    """What became of a site's addresses."""

    last_asked: str = ""
    by_day: dict[int, dict[str, tuple[int, int]]] = field(default_factory=dict)
    """Age of the day → outcome → addresses in all runs of the day, and in the run that had most.

    Failed and disallowed addresses are asked again and again: the most of one run says how many they are.
    """

    def add(self, at: str, age: int, outcomes: Mapping[str, int]) -> None:
        """Count what a run met."""
        self.last_asked = max(self.last_asked, at)
        day = self.by_day.setdefault(age, {})
        for outcome, number in outcomes.items():
            total, most = day.get(outcome, (0, 0))
            day[outcome] = (total + number, max(most, number))


class SiteAsked(NamedTuple):
    """A run that met a site."""

    run_id: int
    at: str
    is_fruitful: bool


class Sampled(NamedTuple):
    """A new article, as far as `check` looks at it."""

    age: int
    url: str
    title: str
    section: str | None
    words: int
    filled: tuple[str, ...]
    """Fields that it has."""


SAMPLED_FIELDS = ("description", "published_at", "authors", "related", "section", "tags", "image_url")


def last_run(db: Database, now: str) -> str | None:
    """Return when the last run that ended before now ended; None when none has."""
    row = db.execute(LAST_RUN, (now,)).fetchone()
    return row[0] if row else None


def first_run_since(db: Database, since: str) -> int:
    """Return the id of the first run that began then or later; runs are numbered as they begin."""
    first = 1 << 62
    for number, started_at in db.execute(FIRST_RUN):
        if started_at < since:
            break
        first = number
    return first


def outcomes_by_day(db: Database, since: str, until: str) -> dict[str, SiteOutcomes]:
    """Return for each site what became of its addresses on each day."""
    found: dict[str, SiteOutcomes] = {}
    bounds = {"since": since, "until": until, "first": first_run_since(db, since)}
    end = datetime.fromisoformat(until)
    for at, sites in db.execute(RUNS, bounds):
        age = (end - datetime.fromisoformat(at)).days
        for site, outcomes in json.loads(sites or "{}").items():
            if site != NO_SITE:
                found.setdefault(site, SiteOutcomes()).add(at, age, outcomes)
    return found


def asked_lately(db: Database, since: str, until: str) -> dict[str, list[SiteAsked]]:
    """Return for each site the runs that met it, oldest first."""
    found: dict[str, list[SiteAsked]] = {}
    bounds = {"since": since, "until": until, "first": first_run_since(db, since)}
    for site, run_id, at, *fruits in db.execute(ASKED, bounds):
        found.setdefault(site, []).append(SiteAsked(run_id, at, any(fruits)))
    return found


def arrivals(db: Database, site: str, since: str, until: str) -> dict[int, tuple[int, int]]:
    """Return for each day the site's new articles, and those that came with an older date."""
    rows = db.execute(ARRIVALS, {"site": site, "since": since, "until": until})
    return {age: (new, older) for age, new, older in rows}


def sample(db: Database, site: str, since: str, until: str, most: int) -> Iterator[Sampled]:
    """Yield new articles of a site, the last ones of each day."""
    bounds = {"site": site, "since": since, "until": until, "most": most}
    for age, url, title, section, words, *has in db.execute(SAMPLE, bounds):
        filled = tuple(name for name, is_there in zip(SAMPLED_FIELDS, has, strict=True) if is_there)
        yield Sampled(age, url, title, section, words, filled)


def unanswered(db: Database, site: str, runs: Sequence[int]) -> Mapping[tuple[int | None, str], int]:
    """Return why addresses of a site gave nothing in these runs, by status and reason, each address once."""
    why: Counter[tuple[int | None, str]] = Counter()
    for run_id in runs:
        for url, status, reason in db.execute(UNANSWERED, (run_id,)):
            if site_of(url) == site:
                why[status, reason] += 1
    return why

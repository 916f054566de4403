"""When an address is due again: its outcome and age in, the next check out. News changes soon or never."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from crawler.discovery.instant import parse_instant
from crawler.items import Outcome, Visit
from crawler.text import utc_text

# An article of this age is looked at again after so long. Corrections come within hours, additions within
# days; what has stood for two months stays as it is.
RECHECKS: tuple[tuple[timedelta, timedelta], ...] = (
    (timedelta(hours=6), timedelta(hours=2)),
    (timedelta(days=1), timedelta(hours=8)),
    (timedelta(days=3), timedelta(days=1)),
    (timedelta(days=14), timedelta(days=7)),
    (timedelta(days=60), timedelta(days=30)),
)
NEVER = "9999-12-31T23:59:59Z"
# Sources of news, and what went wrong, are asked at every run.
EVERY_RUN: frozenset[Outcome] = frozenset({"listing", "feed", "sitemap", "failed", "disallowed"})
# A page that is no article may become one; a PDF hardly ever turns into a page.
OTHERS: dict[Outcome, timedelta] = {"not_article": timedelta(days=7), "rejected": timedelta(days=30)}


def next_check(visit: Visit, now: datetime) -> str | None:
    """Return when the address is due again, UTC; None for 'at the next run', NEVER for never.

    An article's age counts from when it was last changed or published, whatever is later; without either, and
    for an answer that says 'not modified', from the Last-Modified header, else it counts as a week old.
    """
    if visit.outcome in EVERY_RUN:
        return None
    if visit.outcome in OTHERS:
        return utc_text(now + OTHERS[visit.outcome])
    age = now - _born(visit, now)
    wait = next((wait for bound, wait in RECHECKS if age <= bound), None)
    return NEVER if wait is None else utc_text(now + wait)


def _born(visit: Visit, now: datetime) -> datetime:
    article = visit.article
    dates = (article.modified_at, article.published_at) if article else (visit.last_modified,)
    found = [moment for text in dates if (moment := parse_instant(text))]
    return max(found, default=(now - timedelta(days=7)).astimezone(UTC))

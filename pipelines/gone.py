"""Whether a stored article is gone from the web: a visit in, the same with what it says of that out, and a mark."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from sqlite_utils import Database

from crawler.instant import parse_instant
from crawler.items import Visit
from crawler.schedule import NEVER, Steps, wait_at
from crawler.text import utc_text
from pipelines.database import articles, pages

# 410 says that somebody took it down. A 404, or the home page in its place, also comes from a mistake in a release, an
# outage or a cache; these are mended within the day, so that it counts when it is still so after most of one.
AT_ONCE = 410
CERTAIN_AFTER = timedelta(hours=20)
# How long a page has been missing → when it is looked at again: soon enough to be certain, then in case it was put
# back, then never.
GONE: Steps = (
    (timedelta(hours=20), timedelta(hours=24)),
    (timedelta(days=14), timedelta(days=7)),
    (timedelta(days=60), timedelta(days=30)),
)
# The same for what never was an article: a link may be there some hours before its page, and a dead one is seldom
# mended. No time to wait is the next run.
DEAD: Steps = (
    (timedelta(hours=6), timedelta(0)),
    (timedelta(days=2), timedelta(hours=6)),
    (timedelta(days=60), timedelta(days=7)),
    (timedelta(days=36500), timedelta(days=30)),
)


def judged(db: Database, visit: Visit) -> Visit:
    """Return the visit as it is to be recorded; mark the article whose page it finds gone.

    A page that answers 404 or 410, or redirects to the home page, is missing. The article that was read there stays
    and is marked with the moment from which on the page was missing. Its mark is taken off by `articles.touch`.
    """
    now = parse_instant(visit.fetched_at)
    if now is None or not pages.is_missing(visit):
        return visit
    stored = next((found for url in _addresses(visit) if (found := articles.article_read_at(db, url))), None)
    if stored is None:
        return _scheduled(visit, now, pages.missing_since(db, visit.url) or visit.fetched_at, DEAD)
    since = pages.missing_since(db, stored.fetched_url) or visit.fetched_at
    is_gone = visit.status == AT_ONCE or now - (parse_instant(since) or now) >= CERTAIN_AFTER
    if is_gone:
        articles.mark_gone(db, stored.id, since)
    what = "marked as gone" if is_gone else "marked as gone if the page is missing tomorrow too"
    reason = f"{visit.reason}; article {stored.id} is kept, {what}"
    return _scheduled(replace(visit, reason=reason), now, since, GONE)


def _addresses(visit: Visit) -> tuple[str, ...]:
    return (visit.url, *visit.aliases)


def _scheduled(visit: Visit, now: datetime, since: str, steps: Steps) -> Visit:
    """Return the visit with its next check, where the visit leaves that to the store; until then it waits nowhere."""
    if visit.rechecks is None:
        return visit
    wait = wait_at(now - (parse_instant(since) or now), steps)
    if wait == timedelta(0):
        return replace(visit, next_check_at=None)
    return replace(visit, next_check_at=NEVER if wait is None else utc_text(now + wait), stays=False)

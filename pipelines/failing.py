"""When an address that failed is asked again: a visit as it ended in, the same with its next check out."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sqlite_utils import Database

from crawler.instant import parse_instant
from crawler.items import Visit
from crawler.text import utc_text
from pipelines.database import frontier, pages

# Most failures are over by the next run; what failed twice is waited for twice as long each time. So what comes back
# is asked after no longer than it was away, and what never does costs its server a request a day.
FIRST, FACTOR = timedelta(minutes=30), 2
LONGEST = timedelta(days=1)
# News may hide behind a section, a feed or a sitemap, and there are few of them.
LONGEST_OF_SOURCES = timedelta(hours=2)


def put_off(db: Database, visit: Visit) -> Visit:
    """Return a visit that failed with its time to be asked again: at the next run, then later and later.

    That a page is missing is told by `gone`. Without `rechecks` the visit is left as it is.
    """
    if visit.outcome != "failed" or visit.rechecks is None or pages.is_missing(visit):
        return visit
    now = parse_instant(visit.fetched_at)
    if now is None:
        return visit
    waited = pages.waited_for_failure(db, visit.url)
    if waited is None:
        return replace(visit, next_check_at=None)
    longest = LONGEST_OF_SOURCES if frontier.is_source(db, visit.url) else LONGEST
    return replace(visit, next_check_at=utc_text(now + min(max(waited * FACTOR, FIRST), longest)))

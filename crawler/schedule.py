"""When an address is due again: what became of it and its age in, the next check out. News changes soon or never."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from crawler.instant import parse_instant
from crawler.items import Outcome, Visit
from crawler.text import utc_text

Steps = tuple[tuple[timedelta, timedelta], ...]
"""What is up to so old is looked at again after so long; what is older, never."""

# An article of this age is looked at again after so long. Corrections come within hours, additions within
# days; what has stood for two months stays as it is.
RECHECKS: Steps = (
    (timedelta(hours=6), timedelta(hours=2)),
    (timedelta(days=1), timedelta(hours=8)),
    (timedelta(days=3), timedelta(days=1)),
    (timedelta(days=14), timedelta(days=7)),
    (timedelta(days=60), timedelta(days=30)),
)
NEVER = "9999-12-31T23:59:59Z"
# Sources of news, and what went wrong, are asked at every run; what fails again and again `pipelines.failing` puts off.
EVERY_RUN: frozenset[Outcome] = frozenset({"listing", "feed", "sitemap", "failed", "disallowed"})
# A page that is no article may become one; a PDF hardly ever turns into a page.
OTHERS: dict[Outcome, timedelta] = {"not_article": timedelta(days=7), "rejected": timedelta(days=30)}
# Without a date an article counts as this old.
UNKNOWN_AGE = timedelta(days=7)
# What changed once is likely to change again: half the time. What was looked at and stood as it was is likely to
# stay: twice the time, but for this; longer steps of a site's own hold as they are.
SOONER, LATER = 0.5, 2
LONGEST = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a look at an article's page showed."""

    dates: tuple[str | None, ...]
    """When the article was modified and published, as its page says."""
    is_changed: bool = False
    """Its text was another one than at the last look."""
    is_steady: bool = False
    """It was looked at before, and no look ever found a change."""


def next_check(visit: Visit, now: datetime) -> str | None:
    """Return when the address is due again, UTC; None for 'at the next run', NEVER for never.

    Judged from this answer alone; what a look at a stored article showed, `next_look` knows better.
    """
    if visit.outcome in EVERY_RUN:
        return None
    if visit.outcome in OTHERS:
        return utc_text(now + OTHERS[visit.outcome])
    article = visit.article
    dates = (article.modified_at, article.published_at) if article else (visit.last_modified,)
    return next_look(Look(dates=dates), now)


def next_look(look: Look, now: datetime, steps: Steps = RECHECKS) -> str:
    """Return when an article is due again, UTC, or NEVER.

    Its age counts from when it was last changed or published, whatever is later; without either it counts as a week
    old. What is past the last step, and changed nonetheless, is looked at once more after that step's time.
    """
    age = now - _born(look.dates, now)
    wait = wait_at(age, steps)
    if look.is_changed:
        wait = wait * SOONER if wait else steps[-1][1] if steps else None
    elif look.is_steady and wait:
        wait = max(wait, min(wait * LATER, LONGEST))
    return NEVER if wait is None else utc_text(now + wait)


def wait_at(age: timedelta, steps: Steps) -> timedelta | None:
    """Return the time to wait at an age, None for ever.

    >>> wait_at(timedelta(hours=7), RECHECKS)
    datetime.timedelta(seconds=28800)
    """
    return next((wait for bound, wait in steps if age <= bound), None)


def _born(dates: Iterable[str | None], now: datetime) -> datetime:
    found = [moment for text in dates if (moment := parse_instant(text))]
    return max(found, default=(now - UNKNOWN_AGE).astimezone(UTC))

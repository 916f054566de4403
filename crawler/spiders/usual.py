"""Usual places: a home page that names no feed or sitemap in; where they mostly are, and what is not there, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http import HTTPStatus

from crawler.discovery.link import Link, LinkKind
from crawler.instant import parse_instant
from crawler.items import Visit
from crawler.spiders.follow import Place, Step
from crawler.text import utc_text
from crawler.urls import join

# A guess comes after all that a page names, so that `--max-pages` is not spent on it.
PRIORITY = 15
REASON = "a usual place for feeds; nothing there"
# What is not there is hardly put there later; what could not answer may be there tomorrow.
NOT_THERE, NO_ANSWER = timedelta(days=30), timedelta(days=1)
SOURCES = frozenset({"feed", "sitemap"})


def usual_steps(links: Iterable[Link], home: str, places: Iterable[str]) -> Iterator[Step]:
    """Yield the steps to the places, paths on the home page's host, unless its links name a feed or sitemap."""
    if any(link.kind in SOURCES for link in links):
        return
    for path in places:
        url = join(home, path)
        if url is not None:
            link = Link(url=url, kind=_kind(path))
            yield Step(link=link, place=Place(leaf=True, guessed=True), priority=PRIORITY)


def as_guess(visit: Visit, place: Place) -> Visit:
    """Return what became of an address as it is recorded; that nothing is at a guessed one is no failure.

    Such an address has its time to be tried again, so that it is not asked at every run.
    """
    if not place.guessed or visit.outcome in {*SOURCES, "unchanged", "disallowed"}:
        return visit
    wait = NO_ANSWER if _may_be_there(visit) else NOT_THERE
    now = parse_instant(visit.fetched_at) or datetime.now(UTC)
    return replace(
        visit,
        outcome="not_article",
        reason=f"{REASON} ({visit.reason})",
        article=None,
        next_check_at=utc_text(now + wait),
    )


def _may_be_there(visit: Visit) -> bool:
    if visit.outcome != "failed":
        return False
    status = visit.status or HTTPStatus.INTERNAL_SERVER_ERROR
    return status >= HTTPStatus.INTERNAL_SERVER_ERROR or status == HTTPStatus.TOO_MANY_REQUESTS


def _kind(path: str) -> LinkKind:
    return "sitemap" if "sitemap" in path else "feed"

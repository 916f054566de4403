"""The frontier of a run: what still waits for its turn, kept in the run's own file; a Store in, leads out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from typing import TYPE_CHECKING, Self

from crawler.items import Lead, Visit
from crawler.text import utc_text
from pipelines.database import frontier, sources
from pipelines.database.frontier import Lane

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from pipelines.store import Store

# What no page has led to for so long is hardly there any more, and its START is not crawled any more.
LONGEST_WAIT = timedelta(days=30)


def _never_met(lead: Lead) -> bool:
    return False


class Frontier:
    """The rows of `frontier` that the STARTs of a run led to.

    Written with the run's Store, so that an outcome and the links that come with it are one transaction.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._starts: tuple[str, ...] = ()
        self._is_met: Callable[[Lead], bool] = _never_met
        self._changed: set[Lane] = set()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return that of the crawl's Store; NotConfigured without COPYDESK_DB."""
        from pipelines.sharing import shared_store  # noqa: PLC0415 - sharing builds on the store, which builds on this

        found = shared_store(crawler).frontier
        assert isinstance(found, cls)  # noqa: S101 - a Store makes no other
        return found

    @property
    def is_open(self) -> bool:
        """Whether the run has begun: without a pipeline that stores, nothing waits here."""
        return self._store.run_id != 0

    def begin(self, starts: Iterable[str], is_met: Callable[[Lead], bool]) -> int:
        """Take up what the STARTs, given by their keys, led to in earlier runs; return how many waited for too long.

        `is_met` tells of a lead whether this run has met its address, so that it need not wait.
        """
        self._starts, self._is_met = tuple(starts), is_met
        before = utc_text(datetime.now(UTC) - LONGEST_WAIT)
        with self._store.writing():
            expired = frontier.expire(self._store.db, before)
            frontier.begin(self._store.db, self._store.run_id)
            self._changed |= set(frontier.lanes(self._store.db, self._starts, self._store.run_id))
        return expired

    def record(self, visit: Visit) -> None:
        """Take away what a visit ended, and let wait what it leads to; within the transaction that stores it."""
        db = self._store.db
        frontier.settle(db, visit, self._store.run_id)
        if visit.status == HTTPStatus.NOT_MODIFIED:
            frontier.link_again(db, visit.url, visit.fetched_at)
            sources.unchanged(db, visit)
        if visit.followed_as is not None:
            sources.read(db, visit)
        self._add(visit.leads, visit.url, visit.fetched_at)

    def drop(self, url: str, leads: Iterable[Lead] = ()) -> None:
        """Take away an address that is not asked, as it is not due or ruled out, and let wait what it leads to."""
        with self._store.writing():
            frontier.drop(self._store.db, url, self._store.run_id)
            self._add(leads, url, utc_text(datetime.now(UTC)))

    def changed(self) -> frozenset[Lane]:
        """Return the lanes, START and host, in which something was put since the last call."""
        found = frozenset(self._changed)
        self._changed.clear()
        return found

    def turns(self, lane: Lane, number: int) -> list[tuple[int, Lead]]:
        """Return the next of a lane, best first, with their ids."""
        with self._store.reading():
            return frontier.turns(self._store.db, lane, self._store.run_id, number)

    def take(self, row: int) -> None:
        """Note that a row is being asked."""
        with self._store.writing():
            frontier.take(self._store.db, row, self._store.run_id)

    def waits(self, url: str) -> bool:
        """Tell whether an address has its turn still to come."""
        with self._store.reading():
            return frontier.waits(self._store.db, url, self._starts, self._store.run_id)

    def left(self) -> int:
        """Return how many addresses the run has not come to."""
        with self._store.reading():
            return frontier.left(self._store.db, self._starts, self._store.run_id)

    def _add(self, leads: Iterable[Lead], page: str, at: str) -> None:
        self._changed |= frontier.add(self._store.db, leads, page, at, self._is_met)

"""FrontierScheduler: Scrapy's scheduler for what is asked at once; what visits lead to comes from the frontier."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from math import inf
from time import monotonic
from typing import Protocol, Self, TypeVar, runtime_checkable

from scrapy import Request, Spider, signals
from scrapy.core.scheduler import Scheduler
from scrapy.crawler import Crawler
from scrapy.utils.misc import build_from_crawler, load_object

from crawler.ending import end_crawl
from crawler.errors import CopydeskError
from crawler.frontier.kept import Frontier
from crawler.frontier.met import MetAddresses
from crawler.frontier.turns import Turns
from crawler.items import Lead
from crawler.pace.alarm import Alarm
from crawler.pace.pace import Pace, pace_of

logger = logging.getLogger(__name__)

LEFT = "copydesk/left_for_next_run"
T = TypeVar("T")


class Waiting(Protocol):
    """What a spider may say to the scheduler of what waits."""

    def drop(self, url: str, leads: Iterable[Lead] = ()) -> None:
        """Let an address go that is not asked; what it leads to waits instead."""

    def set_aside(self, host: str | None, until: float = inf) -> None:
        """Leave what waits for a host, or all, for the next run; for this one too, if it lasts till that moment."""


@runtime_checkable
class Goer(Protocol):
    """A spider whose visits say where they lead; it yields requests itself only while `waiting` is None."""

    start_keys: tuple[str, ...]
    waiting: Waiting | None
    has_begun: bool
    """Whether all STARTs were yielded: they come before what waits."""

    def request_of(self, lead: Lead) -> Request:
        """Return the request for a lead."""

    def is_settled(self, request: Request) -> bool:
        """Tell whether a request would end at once, and count it if so."""


class FrontierScheduler(Scheduler):
    """In memory are STARTs, retries and redirects only; what visits lead to waits in the frontier.

    A host gets its next one when it may be asked (`crawler.pace`), so that those of other hosts find room. Without
    COPYDESK_FRONTIER, a store, or a spider that knows of it, this is Scrapy's scheduler.
    """

    crawler: Crawler
    pace: Pace
    alarm: Alarm
    frontier: Frontier | None = None
    turns: Turns | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build with the frontier that COPYDESK_FRONTIER names."""
        made = super().from_crawler(crawler)
        made.pace, made.alarm = pace_of(crawler), Alarm(crawler)
        name = crawler.settings.get("COPYDESK_FRONTIER")
        if name and crawler.settings.get("COPYDESK_DB"):
            made.frontier = build_from_crawler(load_object(name), crawler)
        crawler.signals.connect(made.begin, signal=signals.spider_opened)
        return made

    def begin(self, spider: Spider) -> None:
        """Take up what earlier runs left, once the pipelines have opened what it is kept in."""
        frontier, met = self.frontier, self.df
        if frontier is None or not isinstance(spider, Goer) or not isinstance(met, MetAddresses):
            return
        if frontier.is_open:
            self.turns = Turns(frontier)
            spider.waiting = self
            expired = self._guarded(lambda: frontier.begin(spider.start_keys, self._needs_no_turn), 0)
            if expired:
                logger.warning(
                    "%d addresses waited for more than 30 days and are forgotten", expired,
                    extra={"event": "waited_too_long", "addresses": expired},
                )  # fmt: skip

    def close(self, reason: str) -> None:
        """Count what is left for the next run."""
        super().close(reason)
        left = self._guarded(self.frontier.left, 0) if self.turns and self.frontier else 0
        if left:
            self.crawler.stats.inc_value(LEFT, left)

    def has_pending_requests(self) -> bool:
        """Tell whether anything is to be asked in this run."""
        if super().has_pending_requests():
            return True
        return self.turns is not None and self._guarded(self.turns.wait, False)

    def next_request(self) -> Request | None:
        """Return what is in memory first, then whose turn it is."""
        request = super().next_request()
        if request is None and self.turns is not None:
            request = self._guarded(self._next_waiting, None)
        return request

    def meets(self, request: Request) -> bool:
        """Tell whether the run asks an address, in this request or another one; from now on it does."""
        if self.turns is not None and self.frontier is not None and self.frontier.waits(request.url):
            return True
        return bool(self.df.request_seen(request))

    def drop(self, url: str, leads: Iterable[Lead] = ()) -> None:
        """Let an address go that is not asked; what it leads to waits instead."""
        frontier = self.frontier
        if frontier is not None:
            self._guarded(lambda: frontier.drop(url, leads), None)

    def set_aside(self, host: str | None, until: float = inf) -> None:
        """Leave what waits for a host, or all, for the next run; for this one too, if it lasts till that moment."""
        if self.turns is not None:
            self.turns.set_aside(host, until)

    def _needs_no_turn(self, lead: Lead) -> bool:
        """Tell whether the run has met an address, or need not ask it; so that it does not wait."""
        assert isinstance(self.spider, Goer) and isinstance(self.df, MetAddresses)  # noqa: S101 - `begin` has looked
        request = self.spider.request_of(lead)
        if self.df.has_met(request):
            return True
        return self.spider.is_settled(request) and not self.df.request_seen(request)

    def _next_waiting(self) -> Request | None:
        assert self.turns is not None and isinstance(self.spider, Goer)  # noqa: S101 - `begin` has looked
        if not self.spider.has_begun:
            return None
        wait_of, waits = self.pace.waits(), [inf]

        def is_busy(host: str) -> bool:
            waits.append(wait_of(host))
            return waits[-1] > 0

        while lead := self.turns.next(is_busy):
            request: Request = self.spider.request_of(lead)
            if not self.df.request_seen(request):
                return request
        self.alarm.set(monotonic() + min(waits))
        return None

    def _guarded(self, call: Callable[[], T], otherwise: T) -> T:
        """Return what a call says; where the file cannot be used any more, end the crawl as a whole."""
        try:
            return call()
        except CopydeskError as error:
            self.set_aside(None)
            end_crawl(self.crawler, str(error), "database_error")
            return otherwise

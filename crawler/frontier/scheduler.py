"""FrontierScheduler: Scrapy's scheduler for what is asked at once; what visits lead to comes from the frontier."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Protocol, Self, TypeVar, runtime_checkable

from scrapy import Request, Spider, signals
from scrapy.core.scheduler import Scheduler
from scrapy.crawler import Crawler
from scrapy.settings import BaseSettings
from scrapy.utils.defer import deferred_from_coro
from scrapy.utils.httpobj import urlparse_cached
from scrapy.utils.misc import build_from_crawler, load_object

from crawler.errors import CopydeskError
from crawler.frontier.kept import Frontier
from crawler.frontier.met import MetAddresses
from crawler.frontier.turns import Turns
from crawler.items import Lead

logger = logging.getLogger(__name__)

LEFT = "copydesk/left_for_next_run"
T = TypeVar("T")


class Waiting(Protocol):
    """What a spider may say to the scheduler of what waits."""

    def drop(self, url: str, leads: Iterable[Lead] = ()) -> None:
        """Let an address go that is not asked; what it leads to waits instead."""

    def set_aside(self, host: str | None) -> None:
        """Leave what waits for a host, or all, for the next run."""


@runtime_checkable
class Goer(Protocol):
    """A spider whose visits say where they lead; it yields requests itself only while `waiting` is None."""

    start_keys: tuple[str, ...]
    waiting: Waiting | None

    def request_of(self, lead: Lead) -> Request:
        """Return the request for a lead."""


class FrontierScheduler(Scheduler):
    """In memory are STARTs, retries and redirects only; what visits lead to waits in the frontier.

    A host gets twice as many requests as it is asked at a time, so that those of other hosts find room. Without
    COPYDESK_FRONTIER, a store, or a spider that knows of it, this is Scrapy's scheduler.
    """

    crawler: Crawler
    at_once = 2
    frontier: Frontier | None = None
    turns: Turns | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build with the frontier that COPYDESK_FRONTIER names."""
        made = super().from_crawler(crawler)
        made.at_once = 2 * _concurrency(crawler.settings)
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
            expired = self._guarded(lambda: frontier.begin(spider.start_keys, met.has_met), 0)
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

    def set_aside(self, host: str | None) -> None:
        """Leave what waits for a host, or all, for the next run."""
        if self.turns is not None:
            self.turns.set_aside(host)

    def _next_waiting(self) -> Request | None:
        assert self.turns is not None and isinstance(self.spider, Goer)  # noqa: S101 - `begin` has looked
        active = Counter(
            urlparse_cached(request).hostname for request in self.crawler.engine.downloader.active
        )
        while lead := self.turns.next(lambda host: active[host] >= self.at_once):
            request: Request = self.spider.request_of(lead)
            if not self.df.request_seen(request):
                return request
        return None

    def _guarded(self, call: Callable[[], T], otherwise: T) -> T:
        """Return what a call says; where the file cannot be used any more, end the crawl as a whole."""
        try:
            return call()
        except CopydeskError as error:
            self.set_aside(None)
            if self.crawler.stats.get_value("copydesk/error") is None:
                self.crawler.stats.set_value("copydesk/error", str(error))
                logger.error("%s", error)
                deferred_from_coro(self.crawler.engine.close_spider_async(reason="database_error"))
            return otherwise


def _concurrency(settings: BaseSettings) -> int:
    """Return how many requests at a time any host may get."""
    slots = settings.getdict("DOWNLOAD_SLOTS").values()
    own = (int(slot.get("concurrency", 1)) for slot in slots)
    return max(1, settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN"), *own)

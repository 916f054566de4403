"""PromptStop: a run that is being closed finishes what is on the wire and drops what only waits for its turn."""

from __future__ import annotations

from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.utils.asyncio import AsyncioLoopingCall

from crawler.frontier.scheduler import LEFT
from crawler.middlewares.refusal import Left
from crawler.middlewares.stopping import is_stopping

LOOK_SECONDS = 0.25


class PromptStop:
    """Ends requests that wait out a host's delay once the engine is closing.

    Scrapy would send them all first: thirty of them are half a minute at one a second. They are left for the
    next run, counted in `copydesk/left_for_next_run`.
    """

    def __init__(self, crawler: Crawler) -> None:
        """Take the crawler whose downloader is to be emptied."""
        self.crawler = crawler
        self.look = AsyncioLoopingCall(self._end_waiting)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Watch from the opening of the spider to its end."""
        made = cls(crawler)
        crawler.signals.connect(made.spider_opened, signal=signals.spider_opened)
        crawler.signals.connect(made.spider_closed, signal=signals.spider_closed)
        return made

    def spider_opened(self) -> None:
        """Begin to watch."""
        self.look.start(LOOK_SECONDS, now=False)

    def spider_closed(self) -> None:
        """Stop watching."""
        if self.look.running:
            self.look.stop()

    def _end_waiting(self) -> None:
        if not is_stopping(self.crawler):
            return
        for slot in self.crawler.engine.downloader.slots.values():
            while slot.queue:
                _, waiting = slot.queue.popleft()
                self.crawler.stats.inc_value(LEFT)
                waiting.errback(Left("the run is being stopped"))

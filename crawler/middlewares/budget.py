"""PageBudget: at most COPYDESK_MAX_PAGES page requests a run; the others are left for the next one."""

from __future__ import annotations

from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http.request import NO_CALLBACK
from scrapy.statscollectors import StatsCollector

from crawler.frontier.scheduler import LEFT
from crawler.middlewares.refusal import Left

REQUESTED = "copydesk/pages_requested"
REACHED = "copydesk/max_pages_reached"


class PageBudget:
    """Counts the page requests that go out, redirects and retries included, robots.txt not.

    Stats: `copydesk/pages_requested`; when the bound is reached `copydesk/max_pages_reached` (True) and
    `copydesk/left_for_next_run`, with the requests refused for it. Nothing is recorded of their addresses.
    """

    def __init__(self, max_pages: int, stats: StatsCollector) -> None:
        """Take the bound, 0 for none. Stands next to the downloader, so that it counts only what is sent."""
        self.max_pages = max_pages
        self.stats = stats
        self.requested = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Read the bound from COPYDESK_MAX_PAGES."""
        return cls(crawler.settings.getint("COPYDESK_MAX_PAGES"), crawler.stats)

    def process_request(self, request: Request) -> None:
        """Count the request, or refuse it when the budget is spent."""
        if request.callback is NO_CALLBACK:
            return
        if self.max_pages and self.requested >= self.max_pages:
            self.stats.set_value(REACHED, True)
            self.stats.inc_value(LEFT)
            raise Left(f"--max-pages {self.max_pages} is reached")
        self.requested += 1
        self.stats.inc_value(REQUESTED)

"""Throttle: how long a host takes to answer, and that it asks for less, in; a longer delay for it out."""

from __future__ import annotations

from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadTimeoutError, NotConfigured
from scrapy.http import Response

from crawler.pace.pace import Delays, Pace, pace_of

# What says that requests come too fast for the host.
OVERLOADED = frozenset({429, 503})
# A host that is overloaded is left alone for a second at least, whatever the delay was.
LEAST_PAUSE = 1.0
# Seconds that are not worth a wait.
NOTHING = 0.05


class Throttle:
    """Adapts each slot's delay to what its host can bear; in place of Scrapy's AutoThrottle.

    Scrapy's goes down to DOWNLOAD_DELAY also where a site's own delay or its Crawl-delay is longer; this one never
    goes below what the user or robots.txt asks for. As there, the delay is the latency divided by
    AUTOTHROTTLE_TARGET_CONCURRENCY (times the requests at a time that the user allows), at most
    AUTOTHROTTLE_MAX_DELAY, follows a slower answer at once and a quicker one by half; an error page never shortens it.
    429, 503 and time-outs double it. Without a delay (`--delay 0`) latency is not looked at.
    """

    def __init__(self, pace: Pace, *, target: float, longest: float) -> None:
        """Take the pace to slow down, the requests at a time to aim for, and the longest delay in seconds."""
        self.pace = pace
        self.target = target
        self.longest = longest

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Read Scrapy's settings of AutoThrottle."""
        settings = crawler.settings
        if not settings.getbool("AUTOTHROTTLE_ENABLED"):
            raise NotConfigured
        return cls(
            pace_of(crawler),
            target=settings.getfloat("AUTOTHROTTLE_TARGET_CONCURRENCY"),
            longest=settings.getfloat("AUTOTHROTTLE_MAX_DELAY"),
        )

    def process_response(self, request: Request, response: Response) -> Response:
        """Look at how long the answer took, and whether it is a complaint."""
        delays = self.pace.delays(request)
        if response.status in OVERLOADED:
            self._complained(request, delays)
        else:
            wanted = self._wanted(request, delays)
            if wanted > delays.longest or response.status == 200:
                self._set(request, max(wanted, (delays.answers + wanted) / 2))
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Take an answer that did not come in time for a complaint."""
        if isinstance(exception, DownloadTimeoutError):
            self._complained(request, self.pace.delays(request))

    def _wanted(self, request: Request, delays: Delays) -> float:
        """Return the delay that fits the latency of an answer."""
        latency = float(request.meta.get("download_latency", 0.0))
        if delays.user <= 0 or latency < NOTHING:
            return 0.0
        return latency / (self.target * self.pace.concurrency(self.pace.slot_of(request)))

    def _complained(self, request: Request, delays: Delays) -> None:
        self._set(request, max(LEAST_PAUSE, 2 * delays.longest))

    def _set(self, request: Request, delay: float) -> None:
        delays = self.pace.delays(request)
        former = delays.longest
        delays.answers = min(delay, self.longest) if delay >= NOTHING else 0.0
        if delays.longest != former:
            self.pace.apply(request)

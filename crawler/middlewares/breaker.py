"""Breaker: a host that keeps failing is set aside, and what it was still to be asked is left for the next run."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import UTC, datetime
from time import monotonic
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.statscollectors import StatsCollector

from crawler.frontier.scheduler import LEFT
from crawler.hosts import host_of
from crawler.middlewares.backoff import retry_after
from crawler.middlewares.failures import ending
from crawler.middlewares.refusal import Left
from crawler.pace.pace import Pace, pace_of

logger = logging.getLogger(__name__)

SET_ASIDE = "copydesk/hosts_set_aside"
WHY = "copydesk/set_aside/"
# A host that answers, if only with errors, is nearer to life than one that does not.
NO_ANSWER, BAD_ANSWER = 1.0, 0.5


@dataclass(slots=True)
class Health:
    """How a host has fared of late."""

    failures: float = 0.0
    """In a row, by their weight."""
    until: float | None = None
    """The moment from which on it may be tried again, None while it is asked as usual."""
    tried: Request | None = None
    """The request that tries whether it has recovered."""


class Breaker:
    """Counts failures in a row; from COPYDESK_HOST_FAILURES on, a host gets no more requests for a while.

    A connection that fails and a time-out count as one, 5xx and 429 as half. A Retry-After that is longer than
    COPYDESK_RETRY_AFTER_MAX sets the host aside at once. After COPYDESK_HOST_PAUSE seconds, or the Retry-After, one
    request tries again; it opens the host, or sets it aside for as long once more.
    Stats: `copydesk/hosts_set_aside`, `copydesk/set_aside/<host>` with the reason, `copydesk/left_for_next_run`.
    """

    def __init__(
        self, pace: Pace, stats: StatsCollector, *, failures: float, pause: float, longest_wait: float
    ) -> None:
        """Take the number of failures, the pause and the longest Retry-After that is waited for, in seconds."""
        self.pace = pace
        self.stats = stats
        self.failures = failures
        self.pause = pause
        self.longest_wait = longest_wait
        self.hosts: dict[str, Health] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Read the numbers from the settings."""
        settings = crawler.settings
        return cls(
            pace_of(crawler),
            crawler.stats,
            failures=settings.getfloat("COPYDESK_HOST_FAILURES", 10),
            pause=settings.getfloat("COPYDESK_HOST_PAUSE", 300),
            longest_wait=settings.getfloat("COPYDESK_RETRY_AFTER_MAX", 60),
        )

    def process_request(self, request: Request) -> None:
        """Refuse a request to a host that is set aside, but for the one that tries it again."""
        host = self.hosts.get(self.pace.slot_of(request))
        if host is None or host.until is None:
            return
        if host.tried is None and monotonic() >= host.until:
            host.tried = request
            return
        self.stats.inc_value(LEFT)
        name = host_of(request.url)
        raise Left(f"{name} keeps failing and was set aside", host=name, until=host.until)

    def process_response(self, request: Request, response: Response) -> Response:
        """Count a bad answer; after a good one the host is asked as usual."""
        asked = retry_after(response, datetime.now(UTC)) or 0.0
        if not (response.status >= 500 or response.status == 429):
            self.hosts.pop(self.pace.slot_of(request), None)
        elif asked > self.longest_wait:
            self._set_aside(request, asked, f"HTTP {response.status}, asks to wait {asked:.0f} seconds")
        else:
            self._count(request, BAD_ANSWER, f"HTTP {response.status}")
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Count an answer that did not come."""
        if not isinstance(exception, IgnoreRequest):
            self._count(request, NO_ANSWER, ending(exception)[1])
        elif (host := self.hosts.get(self.pace.slot_of(request))) and host.tried is request:
            # Refused on its last steps, it says nothing of the host; the next one tries.
            host.tried = None

    def _count(self, request: Request, weight: float, reason: str) -> None:
        host = self.hosts.setdefault(self.pace.slot_of(request), Health())
        host.failures += weight
        if host.until is not None or host.failures >= self.failures:
            self._set_aside(request, self.pause, f"it kept failing, the last time with: {reason}")

    def _set_aside(self, request: Request, seconds: float, reason: str) -> None:
        slot = self.pace.slot_of(request)
        host = self.hosts.setdefault(slot, Health())
        if host.until is None:
            self._say(host_of(request.url), reason)
        host.until, host.tried = max(host.until or 0.0, monotonic() + seconds), None

    def _say(self, name: str, reason: str) -> None:
        if self.stats.get_value(WHY + name) is None:
            self.stats.inc_value(SET_ASIDE)
        self.stats.set_value(WHY + name, reason)
        logger.info(
            "%s is set aside: %s", name, reason,
            extra={"event": "host_set_aside", "host": name, "reason": reason},
        )  # fmt: skip

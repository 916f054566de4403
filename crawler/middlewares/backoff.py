"""Backoff: Scrapy's retries, but after a wait: exponential, or as long as Retry-After asks, up to a bound."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.exceptions import DownloadTimeoutError
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from scrapy.settings import BaseSettings
from scrapy.utils.asyncio import sleep

from crawler.instant import parse_instant
from crawler.middlewares.stopping import is_stopping
from crawler.pace.pace import pace_of
from crawler.pace.queue import NOT_BEFORE

# A wait looks so often whether the run is being stopped.
SLICE_SECONDS = 0.25


class Backoff(RetryMiddleware):
    """Retries what Scrapy's settings say, after a wait; gives up where the server asks for a longer one.

    COPYDESK_RETRY_WAIT is the first wait in seconds, doubled each time, and for the request only.
    COPYDESK_RETRY_AFTER_MAX is the longest Retry-After, for which the whole host is left alone. A page waits in the
    scheduler's queue (`crawler.pace.queue.HostQueue`), so that it takes no other host's place. A robots.txt that did
    not come in time is not asked again: all of its host waits for it, and who hangs once mostly hangs three times.
    """

    def __init__(self, settings: BaseSettings) -> None:
        super().__init__(settings)
        self.first_wait = settings.getfloat("COPYDESK_RETRY_WAIT", 1.0)
        self.longest_wait = settings.getfloat("COPYDESK_RETRY_AFTER_MAX", 60.0)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Read the two waits from the settings."""
        made = cls(crawler.settings)
        made.crawler = crawler
        return made

    async def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        """Return the request, to be asked again after a wait, when the status asks for it, else the answer."""
        asked = retry_after(response, datetime.now(UTC)) if response.status in self.retry_http_codes else None
        if asked is not None and asked > self.longest_wait:
            return response
        if asked:
            pace_of(self.crawler).close(request, asked)
        retried = super().process_response(request, response)
        if isinstance(retried, Response):
            return retried
        return retried if await self._may_wait(retried, asked) else response

    async def process_exception(  # type: ignore[override]
        self, request: Request, exception: Exception
    ) -> Request | Response | None:
        """Return the request, to be asked again after a wait, when the failure may pass."""
        if request.callback is NO_CALLBACK and isinstance(exception, DownloadTimeoutError):
            return None
        retried = super().process_exception(request, exception)
        return retried if isinstance(retried, Request) and await self._may_wait(retried, None) else None

    async def _may_wait(self, retried: Request, asked: float | None) -> bool:
        """Let a retry wait for its moment; tell whether the run still goes on."""
        number = int(retried.meta.get("retry_times", 1))
        wait = min(self.first_wait * 2 ** (number - 1), self.longest_wait) if asked is None else asked
        if retried.callback is NO_CALLBACK:
            # robots.txt comes from no queue: its host's requests wait for it.
            await self._waited(wait)
        else:
            retried.meta[NOT_BEFORE] = time.monotonic() + wait
        return not is_stopping(self.crawler)

    async def _waited(self, wait: float) -> None:
        end = time.monotonic() + wait
        while (left := end - time.monotonic()) > 0 and not is_stopping(self.crawler):
            await sleep(min(left, SLICE_SECONDS))


def retry_after(response: Response, now: datetime) -> float | None:
    """Return the seconds that a Retry-After header asks for, in seconds or by date; None without one."""
    header = (response.headers.get("Retry-After") or b"").decode("latin-1").strip()
    if header.isdecimal():
        return float(header[:9])
    moment = parse_instant(header)
    return None if moment is None else max(0.0, (moment - now).total_seconds())

"""Backoff: Scrapy's retries, but after a wait: exponential, or as long as Retry-After asks, up to a bound."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.http import Response
from scrapy.settings import BaseSettings
from scrapy.utils.asyncio import sleep

from crawler.instant import parse_instant
from crawler.middlewares.stopping import is_stopping

# A wait looks so often whether the run is being stopped.
SLICE_SECONDS = 0.25


class Backoff(RetryMiddleware):
    """Retries what Scrapy's settings say, after a wait; gives up where the server asks for a longer one.

    COPYDESK_RETRY_WAIT is the first wait in seconds, doubled each time; COPYDESK_RETRY_AFTER_MAX the longest.
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
        """Return the request again after a wait when the status asks for it, else the answer."""
        asked = retry_after(response, datetime.now(UTC))
        if asked is not None and asked > self.longest_wait:
            return response
        retried = super().process_response(request, response)
        if retried is response:
            return response
        return retried if await self._waited(request, asked) else response

    async def process_exception(  # type: ignore[override]
        self, request: Request, exception: Exception
    ) -> Request | Response | None:
        """Return the request again after a wait when the failure may pass."""
        retried = super().process_exception(request, exception)
        return retried if retried is not None and await self._waited(request, None) else None

    async def _waited(self, request: Request, asked: float | None) -> bool:
        """Wait; tell whether the run still goes on."""
        wait = self.first_wait * 2 ** int(request.meta.get("retry_times", 0)) if asked is None else asked
        end = time.monotonic() + min(wait, self.longest_wait)
        while (left := end - time.monotonic()) > 0:
            if is_stopping(self.crawler):
                return False
            await sleep(min(left, SLICE_SECONDS))
        return not is_stopping(self.crawler)


def retry_after(response: Response, now: datetime) -> float | None:
    """Return the seconds that a Retry-After header asks for, in seconds or by date; None without one."""
    header = (response.headers.get("Retry-After") or b"").decode("latin-1").strip()
    if header.isdecimal():
        return float(header[:9])
    moment = parse_instant(header)
    return None if moment is None else max(0.0, (moment - now).total_seconds())

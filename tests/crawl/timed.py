"""Routes that remember when they were asked."""

from __future__ import annotations

import time
from http.server import BaseHTTPRequestHandler
from itertools import pairwise

from crawl_pages import article, html
from loopback import Answer


class Timed:
    """Answers with an article of its own each time, after so many seconds."""

    def __init__(self, seconds: float = 0.0) -> None:
        self.asked_at: list[float] = []
        self.seconds = seconds

    def __call__(self, handler: BaseHTTPRequestHandler) -> Answer:
        self.asked_at.append(time.monotonic())
        time.sleep(self.seconds)
        return html(article(len(self.asked_at)))

    @property
    def gaps(self) -> list[float]:
        """Seconds between each two requests."""
        return [later - sooner for sooner, later in pairwise(self.asked_at)]


class Busy(Timed):
    """Answers 503 so many times first."""

    def __init__(self, times: int, retry_after: str) -> None:
        super().__init__()
        self.left, self.retry_after = times, retry_after

    def __call__(self, handler: BaseHTTPRequestHandler) -> Answer:
        page = super().__call__(handler)
        return page if len(self.asked_at) > self.left else (503, {"Retry-After": self.retry_after}, b"Later")


class Crowd(Timed):
    """Knows how many it served at once, and over how many connections."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.most = 0
        self.connections: set[object] = set()
        self._now: set[int] = set()

    def __call__(self, handler: BaseHTTPRequestHandler) -> Answer:
        self.connections.add(handler.client_address)
        self._now.add(id(handler))
        self.most = max(self.most, len(self._now))
        page = super().__call__(handler)
        self._now.discard(id(handler))
        return page

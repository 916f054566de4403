"""Alarm: a moment in; the engine, which looks for requests again then."""

from __future__ import annotations

from math import inf, isfinite
from time import monotonic

from scrapy.crawler import Crawler
from scrapy.utils.asyncio import CallLaterResult, call_later


class Alarm:
    """Makes the engine look for requests again at a moment; without it, it does so every five seconds."""

    def __init__(self, crawler: Crawler) -> None:
        """Take the crawler whose engine is to be woken."""
        self._crawler = crawler
        self._moment = inf
        self._call: CallLaterResult | None = None

    def set(self, moment: float) -> None:
        """Ring at the moment, if no earlier one is set."""
        if not isfinite(moment) or moment >= self._moment:
            return
        if self._call is not None:
            self._call.cancel()
        self._moment = moment
        self._call = call_later(max(0.0, moment - monotonic()), self._ring)

    def _ring(self) -> None:
        self._moment, self._call = inf, None
        slot = self._crawler.engine._slot if self._crawler.engine else None
        if slot is not None:
            slot.nextcall.schedule()

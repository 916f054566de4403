"""Pace: what the user, robots.txt and a host's own answers ask for in; the delay of its download slot out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic
from typing import Any
from weakref import WeakKeyDictionary

from scrapy import Request
from scrapy.crawler import Crawler


@dataclass(slots=True)
class Delays:
    """Seconds between two requests of one download slot, by who asks for them."""

    user: float
    """`--delay`, or the site's own; never gone below."""
    robots: float = 0.0
    """Crawl-delay or Request-rate."""
    answers: float = 0.0
    """What the host can bear, told by its slowness and its errors."""

    @property
    def longest(self) -> float:
        """The one that holds."""
        return max(self.user, self.robots, self.answers)


class Pace:
    """Keeps the delay of each download slot, and closes slots whose host asks to wait.

    A delay outlives Scrapy's slot, which is dropped after a minute without a request.
    """

    def __init__(self, crawler: Crawler) -> None:
        """Take the crawler whose downloader is to be slowed."""
        self._crawler = crawler
        self._default = crawler.settings.getfloat("DOWNLOAD_DELAY")
        self._own: Mapping[str, Mapping[str, Any]] = crawler.settings.getdict("DOWNLOAD_SLOTS")
        self._delays: dict[str, Delays] = {}

    def slot_of(self, request: Request) -> str:
        """Return the name of the request's download slot: its host, or its site where that has a pace of its own."""
        return str(self._crawler.engine.downloader.get_slot_key(request))

    def delays(self, request: Request) -> Delays:
        """Return the delays of the request's slot."""
        slot = self.slot_of(request)
        if slot not in self._delays:
            self._delays[slot] = Delays(user=self._own.get(slot, {}).get("delay", self._default))
        return self._delays[slot]

    def apply(self, request: Request) -> None:
        """Make Scrapy keep the longest delay of the request's slot from now on."""
        slot, delay = self.slot_of(request), self.delays(request).longest
        downloader = self._crawler.engine.downloader
        downloader.per_slot_settings[slot] = {**downloader.per_slot_settings.get(slot, {}), "delay": delay}
        if slot in downloader.slots:
            downloader.slots[slot].delay = delay

    def close(self, request: Request, seconds: float) -> None:
        """Let no request of the slot go out for so long, also those that wait in the downloader already."""
        slot = self._crawler.engine.downloader.slots.get(self.slot_of(request))
        if slot is not None:
            # Scrapy sends the next one `delay` seconds after `lastseen`.
            slot.lastseen = max(slot.lastseen, monotonic() + seconds - slot.delay)


_paces: WeakKeyDictionary[Crawler, Pace] = WeakKeyDictionary()


def pace_of(crawler: Crawler) -> Pace:
    """Return the crawl's Pace, which all components share."""
    if crawler not in _paces:
        _paces[crawler] = Pace(crawler)
    return _paces[crawler]

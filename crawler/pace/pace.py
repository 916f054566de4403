"""Pace: what the user, robots.txt and a host's own answers ask for in; when the host may be asked next out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import inf
from time import monotonic
from typing import Any
from weakref import WeakKeyDictionary

from scrapy import Request, signals
from scrapy.crawler import Crawler

from crawler.hosts import host_of


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
    """Keeps the delay of each download slot, closes slots whose host asks to wait, and tells who may be asked.

    A delay outlives Scrapy's slot, which is dropped after a minute without a request.
    """

    def __init__(self, crawler: Crawler) -> None:
        """Take the crawler whose downloader is to be slowed."""
        self._crawler = crawler
        self._delay = crawler.settings.getfloat("DOWNLOAD_DELAY")
        self._concurrency = crawler.settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN")
        self._own: Mapping[str, Mapping[str, Any]] = crawler.settings.getdict("DOWNLOAD_SLOTS")
        self._delays: dict[str, Delays] = {}
        self._slots: dict[str, str] = {}
        """Of a host that shares the slot of its site, that slot."""
        crawler.signals.connect(self.reached, signal=signals.request_reached_downloader)

    def slot_of(self, request: Request) -> str:
        """Return the name of the request's download slot: its host, or its site where that has a pace of its own."""
        return str(self._crawler.engine.downloader.get_slot_key(request))

    def delays(self, request: Request) -> Delays:
        """Return the delays of the request's slot."""
        slot = self.slot_of(request)
        if slot not in self._delays:
            self._delays[slot] = Delays(user=self._own.get(slot, {}).get("delay", self._delay))
        return self._delays[slot]

    def concurrency(self, slot: str) -> int:
        """Return how many requests of a slot may be on the wire at a time."""
        return int(self._own.get(slot, {}).get("concurrency", self._concurrency))

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

    def waits(self) -> Callable[[str], float]:
        """Return what tells of a host, as things are now, in how many seconds it may be asked next.

        It tells `inf` of one of which as many requests are under way as may be, until one has ended.
        """
        downloader, now = self._crawler.engine.downloader, monotonic()
        active = Counter(
            request.meta.get(downloader.DOWNLOAD_SLOT) or self._slot_of_host(host_of(request.url))
            for request in downloader.active
        )

        def wait(host: str) -> float:
            name = self._slot_of_host(host)
            slot = downloader.slots.get(name)
            open_at = slot.lastseen + slot.delay if slot else 0.0
            # None waits behind those on the wire: it would be sent before the connection that has become free is
            # put back, over a new one.
            return inf if active[name] >= self.concurrency(name) else max(0.0, open_at - now)

        return wait

    def reached(self, request: Request) -> None:
        """Learn which slot a host shares."""
        self._slots[host_of(request.url)] = self.slot_of(request)

    def _slot_of_host(self, host: str) -> str:
        return self._slots.get(host, host)


_paces: WeakKeyDictionary[Crawler, Pace] = WeakKeyDictionary()


def pace_of(crawler: Crawler) -> Pace:
    """Return the crawl's Pace, which all components share."""
    if crawler not in _paces:
        _paces[crawler] = Pace(crawler)
    return _paces[crawler]

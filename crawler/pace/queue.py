"""HostQueue: requests that wait for their turn in; the next one of a host that may be asked now out."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heappop, heappush
from itertools import count
from math import inf
from time import monotonic
from typing import Any

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.pqueues import DownloaderAwarePriorityQueue, DownloaderInterface

from crawler.hosts import host_of
from crawler.pace.alarm import Alarm
from crawler.pace.pace import pace_of

NOT_BEFORE = "copydesk_not_before"
"""Meta key: the moment, on the monotonic clock, before which a request is not to be asked again."""


class HostQueue(DownloaderAwarePriorityQueue):
    """Scrapy's priority queue by host, which keeps what cannot be asked yet.

    Scrapy hands such requests to the downloader, where each that waits for its host's delay holds one of the places
    of all hosts: a few slow ones then hold up the rest. Here a place is held by what is on the wire.
    """

    def __init__(self, crawler: Crawler, *args: Any, **kwargs: Any) -> None:
        """Take what Scrapy's queue takes."""
        super().__init__(crawler, *args, **kwargs)
        self._alarm = Alarm(crawler)
        self._downloader_interface = OpenHosts(crawler, self._alarm)
        self._later: list[tuple[float, int, Request]] = []
        self._numbers = count()

    def push(self, request: Request) -> None:
        """Put a request among those of its host, or aside until its moment has come."""
        moment = request.meta.pop(NOT_BEFORE, 0.0)
        if moment <= monotonic():
            super().push(request)
        else:
            heappush(self._later, (moment, next(self._numbers), request))
            self._alarm.set(moment)

    def pop(self) -> Request | None:
        """Return the next request of the host that has fewest on the wire; None when no host may be asked now."""
        self._put_back(monotonic())
        if self._later:
            self._alarm.set(self._later[0][0])
        return super().pop()

    def close(self) -> dict[str, list[int]]:
        """Close the queues with all that waits in them."""
        self._put_back(inf)
        return super().close()

    def __len__(self) -> int:
        return super().__len__() + len(self._later)

    def _put_back(self, now: float) -> None:
        while self._later and self._later[0][0] <= now:
            super().push(heappop(self._later)[2])


class OpenHosts(DownloaderInterface):
    """What the queue knows of the downloader: of the hosts with requests, those that may be asked now."""

    def __init__(self, crawler: Crawler, alarm: Alarm) -> None:
        """Take the alarm that is set to when the next host may be asked."""
        super().__init__(crawler)
        self._pace = pace_of(crawler)
        self._alarm = alarm

    def stats(self, possible_slots: Iterable[str]) -> list[tuple[int, str]]:
        """Return the hosts that may be asked now, with how many requests of them are in the downloader."""
        wait_of = self._pace.waits()
        waits = {host: wait_of(host) for host in possible_slots}
        ready = [(self._active_downloads(host), host) for host, wait in waits.items() if wait <= 0]
        if not ready and waits:
            self._alarm.set(monotonic() + min(waits.values()))
        return ready

    def get_slot_key(self, request: Request) -> str:
        """Return the request's host, whatever slot a former download put it in."""
        return host_of(request.url)

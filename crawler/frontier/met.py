"""MetAddresses: requests in, whether they came before out, in two dozen bytes an address at most."""

from __future__ import annotations

from array import array
from typing import Self

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.dupefilters import BaseDupeFilter
from scrapy.utils.request import RequestFingerprinterProtocol

# Places at the beginning, a power of two; doubled whenever two thirds are taken.
PLACES = 1024


class MetAddresses(BaseDupeFilter):
    """Remembers the first eight bytes of each request's fingerprint.

    Of a million addresses two have the same with a probability of one in 37 million. Python's own set of bytes takes
    ten times the room, and a crawl's memory is to stay flat.
    """

    def __init__(self, fingerprinter: RequestFingerprinterProtocol) -> None:
        self._fingerprinter = fingerprinter
        self._places = array("Q", bytes(8 * PLACES))
        self._taken = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Take the crawl's fingerprinter."""
        assert crawler.request_fingerprinter is not None  # noqa: S101 - Scrapy makes it before the engine
        return cls(crawler.request_fingerprinter)

    def __len__(self) -> int:
        return self._taken

    def request_seen(self, request: Request) -> bool:
        """Tell whether the request came before; it has, from now on."""
        mark = self._mark(request)
        place = self._place(mark)
        if self._places[place]:
            return True
        self._places[place] = mark
        self._taken += 1
        if 3 * self._taken > 2 * len(self._places):
            self._grow()
        return False

    def has_met(self, request: Request) -> bool:
        """Tell whether the request came before; nothing is remembered."""
        return bool(self._places[self._place(self._mark(request))])

    def log(self, request: Request, spider: Spider) -> None:
        """Count it; a page's links repeat each other all the time, and nobody wants to read that."""
        spider.crawler.stats.inc_value("dupefilter/filtered")

    def _mark(self, request: Request) -> int:
        # 0 is an empty place.
        return int.from_bytes(self._fingerprinter.fingerprint(request)[:8]) or 1

    def _place(self, mark: int) -> int:
        """Return where a mark is, or the free place where it belongs."""
        mask = len(self._places) - 1
        place = mark & mask
        while self._places[place] not in (0, mark):
            place = (place + 1) & mask
        return place

    def _grow(self) -> None:
        former = self._places
        self._places = array("Q", bytes(16 * len(former)))
        for mark in former:
            if mark:
                self._places[self._place(mark)] = mark

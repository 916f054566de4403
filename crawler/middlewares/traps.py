"""Traps: addresses that a server makes without end, and that lead to no article, are cut after so many."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.http.request import NO_CALLBACK
from scrapy.statscollectors import StatsCollector

from crawler.discovery.patterns import Pattern, pattern_of
from crawler.items import Outcome, Visit
from crawler.middlewares.known import KIND, KNOWN
from crawler.middlewares.refusal import Refused
from crawler.urls import site_of

logger = logging.getLogger(__name__)

TRAPS = "copydesk/traps"
CUT = "copydesk/cut_as_traps"
# Sources lead to others; how many are followed has bounds of its own.
SOURCES = frozenset({"start", "feed", "sitemap", "next"})
BARREN: frozenset[Outcome] = frozenset({"not_article", "listing", "rejected"})
# A page that is there again under another address is what a session's token gives.
REPEATS: frozenset[Outcome] = frozenset({"copy", "unchanged"})
# One article among so many others is reason to go on.
SHARE = 10
# The whole of a site, against addresses that no pattern joins.
SITE_FACTOR = 10


@dataclass(slots=True)
class Yield:
    """What the addresses of one pattern led to."""

    barren: int = 0
    """To no article, or to one that is there already."""
    fruitful: int = 0
    """To an article."""
    is_cut: bool = False
    """It was said."""


class Traps:
    """Refuses further addresses of a pattern once COPYDESK_TRAP_PAGES of it led to no article in this run.

    What earlier runs know does not count, and is never cut. Patterns that look like a trap
    (`crawler.discovery.patterns`) get a quarter of that; for them an article that is there already counts as none.
    Where one of ten leads to an article, a pattern is never cut. Addresses that repeat themselves are not asked at
    all. The same holds for a whole site after ten times as many.
    Stats: `copydesk/traps`, the patterns that were cut, and `copydesk/cut_as_traps`, the addresses that were not
    asked for it; nothing is recorded of them, so that the next run may look at others.
    """

    def __init__(self, bound: int, stats: StatsCollector) -> None:
        """Take the bound, 0 for none, and where to count."""
        self.bound = bound
        self.stats = stats
        self.yields: dict[str, Yield] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Read the bound from COPYDESK_TRAP_PAGES, and follow what becomes of addresses."""
        made = cls(crawler.settings.getint("COPYDESK_TRAP_PAGES", 200), crawler.stats)
        crawler.signals.connect(made.item_scraped, signal=signals.item_scraped)
        return made

    def process_request(self, request: Request) -> None:
        """Refuse an address whose pattern is cut."""
        meta = request.meta
        if not self.bound or request.callback is NO_CALLBACK or KNOWN in meta or meta.get(KIND) in SOURCES:
            return
        pattern, site = pattern_of(request.url), site_of(request.url)
        if pattern.is_endless or self._is_barren(pattern.name, self._bound(pattern)):
            self._cut(pattern.name, request.url)
        elif self._is_barren(site, SITE_FACTOR * self.bound):
            self._cut(site, request.url)

    def item_scraped(self, item: Any, response: Any) -> None:
        """Count what an address led to that was not known before."""
        # Of an address that gave no answer, Scrapy hands over the failure.
        request = getattr(response, "request", None)
        if not self.bound or not isinstance(item, Visit) or (request is not None and KNOWN in request.meta):
            return
        for url in (item.url, *item.aliases):
            pattern = pattern_of(url)
            if pattern.is_suspect or item.outcome not in REPEATS:
                self._count((pattern.name, site_of(url)), item.outcome)

    def _count(self, names: Iterable[str], outcome: Outcome) -> None:
        if outcome not in {*BARREN, *REPEATS, "article"}:
            return
        for name in names:
            found = self.yields.setdefault(name, Yield())
            if outcome == "article":
                found.fruitful += 1
            else:
                found.barren += 1

    def _bound(self, pattern: Pattern) -> float:
        return self.bound / 4 if pattern.is_suspect else self.bound

    def _is_barren(self, name: str, bound: float) -> bool:
        found = self.yields.get(name)
        return found is not None and found.barren >= bound and found.barren > SHARE * found.fruitful

    def _cut(self, name: str, url: str) -> None:
        found = self.yields.setdefault(name, Yield())
        if not found.is_cut:
            found.is_cut = True
            self.stats.inc_value(TRAPS)
            logger.info(
                "%s leads to no articles; the rest of it is not asked", name,
                extra={"event": "trap_cut", "pattern": name, "url": url},
            )  # fmt: skip
        self.stats.inc_value(CUT)
        raise Refused(f"{name} leads to no articles")

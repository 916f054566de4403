"""Outcomes: counts the visits of a run by what finally became of them, in Scrapy's stats."""

from __future__ import annotations

from typing import Any, Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.statscollectors import StatsCollector

from crawler.items import Visit
from crawler.urls import site_of


class Outcomes:
    """Counts each Visit after the pipelines, which may still change its outcome.

    Stats: `copydesk/outcome/<outcome>`, and `copydesk/site/<site>/<outcome>`.
    """

    def __init__(self, stats: StatsCollector) -> None:
        """Take where to count."""
        self.stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Connect to the signal that a visit went through all pipelines."""
        made = cls(crawler.stats)
        crawler.signals.connect(made.item_scraped, signal=signals.item_scraped)
        return made

    def item_scraped(self, item: Any) -> None:
        """Count one visit."""
        if isinstance(item, Visit):
            self.stats.inc_value(f"copydesk/outcome/{item.outcome}")
            self.stats.inc_value(f"copydesk/site/{site_of(item.url)}/{item.outcome}")

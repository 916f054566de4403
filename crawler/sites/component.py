"""SitesComponent: what the middlewares that apply a sites file share: how they are built and look a site up."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Self

from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.statscollectors import StatsCollector

from crawler.sites.file import read_sites
from crawler.sites.lookup import SiteLookup
from crawler.sites.site import Site


class SitesComponent:
    """A Scrapy component that knows the sites of the sites file; disabled without one."""

    def __init__(self, sites: Sequence[Site], stats: StatsCollector) -> None:
        """Take the sites, and where to count."""
        self._lookup = SiteLookup(sites)
        self._stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Read the file that COPYDESK_SITES names; disabled without one."""
        path = crawler.settings.get("COPYDESK_SITES")
        if not path:
            raise NotConfigured
        return cls(read_sites(Path(path)), crawler.stats)

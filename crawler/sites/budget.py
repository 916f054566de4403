"""SiteBudget: at most as many pages of a site in one run as its table in the sites file says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from scrapy import Request
from scrapy.http.request import NO_CALLBACK
from scrapy.statscollectors import StatsCollector

from crawler.frontier.scheduler import LEFT
from crawler.hosts import host_of
from crawler.middlewares.refusal import Left
from crawler.sites.component import SitesComponent
from crawler.sites.site import Site


class SiteBudget(SitesComponent):
    """Counts the page requests that go out to each site; the rest of a site is left for the next run.

    Stands next to the downloader, as `PageBudget` does, and counts into the same stat.
    """

    def __init__(self, sites: Sequence[Site], stats: StatsCollector) -> None:
        """Take the sites, and where to count."""
        super().__init__(sites, stats)
        self._requested: Counter[str] = Counter()

    def process_request(self, request: Request) -> None:
        """Count the request, or refuse it when the site's budget is spent."""
        site = self._lookup.find(request.url)
        if site is None or site.max_pages is None or request.callback is NO_CALLBACK:
            return
        if self._requested[site.name] >= site.max_pages:
            self._stats.inc_value(LEFT)
            raise Left(
                f"[sites.{site.name}] max_pages = {site.max_pages} is reached", host=host_of(request.url)
            )
        self._requested[site.name] += 1

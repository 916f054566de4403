"""SiteRules: what a sites file says about following, pace and headers, applied to each request."""

from __future__ import annotations

from collections.abc import Sequence

from scrapy import Request

from crawler.middlewares.known import KIND
from crawler.middlewares.refusal import Refused
from crawler.sites.component import SitesComponent
from crawler.sites.patterns import first_match
from crawler.sites.site import Site

DENIED = "copydesk/denied_by_sites_file"
SLOT = "download_slot"
SLOT_PREFIX = "site:"
# `allow` is about pages; the feeds and sitemaps that lead to them seldom match it.
SOURCES = frozenset({"feed", "sitemap"})


def slot_of(site: Site) -> str:
    """Return the name of the download slot that all hosts of a site share, so that its delay holds for the site."""
    return SLOT_PREFIX + site.name


def slots_of(sites: Sequence[Site]) -> dict[str, dict[str, float]]:
    """Return Scrapy's DOWNLOAD_SLOTS for the sites that have a pace of their own."""
    paces = {slot_of(site): {"delay": site.delay, "concurrency": site.concurrency} for site in sites}
    return {
        slot: {name: value for name, value in pace.items() if value is not None}
        for slot, pace in paces.items()
    }


class SiteRules(SitesComponent):
    """Refuses what a site's patterns rule out; puts a site's requests into its slot and adds its headers.

    A START is never ruled out. Headers go to the very hosts that the sites file names, since they may be secret.
    Stat: `copydesk/denied_by_sites_file`; of such addresses nothing is recorded.
    """

    def process_request(self, request: Request) -> None:
        """Apply the rules of the site that the address belongs to."""
        site = self._lookup.find(request.url)
        self._take_back_headers(request)
        if str(request.meta.get(SLOT, "")).startswith(SLOT_PREFIX):
            del request.meta[SLOT]
        if site is None:
            return
        self._check_patterns(site, request)
        request.meta[SLOT] = slot_of(site)
        request.headers.update(site.headers_for(request.url))

    def _take_back_headers(self, request: Request) -> None:
        """Take from a redirected request the headers that were for the station before."""
        for url in request.meta.get("redirect_urls", ())[-1:]:
            before = self._lookup.find(url)
            for name in before.headers_for(url) if before else ():
                request.headers.pop(name, None)

    def _check_patterns(self, site: Site, request: Request) -> None:
        kind = request.meta.get(KIND)
        if kind is None or kind == "start":
            return
        if first_match(site.deny, request.url) is not None:
            self._refuse(f"[sites.{site.name}] denies it")
        if site.allow and kind not in SOURCES and first_match(site.allow, request.url) is None:
            self._refuse(f"[sites.{site.name}] does not allow it")

    def _refuse(self, reason: str) -> None:
        self._stats.inc_value(DENIED)
        raise Refused(reason)

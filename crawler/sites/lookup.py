"""Whose rules hold for an address: sites in, the site that an address belongs to out."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from crawler.parsers.rules import Rules
from crawler.sites.site import Site, bare_host
from crawler.urls import site_of


class SiteLookup:
    """Finds the site of an address: by its host, else by its registrable domain where that has one site only."""

    def __init__(self, sites: Iterable[Site]) -> None:
        self._by_host: dict[str, Site] = {}
        self._by_domain: dict[str, Site | None] = {}
        self._rules: dict[str, Rules | None] = {}
        for site in sites:
            self._rules[site.name] = site.rules
            for host in site.hosts:
                self._by_host.setdefault(bare_host(host), site)
            for domain in {site_of(url) for url in site.addresses}:
                one = self._by_domain.setdefault(domain, site)
                self._by_domain[domain] = site if one is site else None

    def rules_for(self, url: str) -> Rules | None:
        """Return the selectors for the page at an address, None where there are none."""
        site = self.find(url)
        return self._rules[site.name] if site else None

    def find(self, url: str) -> Site | None:
        """Return the site whose rules hold for the address, None where there is none."""
        try:
            host = urlsplit(url).hostname or ""
        except ValueError:
            return None
        return self._by_host.get(bare_host(host)) or self._by_domain.get(site_of(url))

"""SitesAddon: the setting COPYDESK_SITES in; the slots and middlewares that make a sites file hold out."""

from __future__ import annotations

from pathlib import Path
from typing import Self

from scrapy.crawler import Crawler
from scrapy.settings import BaseSettings

from crawler.sites.file import read_sites
from crawler.sites.rules import slots_of

# After what is known (40), before robots.txt (100): an address ruled out costs nothing.
RULES_PLACE = 50
# Next to the downloader: only what is really sent counts.
BUDGET_PLACE = 885
# Both settings are merged with what stands there already, so they must win over it.
PRIORITY = "cmdline"


class SitesAddon:
    """Scrapy add-on that applies the sites file that COPYDESK_SITES names; does nothing without one."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build; there is nothing to hold."""
        return cls()

    def update_settings(self, settings: BaseSettings) -> None:
        """Add each site's pace to DOWNLOAD_SLOTS, and the two middlewares.

        Raises SitesFileError when the file is wrong.
        """
        path = settings.get("COPYDESK_SITES")
        if not path:
            return
        slots = slots_of(read_sites(Path(path)))
        settings.set("DOWNLOAD_SLOTS", {**settings.getdict("DOWNLOAD_SLOTS"), **slots}, PRIORITY)
        middlewares = {
            **settings.getdict("DOWNLOADER_MIDDLEWARES"),
            "crawler.sites.rules.SiteRules": RULES_PLACE,
            "crawler.sites.budget.SiteBudget": BUDGET_PLACE,
        }
        settings.set("DOWNLOADER_MIDDLEWARES", middlewares, PRIORITY)

"""SiteSpider: asks START of any kind, found out from its answer; what 'copydesk crawl' uses."""

from __future__ import annotations

from crawler.spiders.base import NewsSpider


class SiteSpider(NewsSpider):
    """`scrapy crawl site -a url=ADDRESS`: START of any kind, found out from its answer; what 'copydesk crawl' uses."""

    name = "site"
    follows = frozenset({"listing", "not_article", "feed", "sitemap"})

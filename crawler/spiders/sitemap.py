"""SitemapSpider: asks START addresses as sitemaps or indexes of them, and their entries."""

from __future__ import annotations

from crawler.spiders.base import NewsSpider


class SitemapSpider(NewsSpider):
    """`scrapy crawl sitemap -a url=ADDRESS`: START addresses as sitemaps or indexes of them, and their entries."""

    name = "sitemap"
    follows = frozenset({"sitemap"})

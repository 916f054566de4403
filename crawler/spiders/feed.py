"""FeedSpider: asks START addresses as feeds, and their entries."""

from __future__ import annotations

from crawler.spiders.base import NewsSpider


class FeedSpider(NewsSpider):
    """`scrapy crawl feed -a url=ADDRESS`: START addresses as feeds, and their entries."""

    name = "feed"
    follows = frozenset({"feed"})

"""ArticleSpider: asks START addresses as articles, and nothing else."""

from __future__ import annotations

from crawler.spiders.base import NewsSpider


class ArticleSpider(NewsSpider):
    """`scrapy crawl article -a url=ADDRESS`: START addresses as articles, and nothing else."""

    name = "article"
    follows = frozenset({})

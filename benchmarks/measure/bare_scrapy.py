"""Scrapy as it comes, what a crawl is measured by: the address of a list of paths in, every page fetched, nothing done.

python benchmarks/measure/bare_scrapy.py http://127.0.0.1:8000/-list
"""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from typing import Any

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response

CONCURRENT = 32
SETTINGS = {
    "CONCURRENT_REQUESTS": CONCURRENT,
    "CONCURRENT_REQUESTS_PER_DOMAIN": CONCURRENT,
    "DOWNLOAD_DELAY": 0,
    "ROBOTSTXT_OBEY": False,
    "LOG_LEVEL": "ERROR",
    "TELNETCONSOLE_ENABLED": False,
}


class Bare(Spider):
    """Asks for every page and looks at none."""

    name = "bare"

    async def start(self) -> AsyncIterator[Any]:
        """Ask for the list of all paths."""
        yield Request(self.list_url, callback=self.all_pages)

    def all_pages(self, response: Response) -> Any:
        """Ask for all of them."""
        for path in response.json():
            yield response.follow(path)

    def parse(self, response: Response) -> None:
        """Do nothing."""


if __name__ == "__main__":
    process = AsyncCrawlerProcess(SETTINGS)
    process.crawl(Bare, list_url=sys.argv[1])
    process.start()

"""RobotsTxt: Scrapy's robots.txt middleware, whose refusals are recorded as 'disallowed'."""

from __future__ import annotations

from scrapy import Request
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.robotstxt import RobotParser

from crawler.middlewares.refusal import Refused


class RobotsTxt(RobotsTxtMiddleware):
    """Asks each host's robots.txt once and obeys it (RFC 9309)."""

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        """Refuse what robots.txt forbids."""
        try:
            super().process_request_2(rp, request)
        except IgnoreRequest as refusal:
            raise Refused("robots.txt forbids it", "disallowed") from refusal

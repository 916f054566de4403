"""RobotsTxt: Scrapy's robots.txt middleware, nearer to RFC 9309; its refusals are recorded as 'disallowed'."""

from __future__ import annotations

from http import HTTPStatus

from scrapy import Request
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.robotstxt import RobotParser

from crawler.middlewares.refusal import Refused

# What a crawler has to read of it (RFC 9309, section 2.5).
MAX_BYTES = 500 * 1024
CLOSED = b"User-agent: *\nDisallow: /"


class RobotsTxt(RobotsTxtMiddleware):
    """Asks each host's robots.txt once and obeys it.

    Without one (4xx) everything may be asked, whatever the error page says; while the server cannot serve it (5xx)
    nothing may (RFC 9309, sections 2.3.1.3 and 2.3.1.4).
    """

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        """Refuse what robots.txt forbids."""
        try:
            super().process_request_2(rp, request)
        except IgnoreRequest as refusal:
            raise Refused("robots.txt forbids it, or could not be served", "disallowed") from refusal

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        await super()._parse_robots(response.replace(body=_rules(response)), netloc, request)


def _rules(response: Response) -> bytes:
    if response.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return CLOSED
    return b"" if response.status >= HTTPStatus.BAD_REQUEST else response.body[:MAX_BYTES]

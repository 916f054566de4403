"""RobotsTxt: Scrapy's robots.txt middleware, nearer to RFC 9309; its refusals are recorded as 'disallowed'."""

from __future__ import annotations

import logging
from http import HTTPStatus
from time import monotonic
from typing import Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import CannotResolveHostError, DownloadTimeoutError, IgnoreRequest
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from scrapy.robotstxt import RobotParser
from twisted.internet.defer import Deferred

from crawler.middlewares.failures import ending
from crawler.middlewares.refusal import Left, Refused
from crawler.pace.pace import pace_of

logger = logging.getLogger(__name__)

# What a crawler has to read of it (RFC 9309, section 2.5).
MAX_BYTES = 500 * 1024
UNREACHABLE = "copydesk/robots_unreachable"
CUT = "copydesk/crawl_delays_cut"
UNTIL = "copydesk_robots_until"


class Closed(RobotParser):
    """Stands for the robots.txt of a host of which nothing may be asked."""

    def __init__(self, refusal: Refused) -> None:
        """Take what becomes of each request."""
        self.refusal = refusal

    @classmethod
    def from_crawler(cls, crawler: Crawler, robotstxt_body: bytes) -> Self:
        """Close for all: a setting ROBOTSTXT_PARSER that names this class would."""
        return cls(Refused("robots.txt is not read", "disallowed"))

    def allowed(self, url: str | bytes, user_agent: str | bytes) -> bool:
        """Return False."""
        return False


class RobotsTxt(RobotsTxtMiddleware):
    """Asks each host's robots.txt once, obeys it, and slows down to what it asks for.

    Without one (4xx but 429) everything may be asked, whatever the error page says. While the server cannot serve
    it (5xx, 429) or cannot be reached, nothing may (RFC 9309, sections 2.3.1.3 and 2.3.1.4); stat
    `copydesk/robots_unreachable` counts such hosts. It has COPYDESK_ROBOTS_TIMEOUT seconds to come, redirects included,
    and after a time-out is not asked again in this run (`Backoff`): a host that hangs holds no run up. Crawl-delay
    and Request-rate hold up to COPYDESK_CRAWL_DELAY_MAX; `copydesk/crawl_delays_cut` counts the hosts that ask for
    more.
    """

    def __init__(self, crawler: Crawler) -> None:
        """Read the settings; NotConfigured where ROBOTSTXT_OBEY is False."""
        super().__init__(crawler)
        self.longest_delay = crawler.settings.getfloat("COPYDESK_CRAWL_DELAY_MAX", 60.0)
        self.timeout = min(
            crawler.settings.getfloat("COPYDESK_ROBOTS_TIMEOUT", 15.0),
            crawler.settings.getfloat("DOWNLOAD_TIMEOUT"),
        )

    async def process_request(self, request: Request) -> None:  # type: ignore[override]
        """Ask robots.txt, again where the host was set aside when it was to be asked first."""
        if request.callback is NO_CALLBACK:
            self._bound(request)
        netloc = urlsplit(request.url).netloc
        known = self._parsers.get(netloc)
        if isinstance(known, Closed) and known.refusal.outcome is None:
            del self._parsers[netloc]
        await super().process_request(request)

    def _bound(self, request: Request) -> None:
        """Give a robots.txt its time; where it redirects, the next address has what is left of it."""
        now = monotonic()
        if not request.meta.get("redirect_times"):
            request.meta[UNTIL] = now + self.timeout
        left = request.meta.get(UNTIL, now) - now
        if left <= 0:
            raise DownloadTimeoutError
        request.meta["download_timeout"] = left

    async def robot_parser(self, request: Request) -> RobotParser | None:
        """Return the rules of a request's host; Scrapy gives them to the first only of those that wait for them."""
        parser = await super().robot_parser(request)
        known = self._parsers.get(urlsplit(request.url).netloc, parser)
        return await self.robot_parser(request) if isinstance(known, Deferred) else known

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        """Refuse what robots.txt forbids."""
        if isinstance(rp, Closed):
            raise rp.refusal.with_traceback(None)
        try:
            super().process_request_2(rp, request)
        except IgnoreRequest as refusal:
            raise Refused("robots.txt forbids it", "disallowed") from refusal

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        if _cannot_be_served(response.status):
            reason = f"robots.txt could not be served: HTTP {response.status}"
            self._close(netloc, Refused(reason, "disallowed"))
            return
        await super()._parse_robots(response.replace(body=_rules(response)), netloc, request)
        parser = self._parsers[netloc]
        if isinstance(parser, RobotParser):
            self._slow_down(parser, request)

    def _robots_error(self, exc: Exception, netloc: str) -> None:
        outcome, reason = ending(exc)
        if isinstance(exc, Left):
            self._close(netloc, exc)
        elif isinstance(exc, CannotResolveHostError):
            self._close(netloc, Refused(reason, outcome))
        elif isinstance(exc, IgnoreRequest):
            # A robots.txt that redirects in circles or into the house is none (section 2.3.1.2).
            super()._robots_error(exc, netloc)
        else:
            self._close(netloc, Refused(f"robots.txt cannot be reached: {reason}", "disallowed"))

    def _close(self, netloc: str, refusal: Refused) -> None:
        if refusal.outcome is not None:
            self._stats.inc_value(UNREACHABLE)
        waiting, closed = self._parsers[netloc], Closed(refusal)
        self._parsers[netloc] = closed
        if isinstance(waiting, Deferred):
            waiting.callback(closed)

    def _slow_down(self, parser: RobotParser, request: Request) -> None:
        wanted = crawl_delay(parser, self._robotstxt_useragent or self._default_useragent)
        if wanted > self.longest_delay:
            self._stats.inc_value(CUT)
            logger.info(
                "robots.txt asks for %s seconds between two requests; %s are kept",
                wanted,
                self.longest_delay,
                extra={"event": "crawl_delay_cut", "url": request.url, "seconds": wanted},
            )
        if wanted:
            pace = pace_of(self.crawler)
            delays = pace.delays(request)
            delays.robots = max(delays.robots, min(wanted, self.longest_delay))
            pace.apply(request)


def crawl_delay(parser: RobotParser, user_agent: str) -> float:
    """Return the seconds between two requests that a robots.txt asks of this crawler, 0 where it says nothing.

    The longer of Crawl-delay and Request-rate ('1/10s' is one in ten seconds). Neither is in RFC 9309; many houses
    write the first.
    """
    rules = getattr(parser, "rp", None)
    rate = rules.request_rate(user_agent) if rules is not None else None
    return max(parser.crawl_delay(user_agent) or 0.0, rate.seconds / rate.requests if rate else 0.0)


def _cannot_be_served(status: int) -> bool:
    # 'Too many requests' says nothing of the rules; to ask on because of it would be the wrong answer.
    return status >= HTTPStatus.INTERNAL_SERVER_ERROR or status == HTTPStatus.TOO_MANY_REQUESTS


def _rules(response: Response) -> bytes:
    return b"" if response.status >= HTTPStatus.BAD_REQUEST else response.body[:MAX_BYTES]

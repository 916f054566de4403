"""KnownAddresses: what is stored and not due is not asked again; what is due is asked conditionally."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Protocol, Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http.request import NO_CALLBACK
from scrapy.statscollectors import StatsCollector
from scrapy.utils.misc import load_object

from crawler.middlewares.refusal import Refused

SKIPPED = "copydesk/skipped_known"
KIND = "copydesk_kind"
"""Meta key: what the request is expected to lead to, a `LinkKind` or `start`."""
RELATED = "copydesk_related"
"""Meta key: where it is, the related links that are stored of a known article are put there, as addresses."""

KNOWN = "copydesk_known"
"""Meta key: there where an earlier run met the address."""


class NotDue(Refused):
    """A request for what is known and not due."""


class Ledger(Protocol):
    """What is known of addresses from earlier runs; COPYDESK_LEDGER names the class."""

    def is_known(self, url: str) -> bool:
        """Tell whether the address was met before, under any spelling."""

    def is_due(self, url: str, now: datetime) -> bool:
        """Tell whether a known address is to be asked again."""

    def leads_to_article(self, url: str) -> bool:
        """Tell whether the address led to a stored article, under any spelling."""

    def related_links(self, url: str) -> tuple[str, ...]:
        """Return the addresses that the article of the address, under any spelling, shows as related."""

    def validators(self, url: str) -> tuple[str | None, str | None] | None:
        """Return ETag and Last-Modified of its last answer."""

    def close(self) -> None:
        """Let go of the file."""


class KnownAddresses:
    """Ends requests for addresses that are known and not due; stat `copydesk/skipped_known` counts them.

    Listings, feeds and sitemaps are due at every run (`crawler.schedule`), so they always pass, and
    they are asked for in full: a 304 would hide the entries that a run cut short did not get to. So is a START
    that led to no article, whatever it was: the user expects something of it. An article that is due, or asked
    again by `recheck`, is asked with If-None-Match and If-Modified-Since.
    """

    def __init__(
        self, open_ledger: Callable[[], Ledger], stats: StatsCollector, *, recheck: bool = False
    ) -> None:
        """Take what opens the ledger: called when the spider opens, after the pipelines made the file."""
        self.open_ledger = open_ledger
        self.stats = stats
        self.recheck = recheck
        self.ledger: Ledger | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Read the ledger's class and file from the settings; disabled without one."""
        name, path = crawler.settings.get("COPYDESK_LEDGER"), crawler.settings.get("COPYDESK_DB")
        if not name or not path:
            raise NotConfigured
        made = cls(
            lambda: load_object(name)(path),
            crawler.stats,
            recheck=crawler.settings.getbool("COPYDESK_RECHECK"),
        )
        crawler.signals.connect(made.spider_opened, signal=signals.spider_opened)
        crawler.signals.connect(made.spider_closed, signal=signals.spider_closed)
        return made

    def spider_opened(self) -> None:
        """Open the ledger."""
        self.ledger = self.open_ledger()

    def spider_closed(self) -> None:
        """Close the ledger."""
        if self.ledger is not None:
            self.ledger.close()

    def process_request(self, request: Request) -> None:
        """Refuse what is known and not due; make a request for a known article conditional."""
        if self.ledger is None or request.callback is NO_CALLBACK or not self.ledger.is_known(request.url):
            return
        request.meta[KNOWN] = True
        if RELATED in request.meta:
            request.meta[RELATED] = self.ledger.related_links(request.url)
        if not self._is_wanted(request, self.ledger):
            self.stats.inc_value(SKIPPED)
            raise _not_due(request)
        if request.meta.get(KIND) == "article?":
            self._make_conditional(request, self.ledger)

    def _is_wanted(self, request: Request, ledger: Ledger) -> bool:
        if self.recheck or ledger.is_due(request.url, datetime.now(UTC)):
            return True
        return request.meta.get(KIND) == "start" and not ledger.leads_to_article(request.url)

    def _make_conditional(self, request: Request, ledger: Ledger) -> None:
        etag, last_modified = ledger.validators(request.url) or (None, None)
        if etag:
            request.headers.setdefault("If-None-Match", etag)
        if last_modified:
            request.headers.setdefault("If-Modified-Since", last_modified)


def _not_due(request: Request) -> NotDue:
    """Return the refusal; an address that redirects to the known one is recorded as unchanged."""
    led_here = bool(request.meta.get("redirect_urls"))
    return NotDue(f"{request.url} is stored and not due", "unchanged" if led_here else None)

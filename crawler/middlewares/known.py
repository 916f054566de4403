"""KnownAddresses: what is stored and not due is not asked again; what is due is asked conditionally."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Protocol, Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http.request import NO_CALLBACK
from scrapy.statscollectors import StatsCollector
from scrapy.utils.misc import load_object

from crawler.discovery.turnout import Turnout
from crawler.items import Source
from crawler.middlewares.changed import LASTMOD, SAID_BY, is_believed, is_changed
from crawler.middlewares.refusal import Refused
from crawler.text import utc_text
from crawler.urls import site_of

SKIPPED = "copydesk/skipped_known"
PUT_OFF = "copydesk/put_off"
# That no feed or sitemap is at a usual place is known as well, and is nothing that a site has.
NOT_COUNTED = frozenset({"feed", "sitemap"})
KIND = "copydesk_kind"
"""Meta key: what the request is expected to lead to, a `LinkKind` or `start`."""
RELATED = "copydesk_related"
"""Meta key: where it is, the related links that are stored of a known article are put there, as addresses."""

KNOWN = "copydesk_known"
"""Meta key: there where an earlier run met the address."""


ANYWHERE = "copydesk_anywhere"
"""Meta key: the user named this address, or named the feed it stands in; it may lead to any site."""
FOLLOWED_AS = "copydesk_followed_as"
"""Meta key: what decides on which links of the answer are followed, as a hash; None where nothing keeps them."""
AS_SOURCE = "copydesk_as_source"
"""Meta key: True where the request is conditional and a 304 means that no link is new."""
CONDITIONS = "copydesk_conditions"
# A server that goes on saying 304 must not hide a site's news for longer.
LONGEST_TRUST = timedelta(days=1)


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

    def has_failed(self, url: str) -> bool:
        """Tell whether the address failed when it was asked last, otherwise than by being missing."""

    def related_links(self, url: str) -> tuple[str, ...]:
        """Return the addresses that the article of the address, under any spelling, shows as related."""

    def validators(self, url: str) -> tuple[str | None, str | None] | None:
        """Return ETag and Last-Modified of its last answer."""

    def source(self, url: str, followed_as: str) -> Source | None:
        """Return what is known of an address whose links were all taken in this way; None to read it in full."""

    def last_due(self, site: str | None, now: datetime) -> str | None:
        """Return when one of a site's addresses, or of all, came due last; None for not in the last two days."""

    def last_read(self, url: str) -> tuple[str, str | None] | None:
        """Return when the page of a stored article was last asked for, and when it says that it was modified."""

    def lastmod_record(self, source: str) -> tuple[int, int]:
        """Return how often a feed or sitemap said that an article changed, and how often it had."""

    def rendition_of(self, url: str) -> str | None:
        """Return the address of the stored article that this is only another rendition of: AMP, mobile, print."""

    def due_articles(self, site: str, now: datetime) -> Iterable[tuple[str, str | None]]:
        """Return address and day of a site's stored articles that are due, newest first, a bounded number."""

    def turned_out(self) -> Iterable[tuple[str, bool]]:
        """Return the addresses that were met last, a bounded number, with whether each led to an article."""

    def close(self) -> None:
        """Let go of the file."""


class KnownAddresses:
    """Ends requests for addresses that are known and not due; stat `copydesk/skipped_known` counts them.

    `copydesk/put_off` counts those of them that failed and wait.

    Listings, feeds and sitemaps are due at every run (`crawler.schedule`), so they always pass. So does a START that
    led to no article, whatever it was: the user expects something of it. An article that is due, or asked again by
    `recheck` or since its source says that it changed (`ChangedEntries`), is asked with If-None-Match and
    If-Modified-Since. So are listings, feeds and sitemaps, as long as a 304 hides nothing: where an earlier run
    took all links of the same answer in the same way (COPYDESK_FRONTIER keeps what it did not come to), none of the
    pages they may lead to has come due since, and that was within a day.
    """

    def __init__(
        self, open_ledger: Callable[[], Ledger], stats: StatsCollector, *, recheck: bool = False
    ) -> None:
        """Take what opens the ledger: called when the spider opens, after the pipelines made the file."""
        self.open_ledger = open_ledger
        self.stats = stats
        self.recheck = recheck
        self.ledger: Ledger | None = None
        self._turnout: Turnout | None = None

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
        """Refuse what is known and not due; make a request for a known article or source conditional."""
        _make_plain(request)
        if self.ledger is None or request.callback is NO_CALLBACK:
            return
        is_known = self.ledger.is_known(request.url)
        if request.meta.get(KIND) == "article?" and not self.recheck:
            self._refuse_rendition(request, self.ledger, is_known=is_known)
        if not is_known:
            return
        request.meta[KNOWN] = True
        if RELATED in request.meta:
            request.meta[RELATED] = self.ledger.related_links(request.url)
        if not self._is_wanted(request, self.ledger):
            self._count_skipped(request, self.ledger)
            raise _not_due(request)
        if self.ledger.leads_to_article(request.url):
            if request.meta.get(KIND) == "article?":
                _make_conditional(request, *(self.ledger.validators(request.url) or (None, None)))
        elif not self.recheck and (source := self._source(request, self.ledger)):
            _make_conditional(request, source.etag, source.last_modified)
            request.meta[AS_SOURCE] = True

    def _refuse_rendition(self, request: Request, ledger: Ledger, *, is_known: bool) -> None:
        """Refuse what only shows a stored article in another dress; once it is recorded that it leads there."""
        original = ledger.rendition_of(request.url)
        if original is None:
            return
        if is_known:
            self.stats.inc_value(SKIPPED)
        reason = f"looks like another rendition of {original}, which is stored"
        raise NotDue(reason, None if is_known else "unchanged")

    def turnout(self) -> Turnout:
        """Return what turned out in earlier runs, as it was when this was asked first."""
        if self._turnout is None:
            self._turnout = Turnout(self.ledger.turned_out() if self.ledger else ())
        return self._turnout

    def due_articles(self, site: str) -> tuple[tuple[str, str | None], ...]:
        """Return address and day of a site's stored articles that are due, newest first."""
        return tuple(self.ledger.due_articles(site, datetime.now(UTC))) if self.ledger else ()

    def skips(self, request: Request) -> bool:
        """Tell whether a request is for what is known and not due, and count it if so: then it need not be made.

        One that leads on by related links is to be made.
        """
        ledger = self.ledger
        if ledger is None or RELATED in request.meta or not ledger.is_known(request.url):
            return False
        if self._is_wanted(request, ledger):
            return False
        self._count_skipped(request, ledger)
        return True

    def _count_skipped(self, request: Request, ledger: Ledger) -> None:
        if request.meta.get(KIND) not in NOT_COUNTED:
            self.stats.inc_value(SKIPPED)
            if ledger.has_failed(request.url):
                self.stats.inc_value(PUT_OFF)

    def _is_wanted(self, request: Request, ledger: Ledger) -> bool:
        source = request.meta.get(SAID_BY)
        if source and not is_changed(ledger, request.url, request.meta.get(LASTMOD)):
            # It was asked for in the meantime, on somebody else's word.
            return False
        if source and is_believed(ledger, source):
            return True
        if self.recheck or ledger.is_due(request.url, datetime.now(UTC)):
            return True
        return request.meta.get(KIND) == "start" and not ledger.leads_to_article(request.url)

    def _source(self, request: Request, ledger: Ledger) -> Source | None:
        """Return what is known of a source of which a 304 would hide nothing."""
        now, followed_as = datetime.now(UTC), request.meta.get(FOLLOWED_AS)
        source = ledger.source(request.url, followed_as) if followed_as else None
        if source is None or source.followed_at < utc_text(now - LONGEST_TRUST):
            return None
        leads_anywhere = request.meta.get(ANYWHERE) and source.outcome in {"feed", "sitemap"}
        due_at = ledger.last_due(None if leads_anywhere else site_of(request.url), now)
        return source if due_at is None or due_at <= source.followed_at else None


def _make_conditional(request: Request, etag: str | None, last_modified: str | None) -> None:
    for name, value in (("If-None-Match", etag), ("If-Modified-Since", last_modified)):
        if value and name not in request.headers:
            request.headers[name] = value
            request.meta.setdefault(CONDITIONS, []).append(name)


def _make_plain(request: Request) -> None:
    """Take away what was asked of the address that redirected here, or at the last attempt."""
    for name in request.meta.pop(CONDITIONS, ()):
        request.headers.pop(name, None)
    request.meta.pop(AS_SOURCE, None)


def _not_due(request: Request) -> NotDue:
    """Return the refusal; an address that redirects to the known one is recorded as unchanged."""
    led_here = bool(request.meta.get("redirect_urls"))
    return NotDue(f"{request.url} is stored and not due", "unchanged" if led_here else None)

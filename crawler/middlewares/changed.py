"""ChangedEntries: what a feed or sitemap says has changed since it was read is asked again at once, due or not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response
from scrapy.spidermiddlewares.base import BaseSpiderMiddleware
from scrapy.utils.misc import load_object

from crawler.instant import parse_instant
from crawler.items import Visit
from crawler.text import utc_text
from crawler.urls import normalise_url

if TYPE_CHECKING:
    from crawler.middlewares.known import Ledger

LASTMOD = "copydesk_lastmod"
"""Meta key: when the feed or sitemap that the address stands in says that it last changed, UTC, ISO 8601."""
SAID_BY = "copydesk_said_by"
"""Meta key: the feed or sitemap that says that a stored article changed since it was last asked for."""

# A source is believed until it was followed so often; from then on as long as this share of what it said was true:
# below it, four of five requests are for nothing, and the schedule finds the fifth, if later.
TRIAL = 5
MIN_SHARE = 0.2


class ChangedEntries(BaseSpiderMiddleware):
    """Marks what leads to stored articles that are said to have changed since they were last asked for.

    They are other requests than those for the same address from elsewhere: a front page that shows the article too, and
    is read first, must not make them duplicates. `KnownAddresses` lets them pass if their source is believed; also what
    comes of those that are due anyway counts for or against it.
    """

    def __init__(self, crawler: Crawler, open_ledger: Callable[[], Ledger]) -> None:
        """Take what opens the ledger: called when the spider opens, after the pipelines made the file."""
        super().__init__(crawler)
        self.open_ledger = open_ledger
        self.ledger: Ledger | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Read the ledger's class and file from the settings; disabled without one, and where all is asked again."""
        settings = crawler.settings
        name, path = settings.get("COPYDESK_LEDGER"), settings.get("COPYDESK_DB")
        if not name or not path or settings.getbool("COPYDESK_RECHECK"):
            raise NotConfigured
        made = cls(crawler, lambda: load_object(name)(path))
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

    def get_processed_request(self, request: Request, response: Response | None) -> Request:
        """Mark the request when the source that was answered with says that the article changed."""
        if response is not None and self._says(request.url, request.meta.get(LASTMOD)):
            request.meta[SAID_BY] = normalise_url(response.url)
        return request

    def get_processed_item(self, item: Any, response: Response | None) -> Any:
        """Mark those of a visit's leads of which its answer says that they changed."""
        if response is None or not isinstance(item, Visit) or not any(lead.lastmod for lead in item.leads):
            return item
        source = normalise_url(response.url)
        marked = (
            replace(lead, said_by=source) if self._says(lead.url, lead.lastmod) else lead
            for lead in item.leads
        )
        return replace(item, leads=tuple(marked))

    def _says(self, url: str, lastmod: str | None) -> bool:
        return self.ledger is not None and is_changed(self.ledger, url, lastmod)


def is_changed(ledger: Ledger, url: str, lastmod: str | None) -> bool:
    """Tell whether a stored article is said to have changed since its page was asked for, and after its own word."""
    read = ledger.last_read(url) if lastmod else None
    if lastmod is None or read is None or lastmod > utc_text(datetime.now(UTC)):
        return False
    fetched_at, modified_at = read
    modified = parse_instant(modified_at)
    return lastmod > fetched_at and (modified is None or lastmod > utc_text(modified))


def is_believed(ledger: Ledger, source: str) -> bool:
    """Tell whether what a feed or sitemap said of changes was true often enough."""
    followed, proved = ledger.lastmod_record(source)
    return followed < TRIAL or proved >= MIN_SHARE * followed

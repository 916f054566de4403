"""NewsSpider: asks START addresses, reads each answer, yields its Visit with where it leads."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from typing import Any, Self

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.discovery.address import shape_of
from crawler.frontier.scheduler import Waiting
from crawler.items import Lead, Visit
from crawler.middlewares.changed import LASTMOD, SAID_BY
from crawler.middlewares.known import (
    ANYWHERE,
    AS_SOURCE,
    FOLLOWED_AS,
    KIND,
    RELATED,
    KnownAddresses,
    NotDue,
)
from crawler.middlewares.refusal import Left
from crawler.schedule import RECHECKS, next_check
from crawler.spiders.answers import answer_of, checked, visit_of_failure
from crawler.spiders.follow import (
    START_PRIORITY,
    Place,
    read_place,
    written,
)
from crawler.spiders.onward import BEGIN, PLACE, Onward
from crawler.spiders.reader import Reader, reader_of
from crawler.spiders.related import RelatedRule, related_rule, ways_of
from crawler.spiders.since import since_of
from crawler.spiders.usual import as_guess
from crawler.text import utc_text
from crawler.urls import address_key, is_web_address, normalise_url

# Addresses may hold commas themselves, so only one before a scheme separates.
SEPARATOR = re.compile(r"\s+|,(?=https?://)", re.IGNORECASE)
SOURCES = frozenset({"listing", "feed", "sitemap"})


class NewsSpider(Spider):
    """Base of the four spiders; `follows` says which kinds of answers are followed further, articles apart.

    The related links of an article are followed where `-a follow_related=1`, or the setting, or the sites file says so.

    Every address that is asked ends in exactly one Visit, failures and refusals included. Addresses that are known
    and not due, and those beyond `--max-pages`, are not asked and end in none; the stats count them
    (`copydesk/skipped_known`, `copydesk/left_for_next_run`). `copydesk/starts_failed` counts the START addresses
    that ended as failed or disallowed.
    """

    follows: frozenset[str] = frozenset()

    def __init__(
        self,
        url: str = "",
        start_urls: Iterable[str] = (),
        reader: Reader | None = None,
        related: RelatedRule | None = None,
        **kwargs: Any,
    ) -> None:
        """Take the START addresses: as a list, or from the command line one or more in `url`."""
        super().__init__(**kwargs)
        given = [*start_urls, *SEPARATOR.split(url.strip())]
        self.start_urls = list(dict.fromkeys(normalise_url(address) for address in given if address))
        self.start_keys = tuple(dict.fromkeys(address_key(address) for address in self.start_urls))
        self.reader = reader or Reader()
        self.related = related or RelatedRule()
        self.onward = Onward(self.start_urls, self.follows, self.related)
        self.named_sites = tuple(sorted(self.onward.sites))
        self.has_begun = False
        self.ways = ""
        """What of release and settings decides on which links are followed."""
        self.waiting: Waiting | None = None
        """Set by the scheduler where what visits lead to is kept; then they say it, and no requests are yielded."""

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Make the spider with what the settings say of parsing processes and related links."""
        kwargs.setdefault("related", related_rule(crawler.settings, kwargs.pop("follow_related", None)))
        kwargs.setdefault("reader", reader_of(crawler.settings))
        spider = super().from_crawler(crawler, *args, **kwargs)
        onward = spider.onward
        onward.since = since_of(crawler.settings)
        onward.usual_places = tuple(crawler.settings.getlist("COPYDESK_USUAL_PLACES"))
        spider.ways = ways_of(crawler.settings, spider.related) + (onward.since or "")
        crawler.signals.connect(onward.robots_parsed, signal=signals.robots_parsed)
        return spider

    async def start(self) -> AsyncIterator[Request | Visit]:
        """Yield a request for each START; one that is no web address ends at once."""
        self.reader.open()
        for url in self.start_urls:
            if is_web_address(url):
                place = Place(named=True, home=shape_of(url).home)
                yield self._request(url, "start", place, START_PRIORITY, address_key(url))
            else:
                yield Visit(
                    url=url,
                    outcome="rejected",
                    reason="no address to ask: give http(s)://…",
                    fetched_at=_now(),
                )
        self.has_begun = True

    async def parse(self, response: Response) -> AsyncIterator[Request | Visit]:
        """Read an answer: yield its Visit, with what it leads to, or that as requests."""
        answer = replace(answer_of(response, _now()), rules=self.related.lookup.rules_for(response.url))
        reading = await self.reader.read(answer)
        visit = checked(reading.visit, response)
        reading = replace(reading, visit=as_guess(visit, response.meta[PLACE]))
        self._note_start(response.request, reading.visit)
        known = self.crawler.get_downloader_middleware(KnownAddresses)
        leads = self.onward.leads(reading, response, known)
        visit = replace(_as_source(reading.visit, response), said_by=response.meta.get(SAID_BY))
        for found in self._handed_over(visit, response.meta[PLACE], leads):
            yield found

    def fail(self, failure: Failure) -> Iterator[Request | Visit]:
        """Yield the Visit of an address that gave no answer, if there is something to record.

        An article that is not asked since it is known still leads on, by the related links that are stored of it.
        """
        request: Request = failure.request  # type: ignore[attr-defined]
        error = failure.value or RuntimeError("no answer")
        visit = visit_of_failure(request, error, _now())
        leads = self.onward.related_leads(request) if isinstance(error, NotDue) else ()
        if visit is not None:
            self._note_start(request, visit)
            visit = replace(visit, next_check_at=next_check(visit, datetime.now(UTC)))
            visit = as_guess(visit, request.meta[PLACE])
            yield from self._handed_over(visit, request.meta[PLACE], leads)
        elif self.waiting is None:
            yield from map(self.request_of, leads)
        elif isinstance(error, Left):
            self.waiting.set_aside(error.host, error.until)
        else:
            self.waiting.drop(request.meta.get("redirect_urls", [request.url])[0], leads)

    def request_of(self, lead: Lead) -> Request:
        """Return the request for an address that an answer led to, in this run or an earlier one."""
        self.onward.takes_up(lead)
        request = self._request(lead.url, lead.kind, read_place(lead.place), lead.priority, lead.start)
        said = {LASTMOD: lead.lastmod, SAID_BY: lead.said_by}
        request.meta.update((name, value) for name, value in said.items() if value)
        return request

    def is_settled(self, request: Request) -> bool:
        """Tell whether a request would end at once, since its address is known and not due; it is counted then."""
        known = self.crawler.get_downloader_middleware(KnownAddresses)
        return known is not None and known.skips(request)

    def closed(self, reason: str) -> None:
        """End the parsing processes."""
        self.reader.close()

    def _handed_over(self, visit: Visit, place: Place, leads: tuple[Lead, ...]) -> Iterator[Request | Visit]:
        """Yield the visit with its leads where somebody keeps them, else with a request for each."""
        visit = replace(self._timed(visit), stays=visit.stays or self.onward.comes_back(visit, place))
        if self.waiting is not None:
            yield replace(visit, leads=leads)
            return
        yield visit
        yield from map(self.request_of, leads)

    def _ways(self, place: Place, start: str) -> str | None:
        """Return what decides on which links are followed from a place, as a hash; None where none of them is kept."""
        if self.waiting is None:
            return None
        return _hashed((self.ways, self.name, start, self.named_sites, written(place)))

    def _timed(self, visit: Visit) -> Visit:
        """Return the visit with how often its site's articles are looked at."""
        site = self.related.lookup.find(visit.url)
        own = site.recheck if site else None
        return replace(visit, rechecks=RECHECKS if own is None else own)

    def _request(self, url: str, kind: str, place: Place, priority: int, start: str) -> Request:
        meta = {KIND: kind, PLACE: place, BEGIN: start, ANYWHERE: place.named and kind != "next"}
        meta[FOLLOWED_AS] = self._ways(place, start)
        if self.related.holds(url, place):
            meta[RELATED] = ()
        return Request(url, callback=self.parse, errback=self.fail, priority=priority, meta=meta)

    def _note_start(self, request: Request | None, visit: Visit) -> None:
        if (
            request is not None
            and request.meta.get(KIND) == "start"
            and visit.outcome in {"failed", "disallowed"}
        ):
            self.crawler.stats.inc_value("copydesk/starts_failed")


def _as_source(visit: Visit, response: Response) -> Visit:
    """Return the visit with what its links were taken by; a source that has not changed stays one."""
    if visit.outcome == "unchanged" and AS_SOURCE in response.meta:
        return replace(visit, next_check_at=None, stays=True)
    is_source = visit.outcome in SOURCES or (visit.outcome == "not_article" and response.meta[PLACE].named)
    return replace(visit, followed_as=response.meta.get(FOLLOWED_AS)) if is_source else visit


@lru_cache(maxsize=1024)
def _hashed(values: tuple[object, ...]) -> str:
    return sha256(repr(values).encode()).hexdigest()[:16]


def _now() -> str:
    return utc_text(datetime.now(UTC))

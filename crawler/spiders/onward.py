"""Onward: an answer's reading and its request in; the leads to what is asked next out, by what the user named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.http import Response
from scrapy.robotstxt import RobotParser

from crawler.discovery.since import is_older
from crawler.items import Lead, Visit
from crawler.middlewares.known import AS_SOURCE, KIND, RELATED, KnownAddresses
from crawler.reading import Reading
from crawler.spiders.due import due_steps
from crawler.spiders.follow import MAX_FURTHER_PAGES, NOTHING_SEEN, Place, Step, source_steps, steps, written
from crawler.spiders.related import RelatedRule, related_steps
from crawler.spiders.usual import usual_steps
from crawler.urls import address_key, join, site_of

PLACE = "copydesk_place"
BEGIN = "copydesk_start"
"""Meta key: the key of the START that led to the request."""
# The sitemaps of one robots.txt; big houses name dozens.
MAX_SITEMAPS = 20


class Onward:
    """Where the answers of one crawl lead."""

    def __init__(self, starts: Iterable[str], follows: frozenset[str], related: RelatedRule) -> None:
        """Take the STARTs, which kinds of answers are followed, articles apart, and the rule for related links."""
        self.start_sites = {address_key(address): site_of(address) for address in starts}
        self.sites = frozenset(self.start_sites.values())
        self.follows = follows
        self.related = related
        self.since: str | None = None
        """The first day of what is asked, as far as anything says of which day it is."""
        self.usual_places: tuple[str, ...] = ()
        """Paths to ask of a site that names no feed or sitemap."""
        self._sitemaps: dict[str, tuple[str, ...]] = {}
        self._looked_after: set[str] = set()
        """Sites whose due articles were led to."""

    def leads(self, reading: Reading, response: Response, known: KnownAddresses | None) -> tuple[Lead, ...]:
        """Return where an answer leads; `known` is what earlier runs know, None where that is not looked at."""
        if response.meta[KIND] == "start":
            # Where START redirects to is what the user meant: 'news.example' may stand for 'www.news.example'.
            self.sites |= {site_of(response.url)}
            self.start_sites[response.meta[BEGIN]] = site_of(response.url)
        return tuple(self._lead(step, response) for step in self._steps(reading, response, known))

    def related_leads(self, request: Request) -> tuple[Lead, ...]:
        """Return the leads of an article that is not asked since it is known: its stored related links."""
        return tuple(
            self._lead(step, request) for step in self._related(request.meta.get(RELATED, ()), request)
        )

    def takes_up(self, lead: Lead) -> None:
        """Learn from a lead of an earlier run which site its START stood for."""
        self.sites |= {self.start_sites.setdefault(lead.start, lead.start_site)}

    def comes_back(self, visit: Visit, place: Place) -> bool:
        """Tell whether an address that a page led to is asked at the next run, whoever leads to it then."""
        if visit.outcome in {"failed", "disallowed"}:
            return True
        # What only a day to reach back to led to is no source of news.
        is_near = place.further <= MAX_FURTHER_PAGES
        is_followed = visit.outcome in self.follows and not place.related and is_near
        return is_followed and not (place.leaf and visit.outcome == "listing")

    def robots_parsed(self, robotparser: RobotParser, request: Request) -> None:
        """Keep the sitemaps that a host's robots.txt names, for when its home page asks for them."""
        parser = getattr(robotparser, "rp", None)
        found = (join(request.url, url) for url in getattr(parser, "sitemaps", ()))
        kept = dict.fromkeys(url for url in found if url)
        self._sitemaps[urlsplit(request.url).netloc] = tuple(kept)[:MAX_SITEMAPS]

    def _steps(self, reading: Reading, response: Response, known: KnownAddresses | None) -> Iterator[Step]:
        visit, place = reading.visit, response.meta[PLACE]
        if visit.article is not None:
            yield from self._related((link.url for link in visit.article.related if link.url), response)
            return
        is_source = AS_SOURCE in response.meta and visit.outcome == "unchanged"
        if visit.outcome == "unchanged":
            yield from self._related(response.meta.get(RELATED, ()), response)
        elif visit.outcome in self.follows:
            seen = known.turnout() if known else NOTHING_SEEN
            yield from steps(reading, place, self.sites, seen, self.since)
        if (
            place.home
            and "listing" in self.follows
            and (is_source or visit.outcome in {"listing", "not_article"})
        ):
            yield from self._source_steps(reading, response.url, is_source=is_source)
        if known and response.meta[KIND] == "start" and (is_source or visit.outcome in self.follows):
            yield from self._due_steps(response.url, place, known, visit.outcome)

    def _due_steps(self, start: str, place: Place, known: KnownAddresses, outcome: str) -> Iterator[Step]:
        """Yield the steps to what is due on the site of a START that stands for all of it, once a run."""
        site = site_of(start)
        if (place.home or outcome in {"feed", "sitemap"}) and site not in self._looked_after:
            self._looked_after.add(site)
            yield from due_steps(known.due_articles(site), self.sites, self.since)

    def _source_steps(self, reading: Reading, home: str, *, is_source: bool) -> Iterator[Step]:
        """Yield the steps to the sources of a site that its home page does not link to."""
        named = self._sitemaps.get(urlsplit(home).netloc, ())
        yield from source_steps(named)
        site = self.related.lookup.find(home)
        if not (named or is_source or (site and (site.feeds or site.sitemaps))):
            yield from usual_steps(reading.links, home, self.usual_places)

    def _related(self, urls: Iterable[str], met: Request | Response) -> Iterator[Step]:
        """Yield the steps to an article's related links, where they are followed at all."""
        place: Place = met.meta[PLACE]
        if self.related.holds(met.url, place):
            found = related_steps(urls, met.url, place, self.sites)
            yield from (step for step in found if not is_older(step.link, self.since))

    def _lead(self, step: Step, met: Request | Response) -> Lead:
        start = met.meta[BEGIN]
        return Lead(
            url=step.link.url,
            kind=step.link.kind,
            priority=step.priority,
            start=start,
            start_site=self.start_sites[start],
            place=written(step.place),
            lastmod=step.link.lastmod,
        )

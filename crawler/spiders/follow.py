"""Following: a reading and where it stands in the crawl in; the links to ask next, with their priority, out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from itertools import islice

from crawler.discovery.address import is_page, score, shape_of
from crawler.discovery.classify import MANY_TEASERS
from crawler.discovery.link import Link, LinkKind
from crawler.discovery.page_links import teasers
from crawler.discovery.since import day_of, is_older
from crawler.discovery.turnout import Turnout
from crawler.reading import Reading
from crawler.urls import site_of

# Articles first, so that --max-pages is spent on them; sources that lead to many old ones last.
PRIORITY: dict[LinkKind, int] = {"article?": 100, "feed": 60, "listing?": 50, "next": 40, "sitemap": 20}
START_PRIORITY = 1_000
SCORE_WEIGHT = 5
# An index of sitemaps holds no index, says the protocol; some do. What goes deeper is made without end.
MAX_NESTING = 3
# Sections of a home page are asked, sections of sections are not.
MAX_DEPTH = 1
# Further pages of one listing or feed.
MAX_FURTHER_PAGES = 20
# The same where a day says how far to go, and what a page shows is dated.
MAX_ARCHIVE_PAGES = 1_000
# A sitemap that the user did not name is a source among others: its newest entries, its newest children.
FOUND_SITEMAP_PAGES = 500
FOUND_SITEMAP_CHILDREN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in the crawl an address stands."""

    named: bool = False
    """The user named it, its first page, or the feed or sitemap index it stands in."""
    home: bool = False
    """It is a START and its site's home page."""
    depth: int = 0
    """Listings between START and here."""
    further: int = 0
    """How many pages behind the first one of its listing; of a sitemap, how many indexes it stands in."""
    leaf: bool = False
    """It came from a feed, a sitemap or an article: when it is a listing, it is not followed."""
    related: int = 0
    """Related links in a row that led here; from there only further related links are followed."""
    guessed: bool = False
    """Nothing names it: a usual place for a feed or sitemap; only as one of these it counts."""


@lru_cache(maxsize=1024)
def written(place: Place) -> str:
    """Return a place as JSON, without what is as usual.

    >>> written(Place(depth=1, leaf=True))
    '{"depth":1,"leaf":true}'
    """
    usual = Place()
    own = {field.name: getattr(place, field.name) for field in fields(place)}
    return json.dumps(
        {name: value for name, value in own.items() if value != getattr(usual, name)}, separators=(",", ":")
    )


@lru_cache(maxsize=1024)
def read_place(text: str) -> Place:
    """Return the place that `written` wrote; what an earlier release wrote beside is left out."""
    names = {field.name for field in fields(Place)}
    return Place(**{name: value for name, value in json.loads(text).items() if name in names})


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One address to ask, and where it will stand."""

    link: Link
    place: Place
    priority: int


NOTHING_SEEN = Turnout()


def steps(
    reading: Reading,
    place: Place,
    sites: frozenset[str],
    seen: Turnout = NOTHING_SEEN,
    since: str | None = None,
) -> tuple[Step, ...]:
    """Return where to go from a reading; nowhere from an article, nor from a dead end that the user did not name.

    `sites` are those the user named: nothing else is asked, but for the entries of a feed or sitemap that the
    user named, which may lead anywhere. `seen` is what turned out before on them. `since` is the day that the crawl
    reaches back to: what is said to be older is left out, and archives are followed to there.
    """
    outcome = reading.visit.outcome
    found: Iterator[Step] = iter(())
    if place.related:
        return ()
    if outcome == "listing" or (outcome == "not_article" and place.named):
        links = tuple(map(seen.rated, reading.links))
        found = _from_listing(links, place, sites, since) if not place.leaf else found
    elif outcome == "feed":
        links = tuple(seen.rated(_scored(link)) for link in reading.links)
        found = _from_feed(links, place, sites, since)
    elif outcome == "sitemap":
        links = tuple(seen.rated(_scored(link)) for link in reading.links)
        found = _from_sitemap(links, place, sites, since)
    return tuple(step for step in found if not is_older(step.link, since))


def source_steps(addresses: Iterable[str]) -> tuple[Step, ...]:
    """Return the steps to the sitemaps that a robots.txt names; they may lie on another host."""
    return tuple(_step(Link(url=url, kind="sitemap"), Place(leaf=True)) for url in addresses)


def _from_listing(
    links: tuple[Link, ...], place: Place, sites: frozenset[str], since: str | None
) -> Iterator[Step]:
    wide = place.home or teasers(links) < MANY_TEASERS
    for link in links:
        if link.kind in {"feed", "sitemap"}:
            if place.home:
                yield _step(link, Place(leaf=True))
        elif link.kind == "next":
            if site_of(link.url) in sites and place.further < furthest(links, since):
                yield _step(link, Place(named=place.named, depth=place.depth, further=place.further + 1))
        elif site_of(link.url) in sites and (next_place := _beyond(link.kind, place, wide=wide)):
            yield _step(link, next_place)


def _beyond(kind: LinkKind, place: Place, *, wide: bool) -> Place | None:
    """Return where a link of a listing stands, None when it is too far.

    What looks like a menu's entry is asked from a home page only, and from a listing (`wide`) that shows few articles,
    or none that can be told from their addresses: on a small site 'Story 3' at '/s3.html' may be one.
    """
    if kind == "listing?" and not wide:
        return None
    # What looks like an article and turns out to be a listing is followed no deeper than a section is; a menu's entry
    # on a section is no section of it.
    leaf = place.depth >= MAX_DEPTH or (kind == "listing?" and not place.home)
    return Place(depth=place.depth + 1, leaf=leaf)


def furthest(links: Iterable[Link], since: str | None) -> int:
    """Return how many further pages are asked behind the first one of a listing or feed that shows these links.

    With a day to reach back to, as many as it takes: to the first page that shows dates, and none of that day or later.
    """
    if since is None:
        return MAX_FURTHER_PAGES
    days = [day for link in links if link.kind == "article?" and (day := day_of(link))]
    if not days:
        return MAX_FURTHER_PAGES
    return MAX_ARCHIVE_PAGES if max(days) >= since else 0


def _from_feed(
    links: tuple[Link, ...], place: Place, sites: frozenset[str], since: str | None
) -> Iterator[Step]:
    for link in links:
        if link.kind == "next":
            if place.further < furthest(links, since):
                yield _step(link, Place(named=place.named, further=place.further + 1, leaf=True))
        elif may_ask(link, place, sites):
            yield _step(link, Place(named=place.named, leaf=True))


def _from_sitemap(
    links: tuple[Link, ...], place: Place, sites: frozenset[str], since: str | None
) -> Iterator[Step]:
    children = (link for link in links if link.kind == "sitemap")
    pages = (link for link in links if link.kind != "sitemap" and may_ask(link, place, sites))
    below = place.further + 1
    for link in _newest(children, None if place.named else FOUND_SITEMAP_CHILDREN, since):
        if below <= MAX_NESTING:
            yield _step(link, Place(named=place.named, leaf=True, further=below))
    for link in _newest(pages, None if place.named else FOUND_SITEMAP_PAGES, since):
        yield _step(link, Place(named=place.named, leaf=True))


def _newest(links: Iterable[Link], limit: int | None, since: str | None) -> Iterable[Link]:
    """Return the first ones; with a day to reach back to, all that are said to be of that day or later as well."""
    if since is None or limit is None:
        return islice(links, limit)
    dated: list[Link] = []
    others: list[Link] = []
    for link in links:
        (dated if day_of(link) else others).append(link)
    return (*(link for link in dated if not is_older(link, since)), *others[:limit])


def may_ask(link: Link, place: Place, sites: frozenset[str]) -> bool:
    """Tell whether what is not from a listing may be asked: a page, and, unless the user named it, one of the sites."""
    if not is_page(link.url):
        return False
    if place.named:
        return True
    shape = shape_of(link.url)
    return site_of(link.url) in sites and not shape.service and not shape.gathering


def _scored(link: Link) -> Link:
    return replace(link, score=score(link.url, link.text))


def _step(link: Link, place: Place) -> Step:
    bonus = int(SCORE_WEIGHT * max(0.0, link.score)) if link.kind == "article?" else -place.further
    return Step(link=link, place=place, priority=PRIORITY[link.kind] + bonus)

"""Following related links: an article's links and where it stands in the crawl in; the ones to ask next out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from scrapy.settings import BaseSettings

from crawler import __version__
from crawler.discovery.link import Link
from crawler.sites import Site, read_sites
from crawler.sites.lookup import SiteLookup
from crawler.spiders.follow import Place, Step, may_ask
from crawler.urls import site_of

# After everything that listings, feeds and sitemaps lead to, and the nearest to a START first.
PRIORITY = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedRule:
    """Whether related links are followed, and how far."""

    is_on: bool = False
    """For sites of which the sites file does not say it."""
    depth: int = 3
    """How many of them in a row."""
    lookup: SiteLookup = field(default_factory=lambda: SiteLookup(()))
    """The sites of the sites file."""

    def holds(self, url: str, place: Place) -> bool:
        """Tell whether the related links of an article at this address and place are followed."""
        if place.related >= self.depth:
            return False
        site = self.lookup.find(url)
        said = site.follow_related if site else None
        return self.is_on if said is None else said


def related_rule(settings: BaseSettings, given: str | bool | None = None) -> RelatedRule:
    """Return the rule of the settings; `given`, a spider's argument, counts for more than COPYDESK_FOLLOW_RELATED.

    Raises ValueError for an argument that means neither yes nor no.
    """
    path = settings.get("COPYDESK_SITES")
    sites: tuple[Site, ...] = read_sites(Path(path)) if path else ()
    said = settings if given is None else BaseSettings({"COPYDESK_FOLLOW_RELATED": given})
    return RelatedRule(
        is_on=said.getbool("COPYDESK_FOLLOW_RELATED"),
        depth=settings.getint("COPYDESK_RELATED_DEPTH"),
        lookup=SiteLookup(sites),
    )


def ways_of(settings: BaseSettings, related: RelatedRule) -> str:
    """Return what of release and settings decides on which links are followed, the same for the same ones."""
    path = settings.get("COPYDESK_SITES")
    rules = Path(path).read_text("utf-8") if path else ""
    return repr((__version__, related.is_on, related.depth, rules))


def related_steps(urls: Iterable[str], page: str, place: Place, sites: frozenset[str]) -> Iterator[Step]:
    """Yield the steps to related links within the site of the page that shows them, if the user named it."""
    beyond = Place(related=place.related + 1, leaf=True)
    for url in urls:
        link = Link(url=url, kind="article?")
        if site_of(url) == site_of(page) and may_ask(link, beyond, sites):
            yield Step(link=link, place=beyond, priority=PRIORITY - beyond.related)

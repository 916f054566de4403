"""Site: what a user says about one site, as plain data that the crawl reads and nothing changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from crawler.parsers.rules import Rules
from crawler.schedule import Steps
from crawler.urls import DEVICE_HOST


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One `[sites.NAME]` table of a sites file; what is absent falls back to the crawl's own options."""

    name: str
    """The table's name, for messages. Example: `gazette`."""
    start: tuple[str, ...] = ()
    """Addresses to begin at: articles, home or section pages. Example: `("https://gazette.example/",)`."""
    feeds: tuple[str, ...] = ()
    """Addresses of its feeds. Example: `("https://gazette.example/feed.xml",)`."""
    sitemaps: tuple[str, ...] = ()
    """Addresses of its sitemaps. Example: `("https://gazette.example/sitemap.xml",)`."""
    allow: tuple[str, ...] = ()
    """Regular expressions; where there are any, only addresses that match one are followed.
    Example: `("/news/",)`."""
    deny: tuple[str, ...] = ()
    """Regular expressions; addresses that match one are not followed. Example: `("/live/", "[?]print=")`."""
    delay: float | None = None
    """Seconds between two requests to one of its hosts. Example: `2.5`."""
    concurrency: int | None = None
    """Requests to one of its hosts at the same time. Example: `2`."""
    max_pages: int | None = None
    """Pages of this site to fetch in one run. Example: `200`."""
    follow_related: bool | None = None
    """Whether related links of its articles are followed. Example: `True`."""
    recheck: Steps | None = None
    """Which age of an article is looked at again after how long; empty for never.
    Example: `((timedelta(days=1), timedelta(hours=2)),)`."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Headers sent to its hosts with each request. Example: `{"Accept-Language": "de"}`."""
    cookies: Mapping[str, str] = field(default_factory=dict)
    """Cookies sent to its hosts with each request. Example: `{"consent": "yes"}`."""
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Selectors whose finds override a field of its articles. Example: `{"title": ("h1.head",)}`."""
    drop: tuple[str, ...] = ()
    """Selectors of what is taken out of its pages before they are read. Example: `("aside.promo",)`."""
    render: str = "plain"
    """How its pages are had: `plain`, as the server sends them."""

    @property
    def rules(self) -> Rules | None:
        """Its selectors, for the parser; None where there are none."""
        return Rules(fields=self.fields, drop=self.drop) if self.fields or self.drop else None

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where the crawl of this site begins: start pages, feeds and sitemaps, each once, in this order."""
        return tuple(dict.fromkeys((*self.start, *self.feeds, *self.sitemaps)))

    @property
    def hosts(self) -> tuple[str, ...]:
        """The hosts that its addresses name, without ports; its delay, limits and headers hold for these."""
        return tuple(dict.fromkeys(urlsplit(url).hostname or "" for url in self.addresses))

    def headers_for(self, url: str) -> Mapping[str, str]:
        """Return the headers for a request: none but to the very hosts that the table names; they may be secret."""
        is_named = bare_host(urlsplit(url).hostname or "") in {bare_host(host) for host in self.hosts}
        if not is_named:
            return {}
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {**self.headers, "Cookie": cookies} if cookies else self.headers


def bare_host(host: str) -> str:
    """Return the host without the prefix that only says for which device it serves.

    >>> bare_host("www.news.example"), bare_host("sport.news.example")
    ('news.example', 'sport.news.example')
    """
    return DEVICE_HOST.sub("", host)

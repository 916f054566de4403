"""Sitemaps: urlset, index, news and plain-text lists in; their addresses as links out."""

from __future__ import annotations

from itertools import islice

from lxml import etree

from crawler.discovery.feeds import unique
from crawler.discovery.link import Link, LinkKind
from crawler.discovery.xml import child_text, children, local_name
from crawler.instant import instant
from crawler.text import squeeze
from crawler.urls import is_web_address, join, normalise_url

# The sitemap protocol's own bound a file.
MAX_ENTRIES = 50_000
KINDS: dict[str, LinkKind] = {"urlset": "article?", "sitemapindex": "sitemap"}
ENTRY_NAMES = {"urlset": "url", "sitemapindex": "sitemap"}
# A list of addresses is known by its first lines; so many of them must all be addresses.
TEXT_SAMPLE = 5


def is_sitemap(root: etree._Element) -> bool:
    """Tell whether the root element is a sitemap or an index of sitemaps."""
    return local_name(root) in KINDS


def read_sitemap(root: etree._Element, url: str) -> tuple[Link, ...]:
    """Return the entries of a sitemap or index, those changed last first, else in file order."""
    kind = KINDS[local_name(root)]
    entries = islice(children(root, ENTRY_NAMES[local_name(root)]), MAX_ENTRIES)
    links = [link for entry in entries if (link := _entry(entry, url, kind))]
    return tuple(sorted(unique(links), key=lambda link: link.lastmod or "", reverse=True))


def is_too_long(sitemap: etree._Element | str) -> bool:
    """Tell whether a sitemap, the root element or the text, has more entries than are read."""
    entries = sitemap.rstrip().count("\n") + 1 if isinstance(sitemap, str) else len(sitemap)
    return entries > MAX_ENTRIES


def read_text_sitemap(text: str) -> tuple[Link, ...] | None:
    """Return the addresses of a plain-text sitemap, one a line; None when the text is something else."""
    lines = [line.strip() for line in islice(text.splitlines(), MAX_ENTRIES) if line.strip()]
    if not lines or not all(is_web_address(line) for line in lines[:TEXT_SAMPLE]):
        return None
    return unique([Link(url=normalise_url(line), kind="article?") for line in lines if is_web_address(line)])


def _entry(entry: etree._Element, url: str, kind: LinkKind) -> Link | None:
    address = join(url, child_text(entry, "loc"))
    if address is None:
        return None
    news = next(children(entry, "news"), None)
    title = None if news is None else squeeze(child_text(news, "title"))
    published = None if news is None else child_text(news, "publication_date")
    return Link(
        url=address, kind=kind, text=title, lastmod=instant(child_text(entry, "lastmod") or published)
    )

"""Feeds: RSS 0.9x to 2.0, RDF, Atom and JSON Feed in; their entries as links out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from lxml import etree

from crawler.discovery.link import Link
from crawler.discovery.xml import child_text, children, local_name
from crawler.instant import instant
from crawler.text import squeeze
from crawler.urls import is_web_address, join

# Honest feeds hold a few hundred entries at most.
MAX_ENTRIES = 2_000
FEED_ROOTS = frozenset({"rss", "feed", "rdf"})
JSON_FEED_MARK = "jsonfeed.org/version/"
# When an entry was published or changed; the latest of them is when it last changed.
DATES = ("pubdate", "published", "date", "issued", "updated", "modified", "created")
XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"


def is_feed(root: etree._Element) -> bool:
    """Tell whether the root element is one of RSS, RDF or Atom."""
    return local_name(root) in FEED_ROOTS


def read_feed(root: etree._Element, url: str) -> tuple[Link, ...]:
    """Return the entries of an XML feed in feed order, each address once, then the feed's next page."""
    entries = islice((node for node in root.iter() if local_name(node) in {"item", "entry"}), MAX_ENTRIES)
    links = [link for entry in entries if (link := _entry(entry, url))]
    return unique([*links, *_next_pages(root, url)])


def read_json_feed(body: bytes, url: str) -> tuple[Link, ...] | None:
    """Return the entries of a JSON Feed; None when the JSON is something else, or broken."""
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict) or JSON_FEED_MARK not in str(data.get("version")):
        return None
    items = data.get("items")
    entries = items[:MAX_ENTRIES] if isinstance(items, list) else []
    links = [link for item in entries if isinstance(item, dict) and (link := _json_entry(item, url))]
    next_page = join(url, text_of(data.get("next_url")))
    return unique([*links, *([Link(url=next_page, kind="next")] if next_page else [])])


def unique(links: list[Link]) -> tuple[Link, ...]:
    """Return the links with each address once, the first of it."""
    return tuple({link.url: link for link in reversed(links)}.values())[::-1]


def latest(moments: Iterable[str | None]) -> str | None:
    """Return the latest of the moments, as `instant` writes them, None when there is none."""
    return max((moment for moment in moments if moment), default=None)


def text_of(value: Any) -> str | None:
    """Return a JSON value when it is a string that holds something."""
    return (squeeze(value) if isinstance(value, str) else None) or None


def _entry(entry: etree._Element, url: str) -> Link | None:
    href = _address(entry)
    address = join(_base(entry, url), href)
    if address is None:
        return None
    title = squeeze(child_text(entry, "title"))
    said = [instant(child_text(entry, name)) for name in DATES]
    return Link(url=address, kind="article?", text=title, lastmod=latest(said))


def _address(entry: etree._Element) -> str | None:
    """Return the entry's address: the original one where a service wraps it, its link, then its guid."""
    return child_text(entry, "origlink") or next(_hrefs(entry), None) or _guid(entry)


def _hrefs(entry: etree._Element) -> Iterator[str]:
    for link in children(entry, "link"):
        if link.get("rel", "alternate") == "alternate":
            href = link.get("href") or (link.text or "").strip()
            if href:
                yield href


def _guid(entry: etree._Element) -> str | None:
    for guid in children(entry, "guid", "id"):
        text = (guid.text or "").strip()
        if guid.get("isPermaLink", "true").lower() != "false" and is_web_address(text):
            return text
    return None


def _base(entry: etree._Element, url: str) -> str:
    """Return what the entry's addresses stand to: the bases around it, each to the one outside of it."""
    base = url
    for node in reversed((entry, *entry.iterancestors())):
        base = join(base, node.get(XML_BASE)) or base
    return base


def _next_pages(root: etree._Element, url: str) -> Iterator[Link]:
    """Yield the feed's next page (RFC 5005), at most one."""
    holders = [root, *children(root, "channel")]
    hrefs = (
        link.get("href")
        for holder in holders
        for link in children(holder, "link")
        if link.get("rel") == "next"
    )
    addresses = (join(url, href) for href in hrefs)
    return islice((Link(url=address, kind="next") for address in addresses if address), 1)


def _json_entry(item: dict[str, Any], url: str) -> Link | None:
    own = text_of(item.get("id")) or ""
    # "Ideally, the id is the full URL of the resource" (JSON Feed 1.1).
    named = (
        text_of(item.get("url"))
        or text_of(item.get("external_url"))
        or (own if is_web_address(own) else None)
    )
    address = join(url, named)
    if address is None:
        return None
    moment = latest([instant(text_of(item.get(name))) for name in ("date_published", "date_modified")])
    return Link(url=address, kind="article?", text=text_of(item.get("title")), lastmod=moment)

"""Days of teasers: a listing and its links in; the links with the day that stands beside each out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from lxml.html import HtmlElement

from crawler.discovery.link import Link
from crawler.instant import instant
from crawler.page import Page
from crawler.urls import address_key

# A busy listing shows a hundred.
MAX_TIMES = 1_000
# The teaser is the first box around a time that has a link in it.
MAX_BOXES = 5


def with_days(page: Page, links: tuple[Link, ...]) -> tuple[Link, ...]:
    """Return the links, those beside whose anchor a `<time datetime>` stands with its day."""
    days: dict[str, str] = {}
    for time in islice(page.tree.iter("time"), MAX_TIMES):
        day = (instant(time.get("datetime")) or "")[:10]
        for url in _beside(time, page) if day else ():
            days.setdefault(address_key(url), day)
    return tuple(replace(link, day=days.get(address_key(link.url))) for link in links) if days else links


def _beside(time: HtmlElement, page: Page) -> Iterator[str]:
    for box in islice(time.iterancestors(), MAX_BOXES):
        # What holds two times is more than one teaser.
        if len(list(islice(box.iter("time"), 2))) > 1:
            return
        anchors = [box] if box.tag == "a" else list(box.iter("a"))
        if anchors:
            yield from filter(None, (page.absolute(anchor.get("href")) for anchor in anchors))
            return

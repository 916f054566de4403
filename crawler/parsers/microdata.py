"""Microdata: the elements that carry an `itemprop` of the page's article, and what they say."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from crawler.page import Page
from crawler.parsers.inner_texts import inner_texts
from crawler.parsers.landmarks import landmarks
from crawler.parsers.structured import MAX_VALUES
from crawler.text import squeeze

# Items on an article's page that have names, dates and authors of their own.
OTHER_ITEMS = (
    "comment", "usercomments", "person", "organization", "imageobject", "videoobject", "product", "event",
    "breadcrumblist", "listitem", "rating", "offer", "wpheader", "wpfooter", "sitenavigationelement",
)  # fmt: skip
# Attributes that hold the value when the text does not, by the HTML standard ('values' of microdata).
VALUE_ATTRIBUTES = ("content", "datetime")
MAX_ANCESTORS = 60


def properties(page: Page, name: str) -> Iterator[HtmlElement]:
    """Yield the elements with this `itemprop` that belong to the article or to no item, in page order."""
    for element in page.once(landmarks).properties.get(name, [])[:MAX_VALUES]:
        if not _of_another_item(element):
            yield element


def value_of(element: HtmlElement) -> str | None:
    """Return what a property says: its `content` or `datetime`, else its text on one line."""
    for attribute in VALUE_ATTRIBUTES:
        if value := squeeze(element.get(attribute)):
            return value
    return squeeze("".join(inner_texts(element)))


def _of_another_item(element: HtmlElement) -> bool:
    for depth, ancestor in enumerate(element.iterancestors()):
        if depth == MAX_ANCESTORS:
            return False
        if ancestor.get("itemscope") is not None or ancestor.get("itemtype"):
            return (ancestor.get("itemtype") or "").rsplit("/", 1)[-1].strip().lower() in OTHER_ITEMS
    return False

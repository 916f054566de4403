"""Rows: the links of a labelled block in, those out that are a list's rows and say headlines, whatever their addresses.

An address such as '/eel' may be a section's as well as an article's. What the link says and where it stands decide: a
kicker shares its card with a headline, and sections are called what their addresses are called or stand in the menu.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Final, NamedTuple
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from crawler.page import Page
from crawler.parsers.address_words import plain
from crawler.parsers.related.cards import owners_of, said, weight_of
from crawler.parsers.related.labels import is_more_text, verdict_of
from crawler.parsers.related.targets import Target, looks_like_section
from crawler.text import words
from crawler.urls import address_key, join, site_of

# 'Ferry runs again': of fewer words are the names of sections, unless the rows around them say more.
HEADLINE_WEIGHT: Final = 3
# So large a share of a list's headlines may say less: 'Eels return'.
MAX_SHORT: Final = 0.4
# Parts of a line are no rows of a list.
INLINE: Final = frozenset(("a", "span", "b", "strong", "em", "i", "small", "font", "u"))
MENUS: Final = ("nav", "header", "footer")
# An article's own header and footer are no menus.
ARTICLES: Final = ("article", "main", "section")
# Bounds for hostile pages.
MAX_MENU: Final = 600
MAX_ROWS: Final = 60
NO_LETTERS: Final = re.compile(r"[\W_]+")


class _Row(NamedTuple):
    target: Target
    texts: list[str]
    """What its links say."""

    @property
    def weight(self) -> int:
        return max(map(weight_of, self.texts), default=0)


def headline_rows(
    anchors: Mapping[HtmlElement, Target], roots: Sequence[HtmlElement], page: Page
) -> frozenset[str]:
    """Return the keys of the articles that are linked in rows of their own, and by headlines."""
    vague = {anchor: target for anchor, target in anchors.items() if looks_like_section(target.url)}
    if not vague:
        return frozenset()
    owners = owners_of(anchors, roots)
    # The only article of the block has no rows beside it: its address must say a little more.
    if len({target.key for target in anchors.values()}) == 1:
        target = next(iter(vague.values()))
        text = max((said(anchor) or "" for anchor in vague), key=len)
        is_one = _is_deep(target.url) and reads_as_headline(text, target.url, page)
        return frozenset([target.key] if is_one else ())
    found: set[str] = set()
    seen: set[HtmlElement] = set()
    for anchor, target in vague.items():
        row = _row_of(anchor, target, owners)
        around = row.getparent() if row is not None else None
        if row is not None and around is not None and around not in seen:
            seen.add(around)
            found |= _headlines(around, anchors, owners, page)
    return frozenset(found)


def reads_as_headline(text: str, url: str, page: Page) -> bool:
    """Tell whether what a link says is more than the name of a section, by the address and the site's menu."""
    return weight_of(text) >= HEADLINE_WEIGHT and not _names_section(text, url, page)


def _row_of(
    anchor: HtmlElement, target: Target, owners: Mapping[HtmlElement, str | None]
) -> HtmlElement | None:
    """Return the outermost element around a link that leads to its article only."""
    row = anchor
    parent = row.getparent()
    while parent is not None and owners.get(parent) == target.key:
        row, parent = parent, parent.getparent()
    return None if row.tag in INLINE else row


def _headlines(
    around: HtmlElement,
    anchors: Mapping[HtmlElement, Target],
    owners: Mapping[HtmlElement, str | None],
    page: Page,
) -> set[str]:
    """Return the keys of a list's rows, where they are alike and none of them names a section."""
    rows = list(islice((child for child in around if child in owners), MAX_ROWS))
    if (
        len({_kind(row) for row in rows}) != 1
        or any(owners[row] is None for row in rows)
        or _is_card(around, owners)
    ):
        return set()
    entries = [entry for row in rows if (entry := _entry(row, anchors))]
    vague = [entry for entry in entries if looks_like_section(entry.target.url)]
    if any(_names_section(text, entry.target.url, page) for entry in vague for text in entry.texts):
        return set()
    short = sum(entry.weight < HEADLINE_WEIGHT for entry in vague)
    return {entry.target.key for entry in vague} if short <= MAX_SHORT * len(entries) else set()


def _kind(row: HtmlElement) -> tuple[str, str]:
    """Return what rows of one list have in common: in a card the parts have names of their own."""
    names = (row.get("class") or "").split() if row.tag == "div" else []
    return str(row.tag), names[0] if names else ""


def _is_card(around: HtmlElement, owners: Mapping[HtmlElement, str | None]) -> bool:
    """Tell whether an element is one of several alike that hold links: a card, whose first link may be a kicker."""
    parent = around.getparent()
    return parent is not None and any(
        other is not around and other in owners and other.tag == around.tag
        for other in islice(parent, MAX_ROWS)
    )


def _entry(row: HtmlElement, anchors: Mapping[HtmlElement, Target]) -> _Row | None:
    linked = [anchor for anchor in row.iter("a") if anchor in anchors]
    texts = [text for anchor in linked if (text := said(anchor)) and not is_more_text(text)]
    return _Row(anchors[linked[0]], texts) if texts else None


def _names_section(text: str, url: str, page: Page) -> bool:
    if weight_of(text) < HEADLINE_WEIGHT - 1 or is_more_text(text) or verdict_of(text) is not None:
        return True
    if site_of(url) != site_of(page.base_url) or is_in_menu(url, page):
        return True
    known = set(NO_LETTERS.split(plain(unquote(urlsplit(url).path))))
    return known.issuperset(words(plain(text)))


def is_in_menu(url: str, page: Page) -> bool:
    """Tell whether the site's menus lead to an address, or the page's own address goes on behind it."""
    key = address_key(url)
    if "?" in key:
        return False
    return address_key(page.url).startswith(key + "/") or key in page.once(_menu)


def _is_deep(url: str) -> bool:
    return "/" in urlsplit(url).path.strip("/")


def _menu(page: Page) -> frozenset[str]:
    """Return the keys of the addresses that the site's menus lead to."""
    menus = (menu for menu in page.tree.iter(*MENUS) if menu.tag == "nav" or not _is_inside_article(menu))
    hrefs = islice((a.get("href") or "" for menu in menus for a in menu.iter("a")), MAX_MENU)
    return frozenset(address_key(url) for href in set(hrefs) if (url := join(page.base_url, href)))


def _is_inside_article(element: HtmlElement) -> bool:
    return next(element.iterancestors(*ARTICLES), None) is not None

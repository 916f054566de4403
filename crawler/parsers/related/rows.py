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
MAX_SHORT: Final = 0.5
# Where so large a share has an article's address, the list is one of articles.
SURE: Final = 0.5
# Parts of a line are no rows of a list.
INLINE: Final = frozenset(("a", "span", "b", "strong", "em", "i", "small", "font", "u"))
MENUS: Final = ("nav", "header", "footer")
# An article's own header and footer are no menus.
ARTICLES: Final = ("article", "main", "section")
# Bounds for hostile pages.
MAX_MENUS: Final = 40
MAX_MENU: Final = 600
MAX_ROWS: Final = 60
# Thai, Lao, Burmese, Khmer, Chinese, Japanese; Korean has spaces and says as much in fewer letters.
DENSE: Final = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff\uac00-\ud7af]")
NO_LETTERS: Final = re.compile(r"[\W_]+")


class _Row(NamedTuple):
    target: Target
    texts: list[str]
    """What its links say."""

    @property
    def weight(self) -> int:
        return max(map(_weight, self.texts), default=0)


def headline_rows(
    anchors: Mapping[HtmlElement, Target], roots: Sequence[HtmlElement], page: Page, *, least_sure: float
) -> frozenset[str]:
    """Return the keys of the articles that are linked in rows of their own, and by headlines.

    `least_sure` is the share of a list's rows whose addresses must be an article's for the others to be believed.
    """
    vague = {anchor: target for anchor, target in anchors.items() if looks_like_section(target.url)}
    if not vague:
        return frozenset()
    owners = owners_of(anchors, roots)
    # The only article of the block has no rows beside it: its address must say a little more.
    if len({target.key for target in anchors.values()}) == 1:
        target = next(iter(vague.values()))
        text = max((said(anchor) or "" for anchor in vague), key=len)
        is_one = least_sure == 0 and _is_deep(target.url) and reads_as_headline(text, target.url, page)
        return frozenset([target.key] if is_one else ())
    found: set[str] = set()
    seen: set[HtmlElement] = set()
    for anchor, target in vague.items():
        row = _row_of(anchor, target, owners)
        around = row.getparent() if row is not None else None
        if row is not None and around is not None and around not in seen:
            seen.add(around)
            entries = _rows(around, anchors, owners)
            found |= _headlines(entries, page) if _sure_share(entries) >= least_sure else set()
    return frozenset(found)


def reads_as_headline(text: str, url: str, page: Page) -> bool:
    """Tell whether what a link says is more than the name of a section, by the address and the site's menu."""
    return _weight(text) >= HEADLINE_WEIGHT and not _names_section(text, url, page)


def _row_of(
    anchor: HtmlElement, target: Target, owners: Mapping[HtmlElement, str | None]
) -> HtmlElement | None:
    """Return the outermost element around a link that leads to its article only."""
    row = anchor
    parent = row.getparent()
    while parent is not None and owners.get(parent) == target.key:
        row, parent = parent, parent.getparent()
    is_card = row.tag == "a" and len(row) > 0
    return row if is_card or row.tag not in INLINE else None


def _rows(
    around: HtmlElement, anchors: Mapping[HtmlElement, Target], owners: Mapping[HtmlElement, str | None]
) -> list[_Row]:
    """Return a list's rows, none where they are not alike or lead to several articles each."""
    rows = list(islice((child for child in around if child in owners), MAX_ROWS))
    is_list = len({_kind(row) for row in rows}) == 1 and all(owners[row] is not None for row in rows)
    if not is_list or _is_card(around, owners):
        return []
    return [entry for row in rows if (entry := _entry(row, anchors))]


def _sure_share(rows: Sequence[_Row]) -> float:
    return sum(not looks_like_section(row.target.url) for row in rows) / len(rows) if rows else 0.0


def _headlines(rows: Sequence[_Row], page: Page) -> set[str]:
    """Return the keys of rows whose addresses tell nothing, where none of them names a section and few say little."""
    vague = [row for row in rows if looks_like_section(row.target.url)]
    # Among articles with names for addresses, '/ferry-returns' is one more.
    are_sure = _sure_share(rows) >= SURE
    is_section = _is_known if are_sure else _names_section
    if any(is_section(text, row.target.url, page) for row in vague for text in row.texts):
        return set()
    short = sum(row.weight < HEADLINE_WEIGHT for row in vague)
    return {row.target.key for row in vague} if short <= MAX_SHORT * len(rows) else set()


def _kind(row: HtmlElement) -> tuple[str, str]:
    """Return what rows of one list have in common: in a card the parts have names of their own."""
    names = (row.get("class") or "").split() if row.tag in ("div", "a") else []
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


def _weight(text: str) -> int:
    """Return how many words a text has; a long one is one word, but where words have no spaces between them."""
    return weight_of(text) if DENSE.search(text) else len(text.split())


def _names_section(text: str, url: str, page: Page) -> bool:
    known = set(NO_LETTERS.split(plain(unquote(urlsplit(url).path))))
    return _is_known(text, url, page) or known.issuperset(words(plain(text)))


def _is_known(text: str, url: str, page: Page) -> bool:
    """Tell whether a link says nothing of its own, or leads away or to what the menu leads to."""
    if weight_of(text) < HEADLINE_WEIGHT - 1 or is_more_text(text) or verdict_of(text) is not None:
        return True
    # '/www.other.example/' is another site, linked without its 'https://'.
    is_away = "/www." in urlsplit(url).path or site_of(url) != site_of(page.base_url)
    return is_away or is_in_menu(url, page)


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
    framing = islice(page.tree.iter(*MENUS), MAX_MENUS)
    menus = (menu for menu in framing if menu.tag == "nav" or not _is_inside_article(menu))
    hrefs = islice((a.get("href") or "" for menu in menus for a in menu.iter("a")), MAX_MENU)
    return frozenset(address_key(url) for href in set(hrefs) if (url := join(page.base_url, href)))


def _is_inside_article(element: HtmlElement) -> bool:
    return next(element.iterancestors(*ARTICLES), None) is not None

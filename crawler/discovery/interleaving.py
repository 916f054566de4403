"""Interleaving: a page and its text in; how often a linked headline and a piece of that text alternate out."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from crawler.page import Page
from crawler.text import squeeze
from crawler.urls import address_key, site_of

HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
TEXTS = frozenset({"p", "div", "li", "dd", "td"})
# So many characters tell a paragraph from all others of a page.
PREFIX = 60
# A block that begins with an element of its own is a box of blocks.
MIN_OWN_TEXT = 20
MAX_ELEMENTS = 50_000


def posts_in_a_row(page: Page, body: str) -> int:
    """Return how many linked headlines are followed by text of the body before the next one comes.

    On an article's page the text stands in one piece and linked headlines before or behind it: 0 or 1. A blog's
    front page, whose posts stand there at length, has one for each post.
    """
    wanted = {block[:PREFIX] for block in body.split("\n\n") if len(block) >= PREFIX}
    count, open_headline = 0, False
    for mark in _marks(page, wanted):
        if mark == "headline":
            open_headline = True
        elif open_headline:
            count, open_headline = count + 1, False
    return count


def _marks(page: Page, wanted: set[str]) -> Iterator[str]:
    own, site = address_key(page.url), site_of(page.base_url)
    for seen, element in enumerate(page.tree.iter(*HEADINGS, *TEXTS)):
        if seen == MAX_ELEMENTS:
            return
        if element.tag in HEADINGS:
            url = page.absolute(_href(element))
            if url and site_of(url) == site and address_key(url) != own:
                yield "headline"
        elif len(element.text or "") >= MIN_OWN_TEXT:
            text = squeeze(str(element.text_content())) or ""
            if text[:PREFIX] in wanted:
                yield "text"


def _href(heading: HtmlElement) -> str | None:
    """Return where a headline leads: the link in it, or the one it stands in."""
    inside = next(heading.iter("a"), None)
    link = next(heading.iterancestors("a"), None) if inside is None else inside
    return None if link is None else link.get("href")

"""Links on a page: the page in; articles (best first), further pages, sections, feeds and sitemaps out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement

from crawler.discovery.address import ARTICLE_SCORE, is_next_page, is_page, score, shape_of
from crawler.discovery.link import Link
from crawler.page import Page
from crawler.text import squeeze
from crawler.urls import address_key, site_of

# A busy front page has about 600; what comes behind is a trap or a link farm.
MAX_ANCHORS = 5_000
MAX_TEXT = 300
FRAME_TAGS = frozenset({"nav", "header", "footer"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
FEED_TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json"})
# 'Older posts', 'Next page »', 'Weiter', 'Page suivante', '下一页'
NEXT_TEXT = re.compile(
    r"^[\s«»‹›<>→-]*(?:next(?: page)?|older(?: \w+)?|more stories|load more|weiter|nächste(?: seite)?"
    r"|ältere(?: \w+)?|(?:page )?suivante?|siguiente|página siguiente|próxima|successiva|volgende"
    r"|下一页|次へ|次のページ)[\s«»‹›<>→-]*$",
    re.IGNORECASE,
)
NOT_FOLLOWED = frozenset({"sponsored", "ugc"})
# A menu entry is a few words; a longer text at a short path is something else.
MAX_MENU_WORDS = 4
MAX_SECTION_DEPTH = 2
# Where a link stands says as much as a word of its address.
IN_HEADING, IN_FRAME = 1.0, -2.0


def page_links(page: Page) -> tuple[Link, ...]:
    """Return where a listing leads on its own site: further pages, articles by score, sections, sources.

    Each address once (`address_key`), with the best of its anchors; the page itself is left out.
    """
    best: dict[str, Link] = {}
    own = address_key(page.url)
    for link in _anchors(page):
        key = address_key(link.url)
        known = best.get(key)
        if key != own and (known is None or _rank(link) > _rank(known)):
            best[key] = link
    return (*sorted(best.values(), key=_rank, reverse=True), *sources(page))


def sources(page: Page) -> tuple[Link, ...]:
    """Return the feeds and sitemaps that the page names by `<link rel=alternate>` or `<link rel=sitemap>`."""
    found: dict[str, Link] = {}
    for element in page.tree.iter("link"):
        rels = (element.get("rel") or "").lower().split()
        url = page.absolute(element.get("href"))
        if url and "alternate" in rels and (element.get("type") or "").strip().lower() in FEED_TYPES:
            found.setdefault(url, Link(url=url, kind="feed", text=squeeze(element.get("title"))))
        elif url and "sitemap" in rels:
            found.setdefault(url, Link(url=url, kind="sitemap"))
    return tuple(found.values())


def teasers(links: Iterable[Link]) -> int:
    """Return how many of the links look like articles."""
    return sum(link.kind == "article?" for link in links)


def _anchors(page: Page) -> Iterator[Link]:
    site = site_of(page.base_url)
    next_url = page.absolute(next(iter(page.links.get("next", ())), None))
    if next_url and site_of(next_url) == site:
        yield Link(url=next_url, kind="next", score=ARTICLE_SCORE)
    for count, anchor in enumerate(page.tree.iter("a", "area")):
        if count == MAX_ANCHORS:
            return
        url = page.absolute(anchor.get("href"))
        if url and site_of(url) == site and is_page(url):
            link = _link(anchor, url, page.url)
            if link is not None:
                yield link


def _link(anchor: HtmlElement, url: str, page_url: str) -> Link | None:
    rels = set((anchor.get("rel") or "").lower().split())
    if rels & NOT_FOLLOWED:
        return None
    text = squeeze(str(anchor.text_content())[: MAX_TEXT * 4])
    text = text[:MAX_TEXT] if text else squeeze(anchor.get("title") or anchor.get("aria-label"))
    if "next" in rels or (text and NEXT_TEXT.match(text)) or is_next_page(url, page_url):
        return Link(url=url, kind="next", text=text, score=ARTICLE_SCORE)
    total = score(url, text) + _place(anchor)
    if total >= ARTICLE_SCORE:
        return Link(url=url, kind="article?", text=text, score=round(total, 1))
    return (
        Link(url=url, kind="listing?", text=text, score=round(total, 1))
        if _is_menu_entry(url, text)
        else None
    )


def _place(anchor: HtmlElement) -> float:
    tags = {ancestor.tag for ancestor in anchor.iterancestors()} | {child.tag for child in anchor}
    return IN_HEADING * bool(tags & HEADINGS) + IN_FRAME * bool(tags & FRAME_TAGS)


def _is_menu_entry(url: str, text: str | None) -> bool:
    shape = shape_of(url)
    if not text or len(text.split()) > MAX_MENU_WORDS or shape.service:
        return False
    return 0 < len(shape.segments) <= MAX_SECTION_DEPTH


def _rank(link: Link) -> tuple[int, float]:
    return {"article?": 2, "next": 3, "listing?": 1}.get(link.kind, 0), link.score

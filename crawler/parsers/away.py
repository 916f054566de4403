"""Away: what stands on an article's page without being of the article (comments, teasers, sidebars, footers)."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

# Names of classes and ids, a word each, as the blogs, shops and CMSs in use give them.
AWAY = re.compile(
    r"(?<![^\W_])(?:comments?|commentary|commentlist|kommentare?|reactions?|related|relateds|recommend(?:ed|ations?|s)?|sidebar|widgets?"
    r"|footer|teasers?|latest|recent|popular|trending|calendar|kalender|archives?|copyright|imprint|banner|menu|submenu|navi"
    r"|nav|navigation|navbar|navtop|promo|newsletter|rail|carousel|slider|splide|swiper|slick|disqus|respond|jumpbox|dropdown"
    r"|profile|postprofile|mostread|meistgelesen|outbrain|taboola|ticker|cookie|consent|breadcrumbs?|recirc|onward)(?![^\W_])"
    r"|[a-z](?:Comments?|Related|Recommended|Sidebar|Footer|Teaser|Carousel|Slider|Calendar|Menu|Newsletter)(?![a-z])"
    r"|related-|relat(?:ed)?(?:art|post|stor|news)|more-(?:stor|news|art|from|on)|read-?more|(?:read|see)-also|also-(?:read|like)|most-(?:read|popular|viewed)"
    r"|teaser-|-teaser|teaserbox|comment-|kommentar",
    re.IGNORECASE,
)
# Boxes that carry such a word and hold the article all the same: 'content has-sidebar', 'page with-comments'.
LAYOUT = re.compile(r"(?:has|with|no|without|hide|show|left|right|is)[-_]+\w+|\w+[-_](?:left|right|open|closed|enabled)", re.IGNORECASE)
AWAY_TAGS = frozenset({"aside", "footer", "nav", "select", "blockquote", "button", "dialog"})
MAX_LEVELS = 40

Around = frozenset[HtmlElement]
"""The elements that hold the headline: whatever their names say, the article is in them."""


def around(element: HtmlElement | None) -> Around:
    """Return an element with all that holds it; empty for None."""
    return frozenset() if element is None else frozenset([element, *element.iterancestors()])


def is_away(element: HtmlElement, held: Around = frozenset()) -> bool:
    """Tell whether an element stands in comments, teasers, sidebars or a footer, by the names of what holds it.

    `held` are the elements around the headline, which are never judged.
    """
    for depth, each in enumerate([element, *element.iterancestors()]):
        if depth == MAX_LEVELS or each in held or each.tag in {"body", "html"}:
            return False
        if each.tag in AWAY_TAGS or _is_named_away(each):
            return True
    return False


def _is_named_away(element: HtmlElement) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:300]
    return bool(AWAY.search(names)) and bool(AWAY.search(LAYOUT.sub("", names)))

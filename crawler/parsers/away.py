"""Away: what stands on an article's page without being of the article (comments, teasers, sidebars, footers)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import chain, islice

from lxml.html import HtmlElement

from crawler.parsers.name_words import NameWords, name_words

# Names of classes and ids, a word each, as the blogs, shops and CMSs in use give them: other articles and talk.
OTHERS = (
    r"(?<![^\W_])(?:comments|commentlist|kommentare|reactions|relateds?|recommend(?:ed|ations?|s)?|latest|recent|popular|trending"
    r"|carousel|slider|splide|swiper|slick|disqus|respond|postprofile|mostread|meistgelesen|outbrain|taboola|recirc|onward)(?![^\W_])"
    r"|[a-z](?:Comments|Related|Recommended|Carousel|Slider)(?![a-z])"
    r"|related-|relat(?:ed)?(?:art|post|stor|news)|more-(?:stor|news|art|from|on)|(?:read|see)-(?:also|more)|readmore|also-(?:read|like)"
    r"|most-(?:read|popular|viewed)"
)
# What is around the article: frames, menus, boxes of the site.
FRAME = (
    r"(?<![^\W_])(?:comment|sidebar|footer|teasers?|calendar|kalender|archives?|copyright|imprint|banner|menu|submenu|navi|navigation"
    r"|navbar|navtop|promo|newsletter|rail|jumpbox|dropdown|ticker|cookie|consent|breadcrumbs?)(?![^\W_])"
    r"|(?:^|\s)widget(?![^\W_])|[a-z](?:Comment|Sidebar|Footer|Teaser|Calendar|Menu|Newsletter)(?![a-z])|teaserbox"
)
# What each match of OTHERS or FRAME holds one of: looked for first, since literal words alone are found far faster.
OTHERS_STEMS = (
    "comment", "kommentar", "reaction", "relat", "recommend", "latest", "recent", "popular", "trending", "carousel",
    "slider", "splide", "swiper", "slick", "disqus", "respond", "postprofile", "most", "meistgelesen", "outbrain",
    "taboola", "recirc", "onward", "more", "also",
)  # fmt: skip
FRAME_STEMS = (
    "comment", "sidebar", "footer", "teaser", "calendar", "kalender", "archive", "copyright", "imprint", "banner",
    "menu", "nav", "promo", "newsletter", "rail", "jumpbox", "dropdown", "ticker", "cookie", "consent", "breadcrumb",
    "widget",
)  # fmt: skip
# Boxes that carry such a word and hold the article all the same: 'content has-sidebar', 'page with-comments'.
LAYOUT = re.compile(
    r"(?:has|with|no|without|hide|show|left|right|is)[-_]+\w+|\w+[-_](?:left|right|open|closed|enabled)",
    re.IGNORECASE,
)
AWAY_TAGS = frozenset({"aside", "footer", "nav", "select", "blockquote", "button", "dialog"})
OUTSIDE = frozenset({"body", "html"})
MAX_LEVELS = 40


AWAY = name_words(re.compile(f"{OTHERS}|{FRAME}", re.IGNORECASE), OTHERS_STEMS + FRAME_STEMS)
OTHER_ARTICLES = name_words(re.compile(OTHERS, re.IGNORECASE), OTHERS_STEMS)

Around = frozenset[HtmlElement]
"""The elements that hold the headline: whatever their names say, the article is in them."""


def around(element: HtmlElement | None) -> Around:
    """Return an element with all that holds it; empty for None."""
    return frozenset() if element is None else frozenset([element, *element.iterancestors()])


def is_away(element: HtmlElement, held: Around = frozenset()) -> bool:
    """Tell whether an element stands in comments, teasers, sidebars or a footer, by the names of what holds it.

    `held` are the elements around the headline, which are never judged.
    """
    return any(each.tag in AWAY_TAGS or _is_named(each, AWAY) for each in _judged(element, held))


def is_quoted_or_in(element: HtmlElement, held: Around, boxes: Collection[HtmlElement]) -> bool:
    """Tell whether an element stands in a quote, as a post that is shown does, or in one of some boxes."""
    return any(each.tag == "blockquote" or each in boxes for each in _judged(element, held))


def is_of_others(element: HtmlElement, held: Around, known: dict[HtmlElement, bool] | None = None) -> bool:
    """Tell whether an element stands among comments or other articles: the judgement for what is near the headline.

    Right below a headline, an `<aside>`, a footer or a teaser is the article's own: its byline or standfirst. `known`
    keeps the judgements on what holds the elements asked about.
    """
    known = {} if known is None else known
    path: list[HtmlElement] = []
    each: HtmlElement | None = element
    while each is not None and each not in held and each not in known and len(path) < MAX_LEVELS:
        path.append(each)
        each = each.getparent()
    others = known.get(each, False) if each is not None else False
    for each in reversed(path):
        others = known[each] = others or (each.tag not in OUTSIDE and _is_named(each, OTHER_ARTICLES))
    return others


def _judged(element: HtmlElement, held: Around) -> Iterator[HtmlElement]:
    for each in islice(chain([element], element.iterancestors()), MAX_LEVELS):
        if each in held or each.tag in OUTSIDE:
            return
        yield each


def _is_named(element: HtmlElement, told: NameWords) -> bool:
    get = element.get
    names, name = get("class"), get("id")
    return bool(names or name) and _says(told, f"{names or ''} {name or ''}"[:300])


# The same few hundred names stand on every page of a site.
@lru_cache(maxsize=16_384)
def _says(told: NameWords, names: str) -> bool:
    return told.are_in(names) and told.pattern.search(LAYOUT.sub("", names)) is not None

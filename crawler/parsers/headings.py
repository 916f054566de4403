"""Headings: which element of a page is the article's headline, judged by what the head of the page says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from lxml.html import HtmlElement

from crawler.page import Page
from crawler.parsers.address_words import plain, slug_words
from crawler.parsers.finder import Finder
from crawler.parsers.head_titles import clean_titles, head_titles
from crawler.parsers.heading_text import heading_text
from crawler.parsers.landmarks import elements_named, landmarks
from crawler.parsers.own_address import is_root, leads_home
from crawler.parsers.site_suffix import runs_of, site_names
from crawler.parsers.title_parts import compact, holds_site_name, is_site_name
from crawler.text import fold, words

# Where templates put the headline when not into <h1>.
TITLED = Finder(("title", "headline", "titel", "titulo", "titre"))
TITLED_TAGS = frozenset({"div", "p", "span", "a", "strong", "b", "td", "font"})
MAX_HEADINGS = 40
MAX_CHILDREN = 12
MAX_LEVELS = 6
# The share of words that heading and claim must have in common to be the same headline.
SAME = 0.6
SURELY = 0.85
# What a heading gets that holds a claim whole, or is held by one.
HELD = 0.84
# What a heading of a word or two gets that the address does not know.
THIN, FEW_WORDS = 0.4, 2
# Elements, classes and ids of what is beside an article on all pages of a site.
AWAY_TAGS = frozenset({"nav", "footer", "aside", "form", "dialog", "noscript", "template"})
AWAY_NAMES = frozenset(
    "sidebar sidepanel side-panel skiptranslate widget modal menu navigation navbar footer".split()
)


class Heading(NamedTuple):
    """An element that may be the headline."""

    element: HtmlElement
    text: str
    """Its text without an overline inside it."""
    match: float
    """How well the head's titles agree with it, from 0 to 1."""
    is_behind: bool = False
    """Whether only a part agrees that stands behind another one, and the address does not know it: a blog's name, the
    section, or a headline behind them."""


def main_heading(page: Page) -> Heading | None:
    """Return the article's heading, None where no element can be it.

    In this order: an `<h1>` that a title of the head repeats; the `<h1>` that the titles of the head agree with best;
    another element that they or the words of the address agree with almost wholly; the first `<h1>` that is neither
    the site's name nor in navigation. An `<h1>` of a word or two that the address does not know ('News') waits until
    the others were asked, one on the path to the page until the heading below it was.
    """
    every = list(_texts(page.once(landmarks).tags.get("h1", []), page))
    on_path = [each for each in every if _is_on_path(each[0])]
    if repeated := _repeated([each for each in every if each not in on_path], page):
        return repeated
    return _below_path([text for _, text in on_path], page) or _most_alike(every, page)


def _below_path(on_path: Sequence[str], page: Page) -> Heading | None:
    """Return the headline of a page that has another one, for search engines, as the end of the path that leads to it.

    'Home › Sport › Basketball: how the final was won' in `<h1>`, and 'A night to remember' in `<h2>` for the readers,
    with or without an overline; the titles of the head have both.
    """
    if not on_path:
        return None
    known = {compact(text) for text in on_path}
    keys = [
        claim.key
        for claim in page.once(clean_titles)
        if claim.name in {"og:title", "headline"}
        and claim.key not in known
        and len(words(claim.text)) > FEW_WORDS
    ]
    found = (
        ((element, text, compact(text)) for element, text in _texts(_untagged(page), page)) if keys else ()
    )
    return next((Heading(e, text, 1.0) for e, text, mine in found if any(map(mine.endswith, keys))), None)


def _most_alike(first: Sequence[tuple[HtmlElement, str]], page: Page) -> Heading | None:
    """Return the `<h1>` or other heading that the titles of the head and the address agree with best."""
    marks = _marks(page)
    judged = [_judged(element, text, marks) for element, text in first]
    best = max(judged, key=lambda heading: heading.match, default=None)
    is_branded = best is not None and best.match < 1 and holds_site_name(best.text, page.once(site_names))
    if best and best.match >= SAME and not best.is_behind and not is_branded:
        return best
    others = [_judged(element, text, marks) for element, text in _texts(_untagged(page), page)]
    if best and best.match >= SAME:
        # 'Tide - Ada's blog', with the blog's name in <h1> and the headline in <h2> or <h3>; or both in <h1>.
        least = 0 if is_branded else len(compact(best.text))
        others = [h for h in others if not h.is_behind and len(compact(h.text)) > least]
    other = max(others, key=lambda heading: (heading.match, not heading.is_behind), default=None)
    if other and other.match >= SURELY:
        return other
    return best if best and best.match >= THIN else next((h for h in judged if not _is_away(h.element)), None)


def _texts(elements: Sequence[HtmlElement], page: Page) -> Iterator[tuple[HtmlElement, str]]:
    """Yield the elements that may be headings with their texts: neither the site's name nor its logo."""
    names = page.once(site_names)
    for element in elements[: MAX_HEADINGS * 3]:
        text = heading_text(element)
        if text and not is_site_name(text, names) and not _is_logo(element, page.url):
            yield element, text


def _repeated(headings: Sequence[tuple[HtmlElement, str]], page: Page) -> Heading | None:
    """Return the first heading of some words that a title of the head repeats: most pages need no other judgement."""
    keys = {claim.key for claim in page.once(clean_titles)}
    return next(
        (
            Heading(element, text, 1.0)
            for element, text in headings
            if compact(text) in keys and len(words(text)) > 2
        ),
        None,
    )


def _untagged(page: Page) -> list[HtmlElement]:
    """Return the elements besides `<h1>` that may hold the headline, smaller headings and properties first."""
    marks = page.once(landmarks)
    found = [element for tag in ("h2", "h3") for element in marks.tags.get(tag, [])[:MAX_HEADINGS]]
    found += [element for name in ("headline", "name") for element in marks.properties.get(name, [])[:4]]
    named = elements_named(page, TITLED, MAX_HEADINGS)
    return found + [
        element for element in named if element.tag in TITLED_TAGS and len(element) <= MAX_CHILDREN
    ]


class Marks(NamedTuple):
    """What a heading is judged by."""

    claims: tuple[frozenset[str], ...]
    """The words of all that the headline may read by the titles of the head."""
    behind: frozenset[frozenset[str]]
    """Those of them that no title of the head begins with."""
    slug: frozenset[str]
    """The words of the address, when it has enough of them."""
    address: str
    """The letters and digits of the address."""


def _marks(page: Page) -> Marks:
    """Return what the head says and what the address says: each title whole, and its parts but the site's."""
    names = page.once(site_names)
    texts_said = dict.fromkeys(claim.text for claim in page.once(head_titles))
    runs = dict.fromkeys(run for text in texts_said for run in runs_of(text) if not is_site_name(run, names))
    claims = {run: frozenset(words(fold(run))) for run in runs if run}
    begun = {said for run, said in claims.items() if any(text.startswith(run) for text in texts_said)}
    return Marks(
        claims=tuple(dict.fromkeys(claims.values())),
        behind=frozenset(claims.values()) - begun,
        slug=slug_words(page.url),
        address=compact(page.url),
    )


def _judged(element: HtmlElement, text: str, marks: Marks) -> Heading:
    mine = frozenset(words(fold(text)))
    alike = ((_alike(mine, claim), claim) for claim in marks.claims)
    said, best = max(alike, key=itemgetter(0), default=(0.0, frozenset[str]()))
    common = len(frozenset(words(plain(text))) & marks.slug) if marks.slug else 0
    match = _match(mine, said, common, marks)
    if best not in marks.behind:
        return Heading(element, text, match)
    # A menu's 'Local' is a part of <title> too, and of an address in that section.
    is_thin = len(mine) <= FEW_WORDS and element.tag != "h1"
    is_known = bool(common) or compact(text) in marks.address
    return Heading(element, text, min(match, THIN) if is_thin else match, is_behind=not is_known)


def _match(mine: frozenset[str], said: float, common: int, marks: Marks) -> float:
    """Return how well a heading's words agree with what is said, or with the words that it has of the address."""
    if not marks.slug:
        return said
    known = 2 * common / (len(mine) + len(marks.slug)) if mine else 0.0
    # 'News', 'Local' or the site's motto are parts of <title> too: too short to be sure of, when the address differs.
    said = min(said, THIN) if len(mine) <= FEW_WORDS and not common else said
    return max(said, known)


def _is_logo(element: HtmlElement, url: str) -> bool:
    """Tell whether a heading is a link to the site's home, on any page but that."""
    links = [] if is_root(url) else [element.getparent(), *islice(element.iterdescendants("a"), MAX_CHILDREN)]
    return any(link is not None and link.tag == "a" and leads_home(link.get("href"), url) for link in links)


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the Dice coefficient of two sets of words.

    Kicker and headline in one heading are still alike: the shorter one counts, if it has words enough.
    """
    common = len(one & other)
    if not common:
        return 0.0
    dice = 2 * common / (len(one) + len(other))
    held = common == min(len(one), len(other)) and common >= 4
    return max(dice, HELD) if held else dice


def _is_on_path(element: HtmlElement) -> bool:
    """Tell whether an element is of the path that leads from the first page to this one."""
    around = [element, *islice(element.iterancestors(), MAX_LEVELS)]
    return any("breadcrumb" in " ".join(each.attrib.values()).lower() or each.tag == "nav" for each in around)


def _is_away(element: HtmlElement) -> bool:
    return any(
        each.tag in AWAY_TAGS or not AWAY_NAMES.isdisjoint(_names(each)) for each in element.iterancestors()
    )


def _names(element: HtmlElement) -> list[str]:
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower().split()

"""Headings: which element of a page is the article's headline, judged by what the head of the page says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import unquote

from lxml.html import HtmlElement

from crawler.page import Page
from crawler.parsers.landmarks import elements_named, landmarks
from crawler.parsers.own_address import is_root, leads_home
from crawler.parsers.site_suffix import runs_of, site_names
from crawler.parsers.structured import main_nodes, texts
from crawler.parsers.title_parts import is_site_name
from crawler.text import fold, squeeze, words

# Where templates put the headline when not into <h1>.
TITLED = re.compile(r"title|headline|titel|titulo|titre", re.IGNORECASE)
TITLED_TAGS = frozenset({"div", "p", "span", "a", "strong", "b", "td", "font"})
MAX_HEADINGS = 40
MAX_CHILDREN = 12
MAX_CHARS = 400
# The share of words that heading and claim must have in common to be the same headline.
SAME = 0.6
SURELY = 0.85
# What a heading of a word or two gets that the address does not know.
THIN = 0.4
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "a", "ø": "o", "æ": "ae"})
# What an overline leaves behind before the headline.
DANGLING = " :–—-|/•·"
BREAKS = frozenset({"br", "div", "p"})
NO_HEADLINE = frozenset({"small", "time", "button", "svg", "style", "script"})
# Overlines that are printed inside the heading; names of classes from the CMSs in use.
KICKER_CLASS = re.compile(
    r"kicker|overline|dachzeile|topline|roofline|spitzmarke|eyebrow|catchline|pre-?title|pre-?headline|supertitle|surtitre"
    r"|over-?title|label|category|section|rubric|antetitulo|occhiello|strapline|hidden|sr-only|visually|screen-reader"
    r"|badge|icon|flag|tag\b|date|byline|author|meta\b",
    re.IGNORECASE,
)
AWAY_TAGS = frozenset({"nav", "footer", "aside", "form", "dialog", "noscript", "template"})


class Heading(NamedTuple):
    """An element that may be the headline."""

    element: HtmlElement
    text: str
    """Its text without an overline inside it."""
    match: float
    """How well the head's titles agree with it, from 0 to 1."""


class Claim(NamedTuple):
    """A title that the head of the page or structured data gives."""

    text: str
    source: str


def head_titles(page: Page) -> tuple[Claim, ...]:
    """Return the titles of Open Graph, JSON-LD, Twitter, other meta elements and `<title>`, as written."""
    found = [Claim(text, "meta") for text in page.meta.get("og:title", ())[:1]]
    found += [
        Claim(text, "json-ld")
        for node in page.once(main_nodes)[:1]
        for text in texts(node.get("headline"))[:1]
    ]
    found += [Claim(text, "meta") for text in page.meta.get("twitter:title", ())[:1]]
    for name in ("dc.title", "dcterms.title", "parsely-title", "sailthru.title", "title"):
        found += [Claim(text, "meta") for text in page.meta.get(name, ())[:1]]
    title = next(
        (squeeze("".join(each.itertext())[: MAX_CHARS * 4]) for each in page.tree.iter("title")), None
    )
    return tuple(c for c in [*found, *([Claim(title, "dom")] if title else [])] if len(c.text) <= MAX_CHARS)


def main_heading(page: Page) -> Heading | None:
    """Return the article's heading, None where no element can be it.

    In this order: the `<h1>` that the titles of the head agree with best; another element that they or the words of
    the address agree with almost wholly; the first `<h1>` that is neither the site's name nor in navigation. An
    `<h1>` of a word or two that the address does not know ('News') waits until the others were asked.
    """
    marks = Marks(names=page.once(site_names), claims=_targets(page), slug=slug_words(page.url), url=page.url)
    first = list(_headings(page.once(landmarks).tags.get("h1", []), marks))
    best = max(first, key=lambda h: h.match, default=None)
    if best and best.match >= SAME:
        return best
    others = max(_headings(_untagged(page), marks), key=lambda h: h.match, default=None)
    if others and others.match >= SURELY:
        return others
    return best if best and best.match >= THIN else next((h for h in first if not _is_away(h.element)), None)


def _untagged(page: Page) -> list[HtmlElement]:
    """Return the elements besides `<h1>` that may hold the headline, smaller headings and properties first."""
    marks = page.once(landmarks)
    found = [element for tag in ("h2", "h3") for element in marks.tags.get(tag, [])[:MAX_HEADINGS]]
    found += [element for name in ("headline", "name") for element in marks.properties.get(name, [])[:4]]
    named = elements_named(page, TITLED, MAX_HEADINGS)
    return found + [
        element for element in named if element.tag in TITLED_TAGS and len(element) <= MAX_CHILDREN
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What a heading is judged by."""

    names: tuple[str, ...]
    """What the site calls itself, compacted."""
    claims: tuple[frozenset[str], ...]
    """The words of all that the headline may read by the titles of the head."""
    slug: frozenset[str]
    """The words of the address, when it has enough of them."""
    url: str
    """The page's address."""


def slug_words(url: str) -> frozenset[str]:
    """Return the words of an address's wordiest part, empty when no part has three.

    >>> sorted(slug_words("https://news.example/2025/the-tide-came-4711.html"))
    ['came', 'the', 'tide']
    """
    parts = re.split(r"[/?&=]", unquote(url[:1_000]).split("://", 1)[-1])[1:]
    slugs = [[word for word in words(plain(part)) if not any(c.isdigit() for c in word)] for part in parts]
    best = max(slugs, key=len, default=[])
    return frozenset(best) - {"html", "htm", "php"} if len(best) >= 3 else frozenset()


def plain(text: str) -> str:
    """Return a text as addresses spell it: folded, umlauts in two letters, other accents dropped.

    >>> plain("Küste à Malmö")
    'kueste a malmoe'
    """
    text = fold(text).translate(UMLAUTS)
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _targets(page: Page) -> tuple[frozenset[str], ...]:
    """Return the words of all that a headline may read by the claims: each whole, and its parts but the site's."""
    names = page.once(site_names)
    texts_said = dict.fromkeys(claim.text for claim in page.once(head_titles))
    runs = dict.fromkeys(run for text in texts_said for run in runs_of(text) if not is_site_name(run, names))
    return tuple({frozenset(words(fold(run))): None for run in runs if run})


def _headings(elements: Sequence[HtmlElement], marks: Marks) -> Iterator[Heading]:
    for element in elements[: MAX_HEADINGS * 3]:
        text = heading_text(element)
        if (
            text
            and len(text) <= MAX_CHARS
            and not is_site_name(text, marks.names)
            and not _is_logo(element, marks)
        ):
            yield Heading(element, text, _match(text, marks))


def _match(text: str, marks: Marks) -> float:
    mine = frozenset(words(fold(text)))
    said = max((_alike(mine, claim) for claim in marks.claims), default=0.0)
    if not marks.slug:
        return said
    common = len(frozenset(words(plain(text))) & marks.slug)
    known = 2 * common / (len(mine) + len(marks.slug)) if mine else 0.0
    # 'News', 'Local' or the site's motto are parts of <title> too: too short to be sure of, when the address differs.
    said = min(said, THIN) if len(mine) <= 2 and not common else said
    return max(said, known)


def _is_logo(element: HtmlElement, marks: Marks) -> bool:
    """Tell whether a heading is a link to the site's home, on any page but that."""
    links = [] if is_root(marks.url) else [element.getparent(), *element.iterdescendants("a")]
    return any(
        link is not None and link.tag == "a" and leads_home(link.get("href"), marks.url) for link in links
    )


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the Dice coefficient of two sets of words.

    Kicker and headline in one heading are still alike: the shorter one counts, if it has words enough.
    """
    common = len(one & other)
    if not common:
        return 0.0
    dice = 2 * common / (len(one) + len(other))
    held = common == min(len(one), len(other)) and common >= 4
    return max(dice, 0.84) if held else dice


def heading_text(element: HtmlElement) -> str | None:
    """Return a heading's text without the overlines, labels and hidden words inside it."""
    whole = squeeze("".join(element.itertext()))
    if len(element) == 0 or whole is None or len(whole) > MAX_CHARS:
        return whole
    text = squeeze("".join(_parts(element, 0)))
    if text is None or text == whole:
        return whole
    return text.lstrip(DANGLING) or whole


def whole_text(element: HtmlElement) -> str | None:
    """Return a heading's text with all that is printed inside it."""
    return squeeze(" ".join(element.itertext()))


def _parts(element: HtmlElement, depth: int) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if not KICKER_CLASS.search(child.get("class") or "") and child.tag not in NO_HEADLINE:
            yield " " if child.tag in BREAKS else ""
            yield from _parts(child, depth + 1) if depth < 8 else child.itertext()
            yield " " if child.tag in BREAKS else ""
        yield child.tail or ""


def _is_away(element: HtmlElement) -> bool:
    return any(ancestor.tag in AWAY_TAGS for ancestor in element.iterancestors())

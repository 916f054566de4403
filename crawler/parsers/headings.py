"""Headings: which element of a page is the article's headline, judged by what the head of the page says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml.etree import XPath
from lxml.html import HtmlElement

from crawler.page import Page
from crawler.parsers.site_suffix import is_site_name, runs_of, site_names
from crawler.parsers.structured import main_nodes, texts
from crawler.text import fold, squeeze, words

H1 = XPath("//h1", smart_strings=False)
# Where templates put the headline when not into <h1>.
OTHERS = XPath(
    "//h2 | //h3 | //*[@itemprop='headline' or @itemprop='name'] | //*[@role='heading']"
    " | //*[self::div or self::p or self::span or self::a or self::strong or self::td]"
    "[contains(@class, 'title') or contains(@class, 'headline') or contains(@id, 'title') or contains(@id, 'headline')]",
    smart_strings=False,
)
MAX_HEADINGS = 40
MAX_CHARS = 400
# The share of words that heading and claim must have in common to be the same headline.
SAME = 0.6
SURELY = 0.85
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
        Claim(text, "json-ld") for node in main_nodes(page)[:1] for text in texts(node.get("headline"))[:1]
    ]
    found += [Claim(text, "meta") for text in page.meta.get("twitter:title", ())[:1]]
    for name in ("dc.title", "dcterms.title", "parsely-title", "sailthru.title", "title"):
        found += [Claim(text, "meta") for text in page.meta.get(name, ())[:1]]
    title = next((squeeze("".join(each.itertext())) for each in page.tree.iter("title")), None)
    return tuple(c for c in [*found, *([Claim(title, "dom")] if title else [])] if len(c.text) <= MAX_CHARS)


def main_heading(page: Page) -> Heading | None:
    """Return the article's heading: the `<h1>` that the head's titles agree with best, else another element they
    agree with almost wholly, else the first `<h1>` that is neither the site's name nor in navigation.
    """
    names = site_names(page)
    claims = _targets(head_titles(page), names)
    first = list(_headings(H1(page.tree), claims, names))
    best = max(first, key=lambda h: h.match, default=None)
    if best and best.match >= SAME:
        return best
    others = max(_headings(OTHERS(page.tree), claims, names), key=lambda h: h.match, default=None)
    if others and others.match >= SURELY:
        return others
    return next((h for h in first if not _is_away(h.element)), None)


def _targets(claims: Sequence[Claim], names: Sequence[str]) -> list[frozenset[str]]:
    """Return the words of all that a headline may read by the claims: each whole, and its parts but the site's."""
    runs = dict.fromkeys(
        fold(run) for claim in claims for run in runs_of(claim.text) if not is_site_name(run, names)
    )
    return [frozenset(words(run)) for run in runs if run]


def _headings(
    elements: Sequence[HtmlElement], claims: Sequence[frozenset[str]], names: Sequence[str]
) -> Iterator[Heading]:
    for element in elements[:MAX_HEADINGS]:
        text = heading_text(element)
        if text and len(text) <= MAX_CHARS and not is_site_name(text, names):
            mine = frozenset(words(fold(text)))
            yield Heading(element, text, max((_alike(mine, claim) for claim in claims), default=0.0))


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
    parts: list[str] = [element.text or ""]
    for child in element:
        if not (
            KICKER_CLASS.search(child.get("class") or "")
            or child.tag in {"small", "time", "button", "svg", "style", "script"}
        ):
            parts.append(heading_text(child) or "" if len(child) else "".join(child.itertext()))
            if child.tag in {"br", "div", "p", "span"}:
                parts.append(" " if child.tag != "span" else "")
        parts.append(child.tail or "")
    return squeeze("".join(parts)) or squeeze("".join(element.itertext()))


def _is_away(element: HtmlElement) -> bool:
    return any(ancestor.tag in AWAY_TAGS for ancestor in element.iterancestors())

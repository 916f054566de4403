"""Cards: a block's elements in; the links that may lead to articles, and which element is whose teaser, out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from itertools import islice
from typing import Final

from lxml.html import HtmlElement

from crawler.parsers.inner_texts import inner_text
from crawler.parsers.related.targets import Target, is_paid, looks_like_section
from crawler.text import squeeze, words

# 'Politics', 'Middle East': so much and no more says a kicker.
KICKER_WEIGHT: Final = 3


def anchors_of(
    elements: Iterable[HtmlElement], target_of: Callable[[str | None], Target | None], limit: int
) -> dict[HtmlElement, Target]:
    """Return the links that may lead to articles, in page order; at most `limit` links are looked at."""
    anchors: dict[HtmlElement, Target] = {}
    for root in elements:
        for anchor in islice(root.iter("a"), limit):
            target = target_of(anchor.get("href"))
            if target is not None and not is_paid(anchor):
                anchors[anchor] = target
    return anchors


def without_kickers(
    anchors: Mapping[HtmlElement, Target], headlines: Set[str]
) -> Mapping[HtmlElement, Target]:
    """Leave out the links to an address that may be a section's where none of them says more than a word or two.

    That is a teaser's kicker, unless its key is among those that are known for `headlines`.
    """
    vague = {target.url: target.key for target in anchors.values() if looks_like_section(target.url)}
    sections = set(vague.values()) - headlines
    if not sections:
        return anchors
    longest: dict[str, int] = {}
    for anchor, target in anchors.items():
        if target.key in sections:
            longest[target.key] = max(longest.get(target.key, 0), weight_of(said(anchor)))
    return {
        anchor: target
        for anchor, target in anchors.items()
        if target.key not in sections or longest[target.key] > KICKER_WEIGHT or target.url not in vague
    }


def said(anchor: HtmlElement) -> str | None:
    """Return what a link says, or its name."""
    return squeeze(inner_text(anchor)) or squeeze(anchor.get("title") or anchor.get("aria-label"))


def weight_of(text: str | None) -> int:
    """Return how much a link's text says: its words, and a long word's letters, since some scripts have no spaces.

    >>> weight_of("Ferry runs again"), weight_of(None)
    (3, 0)
    """
    return max(len(words(text)), len(text) // 6) if text else 0


def owners_of(
    anchors: Mapping[HtmlElement, Target], roots: Iterable[HtmlElement]
) -> dict[HtmlElement, str | None]:
    """Return for each element around links the key of the only article, None where there are several."""
    tops = set(roots)
    owners: dict[HtmlElement, str | None] = {}
    for anchor, target in anchors.items():
        element: HtmlElement | None = anchor
        while element is not None and (element not in owners or owners[element] not in (None, target.key)):
            owners[element] = None if element in owners else target.key
            if element in tops:
                break
            element = element.getparent()
    return owners

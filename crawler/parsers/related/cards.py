"""Cards: a block's elements in; the links that may lead to articles, and which element is whose teaser, out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
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
    """Return the links that may lead to articles, in page order; at most `limit` links are looked at.

    Where no link to an address says more than a word or two, and the address may be a section's, it is left out:
    that is a teaser's kicker.
    """
    anchors: dict[HtmlElement, Target] = {}
    for root in elements:
        for anchor in islice(root.iter("a"), limit):
            target = target_of(anchor.get("href"))
            if target is not None and not is_paid(anchor):
                anchors[anchor] = target
    vague = {target.url: target.key for target in anchors.values() if looks_like_section(target.url)}
    if not vague:
        return anchors
    sections = set(vague.values())
    longest: dict[str, int] = {}
    for anchor, target in anchors.items():
        if target.key in sections:
            longest[target.key] = max(longest.get(target.key, 0), _weight(_said(anchor)))
    return {
        anchor: target
        for anchor, target in anchors.items()
        if longest.get(target.key, 0) > KICKER_WEIGHT or target.url not in vague
    }


def _said(anchor: HtmlElement) -> str | None:
    return squeeze(inner_text(anchor)) or squeeze(anchor.get("title") or anchor.get("aria-label"))


def _weight(text: str | None) -> int:
    """Return how much a link's text says: its words, and a long word's letters, since some scripts have no spaces."""
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

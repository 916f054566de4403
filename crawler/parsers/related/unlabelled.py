"""Teasers without a label: a page in, those between the article's paragraphs or in a group behind them out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final, Literal

from lxml.html import HtmlElement

from crawler.page import Page
from crawler.parsers.body.blocks import blocks_of
from crawler.parsers.body.segmentation import Frames
from crawler.parsers.inner_texts import inner_text
from crawler.parsers.related.extent import linked_share
from crawler.parsers.related.labels import role_of
from crawler.parsers.related.marks import HEADINGS
from crawler.parsers.related.pieces import MIN_PARAGRAPH, SILENT
from crawler.parsers.related.teaser_dates import looks_like_date
from crawler.text import words

# Bounds for hostile pages.
MAX_PARAGRAPHS: Final = 400
MAX_CHILDREN: Final = 1_000
MAX_SIBLINGS: Final = 60
MAX_CLIMB: Final = 6
MAX_CONTAINERS: Final = 20
# A headline without a heading's tag has at least so many words.
MIN_HEADLINE: Final = 5
# Fewer alike are no group.
MIN_GROUP: Final = 3
# A card with a date below its headline needs fewer.
MIN_DATED: Final = 3
CARDS: Final = frozenset(("div", "aside", "article", "section", "figure"))
LISTS: Final = frozenset(("ul", "ol"))
GROUPS: Final = (CARDS - {"figure"}) | LISTS
MAX_ANCHORS: Final = 8
# Elements of a card that are looked at for what their classes say.
MAX_PARTS: Final = 30
# A card says its headline, perhaps a kicker and a sentence; a list of links nothing else.
MAX_CARD_TEXT: Final = 300
# The same where its classes name the parts: some print the headline twice, for two widths of screen.
MAX_TITLED_TEXT: Final = 500
LIST_SHARE: Final = 0.95
CARD_SHARE: Final = 0.6


def unlabelled_teasers(page: Page) -> Iterator[tuple[HtmlElement, Literal["inset", "group"]]]:
    """Yield cards of one link and lists of nothing but links among the paragraphs, and groups of cards behind them."""
    containers = _containers(page.once(blocks_of).frames)
    for container in containers:
        yield from ((inset, "inset") for inset in _between(container))
    if containers:
        yield from ((element, "group") for element in _behind(containers[0]) if _is_group(element))


def _containers(frames: Frames) -> list[HtmlElement]:
    """Return the elements with paragraphs of the article, the one with the most first.

    A text that cards and advertisements cut into parts stands in several; they are alike.
    """
    parents: dict[HtmlElement, int] = {}
    paragraphs = (frame for frame, tag in enumerate(frames.tags) if tag == "p")
    for frame in islice(paragraphs, MAX_PARAGRAPHS):
        if _is_long(paragraph := frames.elements[frame]) and (parent := paragraph.getparent()) is not None:
            parents[parent] = parents.get(parent, 0) + 1
    if not parents:
        return []
    most = max(parents, key=parents.__getitem__)
    names = most.tag, most.get("class")
    alike = (
        parent for parent in parents if parent is not most and (parent.tag, parent.get("class")) == names
    )
    return [most, *islice(alike, MAX_CONTAINERS)] if names[1] else [most]


def _between(container: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the cards and lists of links between the first and the last paragraph."""
    children = list(islice(container, MAX_CHILDREN))
    first = next((at for at, child in enumerate(children) if _is_paragraph(child)), len(children))
    last = next((at for at in range(len(children) - 1, first, -1) if _is_paragraph(children[at])), first)
    for child in children[first + 1 : last]:
        tag = child.tag
        if (tag in CARDS and _is_card(child)) or (tag in LISTS and _is_link_list(child)):
            yield child


def _is_paragraph(element: HtmlElement) -> bool:
    return element.tag == "p" and _is_long(element) and linked_share(element) < CARD_SHARE


def _is_long(paragraph: HtmlElement) -> bool:
    """Tell whether a paragraph says enough, by the text before its first child where that tells it."""
    if len(paragraph.text or "") >= MIN_PARAGRAPH:
        return True
    return len(paragraph) > 0 and len(inner_text(paragraph)) >= MIN_PARAGRAPH


def _is_card(element: HtmlElement) -> bool:
    anchors = [anchor for anchor in islice(element.iter("a"), MAX_ANCHORS) if not _is_kicker(anchor, element)]
    if (
        len({anchor.get("href") for anchor in anchors}) != 1
        or next(element.iter("form", "iframe", "blockquote", "figcaption"), None) is not None
    ):
        return False
    # A picture with its caption is no teaser: a headline stands in a heading, or at the top with a summary below.
    text = _said(element)
    linked = len(" ".join(map(_said, anchors)))
    share = min(1.0, linked / max(1, len(text)))
    if next(element.iter(*HEADINGS), None) is not None:
        return share >= CARD_SHARE and len(text) <= MAX_CARD_TEXT
    headline = next((said for anchor in anchors if (said := _said(anchor))), "")
    return (
        _is_headline(headline, text, element)
        and len(text) * (1 - share) <= MAX_CARD_TEXT
        and role_of(element.get("class") or "") is None
    )


def _is_headline(linked: str, text: str, card: HtmlElement) -> bool:
    """Tell whether what a card links is a headline: some words at its top, or with a title's class and a kicker's.

    Fewer words will do where nothing but a date stands below.
    """
    if not linked[:1].isalnum():
        return False
    least = MIN_DATED if looks_like_date(text.removeprefix(linked).strip()) else MIN_HEADLINE
    if text.startswith(linked) and len(words(linked)) >= least:
        return True
    return len(text) <= MAX_TITLED_TEXT and _has_title(card)


def _is_kicker(anchor: HtmlElement, card: HtmlElement) -> bool:
    """Tell whether a link, or the element right around it, is classed as the overline."""
    parent = anchor.getparent()
    around = (anchor,) if parent is None or parent is card else (anchor, parent)
    return any(role_of(each.get("class") or "") == "kicker" for each in around)


def _has_title(element: HtmlElement) -> bool:
    """Tell whether a part of a card is classed as its title, and it has one of another kind: a kicker, a summary."""
    roles = {
        role_of(names)
        for part in islice(element.iterdescendants(), MAX_PARTS)
        if (names := part.get("class"))
    }
    return "title" in roles and not roles.isdisjoint(("kicker", "summary", "date"))


def _said(element: HtmlElement) -> str:
    """Return the text a reader sees: some templates have a <style> in each card."""
    if next(element.iter("style", "script"), None) is None:
        return " ".join(inner_text(element).split())
    said = (part for part in element.iter() if part.tag not in SILENT)
    texts = (text for part in said for text in (part.text, *(child.tail for child in part)) if text)
    return " ".join(" ".join(texts).split())


def _is_link_list(element: HtmlElement) -> bool:
    return len(element) > 1 and linked_share(element) >= LIST_SHARE


def _behind(container: HtmlElement) -> Iterator[HtmlElement]:
    """Yield what follows the text inside its <article>: what stands behind that may be any list of the site."""
    element: HtmlElement | None = container
    for _ in range(MAX_CLIMB):
        if element is None or element.tag in ("article", "body"):
            return
        parent = element.getparent()
        if parent is None or next(parent.iterancestors("article"), parent).tag != "article":
            return
        yield from islice(element.itersiblings(), MAX_SIBLINGS)
        element = parent


def _is_group(element: HtmlElement) -> bool:
    """Tell whether an element is nothing but teasers alike, each with a link and a headline, a picture or a text."""
    if element.tag not in GROUPS:
        return False
    children = [child for child in islice(element, MAX_SIBLINGS) if child.tag not in SILENT]
    return (
        len(children) >= MIN_GROUP
        and len({(child.tag, child.get("class")) for child in children}) == 1
        and all(len(child) > 0 and _holds(child, "a") for child in children)
        and all(_holds(child, "img", "p") for child in children)
        and not _holds(element, "form")
    )


def _holds(element: HtmlElement, *tags: str) -> bool:
    return next(element.iterdescendants(*tags), None) is not None

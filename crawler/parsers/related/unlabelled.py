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
CARDS: Final = frozenset(("div", "aside", "article", "section"))
LISTS: Final = frozenset(("ul", "ol"))
GROUPS: Final = CARDS | LISTS
# A card says its headline, perhaps a kicker and a sentence; a list of links nothing else.
MAX_CARD_TEXT: Final = 300
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
    hrefs = {anchor.get("href") for anchor in islice(element.iter("a"), 8)}
    if len(hrefs) != 1 or next(element.iter("form", "iframe", "blockquote", "figcaption"), None) is not None:
        return False
    # A picture with its caption is no teaser: a headline stands in a heading, or at the top with a summary below.
    text = _said(element)
    linked = len(" ".join(map(_said, islice(element.iter("a"), 8))))
    share = min(1.0, linked / max(1, len(text)))
    if next(element.iter(*HEADINGS), None) is not None:
        return share >= CARD_SHARE and len(text) <= MAX_CARD_TEXT
    headline = next((said for a in element.iter("a") if (said := _said(a))), "")
    return (
        len(words(headline)) >= MIN_HEADLINE
        and headline[0].isalnum()
        and text.startswith(headline)
        and len(text) * (1 - share) <= MAX_CARD_TEXT
        and role_of(element.get("class") or "") is None
    )


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

"""Blocks: a page in, the places out that hold related links and nothing of the article."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Final, Literal, NamedTuple

from lxml.html import HtmlElement

from crawler.page import Page
from crawler.parsers.inner_texts import inner_text
from crawler.parsers.related.in_line import is_told
from crawler.parsers.related.inner_text import first_text, is_longer
from crawler.parsers.related.labels import (
    MAX_LABEL,
    begins_in_line,
    class_verdict,
    may_announce,
    may_be_label,
    split_line,
    verdict_of,
)
from crawler.parsers.related.marks import HEADINGS, LABELS, marked_elements
from crawler.text import words

# Elements that hold the page or the article: never a block, whatever their class says.
PAGE: Final = frozenset(("html", "body", "main"))
MAX_CLIMB: Final = 10
# 'Read the full story': more words than these are a headline.
MORE_WORDS: Final = 4
# Letters in a link with a label; one that is never closed holds the rest of the page.
MAX_IN_LINK: Final = 2_000
# Links of one teaser: picture, headline, 'more', author.
MAX_OF_ONE: Final = 6
LINES: Final = frozenset(("p", "li", "em", "strong", "i", "b", "u", "span", "font", "small"))
# Letters in a line of a label and a headline, and how much of what stands behind the label is linked.
MAX_LINE: Final = 400
MOSTLY: Final = 0.8
# Anchors that are looked at in an element to see whether one may lead to an article.
MAX_LOOKS: Final = 40
# A label's own wrapper says little more than the label: a link to the whole section, a count.
MAX_BRANCH: Final = 2 * MAX_LABEL
MAX_DEPTH: Final = 40
MAX_BLOCKS: Final = 60
MAX_SIBLINGS: Final = 200
# Elements in a heading; one that is never closed holds the rest of the page, and a thousand of them all of it each.
MAX_IN_HEADING: Final = 60
# Of the elements worth a close look; the busiest honest pages have some hundred.
MAX_MARKED: Final = 5_000

LeadsOn = Callable[[HtmlElement], bool]


class _Links(dict[HtmlElement, bool]):
    """Element → whether one of its first links may lead to an article; labels side by side ask of the same ones."""

    def __init__(self, leads_on: LeadsOn) -> None:
        super().__init__()
        self.leads_on = leads_on

    def __missing__(self, element: HtmlElement) -> bool:
        self[element] = found = any(map(self.leads_on, islice(element.iter("a"), MAX_LOOKS)))
        return found


class Block(NamedTuple):
    """A place that may hold related links."""

    elements: tuple[HtmlElement, ...]
    """The whole element, or the label's element and the siblings behind it."""
    why: Literal["label", "class", "text", "inset", "group", "topic"]
    """Found by a label before it, by its class, by a label inside the link's own text, or without any label."""
    label: HtmlElement | None


def candidate_blocks(page: Page, leads_on: LeadsOn) -> Iterator[Block]:
    """Yield the places in page order, at most MAX_BLOCKS; later ones may lie inside earlier ones.

    `leads_on` tells whether a link may lead to an article.
    """
    found = 0
    links = _Links(leads_on)
    marked = marked_elements(page)
    for element in islice(marked.elements, MAX_MARKED):
        block = _block_at(element, element in marked.named, links)
        if block is not None:
            yield block
            found += 1
            if found == MAX_BLOCKS:
                return


def _block_at(element: HtmlElement, is_named: bool, links: _Links) -> Block | None:
    if is_named:
        names = element.get("class") or element.get("id")
        if names and class_verdict(names) == "related":
            return Block((element,), "class", None)
    tag, text = element.tag, element.text
    if text and tag in LABELS and may_be_label(text):
        text = text.strip()
        if split_line(text):
            return _linked_label(element, text, links)
        if begins_in_line(text) and len(text) <= MAX_LABEL:
            return _in_line(element, text, links)
        if len(text) <= MAX_LABEL and (block := _labelled(element, text, links)):
            return block
    if (
        tag in HEADINGS
        and len(element)
        and may_announce(first_text(element))
        and next(islice(element.iter(), MAX_IN_HEADING, None), None) is None
        and len(whole := " ".join(inner_text(element).split())) <= MAX_LABEL
    ):
        return _labelled(element, whole, links)
    return None


def _linked_label(element: HtmlElement, text: str, links: _Links) -> Block | None:
    """Return the line of a link that begins with its label."""
    anchor = element if element.tag == "a" else _enclosing(element, "a")
    if anchor is None or not links.leads_on(anchor):
        return None
    line = _line_of(anchor)
    return Block((line,), "text", anchor) if not begins_in_line(text) or is_told(line, text) else None


def _in_line(label: HtmlElement, text: str, links: _Links) -> Block | None:
    """Return the paragraph that holds nothing but such a label as 'READ:' and a headline."""
    line = _same_text(label) if links[label] else label.getparent()
    if line is not None and line.tag in LINES and not links[label]:
        line = _same_text(line)
    if line is None or line.tag not in LINES or not links[line] or is_longer(line, MAX_LINE):
        return None
    said = len(inner_text(line).strip()) - len(text)
    linked = sum(len(inner_text(anchor).strip()) for anchor in islice(line.iter("a"), MAX_OF_ONE))
    return Block((line,), "label", label) if linked >= MOSTLY * said and is_told(line, text) else None


def _labelled(element: HtmlElement, text: str, links: _Links) -> Block | None:
    verdict = verdict_of(text)
    if verdict == "weak" and (element.tag in HEADINGS or text.endswith((":", "："))):
        verdict = "related"
    if verdict not in ("related", "weak"):
        return None
    anchor = element if element.tag == "a" else _enclosing(element, "a")
    if anchor is not None and links.leads_on(anchor):
        if is_longer(anchor, MAX_IN_LINK):
            return None
        is_button = verdict == "weak" or _is_button(anchor, text)
        return None if is_button else Block((_line_of(anchor),), "text", element)
    elements = _scope(element, links)
    if verdict == "weak" and not _is_one_headline(elements, links.leads_on):
        return None
    return Block(elements, "label", element) if elements else None


def _is_one_headline(elements: Sequence[HtmlElement], leads_on: LeadsOn) -> bool:
    """Tell whether elements hold a link to one article and to nothing else: a card that says 'Read more' at its top."""
    anchors = [anchor for element in elements for anchor in islice(element.iter("a"), MAX_OF_ONE + 1)]
    if len(anchors) > MAX_OF_ONE or not any(
        len(words(inner_text(anchor))) > MORE_WORDS for anchor in anchors
    ):
        return False
    return len({anchor.get("href") for anchor in anchors if leads_on(anchor)}) == 1


def _is_button(anchor: HtmlElement, text: str) -> bool:
    """Tell a 'Read more' link from a headline with a label in front of it."""
    return len(inner_text(anchor).split()) <= len(text.split()) + 1


def _enclosing(element: HtmlElement, tag: str) -> HtmlElement | None:
    parent = element.getparent()
    for _ in range(MAX_CLIMB):
        if parent is None or parent.tag in PAGE:
            return None
        if parent.tag == tag:
            return parent
        parent = parent.getparent()
    return None


def _line_of(anchor: HtmlElement) -> HtmlElement:
    """Return the outermost element that says no more than the link does."""
    element = anchor
    size = len(inner_text(anchor).strip()) + 3
    for _ in range(MAX_CLIMB):
        parent = element.getparent()
        if parent is None or parent.tag in PAGE or len(parent) > 3 or len(inner_text(parent).strip()) > size:
            break
        element = parent
    return element


def _scope(label: HtmlElement, links: _Links) -> tuple[HtmlElement, ...]:
    """Return the smallest whole that holds the label and links behind it, or the label's element and its siblings."""
    branch = label
    if label.tag not in HEADINGS and links[label]:
        return (_same_text(label),)
    for _ in range(MAX_CLIMB):
        parent = branch.getparent()
        if parent is None or branch.tag in PAGE or is_longer(branch, MAX_BRANCH):
            return ()
        behind = _siblings_behind(branch)
        if any(map(links.__getitem__, behind)):
            if parent.tag not in PAGE and _is_first(branch, parent):
                return (parent,)
            if parent.tag == "p":
                return ()
            return (branch, *behind)
        branch = parent
    return ()


def _same_text(element: HtmlElement) -> HtmlElement:
    """Return the outermost element that says the same: the paragraph around an <em>."""
    size = len(inner_text(element).strip())
    parent = element.getparent()
    while parent is not None and parent.tag in LINES and len(inner_text(parent).strip()) == size:
        element, parent = parent, parent.getparent()
    return element


def _has_link(element: HtmlElement) -> bool:
    return next(element.iter("a"), None) is not None


def _is_first(branch: HtmlElement, parent: HtmlElement) -> bool:
    """Tell whether no text and no link stand before the branch."""
    if (parent.text or "").strip():
        return False
    for child in parent:
        if child is branch:
            return True
        if (child.tail or "").strip() or _has_link(child) or inner_text(child).strip():
            return False
    return False


def _siblings_behind(branch: HtmlElement) -> list[HtmlElement]:
    """Return the siblings until the next heading of the same rank, at most MAX_SIBLINGS."""
    rank = _rank(branch)
    behind: list[HtmlElement] = []
    for sibling in branch.itersiblings():
        if len(behind) == MAX_SIBLINGS or (rank and 0 < _rank(sibling) <= rank):
            break
        behind.append(sibling)
    return behind


def _rank(element: HtmlElement) -> int:
    """Return 1 to 6 for a heading that is no teaser's own, or an element that holds only one; 0 for others."""
    while len(element) == 1 and element.tag in ("div", "header") and not (element.text or "").strip():
        element = element[0]
    return int(element.tag[1]) if element.tag in HEADINGS and not _has_link(element) else 0


def ancestors(element: HtmlElement) -> Sequence[HtmlElement]:
    """Return the elements around it, nearest first, at most MAX_DEPTH."""
    around: list[HtmlElement] = []
    parent = element.getparent()
    while parent is not None and len(around) < MAX_DEPTH:
        around.append(parent)
        parent = parent.getparent()
    return around

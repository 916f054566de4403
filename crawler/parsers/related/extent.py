"""Extent: a block's candidate elements in, those that hold related entries and nothing of the article out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Final, Literal

from lxml.html import HtmlElement

from crawler.parsers.inner_texts import inner_text
from crawler.parsers.related.labels import class_verdict
from crawler.parsers.related.pieces import SILENT
from crawler.parsers.related.teaser_dates import looks_like_date

Kind = Literal["empty", "rest", "entry", "list", "prose"]

# What a teaser says beside its link: the longest summaries of the corpus have about 300 characters.
MAX_REST: Final = 400
# Between a label and its first entry stands a date or a line such as 'Our readers also liked', no paragraph.
MAX_LEAD_IN: Final = 60
# A list has at most `find.MAX_ENTRIES` entries of a few links each; an element of more links is a page's whole content.
MOST_LINKS: Final = 500
# Title, summary, date, author: more than three texts without a link behind one another are the article again.
MAX_REST_RUN: Final = 3
# A box of nothing but a headline, give or take a bullet.
ALL_LINKED: Final = 0.95
LISTS: Final = frozenset(
    ("ul", "ol", "dl", "table", "section", "aside", "nav", "article", "div", "li", "figure")
)


def trim(label: HtmlElement, behind: Sequence[HtmlElement]) -> tuple[HtmlElement, ...]:
    """Return the label's element with the siblings that are entries, up to where the article goes on.

    Entries without wrappers (a link's paragraph, a summary's, a date's) may go on for long; after lists only lists do.
    """
    kept: list[HtmlElement] = []
    rest: list[HtmlElement] = []
    runs: list[int] = []
    flat = False
    for sibling in behind:
        kind = kind_of(sibling)
        if kind == "rest" and not kept and len(inner_text(sibling).strip()) > MAX_LEAD_IN:
            break
        if (
            kind == "prose"
            or _is_another(sibling)
            or (kind == "rest" and (len(rest) == MAX_REST_RUN or (kept and not flat)))
        ):
            break
        if kind in ("empty", "rest"):
            rest += [sibling] if sibling.tag not in SILENT else []
            continue
        flat = flat or kind == "entry" or _is_flat(sibling)
        if kept:
            runs.append(sum(kind_of(other) == "rest" for other in rest))
        kept += [*rest, sibling]
        rest = []
    kept += _tail(rest, runs) if flat else []
    return (label, *kept) if kept else ()


def _is_flat(element: HtmlElement) -> bool:
    """Tell whether a box of nothing but a headline is followed by a box of the same tag without a link, its summary."""
    behind = element.getnext()
    return (
        behind is not None
        and behind.tag == element.tag
        and kind_of(behind) == "rest"
        and linked_share(element) >= ALL_LINKED
    )


def _is_another(element: HtmlElement) -> bool:
    """Tell whether a sibling is comments, a newsletter's form or a list of another kind."""
    names = element.get("class") or element.get("id")
    return bool(names and class_verdict(names) == "other") or next(element.iter("form"), None) is not None


def _tail(rest: Sequence[HtmlElement], runs: Sequence[int]) -> list[HtmlElement]:
    """Return what follows the last entry and belongs to it: as much as the entries before it have, else its date."""
    texts = [element for element in rest if kind_of(element) == "rest"]
    if runs:
        return texts[: min(runs)]
    return [element for element in texts[:2] if looks_like_date(" ".join(inner_text(element).split()))]


def kind_of(element: HtmlElement) -> Kind:
    """Return what a sibling behind the label is, by how much of its text is linked."""
    if element.tag in SILENT or not isinstance(element.tag, str):
        return "empty"
    anchors = list(islice(element.iter("a"), MOST_LINKS + 1))
    return "prose" if len(anchors) > MOST_LINKS else _kind_by_links(element, anchors)


def _kind_by_links(element: HtmlElement, anchors: Sequence[HtmlElement]) -> Kind:
    text = len(" ".join(inner_text(element).split()))
    if text == 0:
        # Pictures may be linked without a word.
        return "entry" if anchors else "empty"
    linked = _linked_letters(anchors, text)
    # A link may lie over a card without a word of its own.
    if not anchors or (linked == 0 and element.tag not in LISTS):
        return "rest" if text <= MAX_REST else "prose"
    if text - linked > MAX_REST * len(anchors):
        return "prose"
    if element.tag in LISTS:
        return "list"
    return "entry" if linked >= 0.6 * text or _starts_with_link(element) else "prose"


def linked_share(element: HtmlElement) -> float:
    """Return how much of an element's text is linked, from 0 to 1; 0 for none at all."""
    anchors = list(element.iter("a"))
    text = len(" ".join(inner_text(element).split())) if anchors else 0
    return _linked_letters(anchors, text) / text if text else 0.0


def _linked_letters(anchors: Sequence[HtmlElement], most: int) -> int:
    """Return how many letters stand in links, at most all there are: links in links would else be counted for ever."""
    linked = 0
    for anchor in anchors:
        linked += len(" ".join(inner_text(anchor).split()))
        if linked >= most:
            return most
    return linked


def _starts_with_link(element: HtmlElement) -> bool:
    """Tell whether the link comes before any text: 'Headline (link) Summary', not a sentence with a link in it."""
    if (element.text or "").strip():
        return False
    for child in element.iterdescendants():
        if child.tag == "a":
            return bool(inner_text(child).strip()) and not _runs_on(child)
        if (child.text or "").strip():
            return False
    return False


def _runs_on(anchor: HtmlElement) -> bool:
    """Tell whether a sentence goes on behind the link."""
    tail = (anchor.tail or "").lstrip()
    return bool(tail) and tail[0].islower()

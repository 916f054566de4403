"""Frames: the elements around the blocks in, which of them are furniture and which one holds the article out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from lxml.html import HtmlElement

from crawler.parsers.body.class_words import FURNITURE_NAMES, ClassMeaning
from crawler.parsers.body.segmentation import Frame, Place, Segmentation

# What a place in the page makes of the blocks in it.
PLACE_REASONS = {
    Place.NAVIGATION: "navigation",
    Place.FOOTER: "footer",
    Place.ASIDE: "aside",
    Place.FIGURE: "figure",
    Place.FORM: "form",
    Place.HIDDEN: "hidden",
}
FURNITURE_PLACES = sum(PLACE_REASONS)
FURNITURE = sum(FURNITURE_NAMES)
# A frame that holds so many times the prose of all that is no furniture is the article, whatever its class says
# ('has-sidebar', a whole page inside one <form>, 'share-enabled').
ARTICLE_IN_FURNITURE = 3.0
# Comments can outweigh the article many times; they count as text only when there is hardly anything beside them.
ARTICLE_IN_COMMENTS = 40.0

# A box with a button or a field in it that holds no more letters than this is an offer.
MOST_IN_CONTROLS = 300
# Wrappers in wrappers: how many of them may be cleared on one page.
MOST_CLEARED = 8

# How much of a frame's prose its heaviest child must hold for the article to be inside that child.
CHILD_HOLDS = 0.72
# The same for a frame that says of itself that it is the article or its body: its small children belong to it.
CHILD_OF_BODY_HOLDS = 0.97
# Elements that hold a paragraph, never an article.
PARAGRAPH_TAGS = frozenset({"p", "li", "ul", "ol", "td", "blockquote"})


def furniture_reasons(
    cut: Segmentation, related_roots: Collection[HtmlElement], weights: Sequence[float]
) -> list[str | None]:
    """Return for each frame why all in it is furniture, None where it is not; causes are passed down.

    `weights` are the blocks' prose weights.
    """
    roots = {id(element) for element in related_roots}
    own = _own_reasons(cut.frames, roots)
    mass, _ = prose_mass(cut, weights)
    for frame in cut.controls:
        if mass[frame] <= MOST_IN_CONTROLS and cut.frames[frame].tag not in {"p", "li", "body"}:
            own[frame] = own[frame] or "form"
    reasons = _passed_down(cut.frames, own)
    for _ in range(MOST_CLEARED):
        clean = sum([w for block, w in zip(cut.blocks, weights, strict=True) if not reasons[block.frame]])
        outermost = _outermost(cut.frames, own, reasons)
        heaviest = max(outermost, key=mass.__getitem__, default=None)
        if heaviest is None or not mass[heaviest] or mass[heaviest] < _times(own[heaviest]) * clean:
            break
        own[heaviest] = None
        reasons = _passed_down(cut.frames, own)
    return reasons


def _own_reasons(frames: Sequence[Frame], roots: set[int]) -> list[str | None]:
    return [
        _own_reason(frames, frame, roots) if frame.place or frame.meaning or roots else None
        for frame in frames
    ]


def _passed_down(frames: Sequence[Frame], own: Sequence[str | None]) -> list[str | None]:
    reasons: list[str | None] = []
    for frame, reason in zip(frames, own, strict=True):
        reasons.append((reasons[frame.parent] if frame.parent >= 0 else None) or reason)
    return reasons


def _outermost(
    frames: Sequence[Frame], own: Sequence[str | None], reasons: Sequence[str | None]
) -> list[int]:
    """Return the frames with a reason of their own that stand in none with a reason."""
    return [
        index
        for index, reason in enumerate(own)
        if reason and (frames[index].parent < 0 or not reasons[frames[index].parent])
    ]


def _times(reason: str | None) -> float:
    return ARTICLE_IN_COMMENTS if reason == "comments" else ARTICLE_IN_FURNITURE


def _own_reason(frames: Sequence[Frame], frame: Frame, roots: set[int]) -> str | None:
    if roots and id(frame.element) in roots:
        return "related"
    above = frames[frame.parent].place if frame.parent >= 0 else Place.NONE
    return _reason_of(frame.place & ~above, frame.meaning)


# A few dozen combinations make up nearly all pages.
@lru_cache(maxsize=1_024)
def _reason_of(own: int, meaning: int) -> str | None:
    """Return why a frame is furniture that is a place of its own, or none, and means what its class says."""
    if meaning & ClassMeaning.PULL_QUOTE:
        return FURNITURE_NAMES[ClassMeaning.PULL_QUOTE]
    if own & FURNITURE_PLACES:
        return next(reason for place, reason in PLACE_REASONS.items() if own & place)
    if not meaning & FURNITURE or meaning & ClassMeaning.BODY:
        return None
    if meaning & ClassMeaning.EMBED:
        meaning &= ~ClassMeaning.SHARE
    return next((name for flag, name in FURNITURE_NAMES.items() if meaning & flag), None)


def prose_mass(cut: Segmentation, weights: Sequence[float]) -> tuple[list[float], float]:
    """Return the prose in each frame with all below it, and the page's."""
    mass = [0.0] * len(cut.frames)
    for block, weight in zip(cut.blocks, weights, strict=True):
        if weight and mass:
            mass[block.frame] += weight
    for index in range(len(cut.frames) - 1, 0, -1):
        parent = cut.frames[index].parent
        if parent >= 0:
            mass[parent] += mass[index]
    return mass, (mass[0] if mass else 0.0)


def article_frame(cut: Segmentation, weights: Sequence[float], headline: int = -1) -> int:
    """Return the innermost frame that holds (nearly) all of the article's prose; the root's where there is none.

    `weights` are the blocks' prose weights with furniture's set to 0, `headline` the block that prints it. From the
    root down, the heaviest child is entered as long as it holds most of what its parent does; among several
    `<article>`s the one with the headline.
    """
    mass, _ = prose_mass(cut, weights)
    children: dict[int, list[int]] = {}
    for index, frame in enumerate(cut.frames):
        if mass[index]:
            children.setdefault(frame.parent, []).append(index)
    current = 0
    while mass and mass[current] and children.get(current):
        inner = children[current]
        heaviest = max(inner, key=mass.__getitem__)
        if cut.frames[heaviest].tag in PARAGRAPH_TAGS:
            break
        if mass[heaviest] < _share(cut.frames[current]) * mass[current]:
            chosen = _headlined(cut, _articles(cut.frames, current, mass), headline)
            if chosen is None:
                break
            heaviest = chosen
        current = heaviest
    return current


def _articles(frames: Sequence[Frame], around: int, mass: Sequence[float]) -> list[int]:
    """Return the outermost `<article>`s with prose in a frame, however deep they stand in it."""
    found: list[int] = []
    end = around
    for index in inside(frames, around)[1:]:
        if index >= end and frames[index].tag == "article" and mass[index]:
            found.append(index)
            end = inside(frames, index).stop
    return found


def _headlined(cut: Segmentation, articles: Sequence[int], headline: int) -> int | None:
    """Return which of several `<article>`s the headline stands in, None when it stands in none."""
    if headline < 0 or len(articles) < 2:
        return None
    frame = cut.blocks[headline].frame
    return next((index for index in articles if frame in inside(cut.frames, index)), None)


def _share(frame: Frame) -> float:
    is_body = frame.tag == "article" or frame.meaning & ClassMeaning.BODY
    return CHILD_OF_BODY_HOLDS if is_body else CHILD_HOLDS


def inside(frames: Sequence[Frame], index: int) -> range:
    """Return a frame and all that stand in it: they follow one another."""
    end = index + 1
    while end < len(frames) and frames[end].parent >= index:
        end += 1
    return range(index, end)

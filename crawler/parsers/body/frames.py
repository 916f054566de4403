"""Frames: the elements around the blocks in, which of them are furniture and which one holds the article out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from lxml.html import HtmlElement

from crawler.parsers.body.class_words import FURNITURE_NAMES, ClassMeaning
from crawler.parsers.body.segmentation import Frames, Place, Segmentation

try:
    from crawler.parsers.body._frames import (
        marked_below,
        outermost,
        outside_of,
        own_reasons,
        passed_down,
        prose_mass,
    )
except ImportError:
    from crawler.parsers.body.plain_frames import (
        marked_below,
        outermost,
        outside_of,
        own_reasons,
        passed_down,
        prose_mass,
    )

__all__ = ["FURNITURE", "article_frame", "furniture_reasons", "marked_below", "outside_of", "prose_mass"]

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
# What a `<main>` may be all the same, and how much of a page's prose is in the article's.
NOT_OF_MAIN = frozenset({
    PLACE_REASONS[Place.HIDDEN], FURNITURE_NAMES[ClassMeaning.COMMENTS], FURNITURE_NAMES[ClassMeaning.PROMOTION],
})  # fmt: skip
MAIN_HOLDS = 0.25
# `<html>` and `<body>` are among the first frames.
ROOTS = 4
FURNITURE = sum(FURNITURE_NAMES)
# A frame that holds so many times the prose of all that is no furniture is the article, whatever its class says
# ('has-sidebar', a whole page inside one <form>, 'share-enabled').
ARTICLE_IN_FURNITURE = 3.0
# Comments can outweigh the article many times; they count as text only when there is hardly anything beside them.
ARTICLE_IN_COMMENTS = 40.0
# So many frames side by side may be the article together: the pages of one that is leafed through, all but the first
# of them hidden, or its slides, each a figure whose caption is the text.
FEWEST_LEAVES, LEAVES = 3, frozenset({PLACE_REASONS[Place.HIDDEN], PLACE_REASONS[Place.FIGURE]})
# So many letters they have on average; captions are shorter.
LETTERS_OF_A_LEAF = 150
FIGURES = re.compile(r"\d+")
CAPTION = frozenset({FURNITURE_NAMES[ClassMeaning.CAPTION]})

# What is text though it stands in a figure, and the elements that make up one.
FIGURED = frozenset({"code", "preformatted", "table", "quote"})
FIGURE_TAGS = frozenset({"figure", "figcaption"})
# Letters of prose that captions have at most; a figure that nobody closed holds the rest of the article.
MOST_IN_CAPTIONS = 600

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
    frames = cut.frames
    own = own_reasons(frames.parents, frames.places, frames.meanings, _reason_of)
    mass, whole = prose_mass(frames.parents, cut.blocks, weights)
    for frame in _around_main(frames, mass, whole):
        if own[frame] not in NOT_OF_MAIN or frames.tags[frame] in {"html", "body"}:
            own[frame] = None
    for frame, reason in _figures_of_text(cut, own, mass):
        own[frame] = reason
    for frame in frames.of(related_roots):
        own[frame] = "related"
    for frame in cut.controls:
        if mass[frame] <= MOST_IN_CONTROLS and frames.tags[frame] not in {"p", "li", "body"}:
            own[frame] = own[frame] or "form"
    reasons = passed_down(frames.parents, own)
    for _ in range(MOST_CLEARED):
        clean = sum([w for block, w in zip(cut.blocks, weights, strict=True) if not reasons[block.frame]])
        outer = [frame for frame in outermost(frames.parents, own, reasons) if mass[frame]]
        heaviest = max(outer, key=mass.__getitem__, default=None)
        if heaviest is None:
            break
        if mass[heaviest] >= _times(own[heaviest]) * clean:
            cleared: Sequence[int] = (heaviest,)
        elif not (cleared := _pages(outer, frames, own, mass, clean)):
            break
        for frame in cleared:
            own[frame] = None
        reasons = passed_down(frames.parents, own)
    return reasons


def _figures_of_text(
    cut: Segmentation, own: Sequence[str | None], mass: Sequence[float]
) -> Iterator[tuple[int, str | None]]:
    """Yield figures that hold code, a table or a quote, as no furniture, and the captions and images in them as one.

    A figure is whatever a text refers to as one: editors set tables in it, generators of sites their listings
    (https://html.spec.whatwg.org/multipage/grouping-content.html#the-figure-element).
    """
    frames = cut.frames
    asked = [b for b in cut.blocks if b.kind in FIGURED and frames.places[b.frame] & Place.FIGURE]
    if not asked:
        return
    around = _innermost(frames, FIGURE_TAGS)
    captioned = {around[frames.parents[f]] for f, tag in enumerate(frames.tags) if f and tag == "figcaption"}
    found: set[int] = set()
    for block in asked:
        figure = around[block.frame]
        if figure >= 0 and frames.tags[figure] == "figure" and own[figure] == PLACE_REASONS[Place.FIGURE]:
            is_shown = (frames.meanings[figure] | frames.meanings[block.frame]) & ClassMeaning.EMBED
            # A quote that names no speaker is the text's own words in large type.
            if not is_shown and (block.kind != "quote" or figure in captioned):
                found.add(figure)
    within = _within(frames, found)
    for frame, tag in enumerate(frames.tags):
        if frame in found:
            yield frame, None
        elif tag in FIGURE_TAGS and within[frame] and mass[frame] <= MOST_IN_CAPTIONS:
            yield frame, PLACE_REASONS[Place.FIGURE]


def _innermost(frames: Frames, tags: Collection[str]) -> list[int]:
    """Return for each frame the innermost one around it with one of some tags, itself included; -1 for none."""
    found: list[int] = []
    for frame, (parent, tag) in enumerate(zip(frames.parents, frames.tags, strict=True)):
        found.append(frame if tag in tags else found[parent] if parent >= 0 else -1)
    return found


def _within(frames: Frames, tops: Collection[int]) -> list[bool]:
    """Return for each frame whether it is one of some frames or stands in one."""
    found: list[bool] = []
    for frame, parent in enumerate(frames.parents):
        found.append(frame in tops or (parent >= 0 and found[parent]))
    return found


def _pages(
    outer: Sequence[int],
    frames: Frames,
    own: Sequence[str | None],
    mass: Sequence[float],
    clean: float,
) -> Sequence[int]:
    """Return the frames side by side in an `<article>` that together are its text: pages to leaf through, slides.

    With them the captions in them that are text.
    """
    sides: dict[int, list[int]] = {}
    for frame in outer:
        if own[frame] in LEAVES:
            sides.setdefault(frames.parents[frame], []).append(frame)
    for parent, leaves in sides.items():
        least = max(ARTICLE_IN_FURNITURE * clean, LETTERS_OF_A_LEAF * len(leaves))
        is_heavy = len(leaves) >= FEWEST_LEAVES and sum([mass[frame] for frame in leaves]) >= least
        if is_heavy and _are_leaves(leaves, frames) and frames.article_around(parent) >= 0:
            inside = [frame for leaf in leaves for frame in frames.inside(leaf)]
            return [frame for frame in inside if mass[frame] and own[frame] in LEAVES | CAPTION]
    return ()


def _are_leaves(leaves: Sequence[int], frames: Frames) -> bool:
    """Tell whether frames are slides, or pages of one kind, one more of which can be seen.

    Messages that wait hidden, replies and translations have none that is seen, or a language.
    """
    if any(frames.meanings[leaf] & FURNITURE or frames.elements[leaf].get("lang") for leaf in leaves):
        return False
    if all(frames.tags[leaf] == "figure" for leaf in leaves):
        return True
    names = frozenset.intersection(*[_names_of(leaf, frames) for leaf in leaves])
    parent, known = frames.parents[leaves[0]], set(leaves)
    return any(
        names & _names_of(frame, frames)
        for frame in frames.inside(parent)
        if frames.parents[frame] == parent and frame not in known and not frames.places[frame] & Place.HIDDEN
    )


def _names_of(frame: int, frames: Frames) -> frozenset[str]:
    """Return the words of a frame's class and id, without their numbers."""
    return frozenset(FIGURES.sub("", frames.names[frame] or "").split())


def _around_main(frames: Frames, mass: Sequence[float], whole: float) -> Iterator[int]:
    """Yield `<html>`, `<body>`, `<main>` and what that stands in: whatever they are called, they hold the article too.

    By the standard no `<main>` stands in `<aside>`, `<nav>` or `<footer>`
    (https://html.spec.whatwg.org/multipage/grouping-content.html#the-main-element); some templates set it there. One
    with little of the page's prose is a dialog's.
    """
    mains = [frame for frame, tag in enumerate(frames.tags) if tag == "main"]
    frame = max(mains, key=mass.__getitem__, default=-1)
    if frame >= 0 and mass[frame] < MAIN_HOLDS * whole:
        frame = -1
    while frame >= 0:
        yield frame
        frame = frames.parents[frame]
    yield from (frame for frame, tag in enumerate(frames.tags[:ROOTS]) if tag in {"html", "body"})


def _times(reason: str | None) -> float:
    return ARTICLE_IN_COMMENTS if reason == "comments" else ARTICLE_IN_FURNITURE


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


def article_frame(cut: Segmentation, weights: Sequence[float], headline: int = -1) -> int:
    """Return the innermost frame that holds (nearly) all of the article's prose; the root's where there is none.

    `weights` are the blocks' prose weights with furniture's set to 0, `headline` the block that prints it. From the
    root down, the heaviest child is entered as long as it holds most of what its parent does; among several
    `<article>`s the one with the headline.
    """
    frames = cut.frames
    mass, _ = prose_mass(frames.parents, cut.blocks, weights)
    children: dict[int, list[int]] = {}
    for frame, (parent, prose) in enumerate(zip(frames.parents, mass, strict=True)):
        if prose:
            children.setdefault(parent, []).append(frame)
    current = 0
    while mass and mass[current] and children.get(current):
        heaviest = max(children[current], key=mass.__getitem__)
        if frames.tags[heaviest] in PARAGRAPH_TAGS:
            break
        if mass[heaviest] < _share(frames, current) * mass[current]:
            chosen = _headlined(cut, _articles(frames, current, mass), headline)
            if chosen is None:
                break
            heaviest = chosen
        current = heaviest
    return current


def _articles(frames: Frames, around: int, mass: Sequence[float]) -> list[int]:
    """Return the outermost `<article>`s with prose in a frame, however deep they stand in it."""
    found: list[int] = []
    end = around
    for frame in frames.inside(around)[1:]:
        if frame >= end and frames.tags[frame] == "article" and mass[frame]:
            found.append(frame)
            end = frames.inside(frame).stop
    return found


def _headlined(cut: Segmentation, articles: Sequence[int], headline: int) -> int | None:
    """Return which of several `<article>`s the headline stands in, None when it stands in none."""
    if headline < 0 or len(articles) < 2:
        return None
    frame = cut.blocks[headline].frame
    return next((index for index in articles if frame in cut.frames.inside(index)), None)


def _share(frames: Frames, frame: int) -> float:
    is_body = frames.tags[frame] == "article" or frames.meanings[frame] & ClassMeaning.BODY
    return CHILD_OF_BODY_HOLDS if is_body else CHILD_HOLDS

"""Teasers about the subject: a page in, the groups without a label whose headlines share its headline's words out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from lxml.html import HtmlElement

from crawler.page import Page
from crawler.parsers.body.blocks import blocks_of
from crawler.parsers.body.segmentation import Block, Place, Segmentation
from crawler.parsers.headings import main_heading
from crawler.parsers.related.blocks import PAGE
from crawler.parsers.related.labels import MAX_LABEL, verdict_of
from crawler.text import words

# 'demonstrators' and 'demonstration' are one subject; shorter words are 'about' and 'after' too often.
STEM: Final = 6
MIN_WORD: Final = 5
# A headline in a list of links, as against a section's name.
MIN_WORDS: Final = 4
MIN_TEXT: Final = 20
LINKED: Final = 0.9
# Links for each headline: picture, kicker, headline, author.
MAX_LINKS: Final = 4
# Bound for hostile pages; the fullest honest pages have some 600 blocks that are links.
MAX_TEASERS: Final = 2_000
MAX_CLIMB: Final = 8
# A list in a list's item is a menu's.
ITEMS: Final = frozenset(("li", "dd", "td"))
# Of a group's headlines so many, and so large a share, have a word of the article's headline.
MIN_HITS: Final = 3
MIN_SHARE: Final = 0.5
# A word that stands in a larger share of all headlines of a page is the site's subject, not the article's.
MAX_COMMON: Final = 0.25
FEW: Final = 12
# How far above its first teaser a group's heading stands, in blocks.
LOOK_BACK: Final = 2


def topical_groups(page: Page) -> Iterator[HtmlElement]:
    """Yield the elements that hold at least MIN_HITS headlines with words of the article's own, and few without.

    Only unlabelled ones: what stands under 'Most read' stays there whatever it is about.
    """
    teasers = page.once(_teasers)
    topic = page.once(_topic) if len(teasers) >= MIN_HITS else ()
    hits = [teaser for teaser in teasers if _is_about(teaser.text, topic)] if topic else ()
    if len(hits) < MIN_HITS:
        return
    cut = page.once(blocks_of)
    seen: set[int] = set()
    inside, about = _teasers_inside(cut, teasers), _teasers_inside(cut, hits)
    for teaser in hits:
        frame = _group(cut, teaser.frame, inside, about)
        if frame is not None and frame not in seen:
            seen.add(frame)
            first = next(other for other in teasers if frame in _around(cut, other.frame))
            element = cut.frames.elements[frame]
            if not _is_labelled(cut, first) and _is_list(element, inside[frame]):
                yield element


def are_about(page: Page, titles: Sequence[str]) -> bool:
    """Tell whether so many headlines have words of the article's own."""
    topic, distinct = page.once(_topic), set(titles)
    hits = sum(_is_about(title, topic) for title in distinct)
    return hits >= max(MIN_HITS, MIN_SHARE * len(distinct))


def _is_about(title: str, topic: Sequence[str]) -> bool:
    lowered = title.lower()
    return any(stem in lowered for stem in topic)


def _topic(page: Page) -> Sequence[str]:
    """Return the beginnings of the words of the article's headline, without those of the site's own subject."""
    heading = page.once(main_heading)
    found = words(heading.text.lower()) if heading is not None else ()
    stems = {word[:STEM] for word in found if len(word) >= MIN_WORD and word.isalpha()}
    teasers = page.once(_teasers) if stems else ()
    if len(teasers) < FEW:
        return tuple(stems)
    lowered = [teaser.text.lower() for teaser in teasers]
    most = MAX_COMMON * len(teasers)
    return tuple(stem for stem in stems if sum(stem in text for text in lowered) <= most)


def _teasers(page: Page) -> Sequence[Block]:
    """Return the blocks that are a link and as long as a headline."""
    cut = page.once(blocks_of)
    places = cut.frames.places
    linked = (
        block
        for block in cut.blocks
        if block.link_chars >= MIN_TEXT
        and block.link_chars >= LINKED * len(block.text)
        and not places[block.frame] & (Place.NAVIGATION | Place.FOOTER)
        and block.text.count(" ") >= MIN_WORDS - 1
    )
    return list(islice(linked, MAX_TEASERS))


def _teasers_inside(cut: Segmentation, teasers: Sequence[Block]) -> Counter[int]:
    """Return how many teasers each frame near one holds."""
    counts: Counter[int] = Counter()
    for teaser in teasers:
        counts.update(_around(cut, teaser.frame))
    return counts


def _around(cut: Segmentation, frame: int) -> Iterator[int]:
    for _ in range(MAX_CLIMB):
        if frame < 0:
            return
        yield frame
        frame = cut.frames.parents[frame]


def _group(cut: Segmentation, frame: int, inside: Counter[int], about: Counter[int]) -> int | None:
    """Return the largest frame around whose teasers are about the subject."""
    found = None
    for around in _around(cut, frame):
        if about[around] < MIN_SHARE * inside[around]:
            return found
        tag = cut.frames.tags[around]
        if tag in PAGE or tag == "article":
            return found
        if about[around] >= MIN_HITS and tag not in ITEMS:
            found = around
    return found


def _is_list(element: HtmlElement, teasers: int) -> bool:
    """Tell whether there are not many more links than headlines: kickers and pictures have links of their own."""
    return next(islice(element.iter("a"), MAX_LINKS * teasers, None), None) is None


def _is_labelled(cut: Segmentation, first: Block) -> bool:
    """Tell whether the heading of another list stands right above."""
    above = cut.blocks[max(0, first.index - LOOK_BACK) : first.index]
    return any(len(block.text) <= MAX_LABEL and verdict_of(block.text) == "other" for block in above)

"""Boxes: a page's blocks in; those in teasers of other articles, and those in offers to subscribe, out."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import accumulate

from crawler.parsers.body.lines import is_invitation
from crawler.parsers.body.segmentation import Block, Segmentation

try:
    from crawler.parsers.body._blocks import extents
except ImportError:
    from crawler.parsers.body.plain_blocks import extents

# A heading is a teaser's when (nearly) all of it is a link.
LINKED_HEADING = 0.9
# One or two linked headings can belong to an article (its own permalink, a product); from three on it is a list.
FEWEST_TEASERS = 3
# What one teaser holds at most: kicker, heading, summary, byline, date.
MOST_BLOCKS = 8
MOST_LETTERS = 600
# Wrappers in wrappers around one teaser or offer: the deepest of honest pages have a dozen.
MOST_WRAPPERS = 200


def in_teasers(cut: Segmentation) -> Collection[int]:
    """Return the indexes of all blocks in teasers, none when the page has fewer than FEWEST_TEASERS.

    A teaser is the widest element around a linked heading that holds no second heading.
    """
    headings = [b for b in cut.blocks if b.kind == "heading"]
    linked = [b for b in headings if b.link_density >= LINKED_HEADING]
    if len(linked) < FEWEST_TEASERS:
        return frozenset()
    boxes = _Boxes(cut, {b.index for b in headings})
    small = [item for block in linked if len(item := boxes.widest(block)) > 1]
    return frozenset(i for item in small for i in item) if len(small) >= FEWEST_TEASERS else frozenset()


def in_offers(cut: Segmentation, candidates: Iterable[Block], container: int) -> Collection[int]:
    """Return the indexes of all blocks in boxes with an invitation to subscribe in them.

    `candidates` are the blocks that may be one. A box is the widest element around the invitation, below the
    article's own, that is as small as a teaser.
    """
    invitations = [b for b in candidates if is_invitation(b.text, b.folded) and b.link_density < 1]
    if not invitations:
        return frozenset()
    boxes = _Boxes(cut)
    return {index for block in invitations for index in boxes.widest(block, container) or [block.index]}


class _Boxes:
    """The frames of a page as boxes: what each of them holds."""

    def __init__(self, cut: Segmentation, headings: Collection[int] = frozenset()) -> None:
        self._parents, self._blocks = cut.frames.parents, cut.blocks
        self._starts, self._ends = extents(cut.frames.parents, cut.blocks)
        self._letters = list(accumulate([len(block.text) for block in cut.blocks], initial=0))
        self._headings = headings

    def held(self, frame: int) -> range:
        """Return the blocks in a frame."""
        return range(self._starts[frame], self._ends[frame] + 1)

    def is_small(self, blocks: range) -> bool:
        """Tell whether blocks that follow one another are no more than a teaser is."""
        letters = self._letters
        return len(blocks) <= MOST_BLOCKS and letters[blocks.stop] - letters[blocks.start] <= MOST_LETTERS

    def widest(self, block: Block, container: int = -1) -> range:
        """Return the blocks of the widest small frame around a block that holds no second heading.

        None where its own frame is too large, or is the container.
        """
        widest, frame = range(0), block.frame
        for _ in range(MOST_WRAPPERS):
            if frame <= container:
                break
            inside = self.held(frame)
            if not self.is_small(inside) or sum([index in self._headings for index in inside]) > 1:
                break
            widest, frame = inside, self._parents[frame]
        return widest

"""Boxes: a page's blocks in; those in teasers of other articles, and those in offers to subscribe, out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from crawler.parsers.body.lines import is_invitation
from crawler.parsers.body.segmentation import Block, Segmentation

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
    starts, ends = _ranges(cut)
    positions = {b.index for b in headings}
    teasers = [_widest(cut, block, (starts, ends), positions) for block in linked]
    items = [range(starts[i], ends[i] + 1) for i in teasers if i >= 0]
    small = [
        item for item in items if 1 < len(item) <= MOST_BLOCKS and _letters(cut.blocks, item) <= MOST_LETTERS
    ]
    return frozenset(i for item in small for i in item) if len(small) >= FEWEST_TEASERS else frozenset()


def in_offers(cut: Segmentation, candidates: Iterable[Block], container: int) -> Collection[int]:
    """Return the indexes of all blocks in boxes with an invitation to subscribe in them.

    `candidates` are the blocks that may be one. A box is the widest element around the invitation, below the
    article's own, that is as small as a teaser.
    """
    invitations = [b for b in candidates if is_invitation(b.text, b.folded) and b.link_density < 1]
    if not invitations:
        return frozenset()
    starts, ends = _ranges(cut)
    found: set[int] = set()
    for block in invitations:
        box = _widest(cut, block, (starts, ends), container=container)
        found.update(range(starts[box], ends[box] + 1) if box >= 0 else [block.index])
    return found


def _ranges(cut: Segmentation) -> tuple[list[int], list[int]]:
    """Return for each frame its first and last block; an empty frame's first lies behind its last."""
    starts = [len(cut.blocks)] * len(cut.frames)
    ends = [-1] * len(cut.frames)
    for block in cut.blocks:
        if ends[block.frame] < 0:
            starts[block.frame] = block.index
        ends[block.frame] = block.index
    parents = cut.frames.parents
    for index in range(len(parents) - 1, 0, -1):
        parent = parents[index]
        if parent >= 0 and ends[index] >= 0:
            starts[parent] = min(starts[parent], starts[index])
            ends[parent] = max(ends[parent], ends[index])
    return starts, ends


def _widest(
    cut: Segmentation,
    block: Block,
    ranges: tuple[Sequence[int], Sequence[int]],
    headings: Collection[int] = frozenset(),
    container: int = -1,
) -> int:
    """Return the widest small frame around a block that holds no second heading; -1 where its own is too large."""
    widest, frame = -1, block.frame
    for _ in range(MOST_WRAPPERS):
        if frame <= container:
            break
        inside = range(ranges[0][frame], ranges[1][frame] + 1)
        if len(inside) > MOST_BLOCKS or _letters(cut.blocks, inside) > MOST_LETTERS:
            break
        if sum(i in headings for i in inside) > 1:
            break
        widest, frame = frame, cut.frames.parents[frame]
    return widest


def _letters(blocks: Sequence[Block], item: range) -> int:
    return sum(len(blocks[i].text) for i in item)

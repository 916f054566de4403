"""Kinds: frames in, what a run of text in each of them is (paragraph, heading, list item, quote) out."""

from __future__ import annotations

from collections.abc import Iterable

from crawler.parsers.body.elements import HEADINGS, LISTS
from crawler.parsers.body.segmentation import Block, BlockKind, Frames

# How many frames out of a run the heading, list item or quote is at most that it belongs to.
REACH = 6

Kind = tuple[BlockKind, int, int]
"""Kind, level and number of a block."""

PARAGRAPH: Kind = ("paragraph", 0, 0)
KINDS: dict[str, Kind] = {
    "blockquote": ("quote", 0, 0),
    **{tag: ("heading", level, 0) for tag, level in HEADINGS.items()},
}


def name_kinds(frames: Frames, blocks: Iterable[Block]) -> None:
    """Tell headings, list items and quotes from paragraphs: known only when what follows in their frames is."""
    kinds, marked = Kinds(frames), frames.marked
    for block in blocks:
        if marked and marked[block.frame] >= 0 and block.kind == "paragraph":
            block.kind, block.level, block.number = kinds.of(block.frame)


class Kinds:
    """What the runs in the frames of one page are; asked in page order, since list items are counted on the way."""

    def __init__(self, frames: Frames) -> None:
        self._parents, self._tags, self._marked = frames.parents, frames.tags, frames.marked
        self._stories = _around_headings(frames)
        self._numbers: dict[int, int] = {}
        self._lists = {-1: 0}

    def of(self, frame: int) -> Kind:
        """Return what a run is whose innermost frame is given."""
        parents, marked = self._parents, self._marked
        mark, around, reach = marked[frame], frame, REACH
        while mark >= 0:
            while around != mark:
                around, reach = parents[around], reach - 1
                if not reach:
                    return PARAGRAPH
            tag = self._tags[mark]
            if tag != "li":
                return KINDS[tag]
            # A list item with a heading in it (an entry of a live ticker) holds paragraphs of its own.
            if mark not in self._stories:
                return "list_item", max(1, self._lists_around(frame)), self._number(mark)
            mark = marked[parents[mark]] if parents[mark] >= 0 else -1
        return PARAGRAPH

    def _lists_around(self, frame: int) -> int:
        """Tell in how many lists a frame stands, itself included; kept for its parent, which the next one shares."""
        parents, tags, known = self._parents, self._tags, self._lists
        path: list[int] = []
        parent = parents[frame]
        while parent not in known:
            path.append(parent)
            parent = parents[parent]
        lists = known[parent]
        for each in reversed(path):
            lists += tags[each] in LISTS
            known[each] = lists
        return lists + (tags[frame] in LISTS)

    def _number(self, item: int) -> int:
        """Position of a list item in its ordered list: a second block of the same item keeps the number."""
        parent = self._parents[item]
        if parent < 0 or self._tags[parent] != "ol":
            return 0
        numbers = self._numbers
        if item not in numbers:
            numbers[item] = numbers[-parent - 1] = numbers.get(-parent - 1, 0) + 1
        return numbers[item]


def _around_headings(frames: Frames) -> set[int]:
    around: set[int] = set()
    for heading in frames.headings:
        parent = frames.parents[heading]
        while parent >= 0 and parent not in around:
            around.add(parent)
            parent = frames.parents[parent]
    return around

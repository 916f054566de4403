"""Kinds: frames in, what a run of text in each of them is (paragraph, heading, list item, quote) out."""

from __future__ import annotations

from collections.abc import Sequence

from crawler.parsers.body.elements import HEADINGS
from crawler.parsers.body.segmentation import BlockKind, Frame

# How many frames out of a run the heading, list item or quote is at most that it belongs to.
REACH = 6

Kind = tuple[BlockKind, int, int]
"""Kind, level and number of a block."""

PARAGRAPH: Kind = ("paragraph", 0, 0)


class Kinds:
    """What the runs in the frames of one page are; asked in page order, since list items are counted on the way."""

    def __init__(self, frames: Sequence[Frame]) -> None:
        self._frames = frames
        self._stories = _around_headings(frames)
        self._numbers: dict[int, int] = {}

    def of(self, frame: Frame) -> Kind:
        """Return what a run is whose innermost frame is given."""
        index = frame.marked
        while index >= 0 and frame.depth - self._frames[index].depth < REACH:
            mark = self._frames[index]
            if mark.tag in HEADINGS:
                return "heading", HEADINGS[mark.tag], 0
            if mark.tag == "blockquote":
                return "quote", 0, 0
            # A list item with a heading in it (an entry of a live ticker) holds paragraphs of its own.
            if index not in self._stories:
                return "list_item", max(1, frame.lists), self._number(index)
            index = self._frames[mark.parent].marked if mark.parent >= 0 else -1
        return PARAGRAPH

    def _number(self, item: int) -> int:
        """Position of a list item in its ordered list: a second block of the same item keeps the number."""
        parent = self._frames[item].parent
        if parent < 0 or self._frames[parent].tag != "ol":
            return 0
        numbers = self._numbers
        if item not in numbers:
            numbers[item] = numbers[-parent - 1] = numbers.get(-parent - 1, 0) + 1
        return numbers[item]


def _around_headings(frames: Sequence[Frame]) -> set[int]:
    around: set[int] = set()
    for frame in frames:
        if frame.tag in HEADINGS:
            parent = frame.parent
            while parent >= 0 and parent not in around:
                around.add(parent)
                parent = frames[parent].parent
    return around

"""Plain blocks: the loops over all blocks of a page, as they are where nothing is compiled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from crawler.parsers.body.prose import SHORTEST_TEXT, prose_weight
from crawler.parsers.body.segmentation import Block

# Letters of a line that are looked for before a block is folded to be compared.
PROBED_LETTERS = 8
WORD = re.compile(r"\w+")


def prose_weights(blocks: Iterable[Block]) -> list[float]:
    """Return how many letters of running text each block holds."""
    # Half of a page's blocks are too short to hold any, and are not asked.
    return [prose_weight(block) if len(block.text) >= SHORTEST_TEXT else 0.0 for block in blocks]


def that_may_say(blocks: Iterable[Block], line: str) -> list[Block]:
    """Return the blocks whose text, folded, may begin or end with a folded line; most texts can't.

    At the edge of a text that is ASCII for some letters, folding changes their case and one quote at most.
    """
    size = min(PROBED_LETTERS, len(line))
    found: list[Block] = []
    if not line:
        return found
    first, last, shortest = line[:size], line[-size:], len(line)
    for block in blocks:
        text = block.text
        if len(text) < shortest and text.isascii():
            continue
        # One more than is compared: a letter takes the accent behind it along.
        start, end = text[: size + 1], text[-size:]
        is_plain = start.isascii() and end.isascii() and "`" not in start and "`" not in end
        if not is_plain or start[:size].lower() == first or end.lower() == last:
            found.append(block)
    return found


class Words:
    """The words of a line."""

    def __init__(self, line: str) -> None:
        self._words = frozenset(WORD.findall(line))

    def share_in(self, text: str) -> float:
        """Return the share of the words that a text holds as words of its own."""
        return len(self._words.intersection(WORD.findall(text))) / len(self._words) if self._words else 0.0


def extents(parents: Sequence[int], blocks: Sequence[Block]) -> tuple[list[int], list[int]]:
    """Return for each frame its first and last block; an empty frame's first lies behind its last."""
    starts = [len(blocks)] * len(parents)
    ends = [-1] * len(parents)
    for index, block in enumerate(blocks):
        if ends[block.frame] < 0:
            starts[block.frame] = index
        ends[block.frame] = index
    for frame in range(len(parents) - 1, 0, -1):
        parent = parents[frame]
        if parent >= 0 and ends[frame] >= 0:
            starts[parent] = min(starts[parent], starts[frame])
            ends[parent] = max(ends[parent], ends[frame])
    return starts, ends

"""Head blocks: a page's blocks in; those that print its headline and its standfirst out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from crawler.parsers.body.class_words import ClassMeaning
from crawler.parsers.body.lines import is_furniture_line
from crawler.parsers.body.prose import is_head_line
from crawler.parsers.body.segmentation import Block, Frames, Segmentation
from crawler.text import fold

# Letters of a line that are looked for before a block is folded to be compared.
PROBED_LETTERS = 8
# Letters that the headline's block has at most when byline, date and standfirst stand in it too.
LONGEST_HEAD = 500
# What stands between a dateline and the paragraph that it opens: 'Harbourton (Agency) - The tide …'.
DATELINE_ENDS = ("-", ")", ":", ".")


def headline_of(blocks: Sequence[Block], title: str) -> int:
    """Return the block that prints the headline: the heading equal to it, else the first h1; -1 for none."""
    headings = [block for block in blocks if block.kind == "heading"]
    equal = next(
        (block.index for block in headings if title and may_say(block, title) and block.folded == title), None
    )
    first = next((block.index for block in headings if block.level == 1), -1)
    return first if equal is None else equal


def headline_runs(blocks: Sequence[Block], title: str) -> Iterator[int]:
    """Yield the blocks whose first line is the headline: pages without paragraphs set byline and date below it."""
    for block in _that_may_say(blocks, title):
        if block.kind == "paragraph" and len(block.text) < LONGEST_HEAD and _opens_with(block, title):
            yield block.index


def opens_with(block: Block, title: str) -> bool:
    """Tell whether a block's first line is the headline."""
    return may_say(block, title) and _opens_with(block, title)


def _opens_with(block: Block, title: str) -> bool:
    return block.folded.startswith(title) and fold(block.first_line) == title


def may_say(block: Block, line: str) -> bool:
    """Tell quickly whether a block's text, folded, may begin or end with a folded line; most texts can't."""
    return next(_that_may_say([block], line), None) is not None


def _that_may_say(blocks: Iterable[Block], line: str) -> Iterator[Block]:
    """Yield the blocks that may say a line; one loop, since nearly all blocks of a page end in it.

    At the edge of a text that is ASCII for some letters, folding changes their case and one quote at most.
    """
    if not line:
        return
    size = min(PROBED_LETTERS, len(line))
    first, last, shortest = line[:size], line[-size:], len(line)
    for block in blocks:
        text = block.text
        if len(text) < shortest and text.isascii():
            continue
        # One more than is compared: a letter takes the accent behind it along.
        start, end = text[: size + 1], text[-size:]
        is_plain = start.isascii() and end.isascii() and "`" not in start and "`" not in end
        if not is_plain or start[:size].lower() == first or end.lower() == last:
            yield block


def standfirst_of(
    cut: Segmentation, weights: Sequence[float], headline: int, text: str
) -> tuple[int, int, bool]:
    """Return the block of a standfirst that stands apart from the text, and of one that opens it; -1 for none.

    With it whether the one that opens the text has the page's head, date or byline, below it.

    It stands apart by its class, or when it is directly under the headline, the date or byline follows, and it is a
    heading or a share bar follows too. A paragraph with nothing but a date below it is counted as text by most of
    those who label pages, and under the date it is the text's first paragraph, also in a box of its own.
    """
    block = next((b for b in _that_may_say(cut.blocks, text) if _says_only(b.folded, text)), None)
    if block is None or not any(weight for i, weight in enumerate(weights) if i != block.index):
        return -1, -1, False
    following = next((i for i in range(block.index + 1, len(weights)) if weights[i]), block.index)
    above, below = cut.blocks[headline + 1 : block.index], cut.blocks[block.index + 1 : following]
    is_under_headline = headline < block.index and not _has_head_line(above)
    has_date_below = block.folded != text or any(is_head_line(line.text) for line in below)
    has_bar_below = any(is_furniture_line(line.text, line.folded) for line in below)
    is_set_apart = has_bar_below or block.kind == "heading"
    is_apart = _is_classed(cut.frames, block) or (is_under_headline and has_date_below and is_set_apart)
    if is_apart:
        return block.index, -1, False
    return -1, block.index, is_under_headline and (has_date_below or has_bar_below)


def _says_only(line: str, standfirst: str) -> bool:
    """Tell whether a line is the standfirst, be it with an overline before or date or byline behind it in the line."""
    rest = line.removeprefix(standfirst)
    if len(rest) == len(line):
        before = line.removesuffix(standfirst).rstrip()
        return len(before) < len(standfirst) and before != line and not before.endswith(DATELINE_ENDS)
    return not rest or is_head_line(rest.strip())


def _has_head_line(blocks: Sequence[Block]) -> bool:
    return any(is_head_line(block.text) or is_furniture_line(block.text, block.folded) for block in blocks)


def _is_classed(frames: Frames, block: Block) -> bool:
    parent = frames.parents[block.frame]
    meaning = frames.meanings[block.frame] | (frames.meanings[parent] if parent >= 0 else 0)
    return bool(meaning & ClassMeaning.STANDFIRST)

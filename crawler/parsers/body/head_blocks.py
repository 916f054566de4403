"""Head blocks: a page's blocks in; those that print its headline and its standfirst out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from crawler.parsers.body.class_words import ClassMeaning
from crawler.parsers.body.lines import is_furniture_line
from crawler.parsers.body.prose import is_head_line
from crawler.parsers.body.segmentation import Block, Frames, Segmentation
from crawler.parsers.title_parts import compact
from crawler.text import fold

try:
    from crawler.parsers.body._blocks import that_may_say
except ImportError:
    from crawler.parsers.body.plain_blocks import that_may_say

__all__ = ["headed", "headline_of", "headline_runs", "standfirst_of", "that_may_say"]

# Letters that the headline's block has at most when byline, date and standfirst stand in it too.
LONGEST_HEAD = 500
# A path to the page or an overline in the headline's line is no longer; what is shorter than SHORTEST_BEHIND ends other
# lines by chance.
LONGEST_OVERLINE, SHORTEST_BEHIND = 60, 20
# A sentence may end with the headline too: in a paragraph a sign parts it from a longer overline.
OVERLINE_SIGNS, LONGEST_PATH = "|›>»:–—·/", 25
# So many signs more or fewer stand between the words of the same headline.
MOST_SIGNS = 8
# What stands between a dateline and the paragraph that it opens: 'Harbourton (Agency) - The tide …'.
DATELINE_ENDS = ("-", ")", ":", ".")


def headline_of(blocks: Sequence[Block], saying: Iterable[Block], title: str) -> int:
    """Return the block that prints the headline: the heading equal to it, else the first h1; -1 for none.

    `saying` are the blocks that may say it.
    """
    equal = (block.index for block in saying if block.kind == "heading" and block.folded == title)
    first = (block.index for block in blocks if block.kind == "heading" and block.level == 1)
    return next(equal, next(first, -1))


def headed(blocks: Iterable[Block], saying: Iterable[Block], title: str) -> frozenset[int]:
    """Return the blocks whose first line is the headline, and those that say it behind an overline.

    `saying` are those of the blocks that may say it as it is; headings may say it with other signs between the words:
    'Harbour: The tide rises', printed as 'Harbour' above 'The tide rises'.
    """
    opening = [block for block in saying if block.folded.startswith(title)]
    found = [block.index for block in opening if fold(block.first_line) == title]
    if len(title) < SHORTEST_BEHIND:
        return frozenset(found)
    found += [b.index for b in saying if b.folded.endswith(title) and _is_behind_overline(b, title)]
    key = compact(title)
    headings = [b for b in blocks if b.kind == "heading" and abs(len(b.text) - len(title)) <= MOST_SIGNS]
    return frozenset([*found, *(block.index for block in headings if compact(block.text) == key)])


def _is_behind_overline(block: Block, title: str) -> bool:
    line = block.folded
    before = len(line) - len(title)
    if not 0 < before <= LONGEST_OVERLINE:
        return False
    is_parted = block.kind == "heading" or any(sign in line[:before] for sign in OVERLINE_SIGNS)
    return is_parted or before <= LONGEST_PATH


def headline_runs(blocks: Sequence[Block], opening: Iterable[int]) -> Iterator[int]:
    """Yield the blocks that open with the headline: pages without paragraphs set byline and date below it."""
    for index in opening:
        if blocks[index].kind == "paragraph" and len(blocks[index].text) < LONGEST_HEAD:
            yield index


def standfirst_of(
    cut: Segmentation, weights: Sequence[float], headline: int, text: str
) -> tuple[int, int, bool]:
    """Return the block of a standfirst that stands apart from the text, and of one that opens it; -1 for none.

    With it whether the one that opens the text has the page's head, date or byline, below it.

    It stands apart by its class, or when it is directly under the headline, the date or byline follows, and it is a
    heading or a share bar follows too. A paragraph with nothing but a date below it is counted as text by most of
    those who label pages, and under the date it is the text's first paragraph, also in a box of its own.
    """
    block = next((b for b in that_may_say(cut.blocks, text) if _says_only(b.folded, text)), None)
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

"""Anchors: an article's blocks in, without the links of signs alone that lead to a heading or back from a note out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from crawler.parsers.body.segmentation import Block
from crawler.text import squeeze

# 'The night #', '¶ The night', 'See the archive. ↩': what sites print in a link to the very place.
SIGNS = re.compile("[#¶§\U0001f517\u2693\u21a9\u21b5\u2934\u2191^]")
# Cells and lines of code are as they are.
CLEANED = frozenset({"heading", "paragraph", "list_item", "quote"})


def without_anchors(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return the blocks; in place of one with such a link its like without, and nothing for one that is no more."""
    if not any(_has_sign(block) for block in blocks):
        return blocks
    cleaned = [_cleaned(block) if _has_sign(block) else block for block in blocks]
    return [block for block in cleaned if block.text]


def _has_sign(block: Block) -> bool:
    return bool(block.link_chars) and block.kind in CLEANED and SIGNS.search(block.text) is not None


def _cleaned(block: Block) -> Block:
    pieces = [(text, href) for text, href in block.pieces if not _is_anchor(text, href)]
    if len(pieces) == len(block.pieces):
        return block
    texts = [text for text, _ in pieces]
    return replace(
        block,
        text=squeeze("".join(texts)) or "",
        page_texts=texts,
        page_hrefs=[href for _, href in pieces],
        start=0,
        stop=len(texts),
        _folded=None,
        _letters=-1.0,
    )


def _is_anchor(text: str, href: str | None) -> bool:
    return (
        href is not None
        and "#" in href
        and SIGNS.search(text) is not None
        and not any(map(str.isalnum, text))
    )

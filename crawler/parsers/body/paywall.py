"""Paywall: the verdicts on a page's blocks in; the notice out that the text breaks off for those who have not paid."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import islice

from crawler.parsers.body.letters import length
from crawler.parsers.body.paywall_words import PAYWALLS, WAYS_IN
from crawler.parsers.body.phrases import phrases_of
from crawler.parsers.body.segmentation import Block
from crawler.parsers.body.verdicts import Verdicts
from crawler.parsers.finder import Finder

LONGEST_NOTICE = 300
"""Characters; a longer block is a paragraph, or terms and conditions."""
LONGEST_AT_END = 120
"""Letters, likewise, of one that reads as text."""
LONGEST_SENTENCE = 60
"""Letters of each of its sentences where it stands beside the last paragraphs: a longer one on subscribers may be an
article's last."""
LONGEST_OFFER = 400
# How far below the text the notice begins, and how far below its first line the offer goes on, in blocks.
NEAR = 3
MORE = 3
# Blocks at the text's end in which a notice may have been taken for text.
AT_THE_END = 2
# What speaks of reading on and of something else: comments for subscribers, a film that waits for a click.
ELSEWHERE = frozenset(
    {"comments", "advert", "navigation", "footer", "form", "tags", "related", "share", "embed"}
)
SENTENCE_END = re.compile(r"(?<=[.!?])\s|(?<=[。！？])")
_PHRASES = Finder(phrases_of(PAYWALLS))
_WAYS_IN = Finder(WAYS_IN)


def notices_at_end(verdicts: Verdicts, home: Callable[[Block], int]) -> list[int]:
    """Return the blocks at the text's end that are the notice of a paywall, not text; `home` as in `Scene.home`."""
    kept = [block.index for block in verdicts.text()]
    if len(kept) < 2:
        return []
    homes = {index: home(verdicts.blocks[index]) for index in (kept[0], *kept[1:][-AT_THE_END:])}
    return [
        index
        for index in kept[1:][-AT_THE_END:]
        if _is_short(verdicts.blocks[index], is_beside=homes[index] == homes[kept[0]])
        and is_notice(verdicts.blocks, index)
    ]


def _is_short(block: Block, *, is_beside: bool) -> bool:
    if block.letters > LONGEST_AT_END:
        return False
    return not is_beside or all(length(each) <= LONGEST_SENTENCE for each in SENTENCE_END.split(block.text))


def breaks_off(verdicts: Verdicts) -> bool:
    """Tell whether right below the text stands the notice of a paywall."""
    last = next((i for i in range(len(verdicts.kept) - 1, -1, -1) if verdicts.kept[i]), None)
    if last is None:
        return False
    below = range(last + 1, min(last + 1 + NEAR, len(verdicts.blocks)))
    return any(verdicts.reasons[i] not in ELSEWHERE and is_notice(verdicts.blocks, i) for i in below)


def is_notice(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a block says that a text is for subscribers, or how to read on, it or what follows a way in."""
    block = blocks[index]
    if len(block.text) > LONGEST_NOTICE or not _PHRASES.found_in(block.folded):
        return False
    offer = islice(blocks, index, index + 1 + MORE)
    return any(len(each.text) <= LONGEST_OFFER and _WAYS_IN.found_in(each.folded) for each in offer)

"""Prose: a block in, how much running text it holds out; the measure that all structural decisions rest on."""

from __future__ import annotations

import re

from crawler.parsers.body.letters import CJK_FACTOR
from crawler.parsers.body.segmentation import Block

# Sentence ends in the scripts of the field, closing quotes and brackets after them allowed.
SENTENCE_END = re.compile(r"[.!?…:;。！？؟।;]['\"”’»“)\]）」』]*(?:\s|$)")
FINAL_STOP = re.compile(r"[.!?…。！？؟।]['\"”’»“)\]）」』\s]*$")

SHORTEST_PROSE = 40
"""Letters; shorter blocks are labels as often as sentences."""
SHORTEST_TEXT = int(SHORTEST_PROSE / CJK_FACTOR)
"""Characters that so many letters take at least."""
SURE_PROSE = 80
"""Letters; from here on a block without a sentence's end still counts as prose."""
NO_PROSE = frozenset({"heading", "table", "code", "preformatted"})
MOST_LINKED = 0.4
"""Share of link text above which a block is a list of links rather than a sentence with links in it."""


# Letters from which a heading with a sentence in it is a paragraph in large type.
LONG_HEADING = 90

# A line of the head: a time, a year, a byline. Examples: '14:05 Uhr', 'By Ada Holm', '9 August 2025', '2025年8月9日'.
HEAD_LINE = re.compile(
    r"\b(?:19|20|١٩|٢٠)\d\d(?:\b|[年년])|\d{1,2}[:.]\d\d|^(?:by|von|par|por|di|da|door|af|av)\s",
    re.IGNORECASE,
)
LONGEST_HEAD_LINE = 90


def is_head_line(text: str) -> bool:
    """Tell whether a line is a date or byline as they stand between headline and text.

    >>> is_head_line("By Ada Holm"), is_head_line("August 9, 2025"), is_head_line("Why the tide came twice")
    (True, True, False)
    """
    return len(text) < LONGEST_HEAD_LINE and HEAD_LINE.search(text) is not None


def has_sentence(text: str) -> bool:
    """Tell whether a sentence ends anywhere in the text.

    >>> has_sentence("The tide rose. Then it"), has_sentence("Science and sea")
    (True, False)
    """
    return SENTENCE_END.search(text) is not None


def ends_sentence(text: str) -> bool:
    """Tell whether the text closes as a sentence does.

    >>> ends_sentence("The tide rose."), ends_sentence("Photo: the tide")
    (True, False)
    """
    return FINAL_STOP.search(text[-8:]) is not None


def is_paragraph_in_large_type(block: Block) -> bool:
    """Tell whether a heading has a sentence in it and is as long as a paragraph."""
    return block.letters >= LONG_HEADING and has_sentence(block.text)


def prose_weight(block: Block) -> float:
    """Return how many letters of running text a block holds; 0 for labels, headings and lists of links."""
    if len(block.text) < SHORTEST_TEXT or block.link_density > MOST_LINKED:
        return 0.0
    if block.kind in NO_PROSE:
        return 0.0
    letters = block.letters
    if letters < SHORTEST_PROSE or (letters < SURE_PROSE and not has_sentence(block.text)):
        return 0.0
    return letters * (1 - block.link_density)

"""Unprinted text: a page that prints hardly any text in; the article that its data or its scripts hold out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from lxml.etree import ParserError
from lxml.html import fromstring

from crawler.page import Page, parse_tree
from crawler.parsers.body.blocks import segment
from crawler.parsers.body.judge import judge
from crawler.parsers.body.letters import length
from crawler.parsers.body.scene import Evidence
from crawler.parsers.body.segmentation import Block
from crawler.parsers.state_scripts import state_values
from crawler.parsers.state_text import article_markup
from crawler.text import fold, squeeze

SHORTEST_STRUCTURED: Final = 200
"""Letters; a shorter `articleBody` is a teaser."""
FEW_PRINTED: Final = 600
"""Letters; a page that prints more is not searched for its scripts' text, which takes longer than all else."""
PRINTED_SHARE: Final = 0.4
"""The text of data is taken when the page prints less than this share of it."""
COMPARED_LETTERS: Final = 40
SAME_SHARE: Final = 0.8
"""Of an `articleBody` in one piece, what a state's text with paragraphs must hold to be better."""
FURNITURE_SHARE: Final = 0.5
"""Letters of a state's text that may be furniture; where more are, the rules for pages don't fit it."""
# What a content system leaves for its program to fill: '$$ARTICLE_AD$$', '{{newsletter}}', '[[gallery:12]]'.
PLACEHOLDER: Final = re.compile(
    r"(?:\$\$|%%|##|@@|__|\{\{|\[\[)[\w .:/=-]{1,60}(?:\$\$|%%|##|@@|__|\}\}|\]\])"
)


def unprinted(page: Page, evidence: Evidence, printed: float) -> tuple[Sequence[Block], str] | None:
    """Return the article's text that the page itself does not print and its source; None where it prints it.

    `printed` is how many letters of text the page prints. JSON-LD's `articleBody` comes first; where the page prints
    hardly anything and a script's state holds as much or more, that has the paragraphs.
    """
    article_body = evidence.article_body or ""
    if printed >= max(FEW_PRINTED, PRINTED_SHARE * length(article_body)):
        return None  # its blocks hold no more than it does with its markup
    structured = structured_blocks(article_body)
    if printed < FEW_PRINTED:
        state = state_blocks(page, evidence)
        if printed < PRINTED_SHARE * _letters(state) and _is_fuller(state, structured):
            return state, "state"
    return (structured, "json-ld") if printed < PRINTED_SHARE * _letters(structured) else None


def _is_fuller(state: Sequence[Block], structured: Sequence[Block]) -> bool:
    """Tell whether a state's text is the same as structured data's, and longer or set in paragraphs."""
    if not structured:
        return True
    opening = fold(structured[0].text)[:COMPARED_LETTERS]
    least = 1.0 if len(structured) > 1 else SAME_SHARE
    is_same = opening in fold(" ".join(block.text for block in state))
    return is_same and _letters(state) >= least * _letters(structured)


def structured_blocks(article_body: str) -> Sequence[Block]:
    """Return the paragraphs of a JSON-LD `articleBody`, which may hold markup; none when it is only a teaser."""
    if length(article_body) < SHORTEST_STRUCTURED:
        return []
    if "<p" in article_body or "<br" in article_body:
        try:
            return segment(fromstring(f"<div>{article_body}</div>")).blocks
        except (ParserError, ValueError):
            return []
    texts = [text for line in article_body.splitlines() if (text := squeeze(line))]
    return [Block(i, "paragraph", text, 0) for i, text in enumerate(texts)]


def state_blocks(page: Page, evidence: Evidence) -> Sequence[Block]:
    """Return the text that a script's state holds, judged as a page's is; none where there is none of this page."""
    names = [evidence.title, page.meta_first("og:title", "twitter:title"), page.tree.findtext(".//title")]
    summary = page.meta_first("og:description", "description") or evidence.standfirst
    markup = article_markup(state_values(page.tree), [name for name in names if name], summary)
    if markup is None:
        return []
    cut = segment(
        parse_tree(f"<html><body><article>{markup}</article></body></html>".encode("utf-8", "replace"))
    )
    kept = judge(cut, Evidence(title=evidence.title)).text()
    blocks = kept if _letters(kept) >= FURNITURE_SHARE * _letters(cut.blocks) else cut.blocks
    return [block for block in blocks if not PLACEHOLDER.fullmatch(block.text)]


def _letters(blocks: Sequence[Block]) -> float:
    return sum(block.letters for block in blocks)

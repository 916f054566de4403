"""Parts: an inline element without a class in, whether a reader sees it as a part of a teaser all the same out."""

from __future__ import annotations

from itertools import islice
from typing import Final

from lxml.html import HtmlElement

from crawler.parsers.inner_texts import inner_text
from crawler.parsers.related.badges import is_badge

# Tags that never end a part of a teaser by themselves; with a class of their own they do.
INLINE: Final = frozenset(
    "em i b strong u s span font small sup sub abbr mark wbr q cite code bdi ins".split()
)
# 'Live', 'Plus', 'Video' in one of these is a badge, not the headline's first word.
BADGE_TAGS: Final = frozenset(("span", "b", "strong", "small", "sup", "mark", "abbr"))
# Kicker, headline, summary, date, author: a row of parts has no more; words set one by one in spans are more.
MAX_PARTS: Final = 6
# A summary, as against 'Why?' beside another half of the headline.
MIN_SENTENCE: Final = 25
STOPS: Final = (".", "!", "?", "…")


def is_part(element: HtmlElement, run: list[str]) -> bool:
    """Tell whether an element without a class is a part of a teaser all the same, set apart by style alone."""
    if element.tag in BADGE_TAGS and is_badge(element.text or ""):
        return True
    if element.tag == "span" and _touches(run, element):
        return True
    parent = element.getparent()
    return parent is not None and _is_row_of_parts(parent)


def _is_row_of_parts(parent: HtmlElement) -> bool:
    """Tell whether an element holds nothing but inline ones, of which one is a sentence: headline, summary, date."""
    children = list(islice(parent, MAX_PARTS + 1))
    if not 2 <= len(children) <= MAX_PARTS or any(
        (text or "").strip() for text in (parent.text, *(child.tail for child in children))
    ):
        return False
    texts = [(inner_text(child) if child.tag in INLINE else "").strip() for child in children]
    return all(texts) and any(len(text) >= MIN_SENTENCE and text.endswith(STOPS) for text in texts)


def _touches(run: list[str], element: HtmlElement) -> bool:
    """Tell whether a span begins or ends inside what would read as one word: a kicker set apart by style alone."""
    before = next((text[-1] for text in islice(reversed(run), MAX_PARTS) if text), "")
    text, after = element.text or "", element.tail or ""
    return (_ends_part(before) and text[:1].isupper()) or (text[-1:].islower() and after[:1].isupper())


def _ends_part(char: str) -> bool:
    return char.islower() or char.isdigit() or char in STOPS

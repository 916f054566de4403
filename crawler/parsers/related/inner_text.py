"""Inner text: an element in, what it begins with and whether it says more than so much out."""

from __future__ import annotations

from lxml.html import HtmlElement

from crawler.parsers.inner_texts import inner_texts

# Texts of an element that are read at once.
MOST_AT_ONCE = 50
# What has more of them is no label or link, be all of them white space: thousands of these may stand in one another.
MOST_TEXTS = 300
# How far in a text is looked for: a label stands in a few elements, and thousands in one another hold none.
DEEPEST = 50


def first_text(element: HtmlElement) -> str:
    """Return the text an element begins with, stripped; empty when that takes more than a look at first children."""
    for _ in range(DEEPEST):
        text = (element.text or "").strip()
        child = None if text else next(element.iterchildren(), None)
        if child is None:
            return text
        element = child
    return ""


def is_longer(element: HtmlElement, limit: int) -> bool:
    """Tell whether an element says more than so many characters, white space at its ends apart.

    No more is read of it than tells that: thousands of labels may stand in one long text.
    """
    # Not by its length: lxml counts all children for that, and a text of 150,000 is asked once for each label in it.
    if next(element.iterchildren(), None) is None:
        return len((element.text or "").strip()) > limit
    # Nearly all that are asked hold a handful.
    few = inner_texts(element, MOST_AT_ONCE)
    if len(few) < MOST_AT_ONCE:
        return len("".join(few).strip()) > limit
    said, texts = 0, []
    for text in element.itertext():
        said += len(text.strip())
        texts.append(text)
        if said > limit or len(texts) > MOST_TEXTS:
            return True
    return len("".join(texts).strip()) > limit

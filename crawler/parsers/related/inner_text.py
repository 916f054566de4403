"""Inner text: an element in, its text out, as `text_content` gives it and without its XPath where there is no child."""

from __future__ import annotations

from lxml.html import HtmlElement


def inner_text(element: HtmlElement) -> str:
    """Return all text in an element, as it is written."""
    return str(element.text_content()) if len(element) else element.text or ""


def first_text(element: HtmlElement) -> str:
    """Return the text an element begins with, stripped; empty when that takes more than a look at first children."""
    while not (text := (element.text or "").strip()) and len(element):
        element = element[0]
    return text


def is_longer(element: HtmlElement, limit: int) -> bool:
    """Tell whether an element says more than so many characters, white space at its ends apart.

    No more is read of it than tells that: thousands of labels may stand in one long text.
    """
    if not len(element):
        return len((element.text or "").strip()) > limit
    said, texts = 0, []
    for text in element.itertext():
        said += len(text.strip())
        if said > limit:
            return True
        texts.append(text)
    return len("".join(texts).strip()) > limit

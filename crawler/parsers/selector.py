"""Selectors: CSS or XPath as a person wrote it, and a tree, in; what it finds there out."""

from __future__ import annotations

import re
from functools import lru_cache

from cssselect import SelectorError
from lxml import etree
from lxml.html import HtmlElement, document_fromstring
from parsel.csstranslator import HTMLTranslator

Match = HtmlElement | str
"""An element, or the text or attribute that a selector names itself."""

# CSS never begins like this: '//h1', './/h1', '(//h1)[1]'.
XPATH_BEGINS = ("/", "./", "(")
# What ends in '/text()', '/@href' or '/@href)[1]' finds no elements.
TEXTS = re.compile(r"/(?:@[\w:*-]+|text\(\))(?:\)|\[[^\[\]]*\]|\s)*$")
# What the evaluation of an XPath raises: the second and third for the arguments of `re:test`.
FAILURES = (etree.XPathError, re.error, TypeError)
MAX_NAMED = 120
NAMESPACES = {"re": "http://exslt.org/regular-expressions"}
REMEDY = (
    "write CSS such as 'h1.headline' or 'time::attr(datetime)', or XPath such as '//h1[@itemprop=\"name\"]'"
)


def find(selector: str, tree: HtmlElement) -> list[Match]:
    """Return what a selector finds in a tree, in page order; ValueError for what is no selector.

    What begins with `/`, `./` or `(` is XPath 1.0, with `re:test`; all else is CSS, with `::text` and `::attr(name)`.
    """
    found = _found(selector, tree)
    if isinstance(found, str):
        return [found]
    return [each for each in found if isinstance(each, HtmlElement | str)] if isinstance(found, list) else []


def _found(selector: str, tree: HtmlElement) -> object:
    try:
        return _compiled(selector)(tree)
    except FAILURES as error:
        raise ValueError(f"{_named(selector)} is no XPath: {error}; {REMEDY}") from None


def _named(selector: str) -> str:
    return repr(selector if len(selector) <= MAX_NAMED else selector[:MAX_NAMED] + "…")


def check(selector: str, *, elements_only: bool = False) -> None:
    """Raise ValueError, with the remedy, for what is no selector, or finds no elements where they are asked for."""
    found = _found(selector, _sample())
    if not isinstance(found, list | str):
        raise ValueError(f"{_named(selector)} finds a {type(found).__name__}, no elements; {REMEDY}")
    if elements_only and (isinstance(found, str) or TEXTS.search(_compiled(selector).path)):
        raise ValueError(
            f"{_named(selector)} finds texts or attributes; name the elements that they stand in"
        )


@lru_cache(maxsize=4096)
def _compiled(selector: str) -> etree.XPath:
    try:
        text = selector.strip()
        xpath = text if text.startswith(XPATH_BEGINS) else HTMLTranslator().css_to_xpath(text)
        return etree.XPath(xpath, namespaces=NAMESPACES)
    except SelectorError as error:
        raise ValueError(f"{_named(selector)} is no CSS selector: {error}; {REMEDY}") from None
    except etree.XPathError as error:
        raise ValueError(f"{_named(selector)} is no XPath: {error}; {REMEDY}") from None


@lru_cache(maxsize=1)
def _sample() -> HtmlElement:
    return document_fromstring("<html><head><title>a</title></head><body><p>a</p></body></html>")

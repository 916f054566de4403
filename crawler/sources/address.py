"""A document's address: the one that was given, else the one the page gives for itself, else where it lay."""

from __future__ import annotations

from crawler.page import Page, read_page
from crawler.parsers.canonical import canonical_url
from crawler.sources.source import Document
from crawler.urls import is_web_address, normalise_url


def address_of(document: Document) -> str:
    """Return the address; of a text, which names none, the given one or where it lay."""
    if document.url:
        return normalise_url(document.url)
    if document.kind == "text":
        return document.origin
    return own_address(read_page(document.body, document.origin, content_type=document.content_type))


def own_address(page: Page) -> str:
    """Return what a page that was not fetched names as its address, else the address it was read with."""
    url = canonical_url(page).value
    return url if is_web_address(url) else page.url

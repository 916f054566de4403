"""Canonical address: the one address a page names as its own, where that can be true."""

from __future__ import annotations

from collections.abc import Iterator

from crawler.page import Page
from crawler.parsers.found import Found
from crawler.parsers.own_address import host_of, is_root, split
from crawler.parsers.structured import main_nodes, texts
from crawler.urls import is_web_address, normalise_url

# 'amp', 'print', 'seite-2', 'kommentare': what stands behind an article's address for a view of it.
LONGEST_VIEW = 12


def canonical_url(page: Page) -> Found[str]:
    """Return the page's own address: `<link rel=canonical>`, `og:url`, JSON-LD, else the address it was asked for at.

    A claim is not believed when it names the site's home or a listing above the page that was asked for (a template's
    mistake, which would make all articles one). An address of another site is believed: copies name their original.
    """
    for href, source, confidence in _claims(page):
        url = page.absolute(href)
        if url and _believable(url, page.url):
            return Found(url, source, confidence)
    return Found(normalise_url(page.url), "url", 0.8)


def _claims(page: Page) -> Iterator[tuple[str, str, float]]:
    yield from ((href, "dom", 0.97) for href in page.links.get("canonical", ())[:1])
    yield from ((href, "meta", 0.95) for href in page.meta.get("og:url", ())[:1])
    for node in page.once(main_nodes):
        for name in ("mainEntityOfPage", "url"):
            yield from ((href, "json-ld", 0.9) for href in texts(node.get(name), "@id", "url")[:1])


def _believable(claim: str, own: str) -> bool:
    if not is_web_address(own):
        return not is_root(claim)
    if is_root(claim):
        return is_root(own)
    mine, theirs = _stations(split(own).path), _stations(split(claim).path)
    above = len(theirs) < len(mine) and mine[: len(theirs)] == theirs
    return not above or host_of(claim) != host_of(own) or not _names_a_page(mine[len(theirs) :])


def _names_a_page(rest: list[str]) -> bool:
    """Tell whether the rest of a path names a page of its own, and no view of the page above ('amp', '2', 'print')."""
    name = "/".join(rest)
    return len(name) > LONGEST_VIEW or name.count("-") > 1


def _stations(path: str) -> list[str]:
    return [part for part in path.split("/") if part]

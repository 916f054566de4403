"""Canonical address: the one address a page names as its own, where that can be true."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from crawler.page import Page
from crawler.parsers.found import Found
from crawler.parsers.structured import main_nodes, texts
from crawler.urls import is_web_address, normalise_url, site_of


def canonical_url(page: Page) -> Found[str]:
    """Return the page's own address: `<link rel=canonical>`, `og:url`, JSON-LD, else the address it was asked for at.

    A claim is not believed when it names the site's root or a page above the one that was asked for (a template's
    mistake that would make all articles one), or another site altogether for a page of an archive or mirror.
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
        return True
    mine, theirs = urlsplit(own), urlsplit(claim)
    if theirs.path.strip("/") == "" and not theirs.query:
        return mine.path.strip("/") == "" and not mine.query
    if site_of(claim) != site_of(own):
        # A syndicated copy names its original rightly; only the file name shows that it is the same story.
        return _last(theirs.path) == _last(mine.path) or len(_stations(theirs.path)) >= len(
            _stations(mine.path)
        )
    deeper = _stations(mine.path)[: len(_stations(theirs.path))] == _stations(theirs.path)
    return not (
        deeper
        and len(_stations(mine.path)) > len(_stations(theirs.path))
        and _is_listing_of(mine.path, theirs.path)
    )


def _is_listing_of(own: str, claim: str) -> bool:
    """Tell whether the rest of the own path names a page below the claim, and no view of it ('/amp', '/2')."""
    rest = "/".join(_stations(own)[len(_stations(claim)) :])
    return len(rest) > 12 or rest.count("-") > 1


def _stations(path: str) -> list[str]:
    return [part for part in path.split("/") if part]


def _last(path: str) -> str:
    return (_stations(path) or [""])[-1]

"""Site name: the publication that a page says it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from crawler.json_ld import types_of
from crawler.page import Page
from crawler.parsers.found import Found
from crawler.parsers.structured import first_text, main_nodes, texts
from crawler.text import squeeze

MAX_CHARS = 80
# A template's variable that nobody filled in: '{$site.name}', '[site]', '%sitename%'.
UNFILLED = ("{", "[", "%", "<", "$")
PUBLISHER_TYPES = frozenset({"WebSite", "NewsMediaOrganization", "Newspaper"})


def publication(page: Page) -> Found[str] | None:
    """Return the publication's name: Open Graph, the JSON-LD publisher, the JSON-LD site, the application's name."""
    return next(
        (Found(name, source, confidence) for name, source, confidence in _claims(page) if _is_name(name)),
        None,
    )


def _claims(page: Page) -> Iterator[tuple[Any, str, float]]:
    yield page.meta_first("og:site_name"), "meta", 0.95
    yield first_text(page.once(main_nodes), "publisher"), "json-ld", 0.9
    for node in page.json_ld:
        if types_of(node) & PUBLISHER_TYPES:
            yield next(iter(texts(node.get("name"))), None), "json-ld", 0.85
    yield page.meta_first("application-name", "apple-mobile-web-app-title", "dc.publisher"), "meta", 0.7


def _is_name(name: str | None) -> bool:
    text = squeeze(name)
    return bool(text) and text is not None and len(text) <= MAX_CHARS and not text.startswith(UNFILLED)

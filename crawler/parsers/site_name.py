"""Site name: the publication that a page says it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from crawler.json_ld import types_of
from crawler.page import Page
from crawler.parsers.found import Found
from crawler.parsers.inner_texts import inner_texts, title_element
from crawler.parsers.microdata import properties, value_of
from crawler.parsers.own_address import host_of, leads_home
from crawler.parsers.seek import links_whose
from crawler.parsers.structured import first_text, main_nodes, texts
from crawler.parsers.title_parts import COLON, compact, is_site_name, parts_of
from crawler.text import squeeze

MAX_CHARS = 80
MAX_TITLE = 1_000
MAX_LINKS = 60
# A template's variable that nobody filled in: '{$site.name}', '[site]', '%sitename%'.
UNFILLED = ("{", "[", "%", "<", "$")
PUBLISHER_TYPES = frozenset({"WebSite", "NewsMediaOrganization", "Newspaper"})


def publication(page: Page) -> Found[str] | None:
    """Return the publication's name.

    Open Graph, the JSON-LD publisher, the JSON-LD site, the application's name, microdata, else the part of `<title>`
    that the logo or the host repeats.
    """
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
    yield (
        next((name for each in properties(page, "publisher") for name in _names_in(each)), None),
        "microdata",
        0.85,
    )
    yield _of_title(page), "dom", 0.75


def _names_in(publisher: HtmlElement) -> Iterator[str]:
    for each in publisher.iterdescendants():
        if each.get("itemprop") == "name" and (name := value_of(each)):
            yield name


def _of_title(page: Page) -> str | None:
    """Return the part of <title> that the logo or the host says too: 'The Gazette' of 'The tide | The Gazette'."""
    element = title_element(page.tree)
    title = "" if element is None else squeeze("".join(inner_texts(element))[:MAX_TITLE]) or ""
    own = [name for label in host_of(page.url).split(".")[:-1] if len(label) > 3 and (name := compact(label))]
    parts = [part for _, part in parts_of(title)]
    parts += [parts[0][: match.start()]] if parts and (match := COLON.search(parts[0])) else []
    # The logos are looked for only where the host does not settle it.
    logos = cache(lambda: [name for logo in _logos(page) if (name := compact(logo))])
    said = (part for part in reversed(parts) if is_site_name(part, own) or is_site_name(part, logos()))
    return next((part.strip() for part in said), None)


def _logos(page: Page) -> Iterator[str]:
    """Yield what the links to the site's home say: their text or their picture's."""
    for link in links_whose(page.tree, lambda href: leads_home(href, page.url), MAX_LINKS):
        yield squeeze("".join(inner_texts(link))) or ""
        yield from (image.get("alt") or "" for image in islice(link.iter("img"), 2))


def _is_name(name: str | None) -> bool:
    text = squeeze(name)
    return bool(text) and text is not None and len(text) <= MAX_CHARS and not text.startswith(UNFILLED)

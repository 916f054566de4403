"""Head titles: what the head of a page calls it, as written and without the site's name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from crawler.page import Page
from crawler.parsers.inner_texts import inner_texts, title_element
from crawler.parsers.site_suffix import site_names, without_site
from crawler.parsers.structured import main_nodes, texts
from crawler.parsers.title_parts import compact, is_site_name
from crawler.text import squeeze

# Meta elements besides Open Graph's and Twitter's that hold a title.
OTHERS = ("dc.title", "dcterms.title", "parsely-title", "sailthru.title", "title")
MAX_CHARS = 400
MAX_PIECES = 40


class Claim(NamedTuple):
    """A title that the head of the page or structured data gives."""

    text: str
    source: str
    """`meta`, `json-ld`, or `dom` for `<title>`."""
    name: str
    """Which title it is: `og:title`, `headline`, `title`, …"""

    @property
    def key(self) -> str:
        """Its letters and digits, for comparing."""
        return compact(self.text)


def head_titles(page: Page) -> tuple[Claim, ...]:
    """Return the titles of Open Graph, JSON-LD, Twitter, other meta elements and `<title>`, as written."""
    return tuple(claim for claim in _written(page) if len(claim.text) <= MAX_CHARS)


def clean_titles(page: Page) -> tuple[Claim, ...]:
    """Return the head's titles without the site's name and what else stands behind hard separators."""
    names = page.once(site_names)
    written = page.once(head_titles)
    cleaned = {text: without_site(text, names) for text in {claim.text for claim in written}}
    claims = [claim._replace(text=cleaned[claim.text]) for claim in written if cleaned[claim.text]]
    # 'gazette.example' in `dc.title` says nothing, unless that is all that is said.
    return tuple([claim for claim in claims if not is_site_name(claim.text, names)] or claims)


def _written(page: Page) -> Iterator[Claim]:
    yield from (Claim(text, "meta", "og:title") for text in page.meta.get("og:title", ())[:1])
    for node in page.once(main_nodes)[:1]:
        yield from (Claim(text, "json-ld", "headline") for text in texts(node.get("headline"))[:1])
    for name in ("twitter:title", *OTHERS):
        yield from (Claim(text, "meta", name) for text in page.meta.get(name, ())[:1])
    element = title_element(page.tree)
    text = None if element is None else squeeze("".join(inner_texts(element, MAX_PIECES))[: MAX_CHARS * 4])
    if text:
        yield Claim(text, "dom", "title")

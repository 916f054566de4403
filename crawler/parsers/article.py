"""parse_article: a page's bytes in, an Article out; every field by its own parser, from one tree."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from html import unescape
from typing import Any, TypeVar

from crawler.collector import paused
from crawler.items import Article, Provenance, RelatedLink
from crawler.json_ld import article_nodes
from crawler.page import UNKNOWN_ORIGIN, Page, read_page
from crawler.parsers.access import accessible_for_free, cut_off
from crawler.parsers.authors import bylines
from crawler.parsers.body import EMPTY, Body, Evidence, read_body
from crawler.parsers.body.chosen import chosen_body
from crawler.parsers.canonical import canonical_url
from crawler.parsers.description import standfirst
from crawler.parsers.found import Found
from crawler.parsers.image import lead_image
from crawler.parsers.language import language_of, settled_language
from crawler.parsers.published import Dates, publication_dates
from crawler.parsers.related import RelatedFound, find_related
from crawler.parsers.rules import Rules, ruled, trimmed
from crawler.parsers.section import department
from crawler.parsers.site_name import publication
from crawler.parsers.structured import main_nodes
from crawler.parsers.tags import keywords
from crawler.parsers.title import headline
from crawler.urls import normalise_url

T = TypeVar("T")

log = logging.getLogger(__name__)

# With its semicolon: without one it is part of an address ('?a=1&copy=2').
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});")

# Fields that depend on nothing but the page.
INDEPENDENT: dict[str, Callable[[Page], Found[Any] | None]] = {
    "authors": lambda page: page.once(bylines),
    "tags": keywords,
    "section": department,
    "image_url": lead_image,
    "site_name": lambda page: page.once(publication),
}


# What holds for a page of which nobody said anything.
NO_RULES = Rules()


def parse_article(
    html: bytes | str,
    url: str,
    *,
    content_type: str | None = None,
    now: datetime | None = None,
    rules: Rules | None = None,
) -> Article:
    """Return the article on a page; never raises: a page that holds none gives an Article with an empty body.

    `url` is the address the page was fetched at, `content_type` the HTTP header's value, `now` the moment that no
    date may lie behind (default: the present). `rules` are selectors for this site's pages; what they find counts for
    more than anything else on the page.
    """
    with paused():
        return article_of(read_page(html, url, content_type=content_type, now=now), rules)


def article_of(page: Page, rules: Rules | None = None) -> Article:
    """Return the article on a page that is read already; never raises."""
    return read_article(page, rules)[0]


def read_article(page: Page, rules: Rules | None = None) -> tuple[Article, Body]:
    """Return the article on a page, and its text with the verdict on every block."""
    fields, rules = _fields(page, rules or NO_RULES), rules or NO_RULES
    url = fields.value("url", _address) or normalise_url(page.url) or None
    title = fields.value("title", headline)
    lead = fields.tried(lambda page: standfirst(page, title), None)
    related = fields.tried(lambda page: find_related(page, url or ""), RelatedFound((), ()))
    dates = fields.tried(lambda page: publication_dates(page, related.roots), Dates(None, None))
    evidence = Evidence(
        title=title,
        standfirst=lead.value if lead else None,
        related_roots=related.roots,
        article_body=fields.tried(_article_body, None),
        authors=_people(fields.tried(lambda page: page.once(bylines), None)),
    )
    body = fields.tried(lambda page: _body(page, evidence, rules), EMPTY)
    if not body.text and not _says_article(page):
        # What a list without a text prints under its heading is a list's, not an article's.
        lead, dates = _written(lead), Dates(_written(dates.published), _written(dates.modified))
    found = {
        name: value for name, parse in INDEPENDENT.items() if (value := fields.value(name, parse)) is not None
    }
    said = fields.tried(lambda page: page.once(language_of), None)
    language = fields.tried(lambda page: settled_language(said, body.text), said)
    declared = fields.tried(accessible_for_free, None)
    text = body.found
    article = Article(
        url=url,
        title=title,
        description=fields.noted("description", lead),
        published_at=fields.noted("published_at", dates.published),
        modified_at=fields.noted("modified_at", dates.modified),
        body=fields.noted("body", text) or "",
        body_markdown=fields.noted("body_markdown", text and text._replace(value=body.markdown)) or "",
        is_accessible_for_free=fields.noted("is_accessible_for_free", declared or cut_off(body)),
        pull_quotes=fields.noted("pull_quotes", _pull_quotes(body)) or (),
        related=fields.noted("related", _related_links(related)) or (),
        language=fields.noted("language", language),
        provenance=fields.provenance,
        **found,
    )
    return article, body


@dataclass(slots=True)
class _Fields:
    """The fields of one page as they are found; one whose parser fails is absent, and the log says so."""

    page: Page
    provenance: dict[str, Provenance] = field(default_factory=dict)
    ruled: Mapping[str, Found[Any]] = field(default_factory=dict)
    """What the user's selectors found, in place of what the parsers find."""

    def value(self, name: str, parse: Callable[[Page], Found[T] | None]) -> T | None:
        return self.noted(name, self.tried(parse, None))

    def noted(self, name: str, found: Found[T] | None) -> T | None:
        found = self.ruled.get(name, found)
        if found is None:
            return None
        self.provenance[name] = found.provenance
        return found.value

    def tried(self, parse: Callable[[Page], T], absent: T) -> T:
        try:
            return parse(self.page)
        except Exception:  # the contract: an odd page costs a field, never the page or the run
            log.exception("a field of %r could not be parsed and is left out", self.page.url)
            return absent


def _fields(page: Page, rules: Rules) -> _Fields:
    fields = _Fields(page)
    fields.page = fields.tried(lambda page: trimmed(page, rules), page)
    fields.ruled = fields.tried(lambda page: ruled(page, rules), {})
    return fields


def _body(page: Page, evidence: Evidence, rules: Rules) -> Body:
    return chosen_body(page, rules.fields.get("body", ()), evidence) or read_body(page, evidence)


def _address(page: Page) -> Found[str] | None:
    found = canonical_url(page)
    return found if found.value else None


def _says_article(page: Page) -> bool:
    return bool(article_nodes(page.json_ld)) or page.meta_first("og:type") == "article"


def _people(found: Found[tuple[str, ...]] | None) -> tuple[str, ...]:
    return found.value if found else ()


def _written(found: Found[str] | None) -> Found[str] | None:
    """A value that the page's own data state, None for one that is only printed somewhere."""
    return found if found and found.source in {"json-ld", "microdata", "meta"} else None


def _pull_quotes(body: Body) -> Found[tuple[str, ...]] | None:
    return Found(body.pull_quotes, "rule", 0.8) if body.pull_quotes else None


def _related_links(related: RelatedFound) -> Found[tuple[RelatedLink, ...]] | None:
    if not related.links:
        return None
    links = tuple(
        replace(link, url=None) if link.url and link.url.startswith(UNKNOWN_ORIGIN) else link
        for link in related.links
    )
    only_structured = all(link.kind == "structured" for link in links)
    return Found(links, "json-ld", 0.6) if only_structured else Found(links, "dom", 0.8)


def _article_body(page: Page) -> str | None:
    texts = (node.get("articleBody") for node in page.once(main_nodes))
    text = next((text for text in texts if isinstance(text, str) and text.strip()), None)
    # Some write the text with entities, some the markup with entities in place of its signs.
    if not text or "&" not in text or "<" in text:
        return text
    return ENTITY.sub(lambda match: unescape(match[0]), text)

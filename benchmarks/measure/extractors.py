"""Extractors: a page's bytes and address in, what each makes of it out, in one form."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from importlib.metadata import version
from types import ModuleType

from crawler import __version__
from crawler.items import Article
from crawler.parsers import parse_article


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an extractor says is on a page; None or nothing for what it does not find."""

    title: str | None = None
    description: str | None = None
    date: str | None = None
    """ISO 8601; the day counts."""
    authors: tuple[str, ...] = ()
    body: str = ""
    related: Mapping[str, str] | None = None
    """Address → headline, in page order; None for an extractor that has no such field."""
    confidence: Mapping[str, float] = field(default_factory=dict)
    """Field → how sure the extractor says it is, by the names above."""


Extract = Callable[[bytes, str], Answer]

NOTHING = Answer()
# The benchmark's names of the fields → the article's.
NAMES = {
    "title": "title",
    "description": "description",
    "date": "published_at",
    "authors": "authors",
    "body": "body",
    "related": "related",
}


def extractors() -> Mapping[str, Extract]:
    """Return the extractors at hand by name with version: this project's, and trafilatura when it is installed.

    Raises ImportError where it is installed without what it needs.
    """
    found: dict[str, Extract] = {f"copydesk {__version__}": copydesk}
    if importlib.util.find_spec("trafilatura"):
        library = importlib.import_module("trafilatura")
        found[f"trafilatura {version('trafilatura')}"] = partial(trafilatura, library)
    return found


def copydesk(html: bytes, url: str) -> Answer:
    """All fields, as `parse_article` gives them."""
    article = parse_article(html, url)
    return Answer(
        title=article.title,
        description=article.description,
        date=article.published_at,
        authors=article.authors,
        body=article.body,
        related={link.url: link.title or "" for link in article.related if link.url},
        confidence=_confidence(article),
    )


def _confidence(article: Article) -> Mapping[str, float]:
    found = article.provenance
    return {name: found[theirs].confidence for name, theirs in NAMES.items() if theirs in found}


def trafilatura(library: ModuleType, html: bytes, url: str) -> Answer:
    """Text and metadata in one call, without comments: what there is to compare with `parse_article`."""
    document = library.bare_extraction(html, url=url, with_metadata=True, include_comments=False)
    if document is None:
        return NOTHING
    found = document.as_dict()
    return Answer(
        title=found.get("title"),
        description=found.get("description"),
        date=found.get("date"),
        authors=tuple(name.strip() for name in (found.get("author") or "").split(";") if name.strip()),
        body=found.get("text") or "",
    )

"""The records that travel: Article and RelatedLink (the glossary of the product), and Visit, which carries them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import timedelta
from typing import Any, Literal, NamedTuple

from crawler.text import content_hash, count_words

RelatedKind = Literal["block", "inset", "structured"]
"""Where a related link stood: in a block of its own, inside the body, or only in structured data."""

Outcome = Literal[
    "article",
    "copy",
    "unchanged",
    "listing",
    "feed",
    "sitemap",
    "not_article",
    "rejected",
    "failed",
    "disallowed",
]
"""What became of an address; every address that is met ends in exactly one."""


class Provenance(NamedTuple):
    """Where a field came from, and how sure that is."""

    source: str
    """`json-ld`, `microdata`, `meta`, `dom`, `state`, `url`, `rule` or `text`. Example: `json-ld`."""
    confidence: float
    """From 0 (a guess) to 1 (certain). Example: `0.95`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedLink:
    """One entry of 'Related Articles', 'Read next' or an inset, as the newsroom chose it."""

    url: str | None
    """Absolute address, normalised; None where the source has none (a text dump).
    Example: `https://news.example/2025/08/harbour`."""
    title: str | None
    """The teaser's headline without kicker, label, date or duration. Example: `Harbour reopens after storm`."""
    description: str | None = None
    """The teaser's summary sentence. Example: `Ferries run again from Friday, the port says.`"""
    published_at: str | None = None
    """ISO 8601, a bare date when no time is given. Example: `2025-08-01`."""
    kind: RelatedKind = "block"
    """`block`, `inset` or `structured`. Example: `block`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One news article as a reader sees it; the field names follow schema.org's NewsArticle."""

    url: str | None
    """The page's canonical address, normalised; None for a text dump without one.
    Example: `https://news.example/2025/08/tides`."""
    title: str | None = None
    """The headline as a reader sees it, without the site's name. Example: `The tide that came twice`."""
    description: str | None = None
    """The standfirst (dek) printed under the headline; else the page's own description.
    Example: `Two floods in one night puzzle the town.`"""
    published_at: str | None = None
    """ISO 8601, with time and offset where the page gives them, else a bare date; never in the future.
    Example: `2025-08-09` or `2025-08-09T07:30:00+02:00`."""
    modified_at: str | None = None
    """ISO 8601, as `published_at`. Example: `2025-08-10T09:00:00Z`."""
    authors: tuple[str, ...] = ()
    """People (or the agency), one string each, without 'By'. Example: `("Ada Holm", "Jo Marsh")`."""
    body: str = ""
    """Plain text, one block a paragraph, a blank line between; empty when the page holds no article.
    Example: `First paragraph.\\n\\nSecond paragraph.`"""
    body_markdown: str = ""
    """The same blocks as Markdown: headings, lists, quotes, tables, code, links.
    Example: `## What happened\\n\\nFirst paragraph.`"""
    related: tuple[RelatedLink, ...] = ()
    """Related links in page order, each once. Example: `(RelatedLink(url="https://…", title="…"),)`."""
    pull_quotes: tuple[str, ...] = ()
    """Sentences of the text that the page repeats as decoration, each once.
    Example: `("Nobody had seen the sea do this.",)`."""
    tags: tuple[str, ...] = ()
    """Keywords that the page gives itself, in page order. Example: `("floods", "harbour")`."""
    section: str | None = None
    """The section (department) it stands in. Example: `Science`."""
    language: str | None = None
    """BCP 47 tag of the text. Example: `en` or `pt-BR`."""
    image_url: str | None = None
    """Absolute address of the lead image. Example: `https://news.example/i/tide.jpg`."""
    site_name: str | None = None
    """The publication's name. Example: `The Harbour Gazette`."""
    is_accessible_for_free: bool | None = None
    """False behind a paywall, True when the page says it is free, None when it says nothing.
    Example: `False`."""
    provenance: Mapping[str, Provenance] = field(default_factory=dict, hash=False)
    """Field name → where it came from and a confidence.
    Example: `{"title": Provenance("json-ld", 0.95)}`."""

    @property
    def word_count(self) -> int:
        """Words in `body`; a CJK character counts as one word."""
        return count_words(self.body)

    @property
    def content_hash(self) -> str:
        """SHA-256 (hex) of the normalised body: equal for texts that differ in case, quotes or spacing only."""
        return content_hash(self.body)

    def to_record(self) -> dict[str, Any]:
        """Return the article as JSON-ready data: tuples as lists, provenance as {source, confidence}."""
        record = {f.name: getattr(self, f.name) for f in fields(self)}
        record["related"] = [{f.name: getattr(link, f.name) for f in fields(link)} for link in self.related]
        record["provenance"] = {name: p._asdict() for name, p in self.provenance.items()}
        for name in ("authors", "pull_quotes", "tags"):
            record[name] = list(record[name])
        return record


@dataclass(frozen=True, slots=True, kw_only=True)
class Duplicate:
    """The stored article that an item repeats."""

    article_id: int
    kind: Literal["same", "exact", "near"]
    """`same`: the very article, met again; `exact` or `near`: a copy of it at another address."""
    similarity: float = 1.0
    """Jaccard similarity of 5-word shingles, from 0 to 1; 1 for `same` address or `exact` text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """One address that an answer leads to and that is still to be asked: a row of the frontier."""

    url: str
    """Absolute and normalised. Example: `https://news.example/2025/08/tides`."""
    kind: str
    """What it is likely to lead to: `article?`, `listing?`, `next`, `feed`, `sitemap`. Example: `article?`."""
    priority: int
    """Its turn among those of its host, the highest first. Example: `122`."""
    start: str
    """The key of the START that all began with. Example: `news.example`."""
    start_site: str
    """The site that START stands for, after its redirects. Example: `news.example`."""
    place: str = "{}"
    """Where in the crawl it stands, JSON, as the spider that reads it again wrote it. Example: `{"leaf": true}`."""
    lastmod: str | None = None
    """When the feed or sitemap says it last changed, UTC, ISO 8601. Example: `2025-08-09T07:30:00Z`."""
    said_by: str | None = None
    """The feed or sitemap that says so of a stored article that was last read before that. It waits also if it was met
    in this run, and is asked, though not due, if the source is believed. Example: `https://news.example/feed.xml`."""


class Source(NamedTuple):
    """What is known of an answer whose links were all taken."""

    outcome: str
    """`listing`, `feed`, `sitemap` or `not_article`."""
    etag: str | None
    """Its ETag header, as sent."""
    last_modified: str | None
    """Its Last-Modified header, as sent."""
    followed_at: str
    """When it came, UTC, ISO 8601."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One address that was met, with what became of it: what the item pipelines take and pass on."""

    url: str
    """The address as it was asked for, normalised. Example: `https://news.example/a?p=7`."""
    outcome: Outcome
    """What became of it. Example: `article`."""
    reason: str
    """Which rule decided, for a person to read. Example: `body of 412 words, JSON-LD NewsArticle`."""
    fetched_at: str
    """When the answer came, UTC, ISO 8601. Example: `2026-01-02T03:04:05Z`."""
    status: int | None = None
    """The HTTP status; None when there was no answer, or none was asked for. Example: `200`."""
    article: Article | None = None
    """The article, when the page held one."""
    aliases: tuple[str, ...] = ()
    """Further addresses that led here: the stations of a redirect, normalised. Example: `("https://n.ex/a",)`."""
    etag: str | None = None
    """The answer's ETag header, as sent. Example: `"abc"`."""
    last_modified: str | None = None
    """The answer's Last-Modified header, as sent. Example: `Sat, 09 Aug 2025 07:30:00 GMT`."""
    next_check_at: str | None = None
    """When it is due again, UTC, ISO 8601; None for 'at the next run'. Example: `2026-01-02T09:04:05Z`."""
    rechecks: tuple[tuple[timedelta, timedelta], ...] | None = None
    """How often an article of which age is looked at: `crawler.schedule.Steps`. Where they are given, the store says
    when it is due again, since it knows whether the text changed; else `next_check_at` stands."""
    leads: tuple[Lead, ...] = ()
    """Where it leads: stored in the same transaction, so that none is lost whenever the crawl ends."""
    followed_as: str | None = None
    """What decided on which of its links are followed, as a hash; None where none are. Asked again in the same way, it
    may be told that nothing changed."""
    stays: bool = False
    """Whether the address is asked at the next run too, also when nothing leads to it then: a source of links, or one
    that failed."""
    is_met_elsewhere: bool = False
    """Whether it redirects to an address that the run meets itself, be that an article or not."""
    said_by: str | None = None
    """The feed or sitemap that said that the stored article changed since it was read.
    Example: `https://news.example/sitemap.xml`."""
    duplicate: Duplicate | None = None
    """Set by the deduplicate step when the article is stored already."""

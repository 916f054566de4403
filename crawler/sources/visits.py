"""Visits from disk: a document or refusal in, the store's visit out; runs in worker processes."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace

from crawler.charset import to_utf8
from crawler.errors import PageError
from crawler.instant import parse_instant
from crawler.items import Visit
from crawler.parsers import parse_text_dump
from crawler.reading import Answer, read_answer
from crawler.sites.lookup import SiteLookup
from crawler.sources.address import address_of
from crawler.sources.exported import exported_visit
from crawler.sources.source import Document, ExportedLine, Refusal
from crawler.text import printable

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """One source with what became of it."""

    origin: str
    """Where it lay. Example: `file:/data/page.html`."""
    visit: Visit
    """Its visit."""
    is_claim: bool
    """The visit's address is what the page says of itself, not what the user said."""
    first_seen_at: str | None = None
    """Of an article from an export: when it was first seen; its visit says when its text last was."""
    revision: int = 1
    """Of an article from an export: the number that its text had."""
    gone_at: str | None = None
    """Of an article from an export: when its page was first found gone, if it was."""

    @property
    def at_origin(self) -> Read:
        """The same, recorded under the place it lay at."""
        return replace(self, visit=replace(self.visit, url=self.origin), is_claim=False)


def read_source(source: Document | ExportedLine | Refusal, now: str, sites: SiteLookup | None = None) -> Read:
    """Return the visit of one source; never raises. `sites` have selectors for pages.

    `now` (UTC, ISO 8601) is when it was read, where the source does not say when it was fetched.
    """
    if isinstance(source, Refusal):
        return _ended(source, now)
    if isinstance(source, ExportedLine):
        return _exported(source, now)
    try:
        visit = _text_visit(source, now) if source.kind == "text" else _html_visit(source, now, sites)
    except Exception as error:  # noqa: BLE001 - one page is given up, recorded with its address
        reason = f"parser failed: {type(error).__name__}: {error}"[:300]
        logger.warning("%s: %s", printable(source.origin), printable(reason), extra={"event": "page_failed"})
        return _ended(Refusal(origin=source.origin, outcome="failed", reason=reason), now)
    return Read(origin=source.origin, visit=visit, is_claim=source.url is None and visit.url != source.origin)


def given_up(source: Document | ExportedLine | Refusal, reason: str, now: str) -> Read:
    """Return what is recorded of a source whose reading was given up."""
    return _ended(Refusal(origin=source.origin, outcome="failed", reason=reason), now)


def _ended(refusal: Refusal, now: str) -> Read:
    visit = Visit(url=refusal.origin, outcome=refusal.outcome, reason=refusal.reason, fetched_at=now)
    return Read(origin=refusal.origin, visit=visit, is_claim=False)


def _exported(source: ExportedLine, now: str) -> Read:
    try:
        found = exported_visit(source.line)
    except PageError as error:
        return _ended(Refusal(origin=source.origin, outcome="rejected", reason=str(error)), now)
    return Read(
        origin=source.origin,
        visit=found.visit,
        is_claim=False,
        first_seen_at=found.first_seen_at,
        revision=found.revision,
        gone_at=found.gone_at,
    )


def _html_visit(document: Document, now: str, sites: SiteLookup | None) -> Visit:
    url = address_of(document)
    answer = Answer(
        url=url,
        body=document.body,
        content_type=document.content_type,
        status=document.status,
        fetched_at=document.fetched_at or now,
        is_live=document.fetched_at is not None,
        etag=document.etag,
        last_modified=document.last_modified,
        rules=sites.rules_for(url) if sites else None,
    )
    return read_answer(answer).visit


def _text_visit(document: Document, now: str) -> Visit:
    text = to_utf8(document.body)[0].decode("utf-8", "replace")
    url = address_of(document)
    article = parse_text_dump(text, url, now=parse_instant(now))
    if not article.body:
        return Visit(url=url, outcome="not_article", reason="text dump without paragraphs", fetched_at=now)
    reason = f"{article.word_count} words, text dump"
    return Visit(url=url, outcome="article", reason=reason, fetched_at=now, article=article)

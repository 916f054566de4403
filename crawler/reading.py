"""Reading: one answer in, what became of its address and where it leads out. For crawl and ingest alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from http import HTTPStatus

from lxml import etree

from crawler.charset import to_utf8
from crawler.collector import paused
from crawler.discovery.classify import classify
from crawler.discovery.feeds import is_feed, read_feed, read_json_feed
from crawler.discovery.gunzip import gunzip, is_gzip
from crawler.discovery.lastmods import credible
from crawler.discovery.link import Link
from crawler.discovery.page_links import page_links
from crawler.discovery.sitemaps import is_sitemap, is_too_long, read_sitemap, read_text_sitemap
from crawler.discovery.sniff import Kind, sniff
from crawler.discovery.teaser_days import with_days
from crawler.discovery.xml import local_name, xml_root
from crawler.instant import parse_instant
from crawler.items import Outcome, Visit
from crawler.page import read_page
from crawler.parsers.article import article_of
from crawler.parsers.rules import Rules
from crawler.schedule import next_check
from crawler.urls import normalise_url

__all__ = ["Answer", "Link", "Reading", "failed", "read_answer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer to a request, or one page from disk; the body is decoded of any Content-Encoding."""

    url: str
    """The address that answered: after redirects, the last one. Example: `https://news.example/a`."""
    body: bytes
    """The bytes of the page."""
    content_type: str | None = None
    """The Content-Type header as sent. Example: `text/html; charset=utf-8`."""
    status: int | None = None
    """The HTTP status; None for a page from disk. Example: `200`."""
    fetched_at: str = ""
    """When it came, UTC, ISO 8601; dates on the page never lie behind it. Example: `2026-01-02T03:04:05Z`."""
    is_live: bool = True
    """Whether the page was served at `fetched_at`, so that '2 hours ago' counts back from it; not so for a saved file
    that does not tell when it was."""
    etag: str | None = None
    """The ETag header, as sent."""
    last_modified: str | None = None
    """The Last-Modified header, as sent."""
    aliases: tuple[str, ...] = ()
    """The addresses that redirected here, first to last."""
    rules: Rules | None = None
    """The selectors that the sites file gives for its site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What became of an address, and where it leads."""

    visit: Visit
    """The visit, with its article when the page holds one."""
    links: tuple[Link, ...] = ()
    """Where to go from here; empty for an article."""


def read_answer(answer: Answer) -> Reading:
    """Return what an address is, decided from its answer alone, and the links it leads to.

    Any status but 2xx and 304 is `failed`; then the bytes decide: feed, sitemap, HTML (article, listing or
    not_article), and `rejected` for everything else. The reason is for a person to read.
    """
    refusal = _refused(answer)
    return _scheduled(refusal or _by_kind(answer), answer)


def failed(answer: Answer, reason: str) -> Reading:
    """Return the reading of an answer whose parsing was given up; it is due again at the next run, and in full."""
    return Reading(visit=replace(_visit(answer, "failed", reason), etag=None, last_modified=None))


def _refused(answer: Answer) -> Reading | None:
    status = answer.status
    if status is None or 200 <= status < 300:
        return None
    if status == HTTPStatus.NOT_MODIFIED:
        return _ended(answer, "unchanged", "HTTP 304 Not Modified")
    return _ended(answer, "failed", f"HTTP {status}{_phrase(status)}")


def _by_kind(answer: Answer) -> Reading:
    kind, name = sniff(answer.body, answer.content_type)
    if kind == "text":
        return _text(answer, name)
    read = READERS.get(kind)
    return read(answer) if read else _ended(answer, "rejected", name)


def _gzip(answer: Answer) -> Reading:
    inner = gunzip(answer.body)
    if inner is None or is_gzip(inner):
        return _ended(answer, "rejected", "a gzip file that is broken or too large")
    return _by_kind(replace(answer, body=inner, content_type=None))


def _json(answer: Answer) -> Reading:
    links = read_json_feed(answer.body, answer.url)
    if links is None:
        return _ended(answer, "rejected", "JSON that is no feed")
    return _feed(answer, "JSON Feed", links)


def _text(answer: Answer, name: str) -> Reading:
    text = to_utf8(answer.body, answer.content_type)[0].decode("utf-8", "replace")
    links = read_text_sitemap(text)
    return (
        _ended(answer, "rejected", name) if links is None else _sitemap(answer, f"text{_more(text)}", links)
    )


def _xml(answer: Answer) -> Reading:
    root = xml_root(answer.body)
    if root is None:
        return _ended(answer, "rejected", "XML that cannot be read")
    if is_feed(root):
        return _feed(answer, local_name(root), read_feed(root, answer.url))
    if is_sitemap(root):
        return _sitemap(answer, f"{local_name(root)}{_more(root)}", read_sitemap(root, answer.url))
    return _ended(answer, "rejected", f"XML that is neither feed nor sitemap: <{local_name(root)[:40]}>")


def _feed(answer: Answer, name: str, links: tuple[Link, ...]) -> Reading:
    return _ended(answer, "feed", f"{name}, {len(links)} entries", _credible(links, answer))


def _sitemap(answer: Answer, name: str, links: tuple[Link, ...]) -> Reading:
    return _ended(answer, "sitemap", f"{name}, {len(links)} entries", _credible(links, answer))


def _more(sitemap: etree._Element | str) -> str:
    return " with more entries than are read" if is_too_long(sitemap) else ""


def _credible(links: tuple[Link, ...], answer: Answer) -> tuple[Link, ...]:
    return credible(links, parse_instant(answer.fetched_at) or datetime.now(UTC))


def _html(answer: Answer) -> Reading:
    with paused():
        return _page(answer)


def _page(answer: Answer) -> Reading:
    now = parse_instant(answer.fetched_at) if answer.is_live else None
    page = read_page(answer.body, answer.url, content_type=answer.content_type, now=now)
    article = article_of(page, answer.rules)
    outcome, reason = classify(page, article)
    if outcome == "article":
        return Reading(visit=replace(_visit(answer, "article", reason), article=article))
    return _ended(answer, outcome, reason, with_days(page, page.once(page_links)))


def _ended(answer: Answer, outcome: Outcome, reason: str, links: tuple[Link, ...] = ()) -> Reading:
    return Reading(visit=_visit(answer, outcome, reason), links=links)


def _visit(answer: Answer, outcome: Outcome, reason: str) -> Visit:
    return Visit(
        url=normalise_url(answer.url),
        outcome=outcome,
        reason=reason,
        fetched_at=answer.fetched_at,
        status=answer.status,
        aliases=answer.aliases,
        etag=answer.etag,
        last_modified=answer.last_modified,
    )


def _scheduled(reading: Reading, answer: Answer) -> Reading:
    now = parse_instant(answer.fetched_at) or datetime.now(UTC)
    return replace(reading, visit=replace(reading.visit, next_check_at=next_check(reading.visit, now)))


def _phrase(status: int) -> str:
    try:
        return " " + HTTPStatus(status).phrase
    except ValueError:
        return ""


READERS: Mapping[Kind, Callable[[Answer], Reading]] = {
    "html": _html,
    "gzip": _gzip,
    "xml": _xml,
    "json": _json,
}

"""Answers and failures: what Scrapy hands to a callback or errback in; Answer, or the Visit of a failure, out."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus

from scrapy import Request
from scrapy.http import Response

from crawler.items import Visit
from crawler.middlewares.failures import ending
from crawler.middlewares.known import CONDITIONS
from crawler.middlewares.refusal import MetElsewhere, Refused
from crawler.reading import Answer
from crawler.urls import normalise_url


def answer_of(response: Response, fetched_at: str) -> Answer:
    """Return what the reading needs of a response; its stations become aliases."""
    return Answer(
        url=response.url,
        body=response.body,
        content_type=_header(response, "Content-Type"),
        status=response.status,
        fetched_at=fetched_at,
        etag=_header(response, "ETag"),
        last_modified=_header(response, "Last-Modified"),
        aliases=_aliases(response.request, response.url) if response.request else (),
    )


def checked(visit: Visit, response: Response) -> Visit:
    """Return the visit of an answer; 'not modified' without having been asked whether says nothing of the page."""
    if response.status != HTTPStatus.NOT_MODIFIED or response.meta.get(CONDITIONS):
        return visit
    reason = "HTTP 304 Not Modified, though it was not asked whether it was"
    return replace(visit, outcome="failed", reason=reason, next_check_at=None)


def visit_of_failure(request: Request, error: BaseException, fetched_at: str) -> Visit | None:
    """Return what became of an address that gave no answer; None when there is nothing to record.

    Where a redirect led to an address that is known, the last address that redirected is recorded.
    """
    outcome, reason = ending(error)
    if outcome is None:
        return None
    stations = request.meta.get("redirect_urls", [])
    url = stations[-1] if outcome == "unchanged" and stations else request.url
    return Visit(
        url=normalise_url(url),
        outcome=outcome,
        reason=reason,
        fetched_at=fetched_at,
        status=error.status if isinstance(error, Refused) else None,
        aliases=_aliases(request, url),
        is_met_elsewhere=isinstance(error, MetElsewhere),
    )


def _aliases(request: Request, url: str) -> tuple[str, ...]:
    own = normalise_url(url)
    stations = (normalise_url(station) for station in request.meta.get("redirect_urls", []))
    return tuple(dict.fromkeys(station for station in stations if station != own))


def _header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1").strip() or None if value else None

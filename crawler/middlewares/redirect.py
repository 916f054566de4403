"""Redirect: follows redirects within bounds, not to what this run meets anyway, not off the site."""

from __future__ import annotations

from typing import Any

from scrapy import Request
from scrapy.core.downloader import Downloader
from scrapy.core.scheduler import BaseScheduler, Scheduler
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from crawler.discovery.address import shape_of
from crawler.frontier.scheduler import FrontierScheduler
from crawler.hosts import host_of
from crawler.middlewares.known import ANYWHERE, KIND
from crawler.middlewares.refusal import MetElsewhere, Refused
from crawler.urls import address_key, normalise_url, site_of


class Redirect(RedirectMiddleware):
    """Scrapy's redirects, with four rules of our own.

    1. A target that this run has met, or will, is not fetched twice: the redirecting address ends as
       `unchanged`.
    2. A target on another site ends the redirecting address as `rejected`: advertisers' and partners' pages
       are no articles of this site. A START may lead anywhere, and so may the entries of a feed or sitemap
       named as START.
    3. The home page is where sites send those who ask for what is gone: what was taken for an article ends there
       as `failed`, with the redirect's status.
    4. A loop, or too many redirects, end it as `failed`.

    For robots.txt only the last holds.
    """

    def process_response(  # type: ignore[override]
        self, request: Request, response: Response
    ) -> Request | Response:
        """Follow a redirect, or refuse it with the reason."""
        try:
            return super().process_response(request, response)
        except ValueError as error:
            raise Refused("redirects to an address that is none", "failed") from error

    def _redirect(self, redirected: Request, request: Request, reason: Any) -> Request:
        try:
            followed = super()._redirect(redirected, request, reason)
        except IgnoreRequest as refusal:
            raise Refused(f"more than {self.max_redirect_times} redirects", "failed") from refusal
        if followed.url in followed.meta["redirect_urls"]:
            raise Refused("redirects in a loop", "failed")
        # A robots.txt holds wherever it is kept (RFC 9309, section 2.3.1.2), for as many hosts as say so.
        if request.callback is not NO_CALLBACK:
            self._check_site(followed, request)
            _check_home(followed, request, int(reason))
            self._check_met(followed)
        if host_of(followed.url) != host_of(request.url):
            # The other host has a pace of its own.
            followed.meta.pop(Downloader.DOWNLOAD_SLOT, None)
        # Spellings of one address redirect to each other (http to https); the duplicate filter must not end that.
        followed.dont_filter = True
        return followed

    def _check_site(self, followed: Request, request: Request) -> None:
        if not request.meta.get(ANYWHERE) and site_of(followed.url) != site_of(request.url):
            raise Refused(f"redirects to another site: {normalise_url(followed.url)}", "rejected")

    def _check_met(self, followed: Request) -> None:
        stations = {address_key(url) for url in followed.meta["redirect_urls"]}
        if address_key(followed.url) in stations:
            return
        scheduler = self.crawler.engine.scheduler
        if _meets(scheduler, followed):
            raise MetElsewhere(normalise_url(followed.url))


def _meets(scheduler: BaseScheduler | None, request: Request) -> bool:
    if isinstance(scheduler, FrontierScheduler):
        return scheduler.meets(request)
    return isinstance(scheduler, Scheduler) and scheduler.df.request_seen(request)


def _check_home(followed: Request, request: Request, status: int) -> None:
    expects_article = request.meta.get(KIND) == "article?" and not shape_of(request.url).home
    if expects_article and shape_of(followed.url).home:
        raise Refused(f"redirects to the home page, {normalise_url(followed.url)}", "failed", status)

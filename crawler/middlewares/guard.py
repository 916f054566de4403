"""AddressGuard: no request goes to a private, loopback, link-local or metadata address, by name or number."""

from __future__ import annotations

import asyncio
import re
import socket
from collections.abc import Iterable
from typing import Any, Self
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import CannotResolveHostError
from scrapy.http import Response

from crawler.hosts import are_public, as_number, host_of, is_local_name, is_public
from crawler.middlewares.names import PublicNames, watch_names
from crawler.middlewares.refusal import Refused
from crawler.urls import is_web_address

LOOKUP_SECONDS = 20
# What no host has in its name (URL standard, 'forbidden host code points'): '%31%32%37.0.0.1' is none.
NO_NAME = re.compile(r"[\x00-\x20\x7f%<>^|\\]")


class AddressGuard:
    """Refuses what is not http(s), and hosts that are not public, unless the user named the host as START.

    A name is looked up once a run, and all its addresses must be public. What is looked up again for the connection
    must be public too (`crawler.middlewares.names`), and the address that an answer came from: a name may change in
    between. Behind a proxy only the name is checked.
    """

    def __init__(self, named_hosts: Iterable[str]) -> None:
        """Take the hosts that the user named."""
        self.named_hosts = frozenset(named_hosts)
        self.looked_up: dict[str, bool] = {}
        self.names: PublicNames | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Allow the hosts of the spider's `start_urls`."""
        return cls(host_of(url) for url in getattr(crawler.spider, "start_urls", ()))

    async def process_request(self, request: Request) -> None:
        """Refuse a request to a host that is not public."""
        if self.names is None:
            # Only now is the reactor's own resolver in its place.
            self.names = watch_names(_reactor(), self._may_mean_anything)
        host = host_of(request.url)
        if not is_web_address(request.url) or not host:
            raise Refused("only http and https addresses are asked", "rejected")
        if host not in self.named_hosts and not await self._is_public(host, request):
            raise _private(host)
        if ":" not in host and NO_NAME.search(host):
            raise Refused(f"{host} is no name of a host", "rejected")

    def process_response(self, request: Request, response: Response) -> Response:
        """Refuse an answer that came from an address that is not public."""
        host = host_of(request.url)
        came_from = response.ip_address
        if came_from is None or host in self.named_hosts or _proxied(request) or is_public(came_from):
            return response
        raise _private(host)

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Say of a name that was not found that it was found in the house."""
        host = host_of(request.url)
        if isinstance(exception, CannotResolveHostError) and self.names and host in self.names.refused:
            raise _private(host) from exception

    def _may_mean_anything(self, name: str) -> bool:
        return name in self.named_hosts or name in _proxies()

    async def _is_public(self, host: str, request: Request) -> bool:
        number = as_number(host)
        if number is not None:
            return is_public(number)
        if is_local_name(host):
            return False
        if host not in self.looked_up:
            self.looked_up[host] = _proxied(request) or await _resolves_to_public(host)
        return self.looked_up[host]


async def _resolves_to_public(host: str) -> bool:
    """Tell whether all addresses of a name are public; without any it passes, and the download fails."""
    lookup = asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    try:
        found = await asyncio.wait_for(lookup, LOOKUP_SECONDS)
    except (OSError, UnicodeError, TimeoutError):
        return True
    return are_public(found)


def _proxies() -> frozenset[str]:
    return frozenset(
        host_of(proxy if "://" in proxy else f"http://{proxy}") for proxy in getproxies().values()
    )


def _reactor() -> Any:
    # Importing it installs it, which must not happen before Scrapy chose which.
    from twisted.internet import reactor  # noqa: PLC0415

    return reactor


def _proxied(request: Request) -> bool:
    parts = urlsplit(request.url)
    return bool(request.meta.get("proxy")) or (
        parts.scheme in getproxies() and not proxy_bypass(parts.netloc)
    )


def _private(host: str) -> Refused:
    return Refused(f"{host} is not a public address; name it as a START to allow it", "rejected")

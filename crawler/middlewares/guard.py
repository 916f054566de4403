"""AddressGuard: no request goes to a private, loopback, link-local or metadata address, by name or number."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Collection
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Self
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from crawler.middlewares.refusal import Refused
from crawler.urls import is_web_address

# Names that mean this machine or its network wherever they are looked up (RFC 6761, RFC 6762, RFC 8375).
LOCAL_SUFFIXES = (".localhost", ".local", ".internal", ".home.arpa")
# IPv4 seen through a translator (RFC 6052).
TRANSLATED = IPv6Network("64:ff9b::/96")
LOOKUP_SECONDS = 20


class AddressGuard:
    """Refuses what is not http(s), and hosts that are not public, unless the user named the host as START.

    A name is looked up once a run, and all its addresses must be public; the address that an answer came
    from is checked again, since a name may change in between. Behind a proxy only the name is checked.
    """

    def __init__(self, named_hosts: Callable[[], Collection[str]]) -> None:
        """Take what gives the hosts that the user named."""
        self.named_hosts = named_hosts
        self.looked_up: dict[str, bool] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Allow the hosts of the spider's `start_urls`."""
        return cls(lambda: {host_of(url) for url in getattr(crawler.spider, "start_urls", ())})

    async def process_request(self, request: Request) -> None:
        """Refuse a request to a host that is not public."""
        host = host_of(request.url)
        if not is_web_address(request.url) or not host:
            raise Refused("only http and https addresses are asked", "rejected")
        if host not in self.named_hosts() and not await self._is_public(host, request):
            raise _private(host)

    def process_response(self, request: Request, response: Response) -> Response:
        """Refuse an answer that came from an address that is not public."""
        host = host_of(request.url)
        came_from = response.ip_address
        if came_from is None or host in self.named_hosts() or _proxied(request) or is_public(came_from):
            return response
        raise _private(host)

    async def _is_public(self, host: str, request: Request) -> bool:
        number = as_number(host)
        if number is not None:
            return is_public(number)
        if "." not in host or host.endswith(LOCAL_SUFFIXES):
            return False
        if host not in self.looked_up:
            self.looked_up[host] = _proxied(request) or await _resolves_to_public(host)
        return self.looked_up[host]


def host_of(url: str) -> str:
    """Return the host in lower case without a final dot, an empty string where there is none.

    >>> host_of("http://News.Example.:80/a")
    'news.example'
    """
    try:
        return (urlsplit(url).hostname or "").rstrip(".").lower()
    except ValueError:
        return ""


def as_number(host: str) -> IPv4Address | IPv6Address | None:
    """Return the address a host spells as a number, in the old spellings too; None for a name.

    >>> as_number("127.1"), as_number("2130706433"), as_number("0x7f.0.0.1"), as_number("news.example")
    (IPv4Address('127.0.0.1'), IPv4Address('127.0.0.1'), IPv4Address('127.0.0.1'), None)
    """
    try:
        return ip_address(host.partition("%")[0])
    except ValueError:
        pass
    try:
        return IPv4Address(socket.inet_aton(host))
    except (OSError, UnicodeError):
        return None


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Tell whether the address is one of the open internet, IPv4 inside IPv6 unwrapped.

    >>> [is_public(ip_address(text)) for text in ("169.254.169.254", "::ffff:10.0.0.1", "9.9.9.9")]
    [False, False, True]
    """
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or _translated(address)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not address.is_multicast


def _translated(address: IPv6Address) -> IPv4Address | None:
    return IPv4Address(int(address) & 0xFFFFFFFF) if address in TRANSLATED else None


async def _resolves_to_public(host: str) -> bool:
    """Tell whether all addresses of a name are public; without any it passes, and the download fails."""
    lookup = asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    try:
        found = await asyncio.wait_for(lookup, LOOKUP_SECONDS)
    except (OSError, UnicodeError, TimeoutError):
        return True
    return all(is_public(ip_address(str(entry[4][0]).partition("%")[0])) for entry in found)


def _proxied(request: Request) -> bool:
    parts = urlsplit(request.url)
    return bool(request.meta.get("proxy")) or (
        parts.scheme in getproxies() and not proxy_bypass(parts.netloc)
    )


def _private(host: str) -> Refused:
    return Refused(f"{host} is not a public address; name it as a START to allow it", "rejected")

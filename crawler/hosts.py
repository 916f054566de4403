"""Hosts: a host's name or address in; whether it is one of the open internet out. Pure functions."""

from __future__ import annotations

import socket
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

# Names that mean this machine or its network wherever they are looked up (RFC 6761, RFC 6762, RFC 8375).
LOCAL_SUFFIXES = (".localhost", ".local", ".internal", ".home.arpa")
# IPv4 seen through a translator (RFC 6052).
TRANSLATED = IPv6Network("64:ff9b::/96")
# All that is routed of IPv6 (RFC 4291); outside of it are the machine, its network and spellings of IPv4.
ROUTED = IPv6Network("2000::/3")
# Public numbers that lead into a house all the same: Azure's service for its own machines, and the block of protocols
# (RFC 6890), where Oracle's stands; the `ipaddress` of Python 3.11 knows only a part of it.
INSIDE = (IPv4Network("168.63.129.16/32"), IPv4Network("192.0.0.0/24"))


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


def is_local_name(host: str) -> bool:
    """Tell whether a name can only mean this machine or its network.

    >>> is_local_name("intranet"), is_local_name("printer.local"), is_local_name("news.example")
    (True, True, False)
    """
    return "." not in host or host.endswith(LOCAL_SUFFIXES)


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Tell whether the address is one of the open internet, IPv4 inside IPv6 unwrapped.

    >>> [is_public(ip_address(text)) for text in ("169.254.169.254", "::ffff:10.0.0.1", "9.9.9.9")]
    [False, False, True]
    """
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or _translated(address)
        if inner is not None:
            return is_public(inner)
        # 6to4 is as public as what is inside it; of itself some releases of Python say so, others not.
        is_global = address.is_global or address.sixtofour is not None
        return address in ROUTED and is_global and all(map(is_public, _tunnelled(address)))
    return address.is_global and not address.is_multicast and not any(address in block for block in INSIDE)


def are_public(found: Iterable[tuple[object, ...]]) -> bool:
    """Tell whether all addresses that `getaddrinfo` found for a name are public; its socket address stands last.

    >>> are_public([(2, 1, 6, "", ("9.9.9.9", 0)), (10, 1, 6, "", ("fe80::1%eth0", 0, 0, 2))])
    False
    """
    return all(is_public(ip_address(_text(entry[-1]).partition("%")[0])) for entry in found)


def _text(socket_address: object) -> str:
    return str(socket_address[0]) if isinstance(socket_address, tuple) else str(socket_address)


def _translated(address: IPv6Address) -> IPv4Address | None:
    return IPv4Address(int(address) & 0xFFFFFFFF) if address in TRANSLATED else None


def _tunnelled(address: IPv6Address) -> tuple[IPv4Address, ...]:
    """Return the IPv4 addresses that packets to one of IPv6 may come out at: 6to4, Teredo, ISATAP."""
    found = (address.sixtofour, *(address.teredo or ()))
    is_isatap = (int(address) >> 32) & 0xFDFFFFFF == 0x00005EFE
    return (
        *(inner for inner in found if inner is not None),
        *([IPv4Address(int(address) & 0xFFFFFFFF)] if is_isatap else ()),
    )

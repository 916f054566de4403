"""Addresses: one spelling for each, a key that joins its variants, and the site it belongs to. Pure functions."""

from __future__ import annotations

import re
from functools import lru_cache
from posixpath import normpath
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urljoin, urlsplit

import tldextract

from crawler.href_mending import mended
from crawler.tracking import is_tracking

# Longer addresses are traps or mistakes: browsers and CDNs refuse them near here too.
MAX_LENGTH = 2_000

DEFAULT_PORTS = {"http": 80, "https": 443}
INDEX_PAGE = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)
AMP_TAIL = re.compile(r"/amp(?:\.html?)?$|\.amp(?=(?:\.html?)?$)", re.IGNORECASE)
AMP_PAIRS = frozenset({("amp", "1"), ("amp", "")})
# Hosts that serve the same pages to other devices: 'm.news.example', 'amp.news.example', 'www.news.example'.
DEVICE_HOST = re.compile(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)", re.IGNORECASE)
SAFE_PATH = "/%:@!$&'()*+,;=-._~"
ESCAPE = re.compile(r"%([0-9a-fA-F]{2})")
# '100%-sure', '50%%20off': a sign that escapes nothing.
STRAY_PERCENT = re.compile(r"%(?![0-9a-fA-F]{2})")
# A session's number behind the path, '/a.do;jsessionid=1F': who reads, never what.
SESSION = re.compile(r";jsessionid=[^/;]*$", re.IGNORECASE)
# A path that needs no mending: nothing to escape, no escape to look at.
PLAIN_PATH = re.compile(r"[/:@!$&'()*+,=\-._~A-Za-z0-9]*")
# An address with a host of its own needs none of the page's.
ABSOLUTE = re.compile(r"https?://[^/?#\\\s]", re.IGNORECASE)
# Most addresses and most links are written so that nothing is to be done to them.
NORMAL_PATH = r"(?=/)(?:/[A-Za-z0-9_~-][A-Za-z0-9_~.,+-]*)*/?"
NORMAL = re.compile(rf"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+{NORMAL_PATH}")
NORMAL_HREF = re.compile(NORMAL_PATH)
# A host alone, without a port or a reader's name.
PLAIN_HOST = re.compile(r"[A-Za-z0-9.-]+")
# 'https://{{host}}/a', 'https://ex ample/a': what a template or a typing error left; no host has them.
NO_HOST = frozenset(' "<>\\^`{|}')
UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

# The bundled list of public suffixes: no request, the same answer on every machine.
_suffixes = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


def is_web_address(url: str) -> bool:
    """Tell whether the address is absolute http(s) with a host, and no longer than MAX_LENGTH.

    >>> is_web_address("https://news.example/a"), is_web_address("mailto:a@b.example"), is_web_address("http://")
    (True, False, False)
    """
    return len(url) <= MAX_LENGTH and (NORMAL.fullmatch(url) is not None or _web_parts(url) is not None)


def _web_parts(url: str) -> SplitResult | None:
    """Return the parts of an absolute http(s) address, None of anything else."""
    if len(url) > MAX_LENGTH:
        return None
    try:
        parts = urlsplit(url.strip())
        if parts.scheme in DEFAULT_PORTS and PLAIN_HOST.fullmatch(parts.netloc):
            return parts
        host = parts.hostname
        is_web = parts.scheme in DEFAULT_PORTS and bool(host) and parts.port != 0
    except ValueError:
        return None
    return parts if is_web and NO_HOST.isdisjoint(host or "") else None


def join(base: str, href: str | None) -> str | None:
    r"""Return the absolute, normalised web address of a link on a page, None when it leads to no page.

    >>> join("https://news.example/a/b", " ../c?utm_source=x#top ")
    'https://news.example/c'
    >>> join("https://news.example/", "javascript:void(0)") is None
    True
    >>> join("https://news.example/", "/tide-\ud800")
    'https://news.example/tide-%3F'
    """
    if not href or len(href) > 2 * MAX_LENGTH:
        return None
    if NORMAL_HREF.fullmatch(href) and (origin := _origin(base)) and len(origin) + len(href) <= MAX_LENGTH:
        return origin + href
    if NORMAL.fullmatch(href) and len(href) <= MAX_LENGTH:
        return href
    href = mended(href)
    if not href or len(href) > MAX_LENGTH:
        return None
    try:
        parts = _web_parts(href if ABSOLUTE.match(href) else urljoin(base, href))
    except ValueError:
        return None
    return _normalised(parts) if parts else None


def normalise_url(url: str) -> str:
    """Return the one spelling of a web address that still fetches the same page.

    Scheme and host in lower case (IDNA), default port, fragment, dot segments and tracking parameters dropped,
    percent escapes as RFC 3986 section 6.2.2 asks. Anything else than http(s) comes back as it was, stripped.

    >>> normalise_url("HTTPS://News.Example:443/a/./b/?utm_source=x&id=7#top")
    'https://news.example/a/b/?id=7'
    """
    url = url.strip()
    if len(url) <= MAX_LENGTH and NORMAL.fullmatch(url):
        return url
    parts = _web_parts(url)
    return _normalised(parts) if parts else url


@lru_cache(maxsize=256)
def _origin(url: str) -> str | None:
    """Return scheme and host of a web address, as its links begin that name none."""
    parts = _web_parts(url)
    return f"{parts.scheme}://{_host(parts, parts.scheme)}" if parts else None


def _normalised(parts: SplitResult) -> str:
    query = _query(parts.query) if parts.query else ""
    scheme = parts.scheme
    return f"{scheme}://{_host(parts, scheme)}{_path(parts.path)}{'?' + query if query else ''}"


@lru_cache(maxsize=4096)
def address_key(url: str) -> str:
    """Return the key that the spellings of one article's address share; for comparing only, never for fetching.

    On top of `normalise_url`: http and https, `www.`, `m.` and `amp.` hosts, AMP paths, index pages, a trailing
    slash and the order of parameters do not count.

    >>> address_key("http://www.news.example/a/?b=2&a=1") == address_key("https://m.news.example/a?a=1&b=2")
    True
    >>> address_key("file:/data/a.html")
    'file:/data/a.html'
    """
    url = normalise_url(url)
    if not is_web_address(url):
        return url
    _, _, host, rest = url.split("/", 3)
    path, _, query = rest.partition("?")
    path = AMP_TAIL.sub("", INDEX_PAGE.sub("/", "/" + path)).rstrip("/")
    if query:
        pairs = parse_qsl(query, keep_blank_values=True)
        query = urlencode(sorted(pair for pair in pairs if pair not in AMP_PAIRS))
    return DEVICE_HOST.sub("", host) + path + ("?" + query if query else "")


@lru_cache(maxsize=4096)
def site_of(url: str) -> str:
    """Return the site an address belongs to: the registrable domain; of numbers and bare names, host and port.

    >>> site_of("https://edition.news.co.uk/a"), site_of("http://127.0.0.1:8000/a"), site_of("file:/a.html")
    ('news.co.uk', '127.0.0.1:8000', 'file')
    """
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        return ""
    if parts.scheme == "file":
        return "file"
    domain = _domain(host)
    return f"{domain}:{port}" if port and port != DEFAULT_PORTS.get(parts.scheme.lower()) else domain


@lru_cache(maxsize=4096)
def _domain(host: str) -> str:
    return str(_suffixes(host).top_domain_under_public_suffix) or _last_labels(host)


def _last_labels(host: str) -> str:
    """The public suffix list's rule for what it does not list: the last label is the suffix; numbers stay whole."""
    labels = host.split(".")
    return host if ":" in host or labels[-1].isdecimal() else ".".join(labels[-2:])


def _host(parts: SplitResult, scheme: str) -> str:
    if PLAIN_HOST.fullmatch(parts.netloc):
        return parts.netloc.rstrip(".").lower()
    host = (parts.hostname or "").rstrip(".").lower()
    if not host.isascii():
        try:
            host = host.encode("idna").decode()
        except UnicodeError:
            host = quote(host, errors="replace")
    if ":" in host:
        host = f"[{host}]"
    port = parts.port
    return host if port is None or port == DEFAULT_PORTS[scheme] else f"{host}:{port}"


def _path(path: str) -> str:
    if PLAIN_PATH.fullmatch(path) and "/." not in path:
        return path or "/"
    if ";" in path:
        path = SESSION.sub("", path)
    path = _escapes(quote(STRAY_PERCENT.sub("%25", path), safe=SAFE_PATH, errors="replace"))
    if "/." in path:
        slash = "/" if path.endswith(("/", "/.", "/..")) else ""
        path = normpath(path).replace("//", "/", 1).rstrip("/") + slash
    return path or "/"


def _escapes(path: str) -> str:
    """Decode what needs no escape, write the other escapes in capitals."""

    def one(match: re.Match[str]) -> str:
        char = chr(int(match[1], 16))
        return char if char in UNRESERVED else "%" + match[1].upper()

    return ESCAPE.sub(one, path)


def _query(query: str) -> str:
    """Drop tracking parameters; leave the others as they are, since servers read them in their own ways."""
    if "%" in query:
        query = STRAY_PERCENT.sub("%25", query)
    kept = [pair for pair in query.split("&") if pair and not is_tracking(pair)]
    return _escapes(quote("&".join(kept), safe=SAFE_PATH + '?[]{}|^\\"<>', errors="replace")).replace(
        " ", "%20"
    )

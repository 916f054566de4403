"""Wrappers: an address as linked in, the address in it to which a counting service passes the reader on out.

By shape alone, whosever the service: an address that holds a whole other one, in its path ('/web/2020/https://…',
'/c/s/news.example/a') or in a parameter named after addresses, escaped once or more or in base64. That is how the
public lists of redirectors (Brave's debounce list, ClearURLs, Google's AMP cache format) describe them, name by name.
"""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode
from binascii import Error as NoBase64
from ipaddress import ip_address
from typing import Final
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from crawler.urls import is_web_address, join

# Parameters by which services name the page they pass the reader on to.
WRAPPED: Final = frozenset(
    """
    url u q to target dest destination redirect redirect_url redirecturl redirect_to redirectto goto go link href r
    rurl uri out outurl out_url target_url targeturl link_url linkurl dest_url desturl destination_url murl adurl
    ued urllink d_rd clickurl click_url continue location loc jump external ziel lien enlace
    """.split()
)
# Buttons that hand an address on for another purpose than to lead to it: sharing, saving, signing in, translating.
OTHER_PURPOSE: Final = re.compile(
    r"shar(?:e|er|ing)(?![a-z])|teilen|partager|compartir|condividi|intent|submit|tweet|bookmark|popout|compose"
    r"|(?<![a-z])pin(?![a-z])|(?<![a-z])(?:save|add|send|mail|e-?mail|print|drucken|comment)(?![a-z])"
    r"|log-?(?:in|out)(?![a-z])|sign-?(?:in|up|out)(?![a-z])|anmelden|regist|oauth|sso(?![a-z])|subscri|consent"
    r"|translat|validat|player|embed|widget|search|suche",
    re.IGNORECASE,
)
# Another address in a path: 'https://archive.example/web/2020/http://news.example/a', '/go/https%3A%2F%2Fnews.example'.
IN_PATH: Final = re.compile(r"/(https?(?::|%3a)(?:/|%2f){1,2}[^/].*)$", re.IGNORECASE | re.DOTALL)
ONE_SLASH: Final = re.compile(r"^(https?:)/(?!/)", re.IGNORECASE)
# The AMP caches' form: content type, 's' for https, host and path.
AMP_CACHE: Final = re.compile(
    r"^/(?:amp/)?(?:(?:c|v|i|amp)(?P<secure>/s)|c)/(?P<rest>(?:[a-z0-9-]+\.)+[a-z]{2,}/.+)", re.IGNORECASE
)
# The last part of '/2025/08/save-the-whales' names a story: what its parameters hold is not where it leads.
STORY_NAME: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+){2,}")
# Without a date or a number, 'go-to-this-page' is none; so many words are.
STORY_WORDS: Final = 5
# 'http', in base64.
BASE64_HTTP: Final = "aHR0c"
# The length of 'http://', behind which 'http' is another address's.
SCHEME: Final = 7
MAX_BASE64: Final = 2_700
# A wrapper in a wrapper in a wrapper; and a value escaped as often.
MAX_NESTED: Final = 4
PRIVATE_NAMES: Final = (".local", ".internal", ".localhost", ".invalid", ".lan", ".home", ".test", ".onion")


def unwrap(url: str) -> str:
    """Return the address behind redirect wrappers of any service, the address itself where there is none.

    An address inside a private network is nobody's article: what leads there stays wrapped.

    >>> unwrap("https://count.example/redirect?url=https%3A%2F%2Fnews.example%2Fa")
    'https://news.example/a'
    """
    for _ in range(MAX_NESTED):
        inner = _inner(url)
        if inner is None or not _is_public(inner, url):
            return url
        url = inner
    return url


def hands_on(url: str) -> bool:
    """Tell whether an address holds another one for another purpose than to lead to it: a share button.

    >>> hands_on("https://social.example/sharer.php?u=https%3A%2F%2Fnews.example%2Fa")
    True
    """
    if not may_hold_another(url):
        return False
    parts = urlsplit(url)
    return bool(OTHER_PURPOSE.search(parts.path)) and _in_query(parts) is not None


def may_hold_another(url: str) -> bool:
    """Tell quickly whether there may be another address in one: most links of a page hold none."""
    rest = url[SCHEME:]
    return "http" in rest or BASE64_HTTP in rest or "/s/" in rest or "/c/" in rest or "HTTP" in rest


def _inner(url: str) -> str | None:
    if not may_hold_another(url):
        return None
    parts = urlsplit(url)
    if OTHER_PURPOSE.search(parts.path) and not IN_PATH.search(parts.path):
        return None
    found = _in_path(parts) or _in_query(parts)
    return join(url, found) if found else None


def _in_path(parts: SplitResult) -> str | None:
    if held := IN_PATH.search(parts.path):
        address = held[1]
        if "://" in address or ":/" in address:
            # Unescaped, so that the query behind it is its own.
            return ONE_SLASH.sub(r"\1//", address) + ("?" + parts.query if parts.query else "")
        return unquote(address)
    cached = AMP_CACHE.match(parts.path)
    if cached and (cached["secure"] or _is_named_after(parts, cached["rest"])):
        query = "?" + parts.query if parts.query else ""
        return f"http{'s' if cached['secure'] else ''}://{cached['rest']}{query}"
    return None


def _is_named_after(parts: SplitResult, held: str) -> bool:
    """Tell whether a cache's host says whose page it keeps; '/c/node.js/a' of another is its own."""
    host = held.partition("/")[0]
    return parts.netloc.partition(".")[0] == host.replace("-", "--").replace(".", "-")


def _is_story(path: str) -> bool:
    name = STORY_NAME.search(path.rstrip("/").rpartition("/")[2])
    return name is not None and (
        name[0].count("-") + 1 >= STORY_WORDS or any(char.isdecimal() for char in path)
    )


def _in_query(parts: SplitResult) -> str | None:
    query = parts.query
    if ("http" not in query.lower() and BASE64_HTTP not in query) or _is_story(parts.path):
        return None
    for name, value in parse_qsl(query):
        if name.lower() in WRAPPED and (address := _address(value)):
            return address
    return None


def _address(value: str) -> str | None:
    """Return the address that a parameter's value spells, plain, escaped again, or in base64."""
    if value.startswith(BASE64_HTTP):
        value = _decoded(value)
    for _ in range(MAX_NESTED):
        if "%3a" not in value[:12].lower():
            break
        value = unquote(value)
    return value if is_web_address(value) else None


def _decoded(value: str) -> str:
    value = value[:MAX_BASE64].rstrip("=").replace("+", "-").replace("/", "_").replace(" ", "-")
    try:
        return urlsafe_b64decode(value + "=" * (-len(value) % 4)).decode()
    except (NoBase64, ValueError):
        return ""


def _is_public(url: str, outer: str) -> bool:
    """Tell whether an address may be reached from everywhere, or stands on the very host that links to it."""
    host = urlsplit(url).hostname or ""
    if host == urlsplit(outer).hostname:
        return True
    try:
        return ip_address(host).is_global
    except ValueError:
        return "." in host and not host.endswith(PRIVATE_NAMES)

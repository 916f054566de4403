"""A page's own address in parts, whatever was given as one."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

# A longer address is a trap; its beginning says all there is to read from it.
MAX_CHARS = 2_000
# Where links to a site's home lead: '/', 'https://news.example/', '../../index.htm'.
HOME = re.compile(
    r"(?:\.{0,2}/)+(?:index\.(?:html?|php))?|(?:https?:)?//[^/?#]+/?(?:index\.(?:html?|php))?", re.IGNORECASE
)
NOWHERE = SplitResult("", "", "", "", "")


def split(url: str) -> SplitResult:
    """Return the parts of an address, empty ones for what is none.

    >>> split("http://[::1").path, split("https://news.example/a").path
    ('', '/a')
    """
    try:
        parts = urlsplit(url[:MAX_CHARS])
    except ValueError:
        return NOWHERE
    return parts


def host_of(url: str) -> str:
    """Return an address's host without 'www.', empty when it has none.

    >>> host_of("https://www.news.example:8000/a"), host_of("file:/a.html")
    ('news.example', '')
    """
    return (split(url).hostname or "").removeprefix("www.")


def is_root(url: str) -> bool:
    """Tell whether an address is its site's home.

    >>> is_root("https://news.example/"), is_root("https://news.example/?p=1")
    (True, False)
    """
    parts = split(url)
    return parts.path.strip("/") == "" and not parts.query


def leads_home(href: str | None, url: str) -> bool:
    """Tell whether a link on a page leads to the home of the page's own site.

    >>> leads_home("/", "https://news.example/a"), leads_home("https://other.example/", "https://news.example/a")
    (True, False)
    """
    href = (href or "").strip()
    return bool(HOME.fullmatch(href)) and split(href).netloc.lower() in {"", split(url).netloc.lower()}
